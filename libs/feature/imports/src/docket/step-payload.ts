import type { Day } from '#libs/domain/kernel';
import type { Offence } from '#libs/domain/procedure';
import { fieldsOf } from '../register/words.js';
import type { DocketRole, ProfileStep } from './profile.js';

/** What a step can draw on: the two files of the matter, the person, the offence, the offices, the day. */
export interface Matter {
  readonly denunciationId?: string;
  readonly caseId: string;
  readonly defendant: { readonly id: string; readonly number: string };
  readonly offence: Offence;
  readonly officeOf: (role: DocketRole) => number;
  /** Whether the file holds several accused, so that a halt must name its person. */
  readonly isShared: boolean;
}

type Maker = (step: ProfileStep, matter: Matter, on: Day) => unknown;

const RECEIVING: Readonly<Record<string, DocketRole>> = {
  'hand-to-procuracy': 'procuracy',
  'hand-to-court': 'court',
  'return-for-supplement': 'police',
  'return-by-court': 'procuracy',
};

const DEFAULTS: Readonly<Record<string, Maker>> = {
  caseId: (_step, { caseId }) => caseId,
  denunciationIds: (_step, { denunciationId }) => (denunciationId === undefined ? undefined : [denunciationId]),
  offence: (_step, { offence }) => offence,
  defendantId: (_step, { defendant }) => defendant.id,
  number: (_step, { defendant }) => defendant.number,
  persons: (_step, { defendant }) => [{ defendantId: defendant.id, number: defendant.number }],
  hearingOn: (_step, _matter, on) => on,
  toOfficeId: ({ command }, { officeOf }) => {
    const role = RECEIVING[command];
    return role && officeOf(role);
  },
  verdicts: ({ payload }, { defendant }) => [
    { defendantId: defendant.id, outcome: typeof payload.verdict === 'string' ? payload.verdict : 'convicted' },
  ],
};

/** Fills in what the law asks of a step: the profile's own words first, then what follows from the matter. */
export function stepPayload(step: ProfileStep, matter: Matter, on: Day): Record<string, unknown> {
  const payload: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fieldsOf(step.on, step.command) ?? {})) {
    const given = step.payload[name];
    const named =
      name === 'defendantIds' && namesPerson(step, field.required, matter) ? [matter.defendant.id] : undefined;
    const value = given ?? named ?? DEFAULTS[name]?.(step, matter, on);
    if (value !== undefined) payload[name] = value;
  }
  return payload;
}

const HALTS = ['suspend', 'resume', 'terminate'];

const namesPerson = ({ command }: ProfileStep, isRequired: boolean, { isShared }: Matter): boolean =>
  isRequired || (isShared && HALTS.includes(command));
