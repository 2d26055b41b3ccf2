/** Why a catalogue is refused: the file, a row of it, or what it would do to the territories. */
export const CATALOGUE_FAULT_CODES = [
  'file-unreadable',
  'file-not-utf8',
  'file-too-large',
  'csv-syntax',
  'column-missing',
  'row-length',
  'code-malformed',
  'code-doubled',
  'name-doubled',
  'unit-type-unknown',
  'unit-type-differs',
  'province-unknown',
  'province-empty',
  'province-added',
  'province-vanished',
  'province-changed',
  'changed-on-first-day',
] as const;
export type CatalogueFaultCode = (typeof CATALOGUE_FAULT_CODES)[number];

/** One fault with its place; `line` counts from 1 as an editor shows it, the header included. */
export interface CatalogueFault {
  readonly file: string;
  readonly line: number;
  readonly code: CatalogueFaultCode;
  readonly facts: Readonly<Record<string, string | number>>;
}
