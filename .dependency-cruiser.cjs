/**
 * The shape of the house, file by file: cycles, front doors, stages, purity.
 * Who may import whom, library by library, is ESLint's half: tools/lint/boundaries.mjs.
 */
const STAGE = '(denunciation|investigation|prosecution|trial)';
const STAGES = `^libs/domain/procedure/src/${STAGE}/`;
const SPEC = '[.-]spec\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that resolves to nothing is a spelling mistake or a package that package.json does not name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'The rules reach no package, no Node module and no other layer: console, server and worker share them.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: SPEC },
      to: { pathNot: '^libs/domain/' },
    },
    {
      name: 'stage-does-not-reach-into-another-stage',
      comment: 'Only lifecycle.ts joins the stages.',
      severity: 'error',
      from: { path: STAGES },
      to: { path: STAGES, pathNot: '^libs/domain/procedure/src/$1/' },
    },
    {
      name: 'through-the-front-door',
      comment: 'Another library is entered through its src/index.ts.',
      severity: 'error',
      from: { path: '^libs/([^/]+/[^/]+)/' },
      to: { path: '^libs/[^/]+/[^/]+/', pathNot: ['^libs/$1/', '^libs/[^/]+/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'through-the-front-door-from-outside',
      comment: 'Apps, tests, benchmarks and migrations enter a library through its src/index.ts as well.',
      severity: 'error',
      from: { pathNot: '^libs/' },
      to: { path: '^libs/[^/]+/[^/]+/', pathNot: '^libs/[^/]+/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'apps-hold-no-rules',
      comment: 'An app wires; the stages of the procedure are joined in lifecycle.ts, never in an app.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: STAGES },
    },
    {
      name: 'nobody-imports-an-app',
      severity: 'error',
      from: { path: '^(libs|database)/', pathNot: SPEC },
      to: { path: '^apps/' },
    },
    {
      name: 'platform-knows-no-subject',
      comment: 'Of the rules, machinery knows the kernel only; it never knows a feature.',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: SPEC },
      to: { path: '^libs/(domain|feature)/', pathNot: '^libs/domain/kernel/' },
    },
    {
      name: 'casework-never-calls-compliance',
      comment: 'Compliance reads the log of casework; a recorded step does not wait for its measure.',
      severity: 'error',
      from: { path: '^libs/feature/casework/', pathNot: SPEC },
      to: { path: '^libs/feature/compliance/' },
    },
    {
      name: 'the-law-does-not-know-it-is-measured',
      severity: 'error',
      from: { path: '^libs/domain/procedure/' },
      to: { path: '^libs/domain/performance/' },
    },
    {
      name: 'sources-do-not-import-tests',
      severity: 'error',
      from: { path: '^(apps|libs|database)/', pathNot: SPEC },
      to: { path: ['^test/', SPEC] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['app-source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
