/** Nest 12 is pure ES modules, which jest 30 on Node 20 cannot require: those packages are transformed to CommonJS too. */
const ESM_ONLY = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'content-disposition',
];

const swc = (syntax) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      parser: { syntax, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs', ignoreDynamic: false },
  },
];

const shared = {
  testEnvironment: 'node',
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
  rootDir: '.',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: { '^.+\\.ts$': swc('typescript'), 'node_modules/.*\\.m?js$': swc('ecmascript') },
  transformIgnorePatterns: [`node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  moduleNameMapper: {
    '^#libs/(.*)$': '<rootDir>/libs/$1/src/index.ts',
    '^#database/(.*)$': '<rootDir>/database/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

/** Suites that need PostgreSQL end in .db-spec.ts or .e2e-spec.ts and share the cluster that test/support/cluster.ts starts. */
export default {
  projects: [
    { ...shared, displayName: 'rules', testRegex: '(?<!\\.db-|\\.e2e-)(?<=[./])spec\\.ts$' },
    {
      ...shared,
      displayName: 'features',
      testRegex: '\\.(db|e2e)-spec\\.ts$',
      globalSetup: '<rootDir>/test/support/start-cluster.ts',
      globalTeardown: '<rootDir>/test/support/stop-cluster.ts',
    },
  ],
};
