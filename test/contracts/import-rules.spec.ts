import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type PlantedViolation, cleanTree, plantedViolations } from './planted-violations.js';

const REPOSITORY = process.cwd();
const TIME_LIMIT = 180_000;

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}
interface CruisedTree {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

/** What both tools say: `<file>: <rule>`, sorted, each once. */
type Findings = readonly string[];

async function plant(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'import-rules-'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  for (const file of ['package.json', 'tsconfig.json']) {
    await writeFile(path.join(root, file), await readFile(path.join(REPOSITORY, file)));
  }
  await symlink(path.join(REPOSITORY, 'node_modules'), path.join(root, 'node_modules'));
  return root;
}

/** Both tools leave with a code other than 0 when they found something; only an answer that is no JSON is a failure. */
function answerOf(root: string, tool: string, parameters: readonly string[]): Promise<string> {
  const script = path.join(REPOSITORY, 'node_modules', tool);
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, ...parameters], { cwd: root, maxBuffer: 64e6 }, (error, stdout, stderr) => {
      if (stdout.startsWith('{') || stdout.startsWith('[')) resolve(stdout);
      else reject(new Error(`${tool} gave no answer: ${stderr || stdout}`, { cause: error }));
    });
  });
}

async function eslintFindings(root: string): Promise<Findings> {
  const configuration = path.join(REPOSITORY, 'eslint.config.mjs');
  const answer = await answerOf(root, 'eslint/bin/eslint.js', ['--config', configuration, '--format', 'json', '.']);
  return (JSON.parse(answer) as LintedFile[]).flatMap((file) =>
    file.messages.map(({ ruleId, message }) => `${path.relative(root, file.filePath)}: ${ruleId ?? message}`),
  );
}

async function cruiserFindings(root: string): Promise<Findings> {
  const configuration = path.join(REPOSITORY, '.dependency-cruiser.cjs');
  const parameters = ['--config', configuration, '--output-type', 'json', 'apps', 'libs', 'database', 'test'];
  const answer = await answerOf(root, 'dependency-cruiser/bin/dependency-cruise.mjs', parameters);
  return (JSON.parse(answer) as CruisedTree).summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
}

async function findingsOf(files: Readonly<Record<string, string>>): Promise<Findings> {
  const root = await plant(files);
  try {
    const found = await Promise.all([eslintFindings(root), cruiserFindings(root)]);
    return [...new Set(found.flat())].sort();
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

const filesOf = (violations: readonly PlantedViolation[]): Record<string, string> =>
  Object.assign({}, ...violations.map(({ file, text, beside }) => ({ ...beside, [file]: text })));

describe('the rules of the house, run on a planted tree', () => {
  let found: Findings;
  let foundInCleanTree: Findings;

  beforeAll(async () => {
    found = await findingsOf({ ...cleanTree, ...filesOf(plantedViolations) });
    foundInCleanTree = await findingsOf(cleanTree);
  }, TIME_LIMIT);

  it('finds nothing in a tree that keeps them', () => {
    expect(foundInCleanTree).toEqual([]);
  });

  it.each(plantedViolations.map((violation) => [violation.what, violation] as const))(
    'refuses %s',
    (_what, planted) => {
      const here = found.filter((finding) => finding.startsWith(`${planted.file}: `));
      expect(here).toEqual(expect.arrayContaining(planted.rules.map((rule) => `${planted.file}: ${rule}`)));
    },
  );

  it('blames only the planted files', () => {
    const planted = new Set(plantedViolations.map(({ file }) => file));
    expect(found.filter((finding) => !planted.has(finding.split(': ')[0] ?? ''))).toEqual([]);
  });
});
