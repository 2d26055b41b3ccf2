import type { Day } from '#libs/domain/kernel';
import type { CaseFile, InvestigationClock } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { CODE_IN_FORCE, type Change, type TimeLimit, byGravity, days, further, months } from '../time-limit.js';

type Id = InvestigationClock['limit'];
export type InvestigationLimit = TimeLimit<CaseFile, Id | 'hand-over-to-procuracy'>;

const clockOf =
  (limit: Id) =>
  ({ before, after }: Change<CaseFile>): Day | undefined => {
    const clock = after.investigationClock;
    return clock !== before.investigationClock && clock?.limit === limit ? clock.from : undefined;
  };

const running = (id: Id, starts: readonly string[]) =>
  ({
    id,
    starts,
    startOn: clockOf(id),
    stops: ['investigation-concluded', 'investigation-suspended', 'investigation-terminated'],
    extendedBy: 'investigation-extended',
    validFrom: CODE_IN_FORCE,
  }) as const;

/**
 * The limits of an investigation, by the reason it runs; a transfer does not stop them (Điều 169 khoản 5).
 * Source: Điều 172, 174 BLTTHS.
 */
export const LIMIT_OF_INVESTIGATION: Readonly<Record<Id, InvestigationLimit>> = {
  investigation: {
    ...running('investigation', ['case-instituted', 'case-carried-over']),
    length: byGravity(months(2), months(3), months(4), months(4)),
    extensions: byGravity(
      further('procuracy', months(2)),
      further('procuracy', months(3), months(2)),
      further('procuracy', months(4), months(4)),
      [...further('procuracy', months(4), months(4), months(4)), ...further('supreme-procuracy', months(4))],
    ),
    article: BLTTHS('Đ.172 khoản 1, 2, 3'),
  },
  'investigation-resumed': {
    ...running('investigation-resumed', ['investigation-resumed']),
    length: byGravity(months(2), months(2), months(3), months(3)),
    extensions: byGravity(
      further('procuracy', months(1)),
      further('procuracy', months(2)),
      further('procuracy', months(2)),
      further('procuracy', months(3)),
    ),
    article: BLTTHS('Đ.174 khoản 1'),
  },
  'supplement-for-procuracy': {
    ...running('supplement-for-procuracy', ['returned-for-supplement']),
    length: months(2),
    extensions: [],
    article: BLTTHS('Đ.174 khoản 2'),
  },
  'supplement-for-court': {
    ...running('supplement-for-court', ['returned-for-supplement']),
    length: months(1),
    extensions: [],
    article: BLTTHS('Đ.174 khoản 2'),
  },
};

export const INVESTIGATION_LIMITS: readonly InvestigationLimit[] = [
  ...Object.values(LIMIT_OF_INVESTIGATION),
  {
    id: 'hand-over-to-procuracy',
    starts: ['investigation-concluded'],
    stops: ['handed-to-procuracy'],
    length: days(2),
    extensions: [],
    article: BLTTHS('Đ.232 khoản 4'),
    validFrom: CODE_IN_FORCE,
  },
];
