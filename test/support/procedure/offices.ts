import type { Agency } from '#libs/domain/jurisdiction';

/** Invented offices; two or three of each kind that handles files, so that a wrong one of the right kind exists. */
export const OFFICE = {
  police: 11,
  otherPolice: 12,
  newPolice: 13,
  communePolice: 21,
  otherCommunePolice: 22,
  borderGuard: 31,
  otherBorderGuard: 32,
  procuracy: 41,
  otherProcuracy: 42,
  court: 51,
  otherCourt: 52,
  health: 61,
  committee: 71,
} as const;

const AGENCY: Readonly<Record<number, Agency>> = {
  [OFFICE.police]: 'police-investigation',
  [OFFICE.otherPolice]: 'police-investigation',
  [OFFICE.newPolice]: 'police-investigation',
  [OFFICE.communePolice]: 'commune-police',
  [OFFICE.otherCommunePolice]: 'commune-police',
  [OFFICE.borderGuard]: 'border-guard',
  [OFFICE.otherBorderGuard]: 'border-guard',
  [OFFICE.procuracy]: 'procuracy',
  [OFFICE.otherProcuracy]: 'procuracy',
  [OFFICE.court]: 'court',
  [OFFICE.otherCourt]: 'court',
  [OFFICE.health]: 'health',
  [OFFICE.committee]: 'committee',
};

export const OFFICES: readonly number[] = Object.values(OFFICE);

/** @returns the agency of an invented office, or `undefined` where there is none. */
export const agencyOf = (officeId: number): Agency | undefined => AGENCY[officeId];

/** @returns the agency. @throws Error where there is no such office: the test is wrong. */
export function agencyAt(officeId: number): Agency {
  const agency = agencyOf(officeId);
  if (!agency) throw new Error(`no invented office ${officeId}`);
  return agency;
}

/** @returns the invented offices of these agencies. */
export const officesOf = (agencies: readonly Agency[]): number[] =>
  OFFICES.filter((id) => agencies.includes(agencyAt(id)));
