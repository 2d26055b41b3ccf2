import { type FileLimit, limitsOf } from '../index.js';
import { accepted } from '../../../../../test/support/procedure/lawful-files.js';
import { type CaseNarrative, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE, agencyOf } from '../../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });
const OBSTACLE = { obstacle: 'hearing-obstacle' };
const hearings = (told: CaseNarrative, isDayOff?: (on: string) => boolean): FileLimit[] =>
  limitsOf('case', told.log, { agencyOf, ...(isDayOff ? { isDayOff } : {}) }).filter(({ id }) => id === 'hearing');

describe('a hearing that is opened within 30 days (Điều 277 khoản 3)', () => {
  // Decided on 1 March 2024: 15 days end on the 16th, 30 days on the 31st.
  const there = criminalCase(...accepted('a'));
  const set = (payload: object = {}) =>
    there.given(deed('schedule', { hearingOn: '2024-03-15', ...payload }, at('2024-03-01')));

  it('has 15 days where nothing stands in its way, and shows what an obstacle would give', () => {
    expect(hearings(set())).toMatchObject([{ startedOn: '2024-03-01', dueOn: '2024-03-16', furthestOn: '2024-03-31' }]);
    const anew = set().given(deed('schedule', { hearingOn: '2024-03-29' }, at('2024-03-14')));
    expect(hearings(anew)).toMatchObject([{ startedOn: '2024-03-01', dueOn: '2024-03-16' }]);
  });

  it('has 30 where the decision to try states an obstacle', () => {
    const told = set(OBSTACLE);
    expect(hearings(told)).toMatchObject([
      { startedOn: '2024-03-01', dueOn: '2024-03-31', reckoning: { extendedTo: ['2024-03-31'] } },
    ]);
    expect(hearings(told)[0]).not.toHaveProperty('furthestOn');
    // 31 March 2024 is a Sunday.
    expect(hearings(told, (on) => on === '2024-03-31')).toMatchObject([{ dueOn: '2024-04-01' }]);
  });

  it('has 30 from the first decision where the obstacle came later, and no more for a second one', () => {
    const later = deed('schedule', { hearingOn: '2024-03-29', obstacle: 'hearing-force-majeure' }, at('2024-03-14'));
    const told = set().given(later);
    expect(told.file.hearingOn).toBe('2024-03-29');
    expect(hearings(told)).toMatchObject([{ startedOn: '2024-03-01', dueOn: '2024-03-31' }]);
    const again = told.given(deed('schedule', { hearingOn: '2024-04-10', ...OBSTACLE }, at('2024-03-28')));
    expect(hearings(again)).toMatchObject([{ startedOn: '2024-03-01', dueOn: '2024-03-31' }]);
    expect(hearings(again)[0]?.reckoning.extendedTo).toEqual(['2024-03-31']);
  });

  it('is none of the summary procedure, whose 7 days nothing lengthens (Điều 462 khoản 2)', () => {
    const LIGHT = { article: 347, clause: 1 };
    const quick = criminalCase(
      deed('institute', { offence: LIGHT }),
      deed('apply-summary-procedure'),
      deed('charge', { defendantId: 'a', number: '1', offence: LIGHT }),
      deed('approve-charge', { defendantIds: ['a'] }),
      deed('conclude'),
      deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }),
      deed('indict'),
      deed('hand-to-court', { toOfficeId: OFFICE.court }),
      deed('accept'),
    );
    quick
      .when('schedule', { hearingOn: '2024-02-01', ...OBSTACLE })
      .thenRefused('extend.no-more', { article: 'Đ.462 khoản 2 BLTTHS' });
    quick.when('schedule', { hearingOn: '2024-02-01' }).thenStatus('scheduled');
  });

  it('is for one of the reasons that the law knows', () => {
    there
      .when('schedule', { hearingOn: '2024-03-15', obstacle: 'too-busy' }, at('2024-03-01'))
      .thenRefused('step.malformed', { fields: ['obstacle'] });
  });
});
