/**
 * The only fields that reach a log line. Whatever else is handed to the logger is dropped: bodies, names, addresses and
 * query strings cannot be logged by accident.
 */
const ALLOWED = new Set([
  'account',
  'attempt',
  'code',
  'context',
  'count',
  'durationInMs',
  'event',
  'fromPosition',
  'indicator',
  'job',
  'method',
  'office',
  'permission',
  'plan',
  'port',
  'queue',
  'reason',
  'request',
  'route',
  'status',
  'subject',
  'territory',
  'toPosition',
  'written',
]);

/** What an id, a code or a route pattern looks like. A person's name or a sentence has a space or a diacritic. */
const PLAIN_WORD = /^[\w:./@*{}?-]{1,200}$/;

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && PLAIN_WORD.test(value));

/** @returns the allowed fields with plain values: numbers, flags, ids, codes, route patterns. */
export function allowedFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(fields).filter(([name, value]) => ALLOWED.has(name) && isPlain(value));
  return Object.fromEntries(kept);
}
