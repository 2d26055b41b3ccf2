import { day } from '#libs/domain/kernel';
import { KNOWN_ARTICLES, PLAN_OFFENCES, type PlanOffence, planGroupOf } from './index.js';
import { GRAVEST, TRAFFICKING, charge } from '../../../../test/support/procedure/lawful-files.js';
import { criminalCase, deed } from '../../../../test/support/procedure/narrative.js';

const ORGANS = { article: 154, clause: 1 };
const ILLEGAL_STAY = { article: 347, clause: 1 };
const instituted = (offence: object, on = '2024-03-01') => criminalCase(deed('institute', { offence }, { on }));

describe('a case of the plans', () => {
  it('is one of trafficking, or of what goes with it', () => {
    const groupOf = (article: number) => planGroupOf(instituted({ article, clause: 1 }).file);
    expect(KNOWN_ARTICLES.filter((article) => groupOf(article) === 'core')).toEqual([150, 151]);
    expect(KNOWN_ARTICLES.filter((article) => groupOf(article) === 'related')).toEqual([154, 187, 297, 348, 349, 350]);
  });

  it('is what its gravest tie to trafficking makes it, by institution, supplement or charge', () => {
    const other = instituted(ILLEGAL_STAY);
    expect(planGroupOf(other.file)).toBeUndefined();
    const supplemented = other.given(deed('change-institution', { offence: ORGANS, kind: 'supplemented' }));
    expect(planGroupOf(supplemented.file)).toBe('related');
    const charged = supplemented.given(charge('a', GRAVEST));
    expect(planGroupOf(charged.file)).toBe('core');
    expect(planGroupOf(charged.given(deed('cancel-charge', { defendantIds: ['a'] })).file)).toBe('related');
  });

  it('is judged by the list of the day of its institution', () => {
    expect(planGroupOf(instituted(ORGANS, '2023-01-23').file)).toBeUndefined();
    expect(planGroupOf(instituted(ORGANS, '2023-01-24').file)).toBe('related');
    expect(planGroupOf(instituted(TRAFFICKING, '2019-03-01').file)).toBe('core');
    const until = PLAN_OFFENCES.map((row): PlanOffence => ({ ...row, validTo: day('2025-12-31') }));
    const changed: readonly PlanOffence[] = [
      ...until,
      { article: 347, group: 'related', validFrom: day('2026-01-01'), basis: 'an invented list' },
    ];
    expect(planGroupOf(instituted(ORGANS, '2025-12-31').file, changed)).toBe('related');
    expect(planGroupOf(instituted(ORGANS, '2026-01-01').file, changed)).toBeUndefined();
    expect(planGroupOf(instituted(ILLEGAL_STAY, '2026-01-01').file, changed)).toBe('related');
  });

  it('is not told of a file that names no offence', () => {
    const register = criminalCase(deed('carry-over', { status: 'under-investigation' }, { on: '2024-03-01' }));
    expect(planGroupOf(register.file)).toBeUndefined();
  });
});
