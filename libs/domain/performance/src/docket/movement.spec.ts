import { type Movement, entriesOf, movementsOfLog } from './index.js';
import { type CaseNarrative, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { TRAFFICKING, charge } from '../../../../../test/support/procedure/lawful-files.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const on = (date: string) => ({ on: `2024-${date}` });
const movements = (told: CaseNarrative): Movement[] => movementsOfLog(told.life.kind, told.log);
/** `03-01 new verification@11` — the last figure is the office, then the accused where there is one. */
const line = ({ day, flow, docket, officeId, unitId }: Movement): string =>
  `${day.slice(5)} ${flow} ${docket}@${officeId}${unitId && ` ${unitId}`}`;
/** What the deeds after the first `known` steps move. */
const lines = (told: CaseNarrative, after = '01-01'): string[] =>
  movements(told)
    .filter(({ day }) => day.slice(5) >= after)
    .map(line);

describe('the movements of a case', () => {
  const instituted = deed('institute', { offence: TRAFFICKING }, on('01-02'));
  const accused = (...ids: readonly string[]) => [
    ...ids.map((id) => ({ ...charge(id), ...on('01-10') })),
    deed('approve-charge', { defendantIds: ids }, on('01-11')),
  ];
  const concluded = deed('conclude', {}, on('02-01'));
  const handed = deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, on('02-02'));
  const toCourt = [
    deed('indict', {}, on('02-10')),
    deed('hand-to-court', { toOfficeId: OFFICE.court }, on('02-11')),
    deed('accept', {}, on('02-12')),
  ];
  const atCourt = criminalCase(instituted, ...accused('a', 'b'), concluded, handed, ...toCourt);

  it('go from stage to stage, with the accused beside the case', () => {
    const told = atCourt.given(
      deed('schedule', { hearingOn: '2024-03-01' }, on('02-20')),
      deed(
        'judge',
        { verdicts: ['a', 'b'].map((defendantId) => ({ defendantId, outcome: 'convicted' })) },
        on('03-01'),
      ),
      deed('appeal', { kind: 'appeal', defendantIds: ['b'] }, on('03-10')),
      deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, on('04-02')),
      deed('accept-appeal', { level: 'province' }, on('04-03')),
      deed('schedule-appeal', { hearingOn: '2024-05-01' }, on('04-20')),
      deed('decide-appeal', { results: [{ defendantId: 'b', outcome: 'upheld' }] }, on('05-01')),
    );
    expect(lines(told)).toEqual([
      '01-02 new investigation@11',
      '01-10 new discovery@11',
      '01-10 new investigation-defendants@11 a',
      '01-10 new investigation-defendants@11 b',
      '02-01 concluded investigation@11',
      '02-01 concluded discovery@11',
      '02-01 concluded investigation-defendants@11 a',
      '02-01 concluded investigation-defendants@11 b',
      '02-02 new prosecution@41',
      '02-02 new prosecution-defendants@41 a',
      '02-02 new prosecution-defendants@41 b',
      '02-10 indicted prosecution@41',
      '02-10 indicted prosecution-defendants@41 a',
      '02-10 indicted prosecution-defendants@41 b',
      '02-12 new first-instance@51',
      '02-12 new first-instance-defendants@51 a',
      '02-12 new first-instance-defendants@51 b',
      '03-01 judged first-instance@51',
      '03-01 judged first-instance-defendants@51 a',
      '03-01 judged first-instance-defendants@51 b',
      '04-03 new appeal@52',
      '04-03 new appeal-defendants@52 b',
      '05-01 finalised appeal@52',
      '05-01 finalised appeal-defendants@52 b',
    ]);
  });

  it('come back as returned, not as new', () => {
    const back = atCourt.given(deed('return-by-court', { by: 'judge', ground: 'evidence-lacking' }, on('03-01')));
    expect(lines(back, '03-01').filter((one) => !one.includes('defendants'))).toEqual([
      '03-01 returned-out first-instance@51',
      '03-01 returned prosecution@41',
    ]);
    const further = back.given(
      deed('return-for-supplement', { ground: 'evidence-lacking' }, on('03-02')),
      deed('conclude', {}, on('03-20')),
      deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, on('03-21')),
      deed('indict', {}, on('03-25')),
      deed('hand-to-court', { toOfficeId: OFFICE.court }, on('03-26')),
      deed('accept', {}, on('03-27')),
    );
    expect(lines(further, '03-02').filter((one) => !one.includes('defendants'))).toEqual([
      '03-02 returned-out prosecution@41',
      '03-02 returned investigation@11',
      '03-02 returned discovery@11',
      '03-20 concluded investigation@11',
      '03-20 concluded discovery@11',
      '03-21 returned prosecution@41',
      '03-25 indicted prosecution@41',
      '03-27 returned first-instance@51',
    ]);
  });

  it('tell an accused’s halt from the case’s', () => {
    const told = criminalCase(
      instituted,
      ...accused('a', 'b'),
      deed('suspend', { ground: 'illness', defendantIds: ['a'] }, on('02-01')),
      deed('terminate', { ground: 'deceased', defendantIds: ['b'] }, on('02-02')),
      deed('resume', { defendantIds: ['a'] }, on('02-20')),
    );
    expect(lines(told, '02-01')).toEqual([
      '02-01 suspended investigation-defendants@11 a',
      '02-02 suspended investigation@11',
      '02-02 suspended discovery@11',
      '02-02 terminated investigation-defendants@11 b',
      '02-02 new suspended-investigation@11',
      '02-20 resumed-out suspended-investigation@11',
      '02-20 resumed investigation@11',
      '02-20 resumed discovery@11',
      '02-20 resumed investigation-defendants@11 a',
    ]);
  });

  it('undo the discovery when the last charge is cancelled', () => {
    const told = criminalCase(
      instituted,
      { ...charge('a'), ...on('01-10') },
      deed('cancel-charge', { defendantIds: ['a'] }, on('01-12')),
    );
    expect(lines(told, '01-12')).toEqual([
      '01-12 cancelled discovery@11',
      '01-12 cancelled investigation-defendants@11 a',
    ]);
    expect(entriesOf(movements(told)).filter(({ closedOn }) => closedOn === undefined)).toMatchObject([
      { docket: 'investigation' },
    ]);
  });

  it('move case, discovery and accused together to another office', () => {
    const told = criminalCase(
      instituted,
      ...accused('a'),
      deed('transfer', { toOfficeId: OFFICE.borderGuard }, on('01-20')),
      deed('decide-transfer', { toOfficeId: OFFICE.borderGuard, ground: 'taken-up-above' }, on('01-22')),
      deed('accept-transfer', {}, on('01-25')),
    );
    expect(lines(told, '01-20')).toEqual([
      '01-25 transferred-out investigation@11',
      '01-25 transferred-out discovery@11',
      '01-25 transferred-out investigation-defendants@11 a',
      '01-25 transferred-in investigation@31',
      '01-25 transferred-in discovery@31',
      '01-25 transferred-in investigation-defendants@31 a',
    ]);
  });

  it('keep a case that a court suspends pending there, with its accused (án tạm đình chỉ còn tồn)', () => {
    const suspended = atCourt.given(deed('suspend', { ground: 'illness' }, on('03-01')));
    expect(lines(suspended, '03-01')).toEqual(['03-01 new suspended-trial@51']);
    expect(lines(suspended.given(deed('resume', {}, on('04-01'))), '04-01')).toEqual([
      '04-01 resumed-out suspended-trial@51',
    ]);
    expect(lines(suspended.given(deed('terminate', { ground: 'time-barred' }, on('04-01'))), '04-01')).toEqual([
      '04-01 terminated first-instance@51',
      '04-01 terminated suspended-trial@51',
      '04-01 terminated first-instance-defendants@51 a',
      '04-01 terminated first-instance-defendants@51 b',
    ]);
  });

  it('do not judge whom the court only suspended', () => {
    const told = atCourt.given(
      deed('suspend', { ground: 'illness', defendantIds: ['b'] }, on('02-15')),
      deed('schedule', { hearingOn: '2024-03-01' }, on('02-20')),
      deed('judge', { verdicts: [{ defendantId: 'a', outcome: 'convicted' }] }, on('03-01')),
    );
    expect(lines(told, '02-15')).toEqual([
      '03-01 judged first-instance@51',
      '03-01 judged first-instance-defendants@51 a',
    ]);
  });

  it('bring no accused before the court whom an earlier stage left behind', () => {
    const told = criminalCase(
      instituted,
      ...accused('a', 'b'),
      deed('suspend', { ground: 'illness', defendantIds: ['b'] }, on('01-20')),
      concluded,
      handed,
      ...toCourt,
    );
    expect(lines(told, '02-01').filter((one) => one.endsWith(' b'))).toEqual([]);
    expect(lines(told, '02-12')).toEqual(['02-12 new first-instance@51', '02-12 new first-instance-defendants@51 a']);
  });

  it('take a case over from paper as carried over, in the dockets of its status', () => {
    const persons = [{ defendantId: 'a', number: '1' }];
    const told = criminalCase(
      deed('carry-over', { status: 'trial-suspended', persons }, { by: OFFICE.court, ...on('01-05') }),
    );
    expect(lines(told)).toEqual([
      '01-05 carried-over first-instance@51',
      '01-05 carried-over suspended-trial@51',
      '01-05 carried-over first-instance-defendants@51 a',
    ]);
  });
});
