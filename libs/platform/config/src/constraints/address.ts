/** @returns the parsed address, or `undefined` when the text is none (another rule says so). */
export const parseAddress = (value: unknown): URL | undefined =>
  typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
