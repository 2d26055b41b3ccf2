import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import type { CaseFile, DenunciationFile, SubjectKind } from '#libs/domain/procedure';
import { type Actor, filesSeenBy } from '#libs/feature/access';
import { Database, UnitOfWork } from '#libs/platform/database';
import { stateView, stepView } from './case-file-view.js';
import type { CriminalCaseView, DenunciationFileView } from './dto/case-file.view.js';
import { FileLogRepository } from './file-log.repository.js';
import { foldFile, statusOfFile } from './file-projection.js';
import { FileVisibility } from './file-visibility.js';
import { MarkSecrecy } from './mark-secrecy.service.js';
import { OfferSteps } from './offer-steps.service.js';

/** A file as its reader sees it: state, timeline and the steps that the reader can take now. */
export type CaseFileView = DenunciationFileView | CriminalCaseView;

/** Reads one file whole. */
@Injectable()
export class ReadCaseFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly log: FileLogRepository,
    private readonly visibility: FileVisibility,
    private readonly offer: OfferSteps,
    private readonly secrecy: MarkSecrecy,
  ) {}

  /** @throws DomainError `file.not-found`, the same for a file that is not there and one the actor may not see. */
  async read(actor: Actor, kind: SubjectKind, subjectId: string): Promise<CaseFileView> {
    const scope = filesSeenBy(actor);
    const subject = await this.log.find(kind, subjectId, scope);
    const sees = subject && (await this.unitOfWork.run((tx) => this.visibility.seesInTx(tx, actor, subjectId), scope));
    if (!subject || !sees) throw new DomainError('file.not-found', 'not-found', {});
    const timeline = await this.log.read(subjectId, scope);
    const file = foldFile(kind, timeline);
    const related = await this.visible(actor, file.life === 'denunciation' ? relatedTo(file) : relatedToCase(file));
    const available = this.offer.to(actor, file).map(stepView);
    // A step may have been recorded since the subject was read: the version is that of the timeline shown.
    const version = timeline.at(-1)?.sequence ?? subject.version;
    const shown = { ...subject, version, secrecy: await this.secrecy.of(subjectId, scope) };
    const view = { subject: shown, status: statusOfFile(file), timeline, available, related };
    return { ...view, file: stateView(file) } as CaseFileView;
  }

  private async visible(actor: Actor, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.query<{ id: string }>(
      `select s.id from subject s where s.id = any($1::uuid[]) and ${this.visibility.condition('s.id', '$2')}
       order by s.id`,
      [ids, this.visibility.scopeOf(actor)],
      filesSeenBy(actor),
    );
    return rows.map((row) => row.id);
  }
}

const relatedTo = ({ caseIds, childIds = [], parentId, joinedIntoId }: DenunciationFile): string[] =>
  [...caseIds, ...childIds, parentId, joinedIntoId].filter((id) => id !== undefined);

const relatedToCase = ({ denunciationIds, parentCaseId, joinedIntoCaseId, absorbedCaseIds = [] }: CaseFile): string[] =>
  [...denunciationIds, parentCaseId, joinedIntoCaseId, ...absorbedCaseIds].filter((id) => id !== undefined);
