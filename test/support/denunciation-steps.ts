import { newId } from '#libs/platform/database';

/** Some offence. */
export const OFFENCE = { article: 150, clause: 1 };

/** Each new step with a body that is well formed, and the article that refuses it once the matter is declined. */
export const STEPS: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
  ['check-preliminarily', { urgent: true }, 'Đ.146 khoản 3'],
  ['split', { childNumber: 'x' }, 'Đ.12 khoản 1'],
  ['join', { intoId: newId() }, 'Đ.12 khoản 3'],
  ['dispute-competence', { withOfficeId: 1 }, 'Đ.150'],
  ['settle-dispute', { toOfficeId: 1 }, 'Đ.150'],
  ['request-extension', { until: '2026-07-02' }, 'Đ.147 khoản 2'],
  ['refuse-extension', {}, 'Đ.11 khoản 2'],
  ['assign-prosecutor', { prosecutorId: newId() }, 'Đ.10 khoản 2'],
  ['cancel-suspension', {}, 'Đ.148 khoản 2'],
  ['demand-remedy', {}, 'Đ.160 khoản 3'],
  ['review-suspension', {}, 'Đ.14 khoản 2'],
  ['take-over', {}, 'Đ.145 khoản 3'],
];
/** Those that a declined matter still knows, with the article that refuses them before. */
export const LEFT_OPEN: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
  ['overrule-decline', { caseNumber: 'x', offence: OFFENCE }, 'Đ.153 khoản 3'],
  ['notify', { notice: 'suspension-to-procuracy' }, 'Đ.148 khoản 2'],
];
