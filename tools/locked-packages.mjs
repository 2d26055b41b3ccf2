import { readFileSync } from 'node:fs';

/** @returns package-lock.json's table: place (`''` is the project itself) → what is locked there. */
export function lockedPackages() {
  return JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
}

/**
 * Node's look-up: the package's own node_modules first, then outward to the root.
 * @returns the place at which `from` finds the package `name`, or undefined when the lock has none.
 */
export function findPlace(packages, from, name) {
  for (let place = from; ; place = outwardOf(place)) {
    const wanted = `${place === '' ? '' : `${place}/`}node_modules/${name}`;
    if (packages[wanted]) return wanted;
    if (place === '') return undefined;
  }
}

function outwardOf(place) {
  const inner = place.lastIndexOf('/node_modules/');
  return inner < 0 ? '' : place.slice(0, inner);
}

/** @returns the name under which the package at a place is imported: `node_modules/a/node_modules/@b/c` → `@b/c`. */
export function nameAt(place) {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
