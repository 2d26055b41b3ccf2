// The bill of materials of a release: CycloneDX 1.6 in JSON, from package.json and package-lock.json alone. It holds no
// moment and nothing by chance, so whoever has the same lock gets the same bytes.
// `npm run sbom [-- <file>]`; without a file it writes dist/sbom.cdx.json.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findPlace, lockedPackages, nameAt } from './locked-packages.mjs';

const DEFAULT_FILE = 'dist/sbom.cdx.json';
const LINKS = ['dependencies', 'optionalDependencies', 'peerDependencies'];

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const packages = lockedPackages();
const byRef = ([one], [other]) => (one < other ? -1 : 1);

/** A package that is installed at several places is one component. */
function purlOf(place) {
  if (place === '') return `pkg:npm/${manifest.name}@${manifest.version}`;
  const { name = nameAt(place), version } = packages[place];
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function hashesOf({ integrity = '' }) {
  return integrity.split(/\s+/).map((hash) => {
    const [algorithm, digest] = hash.split(/-(.*)/s);
    return { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') };
  });
}

function licencesOf({ license }) {
  if (!license) return [];
  return / (?:AND|OR|WITH) /.test(license) ? [{ expression: license }] : [{ license: { id: license } }];
}

/** Required as soon as one of its places is. */
function scopeOf(places) {
  const locked = places.map((place) => packages[place]);
  if (locked.some(({ dev, optional, devOptional }) => !dev && !optional && !devOptional)) return 'required';
  return locked.every(({ dev }) => dev) ? 'excluded' : 'optional';
}

function componentOf([ref, places]) {
  const [group, name] = nameAt(places[0]).startsWith('@') ? nameAt(places[0]).split('/') : ['', nameAt(places[0])];
  const locked = packages[places[0]];
  return {
    type: 'library',
    'bom-ref': ref,
    ...(group === '' ? {} : { group }),
    name,
    version: locked.version,
    scope: scopeOf(places),
    hashes: hashesOf(locked),
    licenses: licencesOf(locked),
    purl: ref,
    properties: places.map((place) => ({ name: 'cdx:npm:package:path', value: place })),
  };
}

function placesByRef() {
  const found = new Map();
  for (const place of Object.keys(packages).sort()) {
    found.set(purlOf(place), [...(found.get(purlOf(place)) ?? []), place]);
  }
  return [...found].sort(byRef);
}

function dependsOn(places) {
  const refs = places.flatMap((place) => {
    const kinds = place === '' ? ['devDependencies', ...LINKS] : LINKS;
    const names = kinds.flatMap((kind) => Object.keys(packages[place][kind] ?? {}));
    return names.map((name) => findPlace(packages, place, name)).filter((found) => found !== undefined);
  });
  return [...new Set(refs.map(purlOf))].sort();
}

/** Of the content: the same materials have the same number, other materials another. */
function serialNumberOf(content) {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const variant = ((Number.parseInt(hex[16], 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}

function billOfMaterials() {
  const found = placesByRef();
  const content = {
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': purlOf(''),
        name: manifest.name,
        version: manifest.version,
        description: manifest.description,
        purl: purlOf(''),
      },
    },
    components: found.filter(([, places]) => places[0] !== '').map(componentOf),
    dependencies: found.map(([ref, places]) => ({ ref, dependsOn: dependsOn(places) })),
  };
  return { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: serialNumberOf(content), ...content };
}

const file = process.argv[2] ?? DEFAULT_FILE;
const bill = billOfMaterials();
const bytes = `${JSON.stringify(bill, null, 2)}\n`;
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, bytes);
const digest = createHash('sha256').update(bytes).digest('hex');
console.log(`${file}: ${bill.components.length} components, SHA-256 ${digest}`);
