import { type Day, DomainError, day } from '#libs/domain/kernel';
import { CASE_LIFECYCLE, type CaseStep, availableTransitions, correct, decide } from './index.js';
import { type CaseNarrative, TODAY, criminalCase, deed } from '../../../../test/support/procedure/narrative.js';
import { TRAFFICKING } from '../../../../test/support/procedure/lawful-files.js';
import { OFFICE, agencyAt, agencyOf } from '../../../../test/support/procedure/offices.js';

const MERGER = day('2025-07-01');
/** The police's work passes to another police on the day of the merger; everybody else stays. */
const officeOn = (officeId: number, on: Day): number =>
  officeId === OFFICE.police && on >= MERGER ? OFFICE.newPolice : officeId;

const setting = (officeId: number) => {
  const inPlaceOf = (other: number): boolean => officeOn(other, TODAY) === officeId;
  const acting = { officeId, agency: agencyAt(officeId), supervises: false, inPlaceOf };
  return { today: TODAY, agencyOf, officeOn, acting };
};
const taken = (told: CaseNarrative, [name, on]: readonly [string, string], payload: object, by: number): CaseStep =>
  decide(CASE_LIFECYCLE, told.file, { name, occurredOn: day(on), officeId: by, payload: { ...payload } }, setting(by));

const instituted = criminalCase(deed('institute', { offence: TRAFFICKING }, { on: '2025-06-10' }));
const charged = { defendantId: 'p-1', number: '1', offence: TRAFFICKING };

describe('an office that ended', () => {
  it('has its steps taken by whoever does its work, who took those of before in its name', () => {
    const after = taken(instituted, ['charge', '2025-07-02'], charged, OFFICE.newPolice);
    expect(after.officeId).toBe(OFFICE.newPolice);
    const before = taken(instituted, ['charge', '2025-06-30'], charged, OFFICE.newPolice);
    expect(before.officeId).toBe(OFFICE.police);
    const offered = availableTransitions(CASE_LIFECYCLE, instituted.file, setting(OFFICE.newPolice).acting);
    expect(offered.map(({ command }) => command)).toEqual(expect.arrayContaining(['charge', 'notify', 'conclude']));
  });

  it('is not replaced by any other office of its kind', () => {
    const foreign = () => taken(instituted, ['charge', '2025-07-02'], charged, OFFICE.otherPolice);
    expect(foreign).toThrow(expect.objectContaining({ code: 'step.not-your-office' }));
  });

  it('has its notices given, recorded as given for it, so that none is owed any more', () => {
    const notice = { notice: 'institution-to-procuracy' };
    const step = taken(instituted, ['notify', '2025-07-02'], notice, OFFICE.newPolice);
    expect(step.officeId).toBe(OFFICE.police);
    expect(instituted.after(step).file.owed).toEqual([]);
    expect(() => taken(instituted, ['notify', '2025-07-02'], notice, OFFICE.otherPolice)).toThrow(DomainError);
  });

  it('leaves a history that is judged again with the same offices, and corrected by its successor alone', () => {
    const told = instituted.after(taken(instituted, ['charge', '2025-07-02'], charged, OFFICE.newPolice));
    const correction = (officeId: number) => ({
      sequence: 1,
      reason: 'misread the paper',
      officeId,
      inPlaceOf: setting(officeId).acting.inPlaceOf,
      replacement: { event: 'case-instituted', occurredOn: day('2025-06-09'), payload: { offence: TRAFFICKING } },
    });
    const judged = { today: TODAY, agencyOf, officeOn };
    const corrected = correct(CASE_LIFECYCLE, told.log, correction(OFFICE.newPolice), judged);
    expect(corrected).toMatchObject({ replaces: 1, officeId: OFFICE.police });
    const foreign = () => correct(CASE_LIFECYCLE, told.log, correction(OFFICE.otherPolice), judged);
    expect(foreign).toThrow(expect.objectContaining({ code: 'step.not-your-office' }));
    const unknown = () => correct(CASE_LIFECYCLE, told.log, correction(OFFICE.newPolice), { today: TODAY, agencyOf });
    expect(unknown).toThrow(expect.objectContaining({ code: 'step.not-your-office' }));
  });
});
