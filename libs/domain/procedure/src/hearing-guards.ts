import type { Day } from '#libs/domain/kernel';
import type { CaseFile } from './case-file.js';
import type { Refusal } from './guard.js';

/** @returns a refusal of what only happens in a hearing when it lies before the day that is set for it. */
export const refuseHearing = (
  { hearingOn }: CaseFile,
  { occurredOn }: { readonly occurredOn: Day },
  code: string,
): Refusal | undefined =>
  hearingOn && occurredOn < hearingOn
    ? { code, article: 'Đ.250, 277 khoản 3, Đ.346 khoản 3 BLTTHS', facts: { hearing: hearingOn } }
    : undefined;
