import type { Agency } from '#libs/domain/jurisdiction';

/** Bodies that resolve crime information. Source: Điều 145 khoản 3 BLTTHS. */
export const CRIME_INFORMATION_RESOLVERS: readonly Agency[] = ['police-investigation', 'border-guard', 'procuracy'];
/** Bodies that must receive crime information. Source: Điều 145 khoản 2 BLTTHS. */
export const CRIME_INFORMATION_RECEIVERS: readonly Agency[] = [
  ...CRIME_INFORMATION_RESOLVERS,
  'commune-police',
  'court',
];
/** Bodies that receive petitions for the institution of a case. Source: Điều 145 khoản 2 BLTTHS. */
export const PETITION_RECEIVERS: readonly Agency[] = ['police-investigation', 'procuracy'];
/** Bodies that investigate cases. Source: Điều 163, 164 BLTTHS. */
export const CASE_INVESTIGATORS: readonly Agency[] = ['police-investigation', 'border-guard', 'procuracy'];
/** Bodies that institute cases: a trial panel may, and passes the case on. Source: Điều 153, 154 BLTTHS. */
export const CASE_INSTITUTORS: readonly Agency[] = [...CASE_INVESTIGATORS, 'court'];
