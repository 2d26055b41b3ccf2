import { type Fault, InvalidRequest } from './invalid-request.js';
import { RequestRefused } from './request-refused.js';

/** Deeper and larger than any request of ours, far from what costs the parser time or stack. */
const DEEPEST = 16;
const MOST_VALUES = 50_000;

const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);
/** PostgreSQL stores neither NUL nor half a surrogate pair. */
// eslint-disable-next-line no-control-regex -- finding NUL is the purpose
const UNSTORABLE = /[\u0000\p{Surrogate}]/u;
/** Below U+0300 nothing combines, so such text is its own NFC. */
const MAY_NEED_COMPOSING = /[\u0300-\uffff]/;

const [QUOTE, BACKSLASH, COMMA] = ['"', '\\', ','].map((sign) => sign.charCodeAt(0));
/** By how many levels a sign goes down or up. */
const LEVELS: ReadonlyMap<number, number> = new Map(
  Object.entries({ '{': 1, '[': 1, '}': -1, ']': -1 }).map(([sign, step]) => [sign.charCodeAt(0), step]),
);

/**
 * Reads the body of a request: UTF-8, at most 16 levels and 50,000 values. Text becomes NFC; of a name that stands twice
 * in an object the last value counts.
 * @returns `undefined` for an empty body.
 * @throws RequestRefused `request.body-not-utf8`, `request.json-*`; InvalidRequest for names, text and numbers that are
 *   not taken, by field.
 */
export function readJsonBody(bytes: Buffer): unknown {
  const text = decode(bytes);
  if (text.trim() === '') return undefined;
  checkSize(text);
  const value = parse(text);
  const faults: Fault[] = [];
  const clean = cleanse(value, [], faults);
  if (faults.length > 0) throw new InvalidRequest(faults.slice(0, 100));
  return clean;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RequestRefused(400, 'request.body-not-utf8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message quotes the text; nobody is told more than that it is not JSON.
    throw new RequestRefused(400, 'request.json-malformed');
  }
}

/** Looks at depth and number of values before the parser does: it would build the whole tree first. */
function checkSize(text: string): void {
  let depth = 0;
  let values = 1;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (isInText && sign === BACKSLASH) at += 1;
    else if (sign === QUOTE) isInText = !isInText;
    else if (!isInText) {
      depth += LEVELS.get(sign) ?? 0;
      if (sign === COMMA) values += 1;
      refuseBeyond(depth, values);
    }
  }
}

function refuseBeyond(depth: number, values: number): void {
  if (depth > DEEPEST) throw new RequestRefused(400, 'request.json-too-deep', { limit: DEEPEST });
  if (values > MOST_VALUES) throw new RequestRefused(400, 'request.json-too-many-values', { limit: MOST_VALUES });
}

function cleanse(value: unknown, path: readonly string[], faults: Fault[]): unknown {
  const refuse = (code: string): void => {
    faults.push({ field: path.join('.'), code, facts: {} });
  };
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value)) refuse('field.isWellFormedText');
    return MAY_NEED_COMPOSING.test(value) ? value.normalize('NFC') : value;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) refuse('field.not-finite');
  if (Array.isArray(value)) return value.map((item, index) => cleanse(item, [...path, String(index)], faults));
  return typeof value === 'object' && value !== null ? cleanseObject(value, path, faults) : value;
}

function cleanseObject(value: object, path: readonly string[], faults: Fault[]): unknown {
  const clean: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    if (FORBIDDEN_NAMES.has(name)) {
      faults.push({ field: [...path, name].join('.'), code: 'field.forbidden-name', facts: {} });
    } else if (UNSTORABLE.test(name)) {
      faults.push({ field: path.join('.'), code: 'field.isWellFormedText', facts: {} });
    } else {
      clean[name] = cleanse(item, [...path, name], faults);
    }
  }
  return clean;
}
