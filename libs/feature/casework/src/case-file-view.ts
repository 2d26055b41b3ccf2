import {
  type CaseFile,
  type Defendant,
  type DenunciationFile,
  type Transition,
  planGroupOf,
} from '#libs/domain/procedure';
import type { AvailableStepView, DenunciationStateView } from './dto/case-file.view.js';
import type { CriminalCaseStateView, DefendantView } from './dto/criminal-case.view.js';

// Named one by one: what a file learns to hold later is not shown until somebody decides that it may be.
const DENUNCIATION = [
  'holderOfficeId',
  'receiverOfficeId',
  'disputedWithOfficeId',
  'source',
  'urgent',
  'remote',
  'committedOn',
  'offence',
  'receivedOn',
  'classifiedOn',
  'assigneeId',
  'prosecutorId',
  'extensions',
  'extensionAskedOn',
  'resumedOn',
  'remedyDemandedOn',
  'parentId',
  'childIds',
  'joinedIntoId',
  'owed',
  'carriedOver',
  'since',
] as const satisfies readonly (keyof DenunciationFile)[];
const CASE = [
  'holderOfficeId',
  'receiverOfficeId',
  'investigatingOfficeId',
  'procuracyOfficeId',
  'courtOfficeId',
  'offence',
  'otherOffences',
  'committedOn',
  'institutedOn',
  'investigationUntil',
  'extensionAskedOn',
  'procedure',
  'minorLimitsLifted',
  'parentCaseId',
  'joinedIntoCaseId',
  'absorbedCaseIds',
  'assigneeId',
  'judgeId',
  'hearingOn',
  'hearingOpenedOn',
  'appellateOfficeId',
  'appealLevel',
  'fileLentTo',
  'reviewOfficeId',
  'annulments',
  'held',
  'keyCase',
  'difficulties',
  'owed',
  'carriedOver',
  'since',
] as const satisfies readonly (keyof CaseFile)[];
const DEFENDANT = [
  'id',
  'number',
  'status',
  'offence',
  'charges',
  'evidenceAskedOn',
  'wantedOn',
  'inAbsentia',
  'detention',
  'minor',
  'underSixteen',
  'chargedOn',
  'judgedOn',
  'verdict',
  'chargeVerdicts',
  'absent',
  'receivedOn',
  'appellants',
  'lateAppealOn',
  'outcome',
  'finalOn',
  'since',
] as const satisfies readonly (keyof Defendant)[];

const only = <T extends object, K extends keyof T>(value: T, names: readonly K[]): Pick<T, K> => {
  const shown = names.filter((name) => value[name] !== undefined).map((name) => [name, value[name]] as const);
  return Object.fromEntries(shown) as Pick<T, K>;
};

const defendantView = (defendant: Defendant): DefendantView => only(defendant, DEFENDANT);

const groupView = (file: CaseFile): Pick<CriminalCaseStateView, 'planGroup'> => {
  const planGroup = planGroupOf(file);
  return planGroup ? { planGroup } : {};
};

/** @returns what a reader sees of the state of a file. */
export const stateView = (file: DenunciationFile | CaseFile): DenunciationStateView | CriminalCaseStateView =>
  file.life === 'denunciation'
    ? only(file, DENUNCIATION)
    : { ...only(file, CASE), ...groupView(file), defendants: file.defendants.map(defendantView) };

/** @returns what a reader sees of a step that is open to him or her. */
export const stepView = ({ command, event, article, fields }: Transition): AvailableStepView => ({
  command,
  event,
  article,
  fields,
});
