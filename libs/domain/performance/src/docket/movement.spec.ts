import { type Movement, entriesOf, movementsOfLog } from './index.js';
import {
  type CaseNarrative,
  type DenunciationNarrative,
  criminalCase,
  deed,
  denunciation,
} from '../../../../../test/support/procedure/narrative.js';
import { TRAFFICKING, charge } from '../../../../../test/support/procedure/lawful-files.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const on = (date: string) => ({ on: `2024-${date}` });
const movements = (told: DenunciationNarrative | CaseNarrative): Movement[] => movementsOfLog(told.life.kind, told.log);
/** `03-01 new verification@11` — the last figure is the office, then the accused where there is one. */
const line = ({ day, flow, docket, officeId, unitId }: Movement): string =>
  `${day.slice(5)} ${flow} ${docket}@${officeId}${unitId && ` ${unitId}`}`;
/** What the deeds after the first `known` steps move. */
const lines = (told: DenunciationNarrative | CaseNarrative, after = '01-01'): string[] =>
  movements(told)
    .filter(({ day }) => day.slice(5) >= after)
    .map(line);

describe('the movements of a denunciation', () => {
  const received = deed('receive', { source: 'report' }, on('03-01'));
  const own = deed('classify', { competence: 'own' }, on('04-02'));

  it('go from reception to verification; the classification counts where and when it was received', () => {
    expect(lines(denunciation(received, own, deed('institute', { caseId: 'c' }, on('04-10'))))).toEqual([
      '03-01 new reception@11',
      '04-02 classified reception@11',
      '04-02 new verification@11',
      '03-01 received-and-classified reception@11',
      '04-10 instituted verification@11',
    ]);
  });

  it('leave one office and enter the other on the day of the acceptance, and not before', () => {
    const offered = denunciation(received, deed('transfer', { toOfficeId: OFFICE.otherPolice }, on('03-02')));
    expect(lines(offered)).toEqual(['03-01 new reception@11']);
    const there = offered.given(
      deed('accept-transfer', {}, on('03-05')),
      deed('classify', { competence: 'own' }, on('03-06')),
    );
    expect(lines(there, '03-02')).toEqual([
      '03-05 transferred-out reception@11',
      '03-05 transferred-in reception@12',
      '03-06 classified reception@12',
      '03-06 new verification@12',
    ]);
    expect(
      movements(there)
        .filter(({ flow }) => flow === 'received-and-classified')
        .map(line),
    ).toEqual(['03-01 received-and-classified reception@11']);
    expect(lines(offered.given(deed('refuse-transfer', { because: 'x' })))).toHaveLength(1);
  });

  it('count a classification once, also when the file is classified again', () => {
    const told = denunciation(
      received,
      deed('classify', { competence: 'other' }, on('03-02')),
      deed('classify', { competence: 'own' }, on('03-03')),
    );
    expect(lines(told)).toEqual([
      '03-01 new reception@11',
      '03-01 received-and-classified reception@11',
      '03-03 classified reception@11',
      '03-03 new verification@11',
    ]);
  });

  it('keep a suspended matter in a stock of its own', () => {
    const suspended = denunciation(received, own, deed('suspend', { ground: 'force-majeure' }, on('04-20')));
    expect(lines(suspended, '04-20')).toEqual([
      '04-20 suspended verification@11',
      '04-20 new suspended-verification@11',
    ]);
    expect(lines(suspended.given(deed('resume', {}, on('06-01'))), '06-01')).toEqual([
      '06-01 resumed-out suspended-verification@11',
      '06-01 resumed verification@11',
    ]);
    expect(lines(suspended.given(deed('decline', { ground: 'time-barred' }, on('06-01'))), '06-01')).toEqual([
      '06-01 declined suspended-verification@11',
    ]);
  });

  it('do not make a file new that was carried over, nor count it as received', () => {
    const carried = denunciation(
      deed('carry-over', { status: 'received', receivedOn: '2023-12-01' }, on('01-02')),
      own,
    );
    expect(lines(carried)).toEqual([
      '01-02 carried-over reception@11',
      '04-02 classified reception@11',
      '04-02 new verification@11',
    ]);
  });

  it('follow the office that succeeds', () => {
    const told = denunciation(
      received,
      deed('succeed-office', { toOfficeId: OFFICE.newPolice }, { by: OFFICE.police, ...on('03-09') }),
    );
    expect(lines(told, '03-09')).toEqual(['03-09 transferred-out reception@11', '03-09 transferred-in reception@13']);
  });
});

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
      deed('finalise', { basis: 'appellate-judgment' }, on('05-01')),
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
      '03-10 new appeal@51',
      '03-10 new appeal-defendants@51 b',
      '05-01 finalised appeal@51',
      '05-01 finalised appeal-defendants@51 b',
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
      deed('suspend', { ground: 'absconded', defendantIds: ['b'] }, on('02-15')),
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
