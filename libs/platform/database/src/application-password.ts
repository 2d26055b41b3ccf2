import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const FILE = 'application-password';

/**
 * The password of the application's role on the embedded server: made once, kept in the data folder, readable by us alone.
 * @returns letters, digits, `-` and `_` only.
 */
export function applicationPassword(dataDir: string): string {
  const file = path.join(dataDir, FILE);
  if (!fs.existsSync(file)) create(file);
  return fs.readFileSync(file, 'utf8').trim();
}

/** Written aside and then linked into its place: of two processes one wins, and nobody reads half a password. */
function create(file: string): void {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(draft);
  }
}
