import type { Day } from '#libs/domain/kernel';
import type { CasePhase } from './case-stage.js';
import type { JudgedPerson } from './court-course.js';
import type { Detention } from './measure.js';
import type { Offence } from './offence.js';

/** Statuses of one accused person in one case; `moved` went to another case. Source: Điều 170, 179, 229–230, 240, 260, 343 BLTTHS. */
export const DEFENDANT_STATUSES = [
  'charged',
  'approved',
  'cancelled',
  'suspended',
  'terminated',
  'indicted',
  'judged',
  'appealed',
  'remanded',
  'final',
  'in-cassation',
  'in-reopening',
  'moved',
] as const;
export type DefendantStatus = (typeof DEFENDANT_STATUSES)[number];

/** One person accused in one case; identity lives elsewhere, here is only a number within the case. */
export interface Defendant extends JudgedPerson {
  readonly id: string;
  readonly number: string;
  readonly status: DefendantStatus;
  /** What a resumption restores, while suspended or terminated. */
  readonly statusBeforeSuspension?: DefendantStatus;
  /** Which part of the procedure suspended or terminated; the body of a later part cannot undo it. */
  readonly haltedIn?: CasePhase;
  /** Suspended or terminated by a decision on the whole case, not by one that named this person. */
  readonly haltedWithCase?: true;
  /** The ground on which the person was suspended, where it was told in this case. */
  readonly haltedFor?: string;
  /** Halted by the court before it returned the file. */
  readonly haltedByCourt?: true;
  /** The gravest of the charges. */
  readonly offence?: Offence;
  readonly charges?: readonly Offence[];
  /** What stands again when the procuracy refuses a change of the charge (Điều 180). */
  readonly chargeBefore?: { readonly offence?: Offence; readonly charges?: readonly Offence[] };
  /** The procuracy waits for evidence before it decides on the charge. */
  readonly evidenceAskedOn?: Day;
  readonly wantedOn?: Day;
  /** Was wanted and found: the limitation period runs anew from there (Điều 27 khoản 3 BLHS). */
  readonly foundOn?: Day;
  /** Proceedings go on without the person. */
  readonly inAbsentia?: true;
  readonly detention?: Detention;
  readonly indictedOn?: Day;
  readonly prosecutionWithdrawnOn?: Day;
  readonly minor: boolean;
  /** Was 14 or 15 at the time of the offence. */
  readonly underSixteen?: true;
  readonly chargedOn: Day;
  readonly since: Day;
}

/** Statuses in which nothing more is to be decided about the person in this case. */
const ENDED: readonly DefendantStatus[] = ['cancelled', 'terminated', 'final', 'moved'];

/** @returns whether proceedings against the person are neither ended nor suspended. */
export const isActive = (defendant: Defendant): boolean =>
  !ENDED.includes(defendant.status) && defendant.status !== 'suspended';

/** @returns whether the charge stands in this case: it was not refused by the procuracy, nor taken to another case. */
export const isCharged = ({ status }: Defendant): boolean => status !== 'cancelled' && status !== 'moved';

/** @returns whether proceedings against the person are suspended or terminated. */
export const isHalted = ({ status }: Defendant): boolean => status === 'suspended' || status === 'terminated';

type Change = (defendant: Defendant) => Partial<Defendant>;

/**
 * Changes the defendants that a step names.
 * @param scope `ids`: the named ones; `undefined` stands for every one that `applies` to.
 */
export function changeDefendants(
  defendants: readonly Defendant[],
  scope: { readonly ids?: readonly string[]; readonly applies: (defendant: Defendant) => boolean; readonly on: Day },
  change: Change,
): readonly Defendant[] {
  return defendants.map((defendant) => {
    const named = scope.ids === undefined || scope.ids.includes(defendant.id);
    return named && scope.applies(defendant) ? { ...defendant, ...change(defendant), since: scope.on } : defendant;
  });
}

/** @returns the identifiers that name no defendant to whom the step applies. */
export function unfitDefendants(
  defendants: readonly Defendant[],
  ids: readonly string[],
  applies: (defendant: Defendant) => boolean,
): string[] {
  return ids.filter((id) => !defendants.some((defendant) => defendant.id === id && applies(defendant)));
}
