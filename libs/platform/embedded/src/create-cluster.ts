import { execFile } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Binaries } from './binaries.js';
import { command } from './commands.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isAlive } from './processes.js';
import { type RunAs } from './run-as.js';
import { type ServerHome, serverHome } from './server-home.js';

const run = promisify(execFile);

/** The superuser that owns the cluster; migrations run as it, the application never does. */
export const OWNER_ROLE = 'theoan_owner';

/** Text is stored as UTF-8 and compared by code point, whatever the machine's language settings. */
const INITDB_FLAGS = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--auth=scram-sha-256',
];

const hasCluster = (home: ServerHome): boolean => fs.existsSync(path.join(home.cluster, 'PG_VERSION'));

/**
 * Creates the cluster unless it exists: beside its place first, then put there by one rename, so that a crash leaves
 * no half cluster and of two processes one wins whole.
 * @throws EmbeddedPostgresError when initdb fails or the folder holds something else.
 */
export async function ensureCluster(home: ServerHome, runAs: RunAs, binaries: Binaries): Promise<void> {
  if (hasCluster(home)) return;
  refuseForeignFolder(home);
  removeLeftovers(home.folder);
  const draft = serverHome(`${home.folder}.init-${process.pid}-${crypto.randomBytes(4).toString('hex')}`);
  try {
    await fillDraft(draft, runAs, binaries);
    putInPlace(draft, home);
  } finally {
    fs.rmSync(draft.folder, { recursive: true, force: true });
  }
}

async function fillDraft(draft: ServerHome, runAs: RunAs, binaries: Binaries): Promise<void> {
  fs.mkdirSync(draft.folder, { recursive: true, mode: 0o755 });
  fs.mkdirSync(draft.cluster, { mode: 0o700 });
  const password = crypto.randomBytes(24).toString('base64url');
  fs.writeFileSync(draft.password, password, { mode: 0o600 });
  const passwordForInitdb = path.join(draft.folder, 'initdb-password');
  fs.writeFileSync(passwordForInitdb, `${password}\n`, { mode: 0o600 });
  if (runAs.user) {
    for (const file of [draft.cluster, passwordForInitdb]) fs.chownSync(file, runAs.user.uid, runAs.user.gid);
  }
  const args = ['-D', draft.cluster, '-U', OWNER_ROLE, '--pwfile', passwordForInitdb, ...INITDB_FLAGS];
  const call = command(runAs, binaries.initdb, args);
  try {
    await run(call.program, call.args, call.options);
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new EmbeddedPostgresError(`initdb failed: ${(stderr?.trim() || message).slice(-2000)}`, { cause: error });
  }
  fs.rmSync(passwordForInitdb);
}

function putInPlace(draft: ServerHome, home: ServerHome): void {
  try {
    fs.renameSync(draft.folder, home.folder);
  } catch (error) {
    if (hasCluster(home)) return;
    throw new EmbeddedPostgresError(`cannot create ${home.folder}`, { cause: error });
  }
}

function refuseForeignFolder(home: ServerHome): void {
  const isOccupied = fs.existsSync(home.folder) && fs.readdirSync(home.folder).length > 0;
  // Asked again: another process may have put its cluster there between the two looks.
  if (isOccupied && !hasCluster(home)) throw new EmbeddedPostgresError(`${home.folder} holds something else`);
}

/** Drafts of processes that died inside initdb. */
function removeLeftovers(folder: string): void {
  const [parent, prefix] = [path.dirname(folder), `${path.basename(folder)}.init-`];
  if (!fs.existsSync(parent)) return;
  for (const name of fs.readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (!isAlive(pid)) fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}
