import { DomainError } from '#libs/domain/kernel';

/** When a count may leave the authorised circle. */
export interface DisclosureRule {
  /** A count below it is withheld, and nobody outside may bound a withheld count more narrowly than by so much. */
  readonly k: number;
}

/**
 * k = 10 is the reporting resolution with which CTDC publishes figures about victims of trafficking. No Vietnamese text
 * known here fixes a number, so that it can be set.
 */
export const DISCLOSURE_RULE: DisclosureRule = { k: 10 };

/** What the rule rests on, as a release cites it. */
export const DISCLOSURE_SOURCES = [
  'Luật Thống kê 89/2015/QH13, Điều 10',
  'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15',
  'CTDC, reporting resolution 10',
] as const;

/**
 * The one reason that a withheld cell gives. Whether it is small itself or protects another one is not said: who knows
 * which of two cells is small knows the other one to be large, and can bound both more narrowly.
 */
export const WITHHELD = 'protected';

/** @throws DomainError `disclosure.k-too-small` for what is no whole number from 3 to 1000. */
export function disclosureRule(k: number): DisclosureRule {
  if (!Number.isSafeInteger(k) || k < 3 || k > 1000)
    throw new DomainError('disclosure.k-too-small', 'malformed', { k });
  return { k };
}
