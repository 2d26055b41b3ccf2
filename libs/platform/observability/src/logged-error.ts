/** What a log tells about an error: never its message, unless that is known to carry no value. */
export interface LoggedError {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly stack?: readonly string[];
}

/** Errors of ours whose message is made of names and codes only. */
const MESSAGE_IS_SAFE = new Set(['DomainError', 'StatementFailed', 'DatabaseUnavailable', 'RequestRefused']);

/** Messages of the engine that quote identifiers of the program, not values. */
const SAFE_SHAPES = [
  /^Cannot (?:read|set) properties of (?:undefined|null)(?: \((?:reading|setting) '[\w$]+'\))?$/,
  /^[\w$.]+ is not (?:a function|defined|iterable|a constructor)$/,
];
const MOST_FRAMES = 12;
const CODE = /^[\w.-]{1,60}$/;

const isSafe = (error: Error): boolean =>
  MESSAGE_IS_SAFE.has(error.name) || SAFE_SHAPES.some((shape) => shape.test(error.message));

/** The first lines of a stack repeat the message; only the frames are kept. */
const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at [^"']+$/.test(line))
    .slice(0, MOST_FRAMES);

/** @returns name, code and frames of an error; its message only where it cannot quote what a person wrote. */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  return {
    name: CODE.test(error.name) ? error.name : 'Error',
    ...(code !== undefined && CODE.test(code) ? { code } : {}),
    ...(isSafe(error) ? { message: error.message } : {}),
    stack: framesOf(error),
  };
}
