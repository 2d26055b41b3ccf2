import { type Office } from '#libs/domain/jurisdiction';
import { type ActingOffice } from '#libs/domain/procedure';
import { type Role } from './access.permissions.js';

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
}

/**
 * @param holderOfficeId who holds the file.
 * @returns the actor's office with regard to that file: a procuracy supervises legality where it sees the holder.
 */
export function actingOn(actor: Actor, holderOfficeId: number | undefined): ActingOffice {
  const sees = holderOfficeId !== undefined && actor.visibleOfficeIds.has(holderOfficeId);
  return { ...actor.acting, supervises: actor.office.agency === 'procuracy' && sees };
}
