import type { Day } from '#libs/domain/kernel';
import { type DocketEntry, type Movement, entriesOf, movementsOfLog } from '#libs/domain/performance';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  DENUNCIATION_LIFECYCLE,
  type Defendant,
  type DenunciationFile,
  type RecordedStep,
  type SubjectKind,
  effectiveHistory,
  fold,
} from '#libs/domain/procedure';

/** What is kept beside the log so that lists need not fold: always equal to a fold, and rebuilt when in doubt. */
export interface FileProjection {
  readonly status: string;
  readonly holderOfficeId: number;
  readonly file: DenunciationFile | CaseFile;
  readonly openedOn: Day;
  readonly lastOn: Day;
  readonly defendants: readonly Defendant[];
  readonly movements: readonly Movement[];
  readonly entries: readonly DocketEntry[];
}

/** @returns the file of either kind, folded from its log. */
export const foldFile = (kind: SubjectKind, log: readonly RecordedStep[]): DenunciationFile | CaseFile =>
  kind === 'denunciation' ? fold(DENUNCIATION_LIFECYCLE, log) : fold(CASE_LIFECYCLE, log);

/** @returns the status of a file of either kind. */
export const statusOfFile = (file: DenunciationFile | CaseFile): string =>
  file.life === 'denunciation' ? DENUNCIATION_LIFECYCLE.statusOf(file) : CASE_LIFECYCLE.statusOf(file);

/**
 * Projects a log.
 * @throws Error when the log is empty in effect: its opening was withdrawn, which no correction allows.
 */
export function projectLog(kind: SubjectKind, log: readonly RecordedStep[]): FileProjection {
  const history = effectiveHistory(log);
  const file = foldFile(kind, log);
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last || file.holderOfficeId === undefined) throw new Error('a file without an opening');
  const movements = movementsOfLog(kind, log);
  return {
    status: statusOfFile(file),
    holderOfficeId: file.holderOfficeId,
    file,
    openedOn: first.occurredOn,
    lastOn: last.occurredOn,
    defendants: file.life === 'case' ? file.defendants : [],
    movements,
    entries: entriesOf(movements),
  };
}
