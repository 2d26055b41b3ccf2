import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';
import { boundaryRules, boundarySettings } from './tools/lint/boundaries.mjs';
import { plainNames } from './tools/lint/plain-names.mjs';

const SPECS = ['**/*spec.ts', 'test/**/*.ts'];
const house = { plugins: { house: { rules: { 'plain-names': plainNames } } } };

const NO_DOUBLE_CAST = {
  selector: 'TSAsExpression > TSAsExpression',
  message: 'A cast of a cast hides a wrong type: narrow it, or read it with a check.',
};
const NO_SWALLOWED_ERROR = [
  {
    selector: 'CatchClause > BlockStatement[body.length=0]',
    message: 'A swallowed error is a lost fact: handle it or let it pass.',
  },
  {
    selector: 'CallExpression[callee.property.name="catch"] > :function > BlockStatement[body.length=0]',
    message: 'A swallowed rejection is a lost fact: handle it or let it pass.',
  },
];
const NO_CLOCK = [
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Ask the Clock of platform/database; a test must be able to set the time.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
    message: 'Ask the Clock of platform/database; a test must be able to set the time.',
  },
];

const budgets = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  complexity: ['error', { max: 10, variant: 'modified' }],
  'max-params': ['error', 4],
};

const typeScriptRules = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
  ],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  // Nest modules are classes that hold only their decorator; a class with an interface in its place needs `async`.
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  'no-eval': 'error',
  'no-restricted-syntax': ['error', NO_DOUBLE_CAST, ...NO_SWALLOWED_ERROR, ...NO_CLOCK],
  'house/plain-names': 'error',
  eqeqeq: 'error',
};

export default tseslint.config(
  {
    ignores: ['dist/', 'coverage/', '.data/', 'docs/generated/', '**/*.d.ts', '**/.dependency-cruiser.cjs'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  house,
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strict, tseslint.configs.recommendedTypeCheckedOnly],
    plugins: { boundaries },
    languageOptions: { parserOptions: { projectService: true } },
    settings: boundarySettings,
    rules: { ...typeScriptRules, ...budgets, ...boundaryRules },
  },
  { files: ['libs/domain/**/*.ts'], ignores: SPECS, rules: { 'max-lines': ['error', { max: 150 }] } },
  {
    // The clock lives in platform; tests and benchmarks hold the stopwatch.
    files: ['libs/platform/**/*.ts', 'bench/**/*.ts', ...SPECS],
    rules: { 'no-restricted-syntax': ['error', NO_DOUBLE_CAST, ...NO_SWALLOWED_ERROR] },
  },
  {
    // A constructor lists what the container gives it; a list of six says that the class does too much.
    files: ['**/*.service.ts', '**/*.controller.ts', '**/*.repository.ts'],
    rules: { 'max-params': ['error', 6] },
  },
  {
    // A migration's SQL stands in one piece.
    files: ['database/migrations/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // A suite is one function; what supertest answers is `any` and is what the suite looks into.
    files: SPECS,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', Buffer: 'readonly', URL: 'readonly' } },
    rules: {
      ...budgets,
      eqeqeq: 'error',
      'no-unused-vars': 'error',
      'house/plain-names': 'error',
      'no-restricted-syntax': ['error', ...NO_SWALLOWED_ERROR],
    },
  },
);
