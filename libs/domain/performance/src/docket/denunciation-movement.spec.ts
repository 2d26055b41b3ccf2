import { type Movement, movementsOfLog } from './index.js';
import { type DenunciationNarrative, deed, denunciation } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const on = (date: string) => ({ on: `2024-${date}` });
const movements = (told: DenunciationNarrative): Movement[] => movementsOfLog('denunciation', told.log);
/** `03-01 new verification@11` — the last figure is the office. */
const line = ({ day, flow, docket, officeId }: Movement): string => `${day.slice(5)} ${flow} ${docket}@${officeId}`;
/** What is moved since a day. */
const lines = (told: DenunciationNarrative, after = '01-01'): string[] =>
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

  it('resume what the procuracy has resolved again', () => {
    const suspended = denunciation(received, own, deed('suspend', { ground: 'documents-pending' }, on('04-20')));
    expect(lines(suspended.given(deed('cancel-suspension', {}, on('04-22'))), '04-22')).toEqual([
      '04-22 resumed-out suspended-verification@11',
      '04-22 resumed verification@11',
    ]);
  });

  it('take what is joined into another off the docket, neither resolved nor still there', () => {
    const joined = denunciation(received, own, deed('join', { intoId: 'd-2' }, on('04-05')));
    expect(lines(joined, '04-05')).toEqual(['04-05 merged verification@11']);
  });

  it('do not make a part new that is split off, nor count it as received once more', () => {
    const whole = denunciation(received, own, deed('split', { childId: 'd-2' }, on('04-05')));
    expect(lines(whole, '04-03')).toEqual([]);
    const part = { parentId: 'd-1', source: 'report', receivedOn: '2024-03-01' };
    const verified = deed(
      'split-off',
      { ...part, status: 'in-verification' },
      { by: OFFICE.otherPolice, ...on('04-05') },
    );
    expect(lines(denunciation(verified))).toEqual(['04-05 split-off verification@12']);
    const waiting = deed('split-off', { ...part, status: 'received' }, { by: OFFICE.otherPolice, ...on('04-05') });
    expect(lines(denunciation(waiting, deed('classify', { competence: 'own' }, on('04-06'))))).toEqual([
      '04-05 split-off reception@12',
      '04-06 classified reception@12',
      '04-06 new verification@12',
    ]);
  });

  it('stay where they are while the competence is disputed, and move when the other accepts', () => {
    const disputed = denunciation(
      received,
      own,
      deed('dispute-competence', { withOfficeId: OFFICE.otherPolice }, on('04-05')),
      deed('settle-dispute', { toOfficeId: OFFICE.otherPolice }, on('04-08')),
    );
    expect(lines(disputed, '04-03')).toEqual([]);
    expect(lines(disputed.given(deed('accept-transfer', {}, on('04-09'))), '04-03')).toEqual([
      '04-09 transferred-out verification@11',
      '04-09 transferred-in verification@12',
    ]);
  });

  it('pass to the procuracy that takes over', () => {
    const over = denunciation(
      received,
      own,
      deed('demand-remedy', {}, on('04-03')),
      deed('take-over', {}, on('04-19')),
    );
    expect(lines(over, '04-03')).toEqual([
      '04-19 transferred-out verification@11',
      '04-19 transferred-in verification@41',
    ]);
  });

  it('tell of a decline that is overruled nothing new: it was resolved', () => {
    const declined = denunciation(received, own, deed('decline', { ground: 'no-event' }, on('04-05')));
    const overruled = declined.given(deed('overrule-decline', { caseId: 'c' }, on('04-20')));
    expect(lines(overruled, '04-05')).toEqual(['04-05 declined verification@11']);
  });

  it('follow the office that succeeds', () => {
    const told = denunciation(
      received,
      deed('succeed-office', { toOfficeId: OFFICE.newPolice }, { by: OFFICE.police, ...on('03-09') }),
    );
    expect(lines(told, '03-09')).toEqual(['03-09 transferred-out reception@11', '03-09 transferred-in reception@13']);
  });
});
