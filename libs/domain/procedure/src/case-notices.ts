import type { Day } from '#libs/domain/kernel';
import { BLTTHS } from './citations.js';
import { type Notice, type OwedNotice, owedAfter, owedBySuccessor } from './notices.js';
import type { Step } from './step.js';
import { days } from './time-limit.js';

const ONE_DAY = { hours: 24 } as const;

/** What of a case tells which notices are owed. */
interface Owing {
  readonly owed: readonly OwedNotice<CaseNotice>[];
  readonly holderOfficeId?: number;
  readonly stage?: string;
  readonly halt?: string;
  readonly procedure?: string;
  readonly hearingOn?: Day;
}
const isSummary = ({ procedure }: Owing): boolean => procedure === 'summary';
const AT_FIRST_INSTANCE: readonly (string | undefined)[] = ['accepted', 'scheduled', 'judged'];
const LEAVING = ['returned-by-court', 'trial-suspended', 'trial-terminated', 'judged'] as const;

/**
 * Whom the body that took a decision on a case must tell or send it to, and within what time. What a procuracy or a trial
 * panel institutes goes to the investigators or the procuracy (Điều 154 khoản 2).
 * Source: Điều 154, 156, 158, 169, 170, 179, 180, 229, 232, 235, 239, 240, 249, 262, 286, 457, 462 BLTTHS.
 */
export const CASE_NOTICES = {
  'institution-to-procuracy': {
    after: ['case-instituted', 'institution-changed', 'institution-cancelled'],
    within: ONE_DAY,
    article: BLTTHS('Đ.154 khoản 2, Đ.156 khoản 2, Đ.158 khoản 1'),
  },
  'charge-to-procuracy': {
    after: ['charged', 'charge-changed'],
    within: ONE_DAY,
    article: BLTTHS('Đ.179 khoản 3, Đ.180 khoản 3'),
  },
  'summary-procedure': {
    after: ['summary-procedure-applied'],
    within: ONE_DAY,
    article: BLTTHS('Đ.457 khoản 2'),
  },
  'custody-to-procuracy': { after: ['person-held'], within: { hours: 12 }, article: BLTTHS('Đ.117 khoản 4') },
  'transfer-of-case': {
    // The decision is the procuracy’s, also where it offers its own case; what investigators offer is no decision yet.
    after: ['case-transfer-offered', 'case-transfer-decided'],
    of: ['procuracy'],
    within: ONE_DAY,
    article: BLTTHS('Đ.169 khoản 3'),
  },
  'joinder-to-procuracy': {
    // What the procuracy itself joins and severs (Điều 242) it tells nobody.
    after: ['case-joined', 'case-severed'],
    of: ['police-investigation', 'border-guard'],
    within: ONE_DAY,
    article: BLTTHS('Đ.170 khoản 3'),
  },
  'suspension-of-investigation': {
    after: ['investigation-suspended'],
    within: days(2),
    article: BLTTHS('Đ.229 khoản 3'),
  },
  'resumption-of-investigation': {
    after: ['investigation-resumed'],
    within: days(2),
    article: BLTTHS('Đ.235 khoản 2'),
  },
  'end-of-investigation': {
    after: ['investigation-concluded', 'investigation-terminated'],
    within: days(2),
    article: BLTTHS('Đ.232 khoản 4'),
  },
  'transfer-for-prosecution': {
    after: ['prosecution-transferred'],
    within: days(3),
    article: BLTTHS('Đ.239 khoản 2'),
  },
  'decision-of-prosecution': {
    after: ['indicted', 'returned-for-supplement', 'prosecution-suspended', 'prosecution-terminated'],
    within: days(3),
    article: BLTTHS('Đ.240 khoản 2'),
  },
  'resumption-of-prosecution': {
    after: ['prosecution-resumed'],
    within: days(3),
    article: BLTTHS('Đ.249 khoản 3'),
  },
  'decision-of-court-to-parties': {
    after: ['trial-suspended', 'trial-resumed', 'trial-terminated'],
    within: days(3),
    article: BLTTHS('Đ.286 khoản 2'),
  },
  'decision-of-court-to-procuracy': {
    after: ['judge-assigned', 'scheduled', 'trial-suspended', 'trial-resumed', 'trial-terminated'],
    owedIf: ({ type }: Step, after: Owing) => type !== 'scheduled' || !isSummary(after),
    within: days(2),
    article: BLTTHS('Đ.286 khoản 3'),
  },
  'decision-to-try': {
    after: ['scheduled'],
    owedIf: (_step: Step, after: Owing) => !isSummary(after),
    within: days(10),
    backFrom: ({ payload }: Step) => payload.hearingOn as Day | undefined,
    // A hearing on another day, or none, has another decision.
    lapses: {
      with: ['scheduled', 'adjourned', ...LEAVING],
      if: ({ backFrom }: OwedNotice, { stage, halt, hearingOn }: Owing) =>
        stage !== 'scheduled' || halt !== undefined || hearingOn !== backFrom,
    },
    article: BLTTHS('Đ.286 khoản 1'),
  },
  'decision-to-try-summary': {
    after: ['scheduled'],
    owedIf: (_step: Step, after: Owing) => isSummary(after),
    within: ONE_DAY,
    article: BLTTHS('Đ.462 khoản 3'),
  },
  'measure-of-court': {
    after: ['detention-ordered', 'detention-ended'],
    owedIf: (_step: Step, { stage }: Owing) => AT_FIRST_INSTANCE.includes(stage),
    within: ONE_DAY,
    article: BLTTHS('Đ.286 khoản 4'),
  },
  judgment: { after: ['judged', 'appeal-decided'], within: days(10), article: BLTTHS('Đ.262') },
} as const satisfies Readonly<Record<string, Notice<Owing>>>;
export type CaseNotice = keyof typeof CASE_NOTICES;

/** @returns the notices that are owed after a step; those of an office that ended are its successor's. */
export const owedInCase = (change: {
  readonly before: Owing;
  readonly step: Step;
  readonly after: Owing;
}): readonly OwedNotice<CaseNotice>[] => {
  const { before, step } = change;
  const { toOfficeId } = step.payload;
  if (step.type !== 'case-office-succeeded' || typeof toOfficeId !== 'number') return owedAfter(CASE_NOTICES, change);
  return owedBySuccessor(before.owed, { officeId: step.officeId, payload: { toOfficeId } });
};
