/** A small house that keeps every rule: one file for each way that is allowed. */
export const cleanTree: Readonly<Record<string, string>> = {
  'libs/domain/kernel/src/index.ts': `export { type Day } from './day.js';\n`,
  'libs/domain/kernel/src/day.ts': `export type Day = string;\n`,
  'libs/domain/kernel/src/day.spec.ts': `import fc from 'fast-check';\nimport { type Day } from './day.js';\n\nexport const anyDay: fc.Arbitrary<Day> = fc.string();\n`,
  'libs/domain/jurisdiction/src/index.ts': `import { type Day } from '#libs/domain/kernel';\n\nexport const openedOn: Day = '2025-07-01';\n`,
  'libs/domain/procedure/src/index.ts': `export { lifecycle } from './lifecycle.js';\n`,
  'libs/domain/procedure/src/lifecycle.ts': `import { receive } from './denunciation/receive.js';\nimport { judge } from './trial/judge.js';\n\nexport const lifecycle = [receive, judge];\n`,
  'libs/domain/procedure/src/denunciation/receive.ts': `import { openedOn } from '#libs/domain/jurisdiction';\n\nexport const receive = openedOn;\n`,
  'libs/domain/procedure/src/trial/judge.ts': `export const judge = 'judge';\n`,
  'libs/domain/victim/src/index.ts': `import { lifecycle } from '#libs/domain/procedure';\n\nexport const victim = lifecycle.length;\n`,
  'libs/domain/performance/src/index.ts': `import { lifecycle } from '#libs/domain/procedure';\nimport { victim } from '#libs/domain/victim';\n\nexport const measure = lifecycle.length + victim;\n`,
  'libs/platform/database/src/index.ts': `import { type Pool } from 'pg';\nimport { type Day } from '#libs/domain/kernel';\n\nexport const today = (): Day => new Date().toISOString().slice(0, 10);\nexport const now = (): number => Date.now();\nexport const open = (pool: Pool): Promise<unknown> => pool.query('select 1');\n`,
  'libs/platform/event-log/src/index.ts': `import { now } from '#libs/platform/database';\n\nexport const position = now;\n`,
  'libs/feature/jurisdictions/src/index.ts': `export { openedOn } from '#libs/domain/jurisdiction';\n`,
  'libs/feature/access/src/index.ts': `import { openedOn } from '#libs/feature/jurisdictions';\n\nexport const scope = openedOn;\n`,
  'libs/feature/casework/src/index.ts': `import { scope } from '#libs/feature/access';\nimport { open } from '#libs/platform/database';\n\nexport const record = [scope, open];\n`,
  'libs/feature/casework/src/case-file.db-spec.ts': `import { cluster } from '../../../../test/support/cluster.js';\n\nexport const used = cluster;\n`,
  'libs/feature/trials/src/index.ts': `import { record } from '#libs/feature/casework';\n\nexport const trials = record;\n`,
  'libs/feature/denunciations/src/index.ts': `import { record } from '#libs/feature/casework';\n\nexport const denunciations = record;\n`,
  'libs/feature/plans/src/index.ts': `export { openedOn as planOpenedOn } from '#libs/feature/jurisdictions';\n`,
  'libs/feature/compliance/src/index.ts': `import { record } from '#libs/feature/casework';\nimport { planOpenedOn } from '#libs/feature/plans';\n\nexport const compliance = [record, planOpenedOn];\n`,
  'libs/feature/reports/src/index.ts': `import { compliance } from '#libs/feature/compliance';\n\nexport const reports = compliance;\n`,
  'database/migrations/index.ts': `export const migrations: readonly string[] = [];\n`,
  'apps/api/src/main.ts': `import { migrations } from '#database/migrations';\nimport { record } from '#libs/feature/casework';\n\nexport const api = [migrations, record];\n`,
  'test/support/cluster.ts': `export const cluster = Date.now();\n`,
};

export interface PlantedViolation {
  readonly what: string;
  readonly file: string;
  readonly text: string;
  /** Files that the violation needs; the tools blame `file`. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Names of the rules that must report it, ESLint's and dependency-cruiser's. */
  readonly rules: readonly string[];
}

const importing = (name: string, from: string): string =>
  `import { ${name} } from '${from}';\n\nexport const planted = ${name};\n`;

const inFeature = (name: string): string => `libs/feature/casework/src/${name}.ts`;

const importsThatAreRefused: readonly PlantedViolation[] = [
  {
    what: 'a domain library that looks upward',
    file: 'libs/domain/jurisdiction/src/upward.ts',
    text: importing('lifecycle', '#libs/domain/procedure'),
    rules: ['boundaries/dependencies'],
  },
  {
    what: 'a law that knows it is measured',
    file: 'libs/domain/procedure/src/measured.ts',
    text: importing('measure', '#libs/domain/performance'),
    rules: ['boundaries/dependencies', 'the-law-does-not-know-it-is-measured'],
  },
  {
    what: 'a rule that reads a file',
    file: 'libs/domain/procedure/src/reads-file.ts',
    text: importing('readFileSync', 'node:fs'),
    rules: ['boundaries/dependencies', 'domain-is-pure'],
  },
  {
    what: 'a rule that uses a package',
    file: 'libs/domain/performance/src/uses-package.ts',
    text: importing('Pool', 'pg'),
    rules: ['boundaries/dependencies', 'domain-is-pure'],
  },
  {
    what: 'a stage that reaches into another stage',
    file: 'libs/domain/procedure/src/denunciation/impatient.ts',
    text: importing('judge', '../trial/judge.js'),
    rules: ['stage-does-not-reach-into-another-stage'],
  },
  {
    what: 'a library entered through the window',
    file: inFeature('through-the-window'),
    text: importing('lifecycle', '../../../domain/procedure/src/lifecycle.js'),
    rules: ['through-the-front-door'],
  },
  {
    what: 'casework that calls compliance',
    file: inFeature('calls-compliance'),
    text: importing('compliance', '#libs/feature/compliance'),
    rules: ['boundaries/dependencies', 'casework-never-calls-compliance'],
  },
  {
    what: 'one stage feature that calls another',
    file: 'libs/feature/denunciations/src/calls-trials.ts',
    text: importing('trials', '#libs/feature/trials'),
    rules: ['boundaries/dependencies'],
  },
  {
    what: 'machinery that knows the procedure',
    file: 'libs/platform/event-log/src/knows-crimes.ts',
    text: importing('lifecycle', '#libs/domain/procedure'),
    rules: ['boundaries/dependencies', 'platform-knows-no-subject'],
  },
  {
    what: 'a library that imports an app',
    file: 'libs/feature/reports/src/imports-app.ts',
    text: importing('api', '../../../../apps/api/src/main.js'),
    rules: ['boundaries/dependencies', 'nobody-imports-an-app'],
  },
  {
    what: 'an app that picks a stage apart',
    file: 'apps/api/src/rules.ts',
    text: importing('judge', '../../../libs/domain/procedure/src/trial/judge.js'),
    rules: ['apps-hold-no-rules', 'through-the-front-door-from-outside'],
  },
  {
    what: 'two files that need each other',
    file: 'libs/feature/plans/src/first.ts',
    text: `import { second } from './second.js';\n\nexport const first = (): unknown => second;\n`,
    beside: {
      'libs/feature/plans/src/second.ts': `import { first } from './first.js';\n\nexport const second = (): unknown => first;\n`,
    },
    rules: ['no-cycles'],
  },
  {
    what: 'a source that leans on the tests',
    file: inFeature('leans-on-tests'),
    text: importing('cluster', '../../../../test/support/cluster.js'),
    rules: ['boundaries/dependencies', 'sources-do-not-import-tests'],
  },
  {
    what: 'an import that leads nowhere',
    file: inFeature('leads-nowhere'),
    text: `export { nothing } from './not-there.js';\n`,
    rules: ['nothing-unresolved'],
  },
];

const longFunction = `export function long(): number {\n  let sum = 0;\n${'  sum += 1;\n'.repeat(40)}  return sum;\n}\n`;
const branches = Array.from({ length: 10 }, (_, index) => `  if (value === ${index}) return ${index + 1};\n`).join('');

const habitsThatAreRefused: readonly PlantedViolation[] = [
  {
    what: 'a look at the clock outside platform',
    file: inFeature('looks-at-clock'),
    text: `export const planted = [Date.now(), new Date()];\n`,
    rules: ['no-restricted-syntax'],
  },
  {
    what: 'a swallowed error',
    file: inFeature('swallows'),
    text: `export function planted(work: () => void): void {\n  try {\n    work();\n  } catch {}\n}\n`,
    rules: ['no-restricted-syntax'],
  },
  {
    what: 'a swallowed rejection',
    file: inFeature('swallows-later'),
    text: `export const planted = (work: Promise<void>): Promise<void> => work.catch(() => {});\n`,
    rules: ['no-restricted-syntax'],
  },
  {
    what: 'a cast through unknown',
    file: inFeature('double-cast'),
    text: `export const planted = 'a' as unknown as number;\n`,
    rules: ['no-restricted-syntax'],
  },
  {
    what: 'any',
    file: inFeature('anything'),
    text: `export const planted = (value: any): string => String(value);\n`,
    rules: ['@typescript-eslint/no-explicit-any'],
  },
  {
    what: 'a silenced compiler',
    file: inFeature('silenced'),
    text: `// @ts-ignore\nexport const planted: number = 'a';\n`,
    rules: ['@typescript-eslint/ban-ts-comment'],
  },
  {
    what: 'a promise that nobody awaits',
    file: inFeature('floating'),
    text: `export function planted(work: () => Promise<void>): void {\n  work();\n}\n`,
    rules: ['@typescript-eslint/no-floating-promises'],
  },
  {
    what: 'a switch that forgets a member',
    file: inFeature('forgets'),
    text: `export function planted(side: 'left' | 'right'): number {\n  switch (side) {\n    case 'left':\n      return 1;\n  }\n  return 2;\n}\n`,
    rules: ['@typescript-eslint/switch-exhaustiveness-check'],
  },
  {
    what: 'a file name that says nothing',
    file: 'libs/feature/casework/src/case.utils.ts',
    text: `export const planted = 1;\n`,
    rules: ['house/plain-names'],
  },
  {
    what: 'a class name that says nothing',
    file: inFeature('names'),
    text: `export class CaseManager {\n  count = 0;\n}\n`,
    rules: ['house/plain-names'],
  },
  {
    what: 'a domain file over 150 lines',
    file: 'libs/domain/victim/src/long.ts',
    text: Array.from({ length: 151 }, (_, index) => `export const line${index} = ${index};\n`).join(''),
    rules: ['max-lines'],
  },
  {
    what: 'a function over 40 lines',
    file: inFeature('long-function'),
    text: longFunction,
    rules: ['max-lines-per-function'],
  },
  {
    what: 'a function with more than ten paths',
    file: inFeature('complex'),
    text: `export function planted(value: number): number {\n${branches}  return 0;\n}\n`,
    rules: ['complexity'],
  },
  {
    what: 'a function with five parameters',
    file: inFeature('five-parameters'),
    text: `export const planted = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;\n`,
    rules: ['max-params'],
  },
];

/** One broken rule for each file, beside the clean tree. */
export const plantedViolations: readonly PlantedViolation[] = [...importsThatAreRefused, ...habitsThatAreRefused];
