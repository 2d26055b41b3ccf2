import { type ErrorFacts } from '#libs/domain/kernel';
import { accessEn } from './en/access.js';
import { deadlinesEn } from './en/deadlines.js';
import { denunciationEn } from './en/denunciation.js';
import { courtEn } from './en/court.js';
import { investigationEn } from './en/investigation.js';
import { fieldEn } from './en/field.js';
import { jurisdictionEn } from './en/jurisdiction.js';
import { labelsEn } from './en/labels.js';
import { procedureEn } from './en/procedure.js';
import { measuresEn } from './en/measures.js';
import { personEn } from './en/person.js';
import { releaseEn } from './en/release.js';
import { remarksEn } from './en/remarks.js';
import { requestEn } from './en/request.js';
import { spreadsheetEn } from './en/spreadsheet.js';
import { titlesEn } from './en/titles.js';
import { transparencyEn } from './en/transparency.js';
import { vaultEn } from './en/vault.js';
import { factText } from './fact-text.js';
import { type Language } from './language.js';
import { type Labels, type Sentences } from './sentences.js';
import { accessVi } from './vi/access.js';
import { deadlinesVi } from './vi/deadlines.js';
import { denunciationVi } from './vi/denunciation.js';
import { courtVi } from './vi/court.js';
import { investigationVi } from './vi/investigation.js';
import { fieldVi } from './vi/field.js';
import { jurisdictionVi } from './vi/jurisdiction.js';
import { labelsVi } from './vi/labels.js';
import { procedureVi } from './vi/procedure.js';
import { measuresVi } from './vi/measures.js';
import { personVi } from './vi/person.js';
import { releaseVi } from './vi/release.js';
import { remarksVi } from './vi/remarks.js';
import { requestVi } from './vi/request.js';
import { spreadsheetVi } from './vi/spreadsheet.js';
import { titlesVi } from './vi/titles.js';
import { transparencyVi } from './vi/transparency.js';
import { vaultVi } from './vi/vault.js';

/** Every sentence, by code. */
export const SENTENCES: Readonly<Record<Language, Sentences>> = {
  vi: {
    ...requestVi,
    ...fieldVi,
    ...accessVi,
    ...jurisdictionVi,
    ...procedureVi,
    ...denunciationVi,
    ...investigationVi,
    ...courtVi,
    ...measuresVi,
    ...remarksVi,
    ...deadlinesVi,
    ...spreadsheetVi,
    ...transparencyVi,
    ...personVi,
    ...vaultVi,
    ...releaseVi,
  },
  en: {
    ...requestEn,
    ...fieldEn,
    ...accessEn,
    ...jurisdictionEn,
    ...procedureEn,
    ...denunciationEn,
    ...investigationEn,
    ...courtEn,
    ...measuresEn,
    ...remarksEn,
    ...deadlinesEn,
    ...spreadsheetEn,
    ...transparencyEn,
    ...personEn,
    ...vaultEn,
    ...releaseEn,
  },
};
export const LABELS: Readonly<Record<Language, Labels>> = { vi: labelsVi, en: labelsEn };
export const TITLES: Readonly<Record<Language, Sentences>> = { vi: titlesVi, en: titlesEn };

const OPTIONAL_PART = /\[\[(.*?)\]\]/g;
export const PLACEHOLDER = /\{(\w+)(?::(\w+))?\}/g;

/**
 * @param kind such as `command`, `status`, `event`, `docket`, `flow`, `ground`, `role`, `agency`.
 * @returns what people call the code; the code itself when the catalogue has no name for it.
 */
export function labelOf(kind: string, code: string, language: Language): string {
  return LABELS[language][kind]?.[code] ?? code;
}

/** @returns the names of every code of a kind, in the order of the catalogue. */
export function labelsOf(kind: string, language: Language): Readonly<Record<string, string>> {
  return LABELS[language][kind] ?? {};
}

/**
 * @param code of a refusal or a fault, such as `step.not-possible`.
 * @param facts what the sentence puts in; a fact that is absent leaves out its `[[part]]`.
 * @returns the sentence that tells what to do, or `undefined` when the catalogue has none for the code.
 */
export function findSentence(code: string, facts: ErrorFacts, language: Language): string | undefined {
  const pattern = SENTENCES[language][code];
  if (pattern === undefined) return undefined;
  const kept = pattern.replace(OPTIONAL_PART, (_, part: string) => (isComplete(part, facts) ? part : ''));
  return kept.replace(PLACEHOLDER, (_, name: string, format?: string) => {
    const nameOf = (one: string): string => (format === undefined ? one : labelOf(format, one, language));
    return factText(facts[name], { format, language, nameOf });
  });
}

const isComplete = (part: string, facts: ErrorFacts): boolean =>
  [...part.matchAll(PLACEHOLDER)].every(([, name = '']) => {
    const fact = facts[name];
    return fact !== undefined && fact !== '' && !(Array.isArray(fact) && fact.length === 0);
  });
