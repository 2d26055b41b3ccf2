import type { OfficeTier } from '#libs/domain/jurisdiction';
import { DomainError, day } from '#libs/domain/kernel';
import { CASE_LIFECYCLE, PROVINCIAL_TRIAL_GROUNDS, codesOf, decide } from '../index.js';
import { GRAVEST, TRAFFICKING, charge } from '../../../../../test/support/procedure/lawful-files.js';
import {
  type CaseNarrative,
  type Deed,
  TODAY,
  criminalCase,
  deed,
} from '../../../../../test/support/procedure/narrative.js';
import { OFFICE, agencyAt, agencyOf } from '../../../../../test/support/procedure/offices.js';

const UP_TO_20_YEARS = { article: 150, clause: 3 };
const handed = [deed('conclude'), deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }), deed('indict')];
const told = (institutedFor: object, charged: readonly object[], ...then: readonly Deed[]): CaseNarrative =>
  criminalCase(
    deed('institute', { offence: institutedFor }, { on: '2025-06-02' }),
    ...charged.map((offence, index) => charge(`p-${index}`, offence)),
    deed('approve-charge', { defendantIds: charged.map((_, index) => `p-${index}`) }),
    ...then,
    ...handed,
  );

/** @returns `taken`, or the code by which the hand-over to a court of that tier is refused. */
const toCourt = (
  file: CaseNarrative,
  tier: OfficeTier | undefined,
  payload: object = {},
  on = '2025-07-01',
): unknown => {
  const acting = { officeId: OFFICE.procuracy, agency: agencyAt(OFFICE.procuracy), supervises: false };
  const stated = { toOfficeId: OFFICE.court, ...payload };
  const command = { name: 'hand-to-court', occurredOn: day(on), officeId: OFFICE.procuracy, payload: stated };
  const seatOf = () => (tier ? { tier } : undefined);
  try {
    decide(CASE_LIFECYCLE, file.file, command, { today: TODAY, agencyOf, acting, seatOf });
    return 'taken';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [error.code, error.facts];
  }
};
const above = (penal: number, clause: number) => [
  'court.province-tries',
  { penal, clause, article: 'Đ.268 khoản 2 điểm a, Đ.271 BLTTHS; Luật 99/2025/QH15' },
];

describe('the court that tries (Điều 268)', () => {
  it('is that of the province where the bracket goes beyond 20 years', () => {
    const file = told(GRAVEST, [GRAVEST]);
    expect(toCourt(file, 'region')).toEqual(above(151, 3));
    expect(toCourt(file, 'province')).toBe('taken');
  });

  it('is that of the region up to 20 years', () => {
    for (const offence of [TRAFFICKING, UP_TO_20_YEARS])
      expect(toCourt(told(offence, [offence]), 'region')).toBe('taken');
  });

  it('is the higher one for the whole case where one accused needs it (Điều 271)', () => {
    expect(toCourt(told(TRAFFICKING, [TRAFFICKING, GRAVEST]), 'region')).toEqual(above(151, 3));
    const halted = deed('suspend', { ground: 'illness', defendantIds: ['p-1'] });
    expect(toCourt(told(TRAFFICKING, [TRAFFICKING, GRAVEST], halted), 'region')).toBe('taken');
  });

  it('follows from the charges, not from what the case was instituted for', () => {
    expect(toCourt(told(GRAVEST, [TRAFFICKING]), 'region')).toBe('taken');
    expect(toCourt(told(TRAFFICKING, [GRAVEST]), 'region')).toEqual(above(151, 3));
  });

  it('may be the one of the province for less, and the step may say why', () => {
    const file = told(TRAFFICKING, [TRAFFICKING]);
    expect(toCourt(file, 'province')).toBe('taken');
    for (const ground of codesOf(PROVINCIAL_TRIAL_GROUNDS)) {
      expect(toCourt(file, 'province', { ground })).toBe('taken');
      expect(toCourt(file, 'region', { ground })).toEqual([
        'court.ground-of-province',
        { article: 'Đ.268 khoản 2 điểm b BLTTHS' },
      ]);
    }
  });

  it('is not asked for before 1/7/2025, nor of a court or an offence that nobody knows', () => {
    expect(toCourt(told(GRAVEST, [GRAVEST]), 'district', {}, '2025-06-30')).toBe('taken');
    expect(toCourt(told(GRAVEST, [GRAVEST]), undefined)).toBe('taken');
    const register = criminalCase(
      deed(
        'carry-over',
        { status: 'indicted', persons: [{ defendantId: 'a', number: '1' }] },
        { on: '2025-06-02', by: OFFICE.procuracy },
      ),
    );
    expect(toCourt(register, 'region')).toBe('taken');
  });
});
