import { type Office } from '#libs/domain/jurisdiction';
import { type ActingOffice } from '#libs/domain/procedure';
import { type RowScope } from '#libs/platform/database';
import { type Role, holds } from './access.permissions.js';
import { type SecrecyMark, degreeOf } from './secrecy.js';

/** Who asks: an account with its role, the office it works for today, and the offices whose files it may see. */
export interface Actor {
  readonly accountId: string;
  readonly username: string;
  readonly role: Role;
  /** The account's office, or the one that does its work today. */
  readonly office: Office;
  /** The office as the law sees it before any file is looked at: it supervises nothing yet. See `actingOn`. */
  readonly acting: ActingOffice;
  /** The office itself, its predecessors, and those below or supervised by it. */
  readonly visibleOfficeIds: ReadonlySet<number>;
  /** Whether those are all offices that there are. */
  readonly seesEverywhere: boolean;
  /** The highest mark of secrecy that the account may see; what is assigned to it, it sees whatever the mark. */
  readonly clearance: SecrecyMark;
}

const NOBODY: ReadonlySet<number> = new Set();

/** @returns for whom statements about one’s own account run: the audit names them, and no file is there. */
export const ownScope = (accountId: string): RowScope => ({ accountId, officeIds: NOBODY });

/** @returns for whom the statements of the actor run: the scope of its offices, whatever is asked of it. */
export const scopeOf = ({ accountId, visibleOfficeIds, seesEverywhere, clearance }: Actor): RowScope => ({
  accountId,
  officeIds: seesEverywhere ? 'everywhere' : visibleOfficeIds,
  clearance: degreeOf(clearance),
});

/** As `scopeOf`, for files: an auditor or administrator sees the figures of offices and none of their files. */
export const filesSeenBy = (actor: Actor): RowScope =>
  seesFiles(actor) ? scopeOf(actor) : { accountId: actor.accountId, officeIds: NOBODY };

/** @returns whether the role sees files at all. */
export const seesFiles = ({ role }: Pick<Actor, 'role'>): boolean =>
  holds(role, 'denunciation.read') || holds(role, 'case.read');

/**
 * @param holderOfficeId who holds the file.
 * @returns the actor's office with regard to that file: a procuracy supervises legality where it sees the holder.
 */
export function actingOn(actor: Actor, holderOfficeId: number | undefined): ActingOffice {
  const sees = holderOfficeId !== undefined && actor.visibleOfficeIds.has(holderOfficeId);
  return { ...actor.acting, supervises: actor.office.agency === 'procuracy' && sees };
}
