import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { CODE_IN_FORCE, type TimeLimit, byGravity, days, further, months } from '../time-limit.js';

type Id = 'decision-to-prosecute' | 'answer-to-court' | 'hand-over-to-court';
export type ProsecutionLimit = TimeLimit<CaseFile, Id>;
const DECIDED = ['indicted', 'returned-for-supplement', 'prosecution-suspended', 'prosecution-terminated'] as const;

/** The limits of the prosecution. Source: Điều 174 khoản 2, 240, 244, 246, 249 BLTTHS. */
export const PROSECUTION_LIMITS: readonly ProsecutionLimit[] = [
  {
    id: 'decision-to-prosecute',
    starts: ['handed-to-procuracy', 'prosecution-resumed'],
    startOn: ({ before, step, after }) => (before.halt || before.stage !== after.stage ? step.occurredOn : undefined),
    stops: DECIDED,
    length: byGravity(days(20), days(20), days(30), days(30)),
    extensions: byGravity(
      further('head', days(10)),
      further('head', days(10)),
      further('head', days(15)),
      further('head', days(30)),
    ),
    article: BLTTHS('Đ.240 khoản 1, Đ.249 khoản 4'),
    validFrom: CODE_IN_FORCE,
  },
  {
    id: 'answer-to-court',
    starts: ['returned-by-court'],
    stops: DECIDED,
    length: months(1),
    extensions: [],
    article: BLTTHS('Đ.174 khoản 2, Đ.246'),
    validFrom: CODE_IN_FORCE,
  },
  {
    id: 'hand-over-to-court',
    starts: ['indicted'],
    stops: ['handed-to-court'],
    length: days(3),
    extensions: [{ by: 'head', total: days(10) }],
    article: BLTTHS('Đ.244'),
    validFrom: CODE_IN_FORCE,
  },
];
