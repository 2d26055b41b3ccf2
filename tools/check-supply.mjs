// What may be installed, and what may run while it is: exact versions with a hash, a reviewed licence, a reviewed
// install script, few packages of our own choosing. Reads package.json, package-lock.json and .npmrc, never the network.
import { existsSync, readFileSync } from 'node:fs';
import { lockedPackages, nameAt } from './locked-packages.mjs';

const MOST_DIRECT_PACKAGES = 60;
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'];
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/** Read one by one: each lets us use, change and pass on the package with at most a notice. */
const REVIEWED_LICENCES = new Set([
  '(MIT OR CC0-1.0)',
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 AND MIT',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Python-2.0',
]);

/** Licences that were accepted for one package only, with the reason. */
const LICENCES_OF_ONE = { 'caniuse-lite': ['CC-BY-4.0', 'tables of browsers, used by build tools, never shipped'] };

/** .npmrc has to say so itself: a setting in somebody's home protects only that person. */
const SETTINGS = ['save-exact=true', 'ignore-scripts=true'];

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const packages = lockedPackages();
const installed = Object.entries(packages).filter(([place]) => place !== '');

function* loosePins() {
  for (const kind of KINDS) {
    for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
      if (!EXACT.test(version)) yield `${kind}: ${name}@${version}: pin one version`;
    }
  }
  for (const [place, { version, integrity }] of installed) {
    if (!EXACT.test(version ?? '')) yield `${place}@${version} is no version of a registry`;
    if (!integrity?.startsWith('sha512-')) yield `${place} is locked without a SHA-512`;
  }
}

function* unreviewedScripts() {
  const reviewed = manifest.allowScripts ?? {};
  const wanting = new Set(installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([at]) => nameAt(at)));
  for (const name of wanting) {
    if (!(name in reviewed))
      yield `${name} wants to run a script when it is installed: read it, then list it in allowScripts`;
  }
  for (const [name, allowed] of Object.entries(reviewed)) {
    if (allowed) yield `${name}: allowScripts lets its script run, .npmrc lets none`;
    if (!wanting.has(name)) yield `${name} stands in allowScripts and has no install script`;
  }
}

function* missingSettings() {
  const lines = existsSync('.npmrc') ? readFileSync('.npmrc', 'utf8').split('\n') : [];
  for (const setting of SETTINGS) if (!lines.includes(setting)) yield `.npmrc does not say ${setting}`;
}

function* unreviewedLicences() {
  for (const [place, { license }] of installed) {
    const ofOne = LICENCES_OF_ONE[nameAt(place)]?.[0];
    if (!REVIEWED_LICENCES.has(license) && license !== ofOne) yield `${place}: licence ${license} was not reviewed`;
  }
}

function directPackages() {
  return Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }).length;
}

function* tooManyPackages() {
  const count = directPackages();
  if (count > MOST_DIRECT_PACKAGES) yield `${count} direct runtime packages, at most ${MOST_DIRECT_PACKAGES}`;
}

const faults = [
  ...loosePins(),
  ...unreviewedScripts(),
  ...missingSettings(),
  ...unreviewedLicences(),
  ...tooManyPackages(),
];
for (const fault of faults) console.error(fault);
const licences = new Set(installed.map(([, { license }]) => license)).size;
console.log(
  `${directPackages()} direct runtime packages, ${installed.length} in all, ${licences} licences, ` +
    `0 install scripts run, ${faults.length} faults`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
