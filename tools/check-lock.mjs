// What `npm ci` would refuse, or what would tie the lock to one registry, found before it is committed:
// npm silently leaves an optional platform package out of the lock when it is not published yet, and then refuses
// its own lock ("Missing: … from lock file").
import { readFileSync } from 'node:fs';
import { findPlace, lockedPackages } from './locked-packages.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const packages = lockedPackages();
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'];
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

function* missingOptionals() {
  for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (!findPlace(packages, place, name)) yield `${place || 'package.json'} wants ${name}@${range}: not in the lock`;
    }
  }
}

function* differencesFromManifest() {
  for (const kind of KINDS) {
    const wanted = manifest[kind] ?? {};
    const locked = packages[''][kind] ?? {};
    for (const name of new Set([...Object.keys(wanted), ...Object.keys(locked)])) {
      if (wanted[name] !== locked[name]) yield `${name}: package.json and the lock disagree`;
      else if (!EXACT.test(wanted[name])) yield `${name}@${wanted[name]}: pin one version`;
    }
  }
}

function* namedRegistries() {
  for (const [place, { resolved }] of Object.entries(packages)) {
    if (resolved) yield `${place} names a download address: set omit-lockfile-registry-resolved=true and lock again`;
  }
}

const faults = [...missingOptionals(), ...differencesFromManifest(), ...namedRegistries()];
for (const fault of faults) console.error(fault);
console.log(`${Object.keys(packages).length} packages locked, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
