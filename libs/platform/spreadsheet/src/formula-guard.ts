/** What makes a spreadsheet program take a text cell of a CSV for a formula (OWASP, CSV injection), full-width forms included. */
const WOULD_BE_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** @returns the text with an apostrophe in front when a spreadsheet program would calculate it. */
export function withFormulaGuard(text: string): string {
  return WOULD_BE_FORMULA.test(text) ? `'${text}` : text;
}

/** The exact reverse of `withFormulaGuard`: a corrected fault file comes back as it was meant. */
export function withoutFormulaGuard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
