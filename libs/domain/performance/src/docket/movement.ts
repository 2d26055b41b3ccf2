import type { Day } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  type CaseStatus,
  type CaseStep,
  DENUNCIATION_LIFECYCLE,
  type DenunciationFile,
  type DenunciationStatus,
  type DenunciationStep,
  type FileOffices,
  type Lifecycle,
  type RecordedStep,
  type Step,
  type SubjectKind,
  historyOf,
} from '#libs/domain/procedure';
import { DOCKETS, type Flow } from './docket.js';
import { howOf, howOfCase, howOfPersons } from './how.js';
import { type Position, positionsOfCase, positionsOfDenunciation } from './position.js';

/** One opening, closing or mark in a docket: a row of the ledger before it has a sign. */
export interface Movement extends Position {
  readonly flow: Flow;
  readonly day: Day;
}

const key = (position: Position): string => `${position.docket}/${position.officeId}/${position.unitId}`;

const isSame = (one: Position, other: Position | undefined): boolean =>
  one.docket === other?.docket && one.officeId === other.officeId && one.unitId === other.unitId;

/** Most steps move nothing. */
const areSame = (before: readonly Position[], after: readonly Position[]): boolean =>
  before.length === after.length && before.every((position, index) => isSame(position, after[index]));

const difference = (from: readonly Position[], without: readonly Position[]): readonly Position[] => {
  if (from.length === 0 || without.length === 0) return from;
  const keys = new Set(without.map(key));
  return from.filter((position) => !keys.has(key(position)));
};

type How = Readonly<Record<'closes' | 'opens', Flow>>;

const moves = (
  [before, after]: readonly [readonly Position[], readonly Position[]],
  howOf: (position: Position) => How,
  day: Day,
): Movement[] => {
  if (areSame(before, after)) return [];
  return [
    ...difference(before, after).map((position) => ({ ...position, flow: howOf(position).closes, day })),
    ...difference(after, before).map((position) => ({ ...position, flow: howOf(position).opens, day })),
  ];
};

/** @returns what a step of a denunciation moves: the file before, the step, the file after. */
export function movementsOfDenunciation(
  before: DenunciationFile,
  step: DenunciationStep,
  after: DenunciationFile,
): Movement[] {
  const how = howOf(step.type);
  const positions = [positionsOfDenunciation(before), positionsOfDenunciation(after)] as const;
  const moved = moves(positions, () => how, step.occurredOn);
  const mark = isFirstClassification(before, after) ? classificationMark(after) : undefined;
  return mark ? [...moved, mark] : moved;
}

const isFirstClassification = (before: DenunciationFile, after: DenunciationFile): boolean =>
  before.status !== 'none' && before.classifiedOn === undefined && after.classifiedOn !== undefined;

/** K1 counts a report where and when it was received, whoever classifies it and whenever; a carried over one was not. */
const classificationMark = ({ carriedOver, receivedByOfficeId, receivedOn }: DenunciationFile): Movement | undefined =>
  carriedOver || receivedByOfficeId === undefined || receivedOn === undefined
    ? undefined
    : {
        docket: 'reception',
        officeId: receivedByOfficeId,
        unitId: '',
        flow: 'received-and-classified',
        day: receivedOn,
      };

/** @returns what a step of a case moves, of the case and of its accused. */
export function movementsOfCase(before: CaseFile, step: CaseStep, after: CaseFile): Movement[] {
  const [ofCase, ofPersons] = [howOfCase(step.type, before, after), howOfPersons(step.type, before, after)];
  const positions = [positionsOfCase(before), positionsOfCase(after)] as const;
  return moves(positions, ({ docket }) => (DOCKETS[docket].unit === 'case' ? ofCase : ofPersons), step.occurredOn);
}

/**
 * Every movement of one file, by folding its log with corrections in place.
 * @param log every event of the file, ordered by sequence.
 */
export function movementsOfLog(kind: SubjectKind, log: readonly RecordedStep[]): Movement[] {
  return kind === 'denunciation'
    ? movementsIn<DenunciationFile, DenunciationStatus, DenunciationStep>(
        DENUNCIATION_LIFECYCLE,
        log,
        movementsOfDenunciation,
      )
    : movementsIn<CaseFile, CaseStatus, CaseStep>(CASE_LIFECYCLE, log, movementsOfCase);
}

const movementsIn = <File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  log: readonly RecordedStep[],
  movementsOf: (before: File, step: S, after: File) => Movement[],
): Movement[] => {
  let file = life.nothing;
  return historyOf(life, log).flatMap((step) => {
    const before = file;
    file = life.evolve(before, step);
    return movementsOf(before, step, file);
  });
};
