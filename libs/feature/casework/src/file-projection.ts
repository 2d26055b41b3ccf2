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
  return projectionOf({
    file: foldFile(kind, log),
    movements: movementsOfLog(kind, log),
    openedOn: history[0]?.occurredOn,
    lastOn: history.at(-1)?.occurredOn,
  });
}

/** What is known of a file whose log has just been folded. */
export interface FoldedFile {
  readonly file: DenunciationFile | CaseFile;
  readonly movements: readonly Movement[];
  readonly openedOn?: Day;
  readonly lastOn?: Day;
}

/** The same projection for whoever has folded the log already. @throws Error when the file has no opening. */
export function projectionOf({ file, movements, openedOn, lastOn }: FoldedFile): FileProjection {
  if (!openedOn || !lastOn || file.holderOfficeId === undefined) throw new Error('a file without an opening');
  return {
    status: statusOfFile(file),
    holderOfficeId: file.holderOfficeId,
    file,
    openedOn,
    lastOn,
    defendants: file.life === 'case' ? file.defendants : [],
    movements,
    entries: entriesOf(movements),
  };
}
