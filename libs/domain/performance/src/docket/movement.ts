import type { Day } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  type CaseStep,
  DENUNCIATION_LIFECYCLE,
  type DenunciationFile,
  type DenunciationStep,
  type RecordedStep,
  effectiveHistory,
  type SubjectKind,
} from '#libs/domain/procedure';
import type { Flow } from './docket.js';
import { howOf } from './how.js';
import { type Position, positionsOfCase, positionsOfDenunciation } from './position.js';

/** One opening, closing or mark in a docket: a row of the ledger before it has a sign. */
export interface Movement extends Position {
  readonly flow: Flow;
  readonly day: Day;
}

const key = (position: Position): string => `${position.docket}/${position.officeId}/${position.unitId}`;

const difference = (from: readonly Position[], without: readonly Position[]): Position[] => {
  const keys = new Set(without.map(key));
  return from.filter((position) => !keys.has(key(position)));
};

const moves = (
  [before, after]: readonly [readonly Position[], readonly Position[]],
  how: { readonly closes: Flow; readonly opens: Flow },
  day: Day,
): Movement[] => [
  ...difference(before, after).map((position) => ({ ...position, flow: how.closes, day })),
  ...difference(after, before).map((position) => ({ ...position, flow: how.opens, day })),
];

/** @returns what a step of a denunciation moves: the file before, the step, the file after. */
export function movementsOfDenunciation(
  before: DenunciationFile,
  step: DenunciationStep,
  after: DenunciationFile,
): Movement[] {
  const how = howOf(step.type, false);
  const moved = moves([positionsOfDenunciation(before), positionsOfDenunciation(after)], how, step.occurredOn);
  return isFirstClassification(before, after) ? [...moved, classificationMark(after)] : moved;
}

const isFirstClassification = (before: DenunciationFile, after: DenunciationFile): boolean =>
  before.status !== 'none' && before.classifiedOn === undefined && after.classifiedOn !== undefined;

/** K1 counts a report where and when it was received, whoever classifies it and whenever. */
const classificationMark = (file: DenunciationFile): Movement => ({
  docket: 'reception',
  officeId: file.receivedByOfficeId as number,
  unitId: '',
  flow: 'received-and-classified',
  day: file.receivedOn as Day,
});

/** @returns what a step of a case moves. A file that comes back to a docket is `returned`, not new. */
export function movementsOfCase(before: CaseFile, step: CaseStep, after: CaseFile): Movement[] {
  const { procuracy, judge, panel } = before.returns;
  const cameBack = step.type === 'handed-to-procuracy' ? procuracy > 0 : judge + panel > 0;
  return moves([positionsOfCase(before), positionsOfCase(after)], howOf(step.type, cameBack), step.occurredOn);
}

/**
 * Every movement of one file, by folding its log with corrections in place.
 * @param log every event of the file, ordered by sequence.
 */
export function movementsOfLog(kind: SubjectKind, log: readonly RecordedStep[]): Movement[] {
  const steps = effectiveHistory(log);
  const movements: Movement[] = [];
  if (kind === 'denunciation') {
    let file = DENUNCIATION_LIFECYCLE.nothing;
    for (const step of steps as unknown[] as DenunciationStep[]) {
      const after = DENUNCIATION_LIFECYCLE.evolve(file, step);
      movements.push(...movementsOfDenunciation(file, step, after));
      file = after;
    }
    return movements;
  }
  let file = CASE_LIFECYCLE.nothing;
  for (const step of steps as unknown[] as CaseStep[]) {
    const after = CASE_LIFECYCLE.evolve(file, step);
    movements.push(...movementsOfCase(file, step, after));
    file = after;
  }
  return movements;
}
