import type { Day } from '#libs/domain/kernel';
import { type Defendant, type Offence, isActive } from '#libs/domain/procedure';
import { fieldsOf } from '../register/words.js';
import type { DocketRole, ProfileStep } from './profile.js';

/** A person of the log. */
export interface Person {
  readonly id: string;
  readonly number: string;
}

/** What a verdict of the log says of one person. */
export interface PersonVerdict {
  readonly defendantId: string;
  readonly outcome: string;
}

/** What a step can draw on: the two files of the matter, the person, the offence, the offices, the day. */
export interface Matter {
  readonly denunciationId?: string;
  readonly caseId: string;
  /** Absent where the row is about the whole case. */
  readonly defendant?: Person;
  /** Everyone accused in the case so far. */
  readonly accused: readonly Defendant[];
  /** What the log says of that day about the persons of the case. */
  readonly verdicts: readonly PersonVerdict[];
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
  defendantId: (_step, { defendant }) => defendant?.id,
  number: (_step, { defendant }) => defendant?.number,
  persons: (_step, { defendant }) => defendant && [{ defendantId: defendant.id, number: defendant.number }],
  hearingOn: (_step, _matter, on) => on,
  toOfficeId: ({ command }, { officeOf }) => {
    const role = RECEIVING[command];
    return role && officeOf(role);
  },
  verdicts: (step, matter) => verdictsOf(step, matter),
};

/** @returns what the step says of a person: `with: { verdict: … }`, convicted where it says nothing. */
export const outcomeOf = ({ payload }: ProfileStep): string =>
  typeof payload.verdict === 'string' ? payload.verdict : 'convicted';

/** One judgment decides on everyone (Điều 298, 326 BLTTHS): the row's own person and whoever the log judges that day. */
const verdictsOf = (step: ProfileStep, { defendant, accused, verdicts }: Matter): readonly PersonVerdict[] => {
  const outcome = outcomeOf(step);
  const active = accused.filter(isActive).map(({ id }) => id);
  const others = verdicts.filter(({ defendantId: id }) => id !== defendant?.id && active.includes(id));
  if (defendant) return [{ defendantId: defendant.id, outcome }, ...others];
  return active.map((id) => others.find(({ defendantId }) => defendantId === id) ?? { defendantId: id, outcome });
};

/** Fills in what the law asks of a step: the profile's own words first, then what follows from the matter. */
export function stepPayload(step: ProfileStep, matter: Matter, on: Day): Record<string, unknown> {
  const payload: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fieldsOf(step.on, step.command) ?? {})) {
    const given = step.payload[name];
    const named = name === 'defendantIds' ? personsOf(step, field.required, matter) : undefined;
    const value = given ?? named ?? DEFAULTS[name]?.(step, matter, on);
    if (value !== undefined) payload[name] = value;
  }
  return payload;
}

const HALTS = ['suspend', 'resume', 'terminate'];
/** Whom a step that must name its persons is about, where the row is about the whole case. */
const MEANT: Readonly<Record<string, readonly Defendant['status'][]>> = {
  'approve-charge': ['charged'],
  'cancel-charge': ['charged'],
  appeal: ['judged', 'appealed'],
};

/** @returns the persons whom a step names; `undefined`: none, so that it is about the whole case. */
const personsOf = (
  { command }: ProfileStep,
  isRequired: boolean,
  { isShared, defendant, accused }: Matter,
): string[] | undefined => {
  if (!isRequired && !(isShared && HALTS.includes(command))) return undefined;
  if (defendant) return [defendant.id];
  if (!isRequired) return undefined;
  return accused.filter(({ status }) => MEANT[command]?.includes(status)).map(({ id }) => id);
};
