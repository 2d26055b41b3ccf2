import { Injectable } from '@nestjs/common';
import type { FileStage, OfficeRelation, PersonFamily, ReaderDuty } from '#libs/domain/person';
import { OFFICE_RELATIONS } from '#libs/domain/person';
import { type CaseStage, type SubjectKind, phaseOf } from '#libs/domain/procedure';
import type { Actor, Role } from '#libs/feature/access';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock, type Tx } from '#libs/platform/database';

/** A file as far as it matters who may see the persons in it. */
export interface FileCard {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly relation: OfficeRelation;
  readonly stage: FileStage;
  /** The matter went on in another file. */
  readonly wentOn: boolean;
}

interface CardRow {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly status: string;
  readonly stage: CaseStage | null;
  readonly holder: number;
  readonly procuracy: number | null;
}

const WENT_ON = ['instituted', 'joined'];
const CLOSED = [
  ...['declined', 'institution-cancelled', 'final'],
  ...['investigation-terminated', 'prosecution-terminated', 'trial-terminated'],
];

const DUTIES: Readonly<Partial<Record<Role, ReaderDuty>>> = {
  'desk-officer': 'proceeds',
  investigator: 'proceeds',
  'procuracy-clerk': 'proceeds',
  'court-clerk': 'proceeds',
  'victim-support-officer': 'supports',
  leader: 'leads',
};

/** Who looks after a territory and proceeds in no case. */
const OVERSEERS: readonly string[] = ['committee', 'health'];

/** @returns what the actor does with files; undefined for roles that see no person. */
export const dutyOf = ({ role }: Actor): ReaderDuty | undefined => DUTIES[role];

/** @returns the families that the actor may meet at all. */
export const familiesOf = (actor: Actor): readonly PersonFamily[] =>
  dutyOf(actor) === 'supports' ? ['victim'] : ['victim', 'informant', 'witness', 'suspect'];

function stageOf({ kind, status, stage }: CardRow): FileStage {
  if (CLOSED.includes(status)) return 'closed';
  return kind === 'denunciation' ? 'denunciation' : phaseOf(stage ?? 'none');
}

const CARD = `select s.id, s.kind, f.status, f.state ->> 'stage' as stage, f.holder_office_id as holder,
  (f.state ->> 'procuracyOfficeId')::int as procuracy
  from subject s join file_state f on f.subject_id = s.id`;

/** How the actor's office stands to files. */
@Injectable()
export class PersonFiles {
  constructor(
    private readonly directory: JurisdictionDirectory,
    private readonly clock: Clock,
  ) {}

  /** @returns the file; undefined when there is none of that kind, or none in the scope of the transaction. */
  async findInTx(tx: Tx, actor: Actor, kind: SubjectKind, id: string): Promise<FileCard | undefined> {
    const rows = await tx.query<CardRow>(`${CARD} where s.id = $1 and s.kind = $2 and sees_file(s.id)`, [id, kind]);
    return rows.map((row) => this.cardOf(actor, row))[0];
  }

  /** @returns those of the file and of what came out of it that are in the scope, the nearest to the actor first. */
  async descentInTx(tx: Tx, actor: Actor, subjectId: string): Promise<FileCard[]> {
    const rows = await tx.query<CardRow>(
      `${CARD} where s.id in (select file_descent($1)) and sees_file(s.id) order by s.id`,
      [subjectId],
    );
    const rank = ({ relation }: FileCard): number => OFFICE_RELATIONS.indexOf(relation);
    return rows.map((row) => this.cardOf(actor, row)).sort((a, b) => rank(a) - rank(b));
  }

  private cardOf(actor: Actor, row: CardRow): FileCard {
    const wentOn = WENT_ON.includes(row.status);
    const relation = this.relationOf(actor, row);
    return { id: row.id, kind: row.kind, stage: stageOf(row), wentOn, relation };
  }

  private relationOf(actor: Actor, { holder, procuracy }: CardRow): OfficeRelation {
    if (OVERSEERS.includes(actor.office.agency)) return 'oversees';
    if (this.isOwn(actor, holder)) return 'holds';
    const supervises = actor.office.agency === 'procuracy' && this.directory.office(holder).agency !== 'procuracy';
    if (procuracy !== null && this.isOwn(actor, procuracy)) return 'supervises';
    if (!actor.visibleOfficeIds.has(holder)) return 'held';
    return supervises ? 'supervises' : 'below';
  }

  /** The office itself, or one whose work it does today. */
  private isOwn(actor: Actor, officeId: number): boolean {
    if (officeId === actor.office.id) return true;
    const office = this.directory.office(officeId);
    return this.directory.successorOf(office, this.clock.today())?.id === actor.office.id;
  }
}
