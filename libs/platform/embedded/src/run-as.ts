import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** As whom the server's programs run: PostgreSQL refuses to run as root. */
export interface RunAs {
  /** Switch to this user before running; absent: stay who we are. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** A command that is put in front, e.g. to enter a user namespace. */
  readonly prefix: readonly string[];
}

const MYSELF: RunAs = { prefix: [] };
const IN_USER_NAMESPACE: RunAs = { prefix: ['unshare', '--user'] };
const UNPRIVILEGED_USERS = ['postgres', 'nobody'];

/**
 * Chooses who runs the server: an ordinary user stays himself; root becomes the owner of an existing cluster, else the
 * user postgres or nobody where they can reach the files, else enters a user namespace.
 * @throws EmbeddedPostgresError when none of these is possible.
 */
export function chooseRunAs(postgres: string, cluster: string): RunAs {
  const owner = fs.statSync(cluster, { throwIfNoEntry: false });
  if (process.getuid === undefined || process.getuid() !== 0) {
    refuseForeignCluster(cluster, owner);
    return MYSELF;
  }
  if (owner) return owner.uid === 0 ? userNamespace() : { user: { uid: owner.uid, gid: owner.gid }, prefix: [] };
  const user = unprivilegedUsers().find((it) => canRun(postgres, it) && canEnter(firstExistingFolder(cluster), it));
  return user ? { user, prefix: [] } : userNamespace();
}

function refuseForeignCluster(cluster: string, owner: fs.Stats | undefined): void {
  if (!owner || process.getuid === undefined || owner.uid === process.getuid()) return;
  throw new EmbeddedPostgresError(
    `${cluster} belongs to user ${owner.uid}; run as that user or choose another DATA_DIR`,
  );
}

function unprivilegedUsers(): { uid: number; gid: number }[] {
  if (!fs.existsSync('/etc/passwd')) return [];
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  const entries = lines.map((line) => line.split(':'));
  return UNPRIVILEGED_USERS.flatMap((name) => {
    const entry = entries.find((it) => it[0] === name);
    return entry ? [{ uid: Number(entry[2]), gid: Number(entry[3]) }] : [];
  });
}

function canRun(program: string, user: { uid: number; gid: number }): boolean {
  return spawnSync(program, ['--version'], { ...user, cwd: '/' }).status === 0;
}

function canEnter(folder: string, user: { uid: number; gid: number }): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0;
}

function firstExistingFolder(file: string): string {
  const parent = path.dirname(file);
  return fs.existsSync(parent) || parent === file ? parent : firstExistingFolder(parent);
}

function userNamespace(): RunAs {
  if (spawnSync('unshare', ['--user', 'true']).status === 0) return IN_USER_NAMESPACE;
  throw new EmbeddedPostgresError(
    'running as root, but no unprivileged user can reach this folder and user namespaces are switched off; ' +
      'run as an ordinary user or move the project out of a private folder',
  );
}
