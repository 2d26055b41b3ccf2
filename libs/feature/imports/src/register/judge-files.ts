import type { DomainError } from '#libs/domain/kernel';
import type { Setting, SubjectKind } from '#libs/domain/procedure';
import {
  type LoggedEvent,
  type PlannedStep,
  type PreparedHistory,
  derivedId,
  prepareHistory,
} from '#libs/feature/casework';
import { type ImportFault, faultOf } from '../import-fault.js';
import { columnOfField } from './field-columns.js';
import type { Column } from './columns.js';
import type { DraftRow, FileDraft } from './file-draft.js';
import { type References, payloadsOf } from './payloads.js';

/** What the judging of a file needs to know beside its rows. */
export interface JudgingContext {
  readonly log: readonly LoggedEvent[];
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly setting: (officeId: number, holderOfficeId: number | undefined) => Setting;
  /** @returns the id of the file that a row names, or the fault of a name that means none or several. */
  readonly refer: (kind: SubjectKind, number: string, officeId: number) => string | ImportFault;
  /** @returns the header of the file for a column. */
  readonly headerOf: (column: Column) => string;
}

/** A file as judged: ready to be appended, or its faults by line. */
export interface JudgedFile {
  readonly prepared: PreparedHistory;
  readonly faults: readonly { readonly line: number; readonly fault: ImportFault }[];
}

interface LineStep extends PlannedStep {
  readonly line: number;
}

/** Judges the new rows of a file by the law, one after the other, as if each had been recorded by hand. */
export function judgeFile(draft: FileDraft, context: JudgingContext): JudgedFile {
  const { id, kind, number, officeId, version } = draft;
  const defendantId = defendantIds(draft, context.log);
  const faults: { line: number; fault: ImportFault }[] = [];
  const steps = draft.rows.flatMap((row) => {
    const { references, fault } = referencesOf(draft, row, context);
    if (fault) faults.push({ line: row.line, fault });
    return stepsOf(kind, row, { ...references, defendantId }, context);
  });
  const placeId = draft.placeId ?? draft.rows.find((row) => row.stated.place !== undefined)?.stated.place;
  const subject = { id, kind, number, officeId, version, ...(placeId === undefined ? {} : { placeId }) };
  const prepared = prepareHistory({ subject, log: context.log, steps }, (step, file) =>
    context.setting(step.command.officeId, file.holderOfficeId),
  );
  const blamed = new Set(faults.map(({ line }) => line));
  for (const { index, error } of prepared.faults) {
    const { line, command } = steps[index] as LineStep;
    if (blamed.has(line)) continue;
    blamed.add(line);
    for (const fault of faultsOf(error, command.name, context)) faults.push({ line, fault });
  }
  return { prepared, faults };
}

const stepsOf = (kind: SubjectKind, row: DraftRow, ids: References, context: JudgingContext): LineStep[] => {
  const { line, step: name, occurredOn, officeId, decision, stated, commandId } = row;
  const { recordedBy, recordedAt } = context;
  const recordedOn = context.setting(officeId, undefined).today;
  return payloadsOf(kind, name, stated, ids).map((payload, index) => ({
    line,
    command: { name, occurredOn, officeId, payload, ...(decision ? { decision } : {}) },
    commandId: index === 0 ? commandId : derivedId(commandId, String(index)),
    ...{ recordedBy, recordedOn, recordedAt },
  }));
};

const referencesOf = (
  draft: FileDraft,
  row: DraftRow,
  { refer, headerOf }: JudgingContext,
): { references: Omit<References, 'defendantId'>; fault?: ImportFault } => {
  const { stated, officeId, linkFrom } = row;
  let fault: ImportFault | undefined;
  const find = (kind: SubjectKind, number: string, column: Column): string => {
    const found = refer(kind, number, officeId);
    if (typeof found === 'string') return found;
    fault ??= { ...found, column: headerOf(column) };
    return '';
  };
  if (draft.kind === 'denunciation') {
    const caseId = stated.caseNumber === undefined ? undefined : find('case', stated.caseNumber, 'caseNumber');
    return { references: caseId === undefined ? {} : { caseId }, ...(fault ? { fault } : {}) };
  }
  const numbers = [...new Set([...(stated.denunciations ?? []), ...(linkFrom?.split(';') ?? [])])];
  const ids = numbers.map((number) => find('denunciation', number, 'denunciations'));
  return { references: ids.length > 0 ? { denunciationIds: ids } : {}, ...(fault ? { fault } : {}) };
};

/** The accused keep the ids of the record; new ones get ids that follow from the case and their number. */
const defendantIds = ({ id }: FileDraft, log: readonly LoggedEvent[]): ((number: string) => string) => {
  const known = new Map<string, string>();
  const note = (person: unknown): void => {
    const { defendantId, number } = person as { defendantId?: unknown; number?: unknown };
    if (typeof defendantId === 'string' && typeof number === 'string') known.set(number, defendantId);
  };
  for (const { payload } of log) {
    note(payload);
    if (Array.isArray(payload.persons)) payload.persons.forEach(note);
  }
  return (number) => {
    const before = known.get(number) ?? derivedId(id, 'defendant', number);
    known.set(number, before);
    return before;
  };
};

/** A malformed step is the fault of its cells; everything else is the fault of the row. */
const faultsOf = (error: DomainError, command: string, { headerOf }: JudgingContext): ImportFault[] => {
  const { fields } = error.facts;
  if (error.code !== 'step.malformed' || !Array.isArray(fields)) return [faultOf(error)];
  const columns = new Set(fields.map((field) => columnOfField(String(field))));
  return [...columns].map((column) => ({
    code: 'import.cell-unfit',
    facts: { command },
    ...(column ? { column: headerOf(column) } : {}),
  }));
};
