// Jest runs the global setup outside of its module mapper: this lets Node find the TypeScript sources there, where jest
// has compiled them, instead of the files of the last build.
const Module = require('node:module');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const resolve = Module._resolveFilename;

const source = (request) => {
  const library = /^#libs\/(.+)$/.exec(request);
  if (library) return path.join(root, 'libs', library[1], 'src/index.ts');
  const database = /^#database\/(.+)$/.exec(request);
  if (database) return path.join(root, 'database', database[1], 'index.ts');
  return undefined;
};

const isOurs = (parent) => parent?.filename?.endsWith('.ts') && !parent.filename.includes('node_modules');

Module._resolveFilename = function resolveSource(request, parent, ...rest) {
  const relative = isOurs(parent) && /^\.{1,2}\/.*\.js$/.test(request) ? request.replace(/\.js$/, '.ts') : request;
  return resolve.call(this, source(request) ?? relative, parent, ...rest);
};
