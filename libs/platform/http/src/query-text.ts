import { parse } from 'node:querystring';

const MOST_PARAMETERS = 100;
const NUL = '\u0000';
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

type Parameters = Record<string, string | string[]>;

/**
 * Reads the query of an address. Text becomes NFC; a name that stands twice becomes a list, which no field of ours takes.
 * @returns an object without prototype. Never throws: the router calls it where nothing would catch it.
 */
export function readQuery(text: string): Parameters {
  const parameters = parse(text, '&', '=', { maxKeys: MOST_PARAMETERS }) as Parameters;
  for (const [name, value] of Object.entries(parameters)) {
    parameters[name] = Array.isArray(value) ? value.map(composed) : composed(value);
  }
  return parameters;
}

const composed = (text: string): string => text.normalize('NFC');

/** @returns whether a parameter of the path or the query holds NUL, which the database refuses. */
export function holdsNul(parameters: unknown): boolean {
  if (typeof parameters === 'string') return parameters.includes(NUL);
  if (typeof parameters !== 'object' || parameters === null) return false;
  return Object.entries(parameters).some(([name, value]) => name.includes(NUL) || holdsNul(value));
}

/** @returns whether a parameter of the query reaches for the prototype of what it is copied to. */
export const namesPrototype = (query: unknown): boolean =>
  typeof query === 'object' && query !== null && Object.keys(query).some((name) => FORBIDDEN_NAMES.has(name));
