import type { Day } from '#libs/domain/kernel';
import type { SubjectKind } from '#libs/domain/procedure';
import { derivedId } from '#libs/feature/casework';
import type { RowContent } from './register-row.js';
import type { Candidate, StagedRow } from './register-stage.js';

/** A row of a file with its content read back and the id under which it is recorded. */
export interface DraftRow extends RowContent {
  readonly line: number;
  readonly officeId: number;
  readonly occurredOn: Day;
  readonly linkFrom: string | null;
  /** The case side of a decision: its line is counted with the denunciation. */
  readonly isSide: boolean;
  readonly commandId: string;
}

/** One file with the rows that are new. */
export interface FileDraft {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly number: string;
  readonly officeId: number;
  readonly placeId?: number;
  readonly version: number;
  readonly rows: readonly DraftRow[];
  /** Lines whose step stands in the record, or earlier in this file, already. */
  readonly alreadyThere: number;
  /** Lines behind a row that was not understood: they cannot be judged. */
  readonly unjudged: readonly number[];
}

/** What the record says of a file: its version and the ids of its commands. */
export interface OnRecord {
  readonly commandIds: ReadonlySet<string>;
}

/** @returns the id of a file: that of the record, or one that follows from kind, number and opening office. */
export const fileId = (kind: SubjectKind, file: Candidate, codeOf: (officeId: number) => string): string =>
  file.id ?? derivedId('register', kind, file.number, codeOf(file.officeId));

/**
 * Puts the rows of one file together: leaves out what is recorded, opens a case by the decision on its denunciation
 * where it has no row of its own, and gives a case the denunciations that name it.
 * @param rows by day and line.
 */
export function draftFile(
  { id, kind, file }: { id: string; kind: SubjectKind; file: Candidate },
  rows: readonly StagedRow[],
  onRecord: OnRecord,
): FileDraft {
  const broken = rows.findIndex((row) => row.body === null);
  const judged = broken < 0 ? rows : rows.slice(0, broken);
  const seen = new Set<string>(onRecord.commandIds);
  const fresh: DraftRow[] = [];
  let alreadyThere = 0;
  for (const row of joinLinks(judged, file.version > 0)) {
    const one = draftRow(id, row);
    if (!seen.has(one.commandId)) fresh.push(one);
    else if (!one.isSide) alreadyThere += 1;
    seen.add(one.commandId);
  }
  const { number, officeId, placeId, version } = file;
  const unjudged = (broken < 0 ? [] : rows.slice(broken + 1)).filter((row) => row.body !== null && !row.linkFrom);
  return {
    ...{ id, kind, number, officeId, version, rows: fresh, alreadyThere },
    unjudged: unjudged.map((row) => row.line),
    ...(placeId === null ? {} : { placeId }),
  };
}

type SidedRow = StagedRow & { readonly isSide: boolean };

/** The case side of several decisions is one opening, or none where the case has a row, or a record, of its own. */
const joinLinks = (rows: readonly StagedRow[], isKnown: boolean): SidedRow[] => {
  const links = rows.filter((row) => row.linkFrom !== null);
  const [firstLink] = links;
  const own = rows.filter((row) => row.linkFrom === null).map((row) => ({ ...row, isSide: false }));
  if (!firstLink) return own;
  if (isKnown) return own;
  const opening = own.find((row) => isOpening(row)) ?? { ...firstLink, isSide: true };
  const linkFrom = links.map((row) => row.linkFrom).join(';');
  const others = own.filter((row) => row !== opening);
  return [{ ...opening, linkFrom }, ...others];
};

const isOpening = ({ body }: StagedRow): boolean => {
  const { step } = JSON.parse(body ?? '{}') as Partial<RowContent>;
  return step === 'institute' || step === 'carry-over';
};

const draftRow = (id: string, row: SidedRow): DraftRow => {
  const { line, officeId, occurredOn, linkFrom, isSide } = row;
  const body = row.body ?? '';
  const content = JSON.parse(body) as RowContent;
  const commandId = derivedId(id, String(officeId), occurredOn ?? '', body);
  return { ...content, line, officeId, occurredOn: occurredOn as Day, linkFrom, isSide, commandId };
};
