import type { CitizenNumberWarning } from '#libs/domain/person';
import { type Language, findSentence } from '#libs/platform/http';
import type { PersonWarningView } from './person.view.js';

/** @returns warnings in the reader's language. */
export const describeWarnings = (codes: readonly CitizenNumberWarning[], language: Language): PersonWarningView[] =>
  codes.map((code) => ({ code, detail: findSentence(code, {}, language) ?? code }));
