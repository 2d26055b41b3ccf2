import { HttpException } from '@nestjs/common';
import { DomainError, type DomainErrorKind, type ErrorFacts } from '#libs/domain/kernel';
import { DatabaseUnavailable } from '#libs/platform/database';
import { QueueUnavailable } from '#libs/platform/queue';
import { type Fault, InvalidRequest } from './invalid-request.js';
import { BODY_LIMIT, UPLOAD_LIMIT } from './limits.js';
import { RequestRefused } from './request-refused.js';

/** What an error is answered with, in no language yet. */
export interface ErrorAnswer {
  readonly status: number;
  readonly code: string;
  readonly facts: ErrorFacts;
  readonly faults?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

const STATUS: Readonly<Record<DomainErrorKind, number>> = {
  malformed: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  rule: 409,
};

type Known = Pick<ErrorAnswer, 'status' | 'code' | 'facts'>;

const tooManyParts: Known = { status: 413, code: 'request.too-many-parts', facts: {} };

/** Refusals of Fastify and its plugins that deserve a sentence of their own, by their code. */
const BY_CODE: Readonly<Record<string, Known>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'request.too-large', facts: { limit: BODY_LIMIT } },
  FST_REQ_FILE_TOO_LARGE: { status: 413, code: 'request.upload-too-large', facts: { limit: UPLOAD_LIMIT } },
  FST_PARTS_LIMIT: tooManyParts,
  FST_FILES_LIMIT: tooManyParts,
  FST_FIELDS_LIMIT: tooManyParts,
  FST_INVALID_MULTIPART_CONTENT_TYPE: { status: 415, code: 'request.media-type-unsupported', facts: {} },
};

const BY_STATUS: Readonly<Record<number, string>> = {
  404: 'request.route-not-found',
  405: 'request.method-not-allowed',
  406: 'request.not-acceptable',
  414: 'request.url-malformed',
  415: 'request.media-type-unsupported',
};

/** The parser of upload forms tells a form that is cut off or malformed by plain errors. */
const BROKEN_FORM = /^(?:Unexpected end of (?:multipart data|form)|Part terminated early|Malformed |Multipart: )/;

/** Seconds after which a request is worth another try. */
const RETRY_SOON = { 'retry-after': '2' };

/** @returns the answer to anything that was thrown; what is not known is 500 and tells nothing of the inside. */
export function answerToError(error: unknown): ErrorAnswer {
  if (error instanceof DomainError) return answerToRefusal(error);
  if (error instanceof InvalidRequest) {
    const { faults } = error;
    return { status: 400, code: 'request.invalid', facts: { count: faults.length }, faults };
  }
  if (error instanceof RequestRefused) return error;
  if (error instanceof DatabaseUnavailable || error instanceof QueueUnavailable) {
    return { status: 503, code: 'service.unavailable', facts: {}, headers: RETRY_SOON };
  }
  return answerToServer(error) ?? { status: 500, code: 'service.failed', facts: {} };
}

function answerToRefusal({ kind, code, facts }: DomainError): ErrorAnswer {
  const fields = code === 'step.malformed' && Array.isArray(facts.fields) ? facts.fields : [];
  const faults = fields.map((field) => ({ field: String(field), code: 'field.malformed', facts: {} }));
  return { status: STATUS[kind], code, facts, ...(faults.length > 0 ? { faults } : {}) };
}

/** Nest's own pipes and Fastify's parsers: their messages are theirs, and in English only, so the sentence is ours. */
function answerToServer(error: unknown): ErrorAnswer | undefined {
  const known = findByCode(error) ?? (error instanceof HttpException ? findByCode(error.cause) : undefined);
  if (known) return known;
  const status = statusOf(error);
  if (!(error instanceof Error) || status < 400 || status >= 500) return undefined;
  return { status, code: BY_STATUS[status] ?? codeOfPipe(error.message), facts: {} };
}

const findByCode = (error: unknown): ErrorAnswer | undefined =>
  error instanceof Error && 'code' in error ? BY_CODE[String(error.code)] : undefined;

/** Of a plugin's errors only Fastify's own kind tells a status that is meant for the client. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const isFastifys = error instanceof Error && error.name === 'FastifyError' && 'statusCode' in error;
  if (isFastifys) return Number(error.statusCode);
  return error instanceof Error && BROKEN_FORM.test(error.message) ? 400 : 500;
}

const codeOfPipe = (message: string): string =>
  message.includes('uuid is expected') ? 'request.id-malformed' : 'request.malformed';
