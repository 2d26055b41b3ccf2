import { LAW59 } from './citations.js';

/** Grounds of the law, each with its article. The words shown to people live in the message catalogues. */

/** Grounds for not instituting a case. Source: Điều 157 BLTTHS. */
export const NON_INSTITUTION_GROUNDS = {
  'no-event': 'Đ.157 khoản 1 BLTTHS',
  'no-elements': 'Đ.157 khoản 2 BLTTHS',
  'under-age': 'Đ.157 khoản 3 BLTTHS',
  'already-judged': 'Đ.157 khoản 4 BLTTHS',
  'time-barred': 'Đ.157 khoản 5 BLTTHS',
  amnesty: 'Đ.157 khoản 6 BLTTHS',
  deceased: 'Đ.157 khoản 7 BLTTHS',
  'no-victim-request': 'Đ.157 khoản 8 BLTTHS',
} as const;

/** Grounds for suspending the resolution of a denunciation. Source: Điều 148 khoản 1 BLTTHS (point c added by Luật 02/2021). */
export const VERIFICATION_SUSPENSION_GROUNDS = {
  'expertise-pending': 'Đ.148 khoản 1 điểm a BLTTHS',
  'documents-pending': 'Đ.148 khoản 1 điểm b BLTTHS',
  'force-majeure': 'Đ.148 khoản 1 điểm c BLTTHS',
} as const;

/** Grounds for suspending an investigation. Source: Điều 229 khoản 1 BLTTHS. */
export const INVESTIGATION_SUSPENSION_GROUNDS = {
  'accused-unknown': 'Đ.229 khoản 1 điểm a BLTTHS',
  'accused-absconded': 'Đ.229 khoản 1 điểm a BLTTHS',
  illness: 'Đ.229 khoản 1 điểm b BLTTHS',
  'expertise-pending': 'Đ.229 khoản 1 điểm c BLTTHS',
  'force-majeure': 'Đ.229 khoản 1 điểm d BLTTHS',
} as const;

/** Grounds for suspending a case at the procuracy. Source: Điều 247 khoản 1 BLTTHS. */
export const PROSECUTION_SUSPENSION_GROUNDS = {
  illness: 'Đ.247 khoản 1 điểm a BLTTHS',
  absconded: 'Đ.247 khoản 1 điểm b BLTTHS',
  'expertise-pending': 'Đ.247 khoản 1 điểm c BLTTHS',
  'force-majeure': 'Đ.247 khoản 1 điểm d BLTTHS',
} as const;

/** Grounds for suspending a case at the court. Source: Điều 281 khoản 1 BLTTHS. */
export const TRIAL_SUSPENSION_GROUNDS = {
  illness: 'Đ.281 khoản 1 điểm a BLTTHS',
  'expertise-pending': 'Đ.281 khoản 1 điểm a BLTTHS',
  absconded: 'Đ.281 khoản 1 điểm b BLTTHS',
  'legal-text-pending': 'Đ.281 khoản 1 điểm c BLTTHS',
} as const;

const COMMON_TERMINATION = {
  'request-withdrawn': 'Đ.155 khoản 2 BLTTHS',
  ...NON_INSTITUTION_GROUNDS,
  desistance: 'Đ.16 BLHS',
  exemption: 'Đ.29 BLHS',
  'minor-exemption': 'Đ.91 khoản 2 BLHS',
} as const;

/** Grounds for terminating an investigation. Source: Điều 230 khoản 1 BLTTHS. */
export const INVESTIGATION_TERMINATION_GROUNDS = {
  ...COMMON_TERMINATION,
  'not-proven': 'Đ.230 khoản 1 điểm b BLTTHS',
} as const;

/** Grounds for terminating a case at the procuracy. Source: Điều 248 khoản 1 BLTTHS. */
export const PROSECUTION_TERMINATION_GROUNDS = COMMON_TERMINATION;

/** Grounds for terminating a case at the court. Source: Điều 282 khoản 1, Điều 285 BLTTHS. */
export const TRIAL_TERMINATION_GROUNDS = {
  'request-withdrawn': 'Đ.282 khoản 1 điểm a BLTTHS',
  'under-age': 'Đ.282 khoản 1 điểm a BLTTHS',
  'already-judged': 'Đ.282 khoản 1 điểm a BLTTHS',
  'time-barred': 'Đ.282 khoản 1 điểm a BLTTHS',
  amnesty: 'Đ.282 khoản 1 điểm a BLTTHS',
  deceased: 'Đ.282 khoản 1 điểm a BLTTHS',
  'prosecution-withdrawn': 'Đ.282 khoản 1 điểm b, Đ.285 BLTTHS',
} as const;

/** Grounds for returning a file for supplementary investigation. Source: Điều 245 khoản 1 and Điều 280 khoản 1 BLTTHS. */
export const RETURN_GROUNDS = {
  'evidence-lacking': 'Đ.245 khoản 1 điểm a, Đ.280 khoản 1 điểm a BLTTHS',
  'other-offence': 'Đ.245 khoản 1 điểm b, Đ.280 khoản 1 điểm b BLTTHS',
  'other-accomplice': 'Đ.245 khoản 1 điểm c, Đ.280 khoản 1 điểm c BLTTHS',
  'procedural-violation': 'Đ.245 khoản 1 điểm d, Đ.280 khoản 1 điểm d BLTTHS',
} as const;

/** Grounds on which the court returns a file: those of everybody, and to have a graver offence indicted. */
export const COURT_RETURN_GROUNDS = {
  ...RETURN_GROUNDS,
  'graver-offence': 'Đ.298 khoản 3 BLTTHS',
} as const;

/** Grounds for adjourning a hearing. Source: Điều 297 khoản 1, Điều 352 BLTTHS. */
export const ADJOURNMENT_GROUNDS = {
  'official-replaced': 'Đ.52, 53, 297 khoản 1 điểm a BLTTHS',
  'official-absent': 'Đ.288, 289, 297 khoản 1 điểm a BLTTHS',
  'defendant-absent': 'Đ.290, 297 khoản 1 điểm a BLTTHS',
  'counsel-absent': 'Đ.291, 297 khoản 1 điểm a BLTTHS',
  'party-absent': 'Đ.292, 297 khoản 1 điểm a BLTTHS',
  'witness-absent': 'Đ.293, 297 khoản 1 điểm a BLTTHS',
  'expert-absent': 'Đ.294, 295, 297 khoản 1 điểm a BLTTHS',
  'evidence-to-collect': 'Đ.297 khoản 1 điểm b BLTTHS',
  'expertise-to-repeat': 'Đ.297 khoản 1 điểm c BLTTHS',
  'valuation-to-make': 'Đ.297 khoản 1 điểm d BLTTHS',
} as const;

/** Why a hearing is opened within 30 days instead of 15. Source: Điều 277 khoản 3 BLTTHS. */
export const HEARING_OBSTACLES = {
  'hearing-force-majeure': 'Đ.277 khoản 3 BLTTHS',
  'hearing-obstacle': 'Đ.277 khoản 3 BLTTHS',
} as const;

/** Grounds for trying somebody in absence. Source: Điều 290 khoản 2 BLTTHS. */
export const ABSENTIA_GROUNDS = {
  'wanted-in-vain': 'Đ.290 khoản 2 điểm a BLTTHS',
  abroad: 'Đ.290 khoản 2 điểm b BLTTHS',
  'own-request': 'Đ.290 khoản 2 điểm c BLTTHS',
  'not-obstructing': 'Đ.290 khoản 2 điểm d BLTTHS',
} as const;

/** Why the procuracy has another body investigate a case. Source: Điều 169 khoản 1 BLTTHS. */
export const CASE_TRANSFER_GROUNDS = {
  'not-competent': 'Đ.169 khoản 1 điểm a BLTTHS',
  'taken-up-above': 'Đ.169 khoản 1 điểm b BLTTHS',
  'head-replaced': 'Đ.169 khoản 1 điểm c BLTTHS',
  'demand-unheeded': 'Đ.169 khoản 1 điểm d BLTTHS',
} as const;

/** Why a court of the province tries what one of the region could. Source: Điều 268 khoản 2 BLTTHS as amended by Luật 99/2025/QH15. */
export const PROVINCIAL_TRIAL_GROUNDS = {
  'complex-case': 'Đ.268 khoản 2 điểm b BLTTHS',
  'public-concern': 'Đ.268 khoản 2 điểm b BLTTHS',
  'political-or-foreign': 'Đ.268 khoản 2 điểm b BLTTHS',
  'leader-or-dignitary': 'Đ.268 khoản 2 điểm b BLTTHS',
} as const;

/** How the offender came to be known, as the summary procedure wants it. Source: Điều 456 khoản 1 điểm a BLTTHS. */
export const SUMMARY_PROCEDURE_GROUNDS = {
  'caught-in-the-act': 'Đ.456 khoản 1 điểm a BLTTHS',
  surrendered: 'Đ.456 khoản 1 điểm a BLTTHS',
} as const;

/** Grounds for which the halved limits of accused under 18 no longer hold. Source: Luật 59/2024/QH15 Chương VII Mục 1. */
export const MINOR_LIMIT_GROUNDS = {
  'especially-complex': LAW59,
  'diversion-announced': LAW59,
} as const;

/** @returns the codes of a table of grounds, in the order of the articles. */
export const codesOf = <T extends object>(grounds: T): readonly (keyof T & string)[] =>
  Object.keys(grounds) as (keyof T & string)[];
