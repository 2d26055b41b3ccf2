import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const REPOSITORY = process.cwd();
const PINNED = 'save-exact=true\nignore-scripts=true\n';
const HASH = `sha512-${Buffer.alloc(64, 7).toString('base64')}`;

interface Locked {
  readonly version: string;
  readonly integrity: string;
  readonly license: string;
  readonly hasInstallScript?: boolean;
}

const left: Locked = { version: '1.0.0', integrity: HASH, license: 'MIT' };

function inFolder<Result>(files: Readonly<Record<string, string>>, work: (folder: string) => Result): Result {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'supply-'));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(tool: string, folder: string, parameters: readonly string[] = []): { passed: boolean; words: string } {
  const script = path.join(REPOSITORY, 'tools', tool);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...parameters], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { passed: status === 0, words: stdout + stderr };
}

describe('the supply', () => {
  const check = (manifest: object, locked: Record<string, Locked> = {}, npmrc = PINNED): ReturnType<typeof run> =>
    inFolder(
      {
        'package.json': JSON.stringify(manifest),
        'package-lock.json': JSON.stringify({ packages: { '': {}, ...locked } }),
        '.npmrc': npmrc,
      },
      (folder) => run('check-supply.mjs', folder),
    );

  it('passes when versions are exact, licences and scripts reviewed', () => {
    const manifest = { dependencies: { left: '1.0.0' }, allowScripts: { left: false } };
    expect(check(manifest, { 'node_modules/left': { ...left, hasInstallScript: true } }).passed).toBe(true);
  });

  it.each(['^1.0.0', '~1.0.0', '1.x', '>=1.0.0', '*', 'latest', 'github:left/left', 'file:../left'])(
    'is refused with %s as a version, whatever kind of dependency it is',
    (version) => {
      for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides']) {
        expect(check({ [kind]: { left: version } }).words).toContain(`${kind}: left@${version}: pin one version`);
      }
    },
  );

  it('is refused when a package brings an install script that nobody read', () => {
    const words = check({}, { 'node_modules/a/node_modules/@b/left': { ...left, hasInstallScript: true } }).words;
    expect(words).toContain('@b/left wants to run a script');
  });

  it('is refused when a script may run, or the review names one that is not there', () => {
    const scripted = { 'node_modules/left': { ...left, hasInstallScript: true } };
    expect(check({ allowScripts: { left: true } }, scripted).passed).toBe(false);
    expect(check({ allowScripts: { left: false } }, { 'node_modules/left': left }).passed).toBe(false);
  });

  it('is refused with a licence that nobody read, or one that was accepted for another package', () => {
    const under = (license: string): boolean => check({}, { 'node_modules/left': { ...left, license } }).passed;
    expect(['MIT', 'GPL-3.0', 'CC-BY-4.0', 'SEE LICENSE IN x'].map(under)).toEqual([true, false, false, false]);
  });

  it('is refused when a package is locked without a strong hash', () => {
    expect(check({}, { 'node_modules/left': { ...left, integrity: 'sha1-AAAA' } }).passed).toBe(false);
  });

  it('is refused with more than 60 direct runtime packages', () => {
    const many = (count: number): object => ({
      dependencies: Object.fromEntries(Array.from({ length: count }, (_, index) => [`left-${index}`, '1.0.0'])),
    });
    expect([check(many(60)).passed, check(many(61)).passed]).toEqual([true, false]);
  });

  it.each(PINNED.trim().split('\n'))('is refused when .npmrc does not say %s', (line) => {
    expect(check({}, {}, PINNED.replace(`${line}\n`, '')).words).toContain(line);
  });
});

interface Component {
  readonly 'bom-ref': string;
  readonly purl: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly { readonly expression?: string; readonly license?: { readonly id: string } }[];
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

interface Bill {
  readonly specVersion: string;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

describe('the bill of materials', () => {
  const written = (): string =>
    inFolder({}, (folder) => {
      const file = path.join(folder, 'sbom.cdx.json');
      run('sbom.mjs', REPOSITORY, [file]);
      return readFileSync(file, 'utf8');
    });
  const bytes = written();
  const bill: Bill = JSON.parse(bytes);
  const locked: Record<string, Locked> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const places = Object.keys(locked).filter((place) => place !== '');

  it('is the same to the byte when it is made again', () => {
    expect(written()).toBe(bytes);
  });

  it('lists every place of the lock once, and nothing else', () => {
    const listed = bill.components.flatMap(({ properties }) => properties.map(({ value }) => value));
    expect(bill.specVersion).toBe('1.6');
    expect(listed.sort()).toEqual([...places].sort());
  });

  it('gives every package the hash and the licence of the lock', () => {
    for (const { purl, hashes, licenses, properties } of bill.components) {
      for (const { value: place } of properties) {
        const { integrity, license, version } = locked[place]!;
        expect(purl.endsWith(`@${version}`)).toBe(true);
        expect(hashes.map(({ content }) => `sha512-${Buffer.from(content, 'hex').toString('base64')}`)).toEqual([
          integrity,
        ]);
        expect(licenses.map(({ expression, license: one }) => expression ?? one?.id)).toEqual([license]);
      }
    }
  });

  it('says of every component what it stands on, and leaves none in the air', () => {
    const known = new Set(bill.dependencies.map(({ ref }) => ref));
    const reached = new Set<string>();
    const walk = (ref: string): void => {
      if (reached.has(ref)) return;
      reached.add(ref);
      bill.dependencies.find((entry) => entry.ref === ref)?.dependsOn.forEach(walk);
    };
    const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
    walk(`pkg:npm/${name}@${version}`);
    expect([...bill.components.map((component) => component['bom-ref'])].filter((ref) => !known.has(ref))).toEqual([]);
    expect([...known].filter((ref) => !reached.has(ref))).toEqual([]);
  });
});
