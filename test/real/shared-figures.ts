import { existsSync } from 'node:fs';
import path from 'node:path';

const SHARED = path.resolve('..', 'shared', 'data');

/**
 * Looks for a file of the folder of real figures, which is no part of the repository.
 * @param given a path that replaces it, from an environment variable.
 * @returns the path, or `undefined` after a visible line when the file is absent.
 * @throws Error when it is absent on a build server: there it must be.
 */
export function findSharedFile(name: string, given?: string): string | undefined {
  const file = given ? path.resolve(given) : path.join(SHARED, name);
  if (existsSync(file)) return file;
  if (process.env['CI'] === 'true') throw new Error(`${file} is absent`);
  process.stdout.write(`SKIPPED: ${file} is absent\n`);
  return undefined;
}
