import { type DomainError, type ErrorFacts } from '#libs/domain/kernel';
import { type ErrorAnswer } from './answer-to-error.js';
import { type Fault } from './invalid-request.js';
import { TITLES, findSentence } from './messages/catalogue.js';
import { type Language } from './messages/language.js';

/** A fault of one field, in the reader's language. */
export interface ProblemFault {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}

/** What an error is answered with: RFC 9457, with our members `code`, `article`, `possible`, `fileStatus`, `version`, `faults`. */
export interface Problem {
  /** `urn:theoan:problem:` and the code; it names the problem and leads nowhere. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** The article of law by which a rule refused. */
  readonly article?: string;
  /** The commands that are possible now. */
  readonly possible?: readonly string[];
  /** The status in which the file now is. */
  readonly fileStatus?: string;
  /** The version that the file now has. */
  readonly version?: number;
  readonly faults?: readonly ProblemFault[];
  /** Reference of this very answer, also in the log. */
  readonly instance: string;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** @param request id of the request. @returns the problem in the reader's language. */
export function problemOf(answer: ErrorAnswer, language: Language, request: string): Problem {
  const { status, code, facts, faults } = answer;
  const title = TITLES[language][String(status)] ?? TITLES[language]['400'] ?? '';
  return {
    type: `urn:theoan:problem:${code}`,
    title,
    status,
    code,
    detail: findSentence(code, facts, language) ?? title,
    ...lawOf(facts),
    ...(faults ? { faults: faults.map((fault) => describeFault(fault, language)) } : {}),
    instance: `urn:uuid:${request}`,
  };
}

type LawOfProblem = Pick<Problem, 'article' | 'possible' | 'fileStatus' | 'version'>;

const lawOf = ({ article, possible, status, version }: ErrorFacts): LawOfProblem => ({
  ...(typeof article === 'string' ? { article } : {}),
  ...(Array.isArray(possible) ? { possible: possible.map(String) } : {}),
  ...(typeof status === 'string' ? { fileStatus: status } : {}),
  ...(typeof version === 'number' ? { version } : {}),
});

const describeFault = ({ field, code, facts }: Fault, language: Language): ProblemFault => ({
  field,
  code,
  detail: findSentence(code, facts, language) ?? findSentence('field.invalid', {}, language) ?? code,
});

/** @returns the sentence of a refusal for a command line or a log of an import, with the article where a rule refused. */
export function sentenceFor(error: Pick<DomainError, 'code' | 'facts'>, language: Language): string {
  const sentence = findSentence(error.code, error.facts, language) ?? error.code;
  const { article } = lawOf(error.facts);
  return article === undefined ? sentence : `${sentence} (${article})`;
}
