import type { ErrorFacts } from '#libs/domain/kernel';
import type { ImportCounts } from '../register/register-import.js';

export type ImportStatus = 'waiting' | 'running' | 'applied' | 'dry-run' | 'refused' | 'unreadable';

/** An import as it was asked for, and how far it has come. */
export interface ImportRun extends ImportCounts {
  readonly id: string;
  readonly status: ImportStatus;
  readonly dryRun: boolean;
  readonly format: 'csv' | 'xlsx';
  readonly accountId: string;
  readonly officeId: number;
  readonly scope: readonly number[];
  /** Why the file as a whole could not be read. */
  readonly failure: { readonly code: string; readonly facts: ErrorFacts } | null;
  readonly headers: readonly string[];
  readonly files: number;
  readonly events: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** What is needed to ask for an import. */
export interface NewImportRun {
  readonly id: string;
  readonly commandId: string;
  readonly accountId: string;
  readonly officeId: number;
  readonly scope: ReadonlySet<number>;
  readonly dryRun: boolean;
  readonly format: 'csv' | 'xlsx';
  readonly content: Buffer;
}
