import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.data', '.git']);

/**
 * @returns paths, relative to the working folder and with `/`, of the files that are or would be committed. Without
 * git (an unpacked archive) it is every file outside the folders that programs fill.
 */
export function repositoryFiles() {
  try {
    const parameters = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
    const listed = execFileSync('git', parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return listed.split('\0').filter((file) => file !== '');
  } catch (error) {
    if (error.code !== 'ENOENT' && error.status === undefined) throw error;
    return filesUnder('.');
  }
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(file) : [file];
    });
}
