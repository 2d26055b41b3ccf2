import { access, constants, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '#libs/domain/kernel';

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** @throws DomainError `import.file-unreadable` (malformed) when it is no file, or not to be read. */
export async function requireReadable(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK);
    if ((await stat(file)).isFile()) return;
  } catch (error) {
    throw new DomainError('import.file-unreadable', 'malformed', { file, reason: reasonOf(error) });
  }
  throw new DomainError('import.file-unreadable', 'malformed', { file, reason: 'EISDIR' });
}

/** @returns the text of a small file (UTF-8). @throws DomainError `import.file-unreadable`. */
export async function textOf(file: string): Promise<string> {
  await requireReadable(file);
  return readFile(file, 'utf8');
}

/**
 * Asked before the work begins: an import that is recorded must be able to give back what it refused.
 * @param source what is being read; writing over it would destroy it.
 * @throws DomainError `import.target-unwritable`, `import.target-is-source` (malformed).
 */
export async function requireWritable(file: string, source: string): Promise<void> {
  const target = path.resolve(file);
  try {
    await access(path.dirname(target), constants.W_OK);
  } catch (error) {
    throw new DomainError('import.target-unwritable', 'malformed', { file, reason: reasonOf(error) });
  }
  const existing = await realpath(target).catch(() => undefined);
  if (existing === undefined) return;
  if (existing === (await realpath(source))) throw new DomainError('import.target-is-source', 'malformed', { file });
  if ((await stat(existing)).isFile()) return;
  throw new DomainError('import.target-unwritable', 'malformed', { file, reason: 'EISDIR' });
}
