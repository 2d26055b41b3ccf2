import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  DENUNCIATION_LIFECYCLE,
  type DenunciationFile,
  type SubjectKind,
  type Transition,
  availableTransitions,
} from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import { UnitOfWork } from '#libs/platform/database';
import { ActingOffices } from './acting-offices.js';
import { FileLogRepository } from './file-log.repository.js';
import { foldFile, statusOfFile } from './file-projection.js';
import { FileVisibility } from './file-visibility.js';
import type { LoggedEvent, Subject } from './logged-event.js';

/** A file as its reader sees it: state, timeline and the steps that are possible now for the reader's office. */
export interface CaseFileView {
  readonly subject: Subject;
  readonly status: string;
  readonly file: DenunciationFile | CaseFile;
  readonly timeline: readonly LoggedEvent[];
  readonly available: readonly Transition[];
  /** Cases founded by a denunciation; denunciations that founded a case. */
  readonly related: readonly string[];
}

/** Reads one file whole. */
@Injectable()
export class ReadCaseFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: FileLogRepository,
    private readonly visibility: FileVisibility,
    private readonly offices: ActingOffices,
  ) {}

  /** @throws DomainError `file.not-found`, the same for a file that is not there and one the actor may not see. */
  async read(actor: Actor, kind: SubjectKind, subjectId: string): Promise<CaseFileView> {
    const subject = await this.log.find(kind, subjectId);
    const sees = subject && (await this.unitOfWork.run((tx) => this.visibility.seesInTx(tx, actor, subjectId)));
    if (!subject || !sees) throw new DomainError('file.not-found', 'not-found', {});
    const timeline = await this.log.read(subjectId);
    const file = foldFile(kind, timeline);
    const acting = this.offices.acting(actor, file);
    const available =
      file.life === 'denunciation'
        ? availableTransitions(DENUNCIATION_LIFECYCLE, file, acting)
        : availableTransitions(CASE_LIFECYCLE, file, acting);
    const related = file.life === 'denunciation' ? file.caseIds : file.denunciationIds;
    return { subject, status: statusOfFile(file), file, timeline, available, related };
  }
}
