import { CASE_LIFECYCLE } from '../index.js';
import { HEARING, judged, scheduled } from '../../../../../test/support/procedure/lawful-files.js';
import { type CaseNarrative, Narrative, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });
const APPEALED = deed('appeal', { kind: 'appeal', by: 'defendant', defendantIds: ['a'] });
const sent = (told: Pick<CaseNarrative, 'when'>, on: string) =>
  told.when('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, at(on));

describe('the file goes to the court above when nobody can attack the judgment any more (Điều 339)', () => {
  // Judged on Monday 3 June 2024: the defendant has 15 days, the procuracy above 30, to Wednesday 3 July.
  const told = criminalCase(...judged('a'), APPEALED);

  it('on the day after the last period at the earliest', () => {
    sent(told, '2024-06-19').thenRefused('send-appeal.period-running', { article: 'Đ.339 BLTTHS', end: '2024-07-03' });
    sent(told, '2024-07-03').thenRefused('send-appeal.period-running', { end: '2024-07-03' });
    sent(told, '2024-07-04').thenStatus('sent-to-appeal');
  });

  it('a last day that is off moves it', () => {
    const isDayOff = (on: string): boolean => on === '2024-07-03';
    const moved = new Narrative(CASE_LIFECYCLE, told.file, told.log, { isDayOff });
    sent(moved, '2024-07-04').thenRefused('send-appeal.period-running', { end: '2024-07-04' });
    sent(moved, '2024-07-05').thenStatus('sent-to-appeal');
  });

  it('waits for who was absent and received the judgment, and for nobody who has not', () => {
    const verdicts = [
      { defendantId: 'a', outcome: 'convicted' },
      { defendantId: 'b', outcome: 'convicted', absent: true },
    ];
    const mixed = criminalCase(...scheduled('a', 'b'), deed('judge', { verdicts }, at(HEARING)), APPEALED);
    sent(mixed, '2024-07-04').thenStatus('sent-to-appeal');
    const received = mixed.given(deed('record-receipt', { defendantIds: ['b'] }, at('2024-07-01')));
    sent(received, '2024-07-16').thenRefused('send-appeal.period-running', { end: '2024-07-16' });
    sent(received, '2024-07-17').thenStatus('sent-to-appeal');
  });

  it('waits for nobody on whom the judgment is final', () => {
    const alone = criminalCase(
      ...scheduled('a', 'b'),
      deed(
        'judge',
        {
          verdicts: ['a', 'b'].map((defendantId) => ({ defendantId, outcome: 'convicted' })),
        },
        at(HEARING),
      ),
      APPEALED,
      deed('finalise', { basis: 'no-appeal', defendantIds: ['b'] }, at('2024-07-04')),
    );
    sent(alone, '2024-07-05').thenStatus('sent-to-appeal');
  });
});
