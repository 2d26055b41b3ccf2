import { movedPersons } from '#libs/domain/procedure';
import { type Movement, entriesOf, movementsOfLog } from './index.js';
import { type CaseNarrative, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import {
  GRAVEST,
  accepted,
  atProcuracy,
  investigated,
  moves,
} from '../../../../../test/support/procedure/lawful-files.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const on = (date: string) => ({ on: `2024-${date}` });
const line = ({ day, flow, docket, officeId, unitId }: Movement): string =>
  `${day.slice(5)} ${flow} ${docket}@${officeId}${unitId && ` ${unitId}`}`;
/** What the last step moves; the whole history makes entries that open and close in pairs. */
function moved(told: CaseNarrative): string[] {
  const movements = movementsOfLog(told.life.kind, told.log);
  expect(() => entriesOf(movements)).not.toThrow();
  const before = movementsOfLog(told.life.kind, told.log.slice(0, -1));
  return movements.slice(before.length).map(line);
}
const three = criminalCase(...investigated('a', 'b', 'c'));

describe('cases that are joined and severed', () => {
  it('leave merged, with their accused', () => {
    const joined = three.given(deed('join', { intoCaseId: 'case-2', movedTo: moves('a', 'b', 'c') }, on('03-01')));
    expect(moved(joined)).toEqual([
      '03-01 merged investigation@11',
      '03-01 merged discovery@11',
      '03-01 merged investigation-defendants@11 a',
      '03-01 merged investigation-defendants@11 b',
      '03-01 merged investigation-defendants@11 c',
    ]);
  });

  it('take the accused of the other in; a case that has its first accused thereby is discovered', () => {
    const persons = movedPersons(three.file, [{ defendantId: 'a', newId: 'x', number: 'BC-x' }]);
    const absorb = deed(
      'absorb',
      { fromCaseId: 'case-2', institutedOn: '2024-01-02', offence: GRAVEST, persons },
      on('03-01'),
    );
    expect(moved(criminalCase(...investigated()).given(absorb))).toEqual([
      '03-01 new discovery@11',
      '03-01 split-off investigation-defendants@11 x',
    ]);
    expect(moved(three.given(absorb))).toEqual(['03-01 split-off investigation-defendants@11 x']);
  });

  it('open split off, suspended where all their accused are', () => {
    const part = deed('sever', { toCaseId: 'case-2', persons: moves('b') }, on('03-01'));
    expect(moved(three.given(part))).toEqual(['03-01 merged investigation-defendants@11 b']);
    const opening = (file: CaseNarrative) => ({
      parentCaseId: 'case-1',
      stage: 'under-investigation',
      persons: movedPersons(file.file, moves('b')),
    });
    expect(moved(criminalCase(deed('sever-off', opening(three), on('03-01'))))).toEqual([
      '03-01 split-off investigation@11',
      '03-01 split-off discovery@11',
      '03-01 split-off investigation-defendants@11 b-elsewhere',
    ]);
    const ill = three.given(deed('suspend', { ground: 'illness', defendantIds: ['b'] }));
    expect(moved(criminalCase(deed('sever-off', opening(ill), on('03-01'))))).toEqual([
      '03-01 split-off suspended-investigation@11',
    ]);
  });
});

describe('cases that end or turn back before the court', () => {
  it('are cancelled with their institution', () => {
    const overruled = criminalCase(...investigated('a')).given(deed('overrule-institution', {}, on('03-01')));
    expect(moved(overruled)).toEqual([
      '03-01 cancelled investigation@11',
      '03-01 cancelled discovery@11',
      '03-01 cancelled investigation-defendants@11 a',
    ]);
  });

  it('are resumed where the procuracy overrules a termination, and new to it where it prosecutes', () => {
    const ended = criminalCase(...investigated('a')).given(deed('terminate', { ground: 'no-elements' }));
    expect(moved(ended.given(deed('overrule-termination', {}, on('03-01'))))).toEqual([
      '03-01 resumed investigation@11',
      '03-01 resumed discovery@11',
      '03-01 resumed investigation-defendants@11 a',
    ]);
    expect(moved(ended.given(deed('overrule-termination', { prosecute: true }, on('03-01'))))).toEqual([
      '03-01 new prosecution@41',
      '03-01 new prosecution-defendants@41 a',
    ]);
  });

  it('go back with an incomplete file, and come again as returned', () => {
    const refused = criminalCase(...atProcuracy('a')).given(
      deed('refuse-file', { because: 'incomplete' }, on('03-01')),
    );
    expect(moved(refused)).toEqual([
      '03-01 returned-out prosecution@41',
      '03-01 returned-out prosecution-defendants@41 a',
    ]);
    const again = refused.given(deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, on('03-05')));
    expect(moved(again)).toEqual(['03-05 returned prosecution@41', '03-05 returned prosecution-defendants@41 a']);
  });

  it('pass from procuracy to procuracy', () => {
    const there = deed('transfer-for-prosecution', { toOfficeId: OFFICE.otherProcuracy }, on('03-01'));
    expect(moved(criminalCase(...atProcuracy('a')).given(there))).toEqual([
      '03-01 transferred-out prosecution@41',
      '03-01 transferred-out prosecution-defendants@41 a',
      '03-01 transferred-in prosecution@42',
      '03-01 transferred-in prosecution-defendants@42 a',
    ]);
  });

  it('go back to the court that returned them', () => {
    const byCourt = deed('return-by-court', { by: 'judge', ground: 'evidence-lacking' });
    const declined = criminalCase(...accepted('a')).given(
      byCourt,
      deed('decline-return', { because: 'the evidence suffices' }, on('03-01')),
    );
    expect(moved(declined)).toEqual([
      '03-01 returned-out prosecution@41',
      '03-01 returned-out prosecution-defendants@41 a',
    ]);
    expect(moved(declined.given(deed('accept', {}, on('03-04'))))).toEqual([
      '03-04 returned first-instance@51',
      '03-04 returned first-instance-defendants@51 a',
    ]);
  });
});
