// Jest runs the global setup outside of its module mapper: this lets Node find the TypeScript sources there, where jest
// has compiled them, instead of the files of the last build.
import Module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const resolve = Module._resolveFilename;

function frontDoor(request) {
  const library = /^#libs\/(.+)$/.exec(request);
  if (library) return path.join(root, 'libs', library[1], 'src/index.ts');
  const database = /^#database\/(.+)$/.exec(request);
  if (database) return path.join(root, 'database', database[1], 'index.ts');
  return undefined;
}

function neighbour(request, parent) {
  const isOurs = parent?.filename?.endsWith('.ts') && !parent.filename.includes('node_modules');
  return isOurs && /^\.{1,2}\/.*\.js$/.test(request) ? request.replace(/\.js$/, '.ts') : undefined;
}

Module._resolveFilename = function resolveSource(request, parent, ...rest) {
  return resolve.call(this, frontDoor(request) ?? neighbour(request, parent) ?? request, parent, ...rest);
};
