/**
 * Who may import whom, library by library (the order of the rooms; docs/decisions/0001-monorepo-layout.md).
 * Cycles, front doors, stages and purity are dependency-cruiser's half: .dependency-cruiser.cjs.
 */

/** Each domain library sees only those before it: the law does not know that it is measured. */
const DOMAIN_ORDER = ['kernel', 'disclosure', 'person', 'jurisdiction', 'procedure', 'victim', 'performance'];

/** A feature sees another one only by this list. Every feature may see `access`. */
const FEATURE_SEES = {
  access: ['jurisdictions'],
  plans: ['jurisdictions'],
  casework: ['jurisdictions', 'plans'],
  denunciations: ['casework'],
  investigations: ['casework'],
  prosecutions: ['casework'],
  trials: ['casework'],
  // After a big import the measure is computed anew.
  imports: ['casework', 'compliance', 'jurisdictions'],
  compliance: ['casework', 'plans', 'jurisdictions'],
  deadlines: ['casework', 'jurisdictions'],
  // What leaves the circle is a table of compliance.
  releases: ['casework', 'compliance', 'jurisdictions'],
  reports: ['compliance', 'plans'],
  persons: ['casework', 'jurisdictions'],
  // The invented country takes its steps as everybody does.
  demonstration: ['casework', 'jurisdictions'],
};
// The whole product in one module: it sees every room and no room sees it.
FEATURE_SEES.product = [...new Set([...Object.keys(FEATURE_SEES), ...Object.values(FEATURE_SEES).flat()])];

// Matched from the root of the repository, else `database/*` would also be the inside of libs/platform/database.
const room = (type, pattern) => ({ type, pattern, capture: ['name'], partialMatch: false });
const element = (...types) => ({ element: { type: types } });
const named = (type, names) => ({ element: { type, captured: { name: names } } });
const allow = (from, to) => ({ from, allow: { to } });
const outside = { module: { origin: ['external', 'core'] } };
const specs = { file: { categories: 'test' } };

const belowDomain = (name) => DOMAIN_ORDER.slice(0, DOMAIN_ORDER.indexOf(name));

export const boundarySettings = {
  // The condition that leads `#libs/*` to the sources; the others are what the resolver would ask for by itself.
  'import/resolver': {
    typescript: {
      project: './tsconfig.json',
      conditionNames: ['app-source', 'types', 'import', 'require', 'node', 'default'],
    },
  },
  'boundaries/elements': [
    room('app', 'apps/*'),
    room('domain', 'libs/domain/*'),
    room('feature', 'libs/feature/*'),
    room('platform', 'libs/platform/*'),
    room('database', 'database/*'),
    room('test', 'test/*'),
    room('bench', 'bench'),
  ],
  'boundaries/files': [{ category: 'test', pattern: '**/*spec.ts' }],
};

export const boundaryRules = {
  'boundaries/dependencies': [
    'error',
    {
      default: 'disallow',
      checkAllOrigins: true,
      policies: [
        allow(element('app', 'feature', 'platform', 'database', 'test', 'bench'), outside),
        // A specification may use fast-check and the test support, wherever it stands.
        allow(specs, outside),
        allow(specs, element('test')),
        allow(element('test', 'bench'), element('app', 'feature', 'platform', 'domain', 'database', 'test', 'bench')),
        allow(element('app'), element('feature', 'platform', 'domain', 'database')),
        allow(element('feature'), element('domain', 'platform')),
        allow(element('feature'), named('feature', ['access'])),
        allow(element('platform'), element('platform')),
        allow(element('platform'), named('domain', ['kernel'])),
        allow(element('platform'), element('database')),
        allow(element('database'), element('database')),
        ...DOMAIN_ORDER.slice(1).map((name) => allow(named('domain', [name]), named('domain', belowDomain(name)))),
        ...Object.entries(FEATURE_SEES).map(([name, seen]) => allow(named('feature', [name]), named('feature', seen))),
      ],
    },
  ],
};
