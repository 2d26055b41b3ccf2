/** Closes a `switch` over a union: reached only when the types lied. @throws Error always. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
