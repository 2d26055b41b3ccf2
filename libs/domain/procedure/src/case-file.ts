import type { Day } from '#libs/domain/kernel';
import { type Defendant, isCharged } from './defendant.js';
import type { Offence } from './offence.js';

/** How far the file of a case has come; suspension, termination and finality follow from the defendants. */
export type CaseStage =
  | 'none'
  | 'under-investigation'
  | 'concluded'
  | 'at-procuracy'
  | 'indicted'
  | 'handed-to-court'
  | 'accepted'
  | 'scheduled'
  | 'judged';

/** Statuses of a case; `none` before it is instituted. Source: Điều 153–154, 229–235, 240–249, 276–282, 331–343 BLTTHS. */
export const CASE_STATUSES = [
  'none',
  'under-investigation',
  'investigation-suspended',
  'investigation-terminated',
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
  'final',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** The state of one case with its defendants: a fold of its steps. */
export interface CaseFile {
  readonly life: 'case';
  readonly stage: CaseStage;
  /** A suspension or termination of the whole case, where no defendant carries it. */
  readonly halt?: 'suspended' | 'terminated';
  readonly holderOfficeId?: number;
  readonly receiverOfficeId?: number;
  readonly investigatingOfficeId?: number;
  readonly procuracyOfficeId?: number;
  readonly courtOfficeId?: number;
  readonly offence?: Offence;
  readonly placeId?: number;
  readonly institutedOn?: Day;
  readonly hearingOn?: Day;
  readonly investigationUntil?: Day;
  readonly defendants: readonly Defendant[];
  readonly denunciationIds: readonly string[];
  /** A case taken over from a paper register may be known to have an accused who is not listed. */
  readonly discoveredBefore: boolean;
  readonly carriedOver: boolean;
  readonly returns: { readonly procuracy: number; readonly judge: number; readonly panel: number };
  readonly since?: Day;
}

export const NO_CASE: CaseFile = {
  life: 'case',
  stage: 'none',
  defendants: [],
  denunciationIds: [],
  discoveredBefore: false,
  carriedOver: false,
  returns: { procuracy: 0, judge: 0, panel: 0 },
};

const PHASE: Readonly<Record<Exclude<CaseStage, 'none' | 'judged'>, 'investigation' | 'prosecution' | 'trial'>> = {
  'under-investigation': 'investigation',
  concluded: 'investigation',
  'at-procuracy': 'prosecution',
  indicted: 'prosecution',
  'handed-to-court': 'trial',
  accepted: 'trial',
  scheduled: 'trial',
};

/** @returns the defendants whose charge stands. */
export const chargedDefendants = (file: CaseFile): readonly Defendant[] => file.defendants.filter(isCharged);

/** @returns whether at least one suspect is identified and charged: the case is discovered (khám phá). */
export const isDiscovered = (file: CaseFile): boolean => file.discoveredBefore || chargedDefendants(file).length > 0;

const haltOf = (file: CaseFile): CaseFile['halt'] => {
  if (file.halt) return file.halt;
  const charged = chargedDefendants(file);
  if (charged.length === 0) return undefined;
  if (charged.every((defendant) => defendant.status === 'terminated')) return 'terminated';
  const halted = charged.every(({ status }) => status === 'terminated' || status === 'suspended');
  return halted ? 'suspended' : undefined;
};

const afterJudgment = (file: CaseFile): CaseStatus => {
  const open = chargedDefendants(file).filter(({ status }) => status !== 'terminated' && status !== 'final');
  if (open.length === 0) return 'final';
  return open.some(({ status }) => status === 'appealed') ? 'appealed' : 'judged';
};

/**
 * The status of a case: computed from its stage and its defendants, never stored as truth.
 * Source: Điều 229 khoản 2, 230 khoản 2, 247 khoản 2, 281 khoản 2 BLTTHS (one case, many defendants).
 */
export function statusOfCase(file: CaseFile): CaseStatus {
  if (file.stage === 'none') return 'none';
  if (file.receiverOfficeId !== undefined) return 'in-transfer';
  if (file.stage === 'judged') return afterJudgment(file);
  const halt = haltOf(file);
  return halt ? `${PHASE[file.stage]}-${halt}` : file.stage;
}
