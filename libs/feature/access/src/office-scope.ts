import {
  type Agency,
  type Office,
  type OfficeRegister,
  type OfficeTier,
  OFFICE_TIERS,
} from '#libs/domain/jurisdiction';
import { type Day } from '#libs/domain/kernel';
import { type Role } from './access.permissions.js';

/** Bodies whose legality a procuracy of the same ground supervises. Source: Điều 20, 41, 159 BLTTHS. */
const INVESTIGATING: readonly Agency[] = ['police-investigation', 'border-guard'];
/** Roles that look at figures of the whole country when they sit at the centre; they see no file. */
const OVERSEERS: readonly Role[] = ['auditor', 'administrator'];

const rank = (tier: OfficeTier): number => OFFICE_TIERS.indexOf(tier);
const isBelow = (office: Office, above: Office): boolean => rank(office.tier) > rank(above.tier);

/** @returns the territories of the office's ground; of an office that ended, its seat. */
function groundOf(register: OfficeRegister, office: Office, day: Day): readonly number[] {
  const ground = register.groundOf(office, day);
  return ground.length > 0 ? ground : [office.territoryId];
}

/** The offices of the same agency below: a province's police see the districts', a commune's police nobody. */
const sameAgencyBelow = (office: Office, seated: readonly Office[]): Office[] =>
  seated.filter((other) => other.agency === office.agency && isBelow(other, office));

/**
 * Whom a procuracy supervises: investigating bodies and border guard seated in its territory, commune police on its own
 * ground. A regional procuracy's territory is the province, so it sees the province's investigating bodies, which
 * investigate there since the districts ended.
 */
function supervisedBy(register: OfficeRegister, office: Office, seated: readonly Office[]): Office[] {
  const inTerritory = register.inSubtreeOf(office.territoryId).filter(({ agency }) => INVESTIGATING.includes(agency));
  return [...inTerritory, ...seated.filter(({ agency }) => agency === 'commune-police')];
}

function directlyVisible(register: OfficeRegister, { role, office, day }: Viewer): readonly Office[] {
  if (OVERSEERS.includes(role) && office.tier === 'centre') return register.offices;
  if (office.agency === 'committee') return [office, ...register.inSubtreeOf(office.territoryId)];
  const seated = groundOf(register, office, day).flatMap((id) => register.inSubtreeOf(id));
  const supervised = office.agency === 'procuracy' ? supervisedBy(register, office, seated) : [];
  return [office, ...sameAgencyBelow(office, seated), ...supervised];
}

/** Adds the predecessors of offices, their predecessors …: what they held is their successor's now. */
function withPredecessors(register: OfficeRegister, offices: readonly Office[]): ReadonlySet<number> {
  const predecessors = new Map<number, number[]>();
  for (const { id, successorId } of register.offices) {
    if (successorId !== undefined) predecessors.set(successorId, [...(predecessors.get(successorId) ?? []), id]);
  }
  // A set that grows while it is walked is walked to its new end, and takes each id once.
  const ids = new Set(offices.map(({ id }) => id));
  for (const id of ids) for (const predecessor of predecessors.get(id) ?? []) ids.add(predecessor);
  return ids;
}

/** Who looks, on which day. */
export interface Viewer {
  readonly role: Role;
  readonly office: Office;
  readonly day: Day;
}

/**
 * Which offices' files and figures somebody may see: the own office and its predecessors; of the same agency those below;
 * for a procuracy whom it supervises; for a committee every office of its territory; for an auditor or administrator at
 * the centre all of them.
 * @returns the ids of the offices.
 */
export function visibleOffices(register: OfficeRegister, viewer: Viewer): ReadonlySet<number> {
  return withPredecessors(register, directlyVisible(register, viewer));
}
