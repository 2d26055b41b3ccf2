import { DomainError } from '#libs/domain/kernel';

/** Values that the sentence of a fault names. */
export type FaultFacts = Readonly<Record<string, string | number | readonly string[]>>;

/** What is wrong in a plan file and where. `line` and `column` count from 1; `path` is such as `targets[2].percent`. */
export interface PlanFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly code: PlanFaultCode;
  readonly facts: FaultFacts;
}

/** Everything that a plan file can have wrong; the sentences are in `plan-fault.messages.ts`. */
export const PLAN_FAULT_CODES = [
  'unreadable',
  'not-utf8',
  'too-large',
  'empty',
  'tab',
  'syntax',
  'duplicate-key',
  'several-documents',
  'alias',
  'tag',
  'not-a-map',
  'not-a-list',
  'not-a-text',
  'missing',
  'blank',
  'control-character',
  'too-long',
  'unknown-key',
  'unknown-value',
  'bad-id',
  'bad-day',
  'bad-month',
  'bad-truth',
  'bad-number',
  'out-of-range',
  'reversed-period',
  'window-outside-plan',
  'two-issue-dates',
  'bad-due-day',
  'due-day-absent',
  'due-ambiguous',
  'number-not-allowed',
  'variant-not-allowed',
  'duplicate-entry',
  'unknown-task',
  'judicial-not-requested',
  'duplicate-plan',
  'unknown-parent',
  'parent-mismatch',
  'parent-cycle',
] as const;
export type PlanFaultCode = (typeof PLAN_FAULT_CODES)[number];

/** Plan files that are refused, with every fault of every file. Code `plan.files-refused`. */
export class PlanFilesRefused extends DomainError {
  constructor(readonly faults: readonly PlanFault[]) {
    super('plan.files-refused', 'malformed', {
      count: faults.length,
      places: faults.map(({ file, line, path, code }) => `${file}:${line} ${path} ${code}`),
    });
  }
}

/** @returns the faults by file, line and column. */
export function inReadingOrder(faults: readonly PlanFault[]): readonly PlanFault[] {
  return [...faults].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}
