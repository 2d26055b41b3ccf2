import type { Day } from '#libs/domain/kernel';
import type { InvestigationClock, ProsecutionClock, TransferCourse } from './case-clock.js';
import type { CaseNotice } from './case-notices.js';
import { type CaseStage, isEarlierPhase, phaseOf } from './case-stage.js';
import type { CourtCourse } from './court-course.js';
import { type Defendant, isCharged, isHalted } from './defendant.js';
import type { HeldPerson } from './measure.js';
import type { OwedNotice } from './notices.js';
import type { Remarks } from './remarks/remark.js';
import { lawDayOf } from './offence/law-day.js';
import { type Gravity, type Offence, findGravity, gravityRank } from './offence.js';

/** Statuses of a case; `none` before it is instituted. Source: Điều 153–154, 229–235, 240–249, 276–282, 331–403 BLTTHS. */
export const CASE_STATUSES = [
  'none',
  'under-investigation',
  'investigation-suspended',
  'investigation-terminated',
  'institution-cancelled',
  'joined',
  'in-transfer',
  'concluded',
  'at-procuracy',
  'prosecution-suspended',
  'prosecution-terminated',
  'indicted',
  'handed-to-court',
  'accepted',
  'scheduled',
  'trial-suspended',
  'trial-terminated',
  'judged',
  'appealed',
  'sent-to-appeal',
  'appeal-accepted',
  'appeal-scheduled',
  'remanded',
  'final',
  'in-cassation',
  'in-reopening',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** The state of one case with its defendants: a fold of its steps. */
export interface CaseFile extends CourtCourse, Remarks {
  readonly life: 'case';
  readonly stage: CaseStage;
  /** The case stands still: by a decision on the whole case, or because one halted the last accused of this stage. */
  readonly halt?: 'suspended' | 'terminated';
  readonly holderOfficeId?: number;
  readonly receiverOfficeId?: number;
  readonly transfer?: TransferCourse;
  readonly investigatingOfficeId?: number;
  readonly procuracyOfficeId?: number;
  readonly courtOfficeId?: number;
  /** The officer or judge of the holder who works on it. */
  readonly assigneeId?: string;
  readonly offence?: Offence;
  /** What the institution was supplemented with, or what joined cases brought. */
  readonly otherOffences?: readonly Offence[];
  readonly placeId?: number;
  readonly committedOn?: Day;
  readonly institutedOn?: Day;
  readonly investigationClock?: InvestigationClock;
  /** The end that the last extension of the running limit set. */
  readonly investigationUntil?: Day;
  readonly extensionAskedOn?: Day;
  readonly prosecutionClock?: ProsecutionClock;
  /** The procuracy found the termination well-founded. */
  readonly terminationConfirmedOn?: Day;
  readonly procedure?: 'summary';
  /** The halved limits of accused under 18 no longer hold. Source: Luật 59/2024/QH15. */
  readonly minorLimitsLifted?: true;
  readonly parentCaseId?: string;
  readonly joinedIntoCaseId?: string;
  readonly absorbedCaseIds?: readonly string[];
  /** Notices that are still owed, and by whom. */
  readonly owed: readonly OwedNotice<CaseNotice>[];
  readonly defendants: readonly Defendant[];
  /** Who is or was in custody. */
  readonly held?: readonly HeldPerson[];
  readonly denunciationIds: readonly string[];
  /** A case taken over from a paper register may be known to have an accused who is not listed. */
  readonly discoveredBefore: boolean;
  readonly carriedOver: boolean;
  readonly returns: { readonly procuracy: number; readonly judge: number; readonly panel: number };
  /** Who at the court returned the case, until the procuracy has answered. */
  readonly courtReturn?: 'judge' | 'panel';
  /** The day on which the present status or holder began. */
  readonly since?: Day;
}

export const NO_CASE: CaseFile = {
  life: 'case',
  stage: 'none',
  owed: [],
  defendants: [],
  denunciationIds: [],
  discoveredBefore: false,
  carriedOver: false,
  returns: { procuracy: 0, judge: 0, panel: 0 },
};

/** @returns the defendants whose charge stands in this case. */
export const chargedDefendants = (file: CaseFile): readonly Defendant[] => file.defendants.filter(isCharged);

/** @returns whether at least one suspect is identified and charged: the case is discovered (khám phá). */
export const isDiscovered = (file: CaseFile): boolean => file.discoveredBefore || chargedDefendants(file).length > 0;

/** @returns whether an earlier part of the procedure halted the person: the file went on without him or her. */
export const isHaltedEarlier = (file: CaseFile, defendant: Defendant): boolean =>
  isHalted(defendant) && defendant.haltedIn !== undefined && isEarlierPhase(defendant.haltedIn, phaseOf(file.stage));

/** @returns the accused whose proceedings are at the stage where the file is. */
export const defendantsAtStage = (file: CaseFile): readonly Defendant[] =>
  chargedDefendants(file).filter((defendant) => defendant.status !== 'final' && !isHaltedEarlier(file, defendant));

/** @returns the gravest offence of the case and its accused, or `undefined` when none is known (Điều 14 TTLT 04/2018). */
export function gravityOfCase(file: CaseFile): Gravity | undefined {
  const lawDay = lawDayOf(file);
  const gravityOf = (offence: Offence | undefined): Gravity | undefined => offence && findGravity(offence, lawDay);
  const own = [file.offence, ...(file.otherOffences ?? [])].map(gravityOf);
  return [...own, ...chargedDefendants(file).map(({ offence }) => gravityOf(offence))].reduce(graver, undefined);
}

const graver = (one: Gravity | undefined, other: Gravity | undefined): Gravity | undefined =>
  one && (!other || gravityRank(one) >= gravityRank(other)) ? one : other;

/** @returns the gravity of what one accused is charged with, or `undefined` when it is not known. */
export function gravityOfAccused(file: CaseFile, defendantId: string): Gravity | undefined {
  const offence = file.defendants.find(({ id }) => id === defendantId)?.offence ?? file.offence;
  return offence && findGravity(offence, lawDayOf(file));
}

const afterJudgment = (file: CaseFile): CaseStatus => {
  const pending = defendantsAtStage(file).filter(({ status }) => status !== 'terminated');
  if (pending.length === 0) return 'final';
  return pending.some(({ status }) => status === 'appealed') ? 'appealed' : 'judged';
};

/**
 * The status of a case: computed from its stage, its halt and its defendants, never stored as truth.
 * Source: Điều 229 khoản 2, 230 khoản 2, 247 khoản 2, 281 khoản 2 BLTTHS (one case, many defendants).
 */
export function statusOfCase(file: CaseFile): CaseStatus {
  if (file.stage === 'none') return 'none';
  if (file.receiverOfficeId !== undefined && file.stage !== 'remanded') return 'in-transfer';
  if (file.stage === 'judged') return afterJudgment(file);
  return file.halt ? `${phaseOf(file.stage)}-${file.halt}` : file.stage;
}
