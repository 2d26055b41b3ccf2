import { day } from '#libs/domain/kernel';
import { DENUNCIATION_LIFECYCLE, NO_DENUNCIATION, decide } from './index.js';
import { TODAY, accused, criminalCase, deed, denunciation } from '../../../../test/support/procedure/narrative.js';
import { TRAFFICKING, charge, judged } from '../../../../test/support/procedure/lawful-files.js';
import { OFFICE, agencyOf } from '../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });
const chargeOn = (id: string, on: string) => ({ ...charge(id), on });

describe('the order of days', () => {
  it('ends with today, for the step and for the paper that orders it', () => {
    const payload = { source: 'report' };
    denunciation()
      .when('receive', payload, at('2027-01-01'))
      .thenRefused('day.in-the-future', { day: '2027-01-01', today: TODAY });
    denunciation().when('receive', payload, at(TODAY)).thenStatus('received');
    const command = { ...denunciation().commandOf(deed('receive', payload)), decision: { on: day('2027-01-01') } };
    const setting = { today: TODAY, agencyOf };
    expect(() => decide(DENUNCIATION_LIFECYCLE, NO_DENUNCIATION, command, setting)).toThrow('day.in-the-future');
    const onPaper = { ...command, decision: { number: '7/QĐ', on: TODAY } };
    expect(decide(DENUNCIATION_LIFECYCLE, NO_DENUNCIATION, onPaper, setting).decision).toEqual(onPaper.decision);
  });

  it('lets nothing happen before the status or the holder that it needs began', () => {
    const told = denunciation(deed('receive', { source: 'report' }, at('2024-03-10')));
    told.when('classify', { competence: 'own' }, at('2024-03-09')).thenRefused('day.before-the-stage', {
      day: '2024-03-09',
      since: '2024-03-10',
    });
    told.when('classify', { competence: 'own' }, at('2024-03-10')).thenStatus('in-verification');
    const moved = told.given(
      deed('transfer', { toOfficeId: OFFICE.otherPolice }, at('2024-03-11')),
      deed('accept-transfer', {}, at('2024-03-15')),
    );
    moved
      .when('classify', { competence: 'own' }, at('2024-03-14'))
      .thenRefused('day.before-the-stage', { since: '2024-03-15' });
  });

  describe('among several accused', () => {
    const told = criminalCase(
      deed('institute', { offence: TRAFFICKING }, at('2024-03-01')),
      chargeOn('a', '2024-03-10'),
      deed('approve-charge', { defendantIds: ['a'] }, at('2024-03-12')),
    );

    it('lets a charge learned of late be recorded late', () => {
      const late = told.given(
        chargeOn('b', '2024-03-05'),
        deed('approve-charge', { defendantIds: ['b'] }, at('2024-03-07')),
      );
      expect(accused(late, 'b').since).toBe('2024-03-07');
    });

    it('judges each accused by his or her own days', () => {
      const pending = told.given(chargeOn('b', '2024-03-05'));
      pending
        .when('approve-charge', { defendantIds: ['b'] }, at('2024-03-04'))
        .thenRefused('day.before-the-stage', { since: '2024-03-05' });
      pending.when('cancel-charge', { defendantIds: ['b'] }, at('2024-03-05')).thenStatus('under-investigation');
      told
        .when('charge', charge('b').payload, at('2024-02-29'))
        .thenRefused('day.before-the-stage', { since: '2024-03-01' });
    });

    it('lets the case move on only after everything recorded of it', () => {
      told.when('conclude', {}, at('2024-03-11')).thenRefused('day.before-the-stage', { since: '2024-03-12' });
      told
        .when('suspend', { ground: 'illness' }, at('2024-03-11'))
        .thenRefused('day.before-the-stage', { since: '2024-03-12' });
      told.when('conclude', {}, at('2024-03-12')).thenStatus('concluded');
    });

    it('counts a halt of the last accused as a move of the case', () => {
      const two = told.given(
        chargeOn('b', '2024-03-05'),
        deed('approve-charge', { defendantIds: ['b'] }, at('2024-03-07')),
      );
      const one = two
        .when('suspend', { ground: 'illness', defendantIds: ['b'] }, at('2024-03-08'))
        .thenStatus('under-investigation');
      one
        .when('suspend', { ground: 'illness', defendantIds: ['a'] }, at('2024-03-11'))
        .thenRefused('day.before-the-stage');
      const left = two.given(deed('terminate', { ground: 'deceased', defendantIds: ['a'] }, at('2024-03-20')));
      const last = { ground: 'illness', defendantIds: ['b'] };
      left.when('suspend', last, at('2024-03-08')).thenRefused('day.before-the-stage', { since: '2024-03-20' });
      left.when('suspend', last, at('2024-03-20')).thenStatus('investigation-suspended');
    });

    it('does not let a case be discovered before it was last undiscovered', () => {
      const undiscovered = criminalCase(
        deed('institute', { offence: TRAFFICKING }, at('2024-03-01')),
        chargeOn('a', '2024-03-10'),
        deed('cancel-charge', { defendantIds: ['a'] }, at('2024-03-12')),
      );
      undiscovered
        .when('charge', charge('b').payload, at('2024-03-11'))
        .thenRefused('day.before-the-stage', { since: '2024-03-12' });
      undiscovered.when('charge', charge('b').payload, at('2024-03-12')).thenStatus('under-investigation');
    });
  });

  it('lets a notice be of the first day on which it was owed, in whatever order the steps were learned of', () => {
    const changed = (article: number, on: string) =>
      deed('change-institution', { offence: { article, clause: 1 }, kind: 'changed' }, at(on));
    const told = criminalCase(
      deed('institute', { offence: TRAFFICKING }, at('2024-03-01')),
      deed('notify', { notice: 'institution-to-procuracy' }, at('2024-03-01')),
      changed(347, '2024-03-20'),
      changed(152, '2024-03-10'),
    );
    const notice = { notice: 'institution-to-procuracy' };
    told.when('notify', notice, at('2024-03-09')).thenRefused('day.before-the-stage', { since: '2024-03-10' });
    const given = told.given(deed('notify', notice, at('2024-03-10')));
    expect(given.file.owed.map(({ since }) => since)).toEqual(['2024-03-20']);
  });

  it('lets an appeal learned of late be recorded while another one is open', () => {
    const told = criminalCase(
      ...judged('a', 'b'),
      deed('appeal', { kind: 'appeal', defendantIds: ['a'] }, at('2024-06-15')),
    );
    told.when('appeal', { kind: 'appeal', defendantIds: ['b'] }, at('2024-06-10')).thenStatus('appealed');
    told.when('appeal', { kind: 'appeal', defendantIds: ['b'] }, at('2024-06-02')).thenRefused('day.before-the-stage');
    const closed = told.given(deed('finalise', { basis: 'appellate-judgment' }, at('2024-08-01')));
    closed
      .when('appeal', { kind: 'appeal', defendantIds: ['b'] }, at('2024-06-10'))
      .thenRefused('day.before-the-stage', {
        since: '2024-08-01',
      });
  });
});
