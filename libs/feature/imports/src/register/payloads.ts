import type { SubjectKind } from '#libs/domain/procedure';
import type { Stated } from './register-row.js';
import { fieldsOf } from './words.js';

/** What the numbers of registers stand for. */
export interface References {
  readonly caseId?: string;
  readonly denunciationIds?: readonly string[];
  readonly defendantId: (number: string) => string;
}

type Payload = Readonly<Record<string, unknown>>;
type Maker = (stated: Stated, ids: References) => unknown;

const offence = ({ article, clause, point }: Stated): Payload | undefined => {
  if (article === undefined && clause === undefined) return undefined;
  return { article, clause, ...(point === undefined ? {} : { point }) };
};

const defendantIds: Maker = ({ defendants }, ids) => defendants?.map((number) => ids.defendantId(number));

const MAKERS: Readonly<Record<string, Maker>> = {
  status: ({ status }) => status,
  receivedOn: ({ since }) => since,
  institutedOn: ({ since }) => since,
  discovered: ({ discovered }) => discovered,
  source: ({ source }) => source,
  placeId: ({ place }) => place,
  competence: ({ competence }) => competence,
  toOfficeId: ({ toOffice }) => toOffice,
  caseId: (_stated, { caseId }) => caseId,
  denunciationIds: (_stated, ids) => ids.denunciationIds,
  offence,
  persons: ({ defendants }, ids) => defendants?.map((number) => ({ defendantId: ids.defendantId(number), number })),
  defendantIds,
  minor: ({ minor }) => minor,
  ground: ({ ground }) => ground,
  grantor: ({ grantor }) => grantor,
  until: ({ until }) => until,
  hearingOn: ({ hearingOn }) => hearingOn,
  by: ({ by }) => by,
  verdicts: (stated, ids) => {
    const cited = offence(stated);
    return stated.verdicts?.map(([number, outcome]) => ({
      defendantId: ids.defendantId(number),
      outcome,
      ...(cited ? { offence: cited } : {}),
    }));
  },
  kind: ({ appealKind }) => appealKind,
  basis: ({ basis }) => basis,
  outcome: ({ outcome }) => outcome,
  because: ({ note }) => note,
};

/**
 * What a row's step records: one payload, or one for each person of a charge. What the row leaves out is absent; whether
 * it may be is for the law to say.
 */
export function payloadsOf(kind: SubjectKind, step: string, stated: Stated, ids: References): Payload[] {
  const payload: Record<string, unknown> = {};
  for (const field of Object.keys(fieldsOf(kind, step) ?? {})) {
    const value = MAKERS[field]?.(stated, ids);
    if (value !== undefined) payload[field] = value;
  }
  if (step !== 'charge') return [payload];
  const numbers = stated.defendants ?? [];
  if (numbers.length === 0) return [payload];
  return numbers.map((number) => ({ ...payload, defendantId: ids.defendantId(number), number }));
}
