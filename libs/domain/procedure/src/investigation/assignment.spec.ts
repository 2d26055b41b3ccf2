import { CASE_IN } from '../../../../../test/support/procedure/lawful-files.js';
import { criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const assign = (officerId: string) => deed('assign-officer', { officerId });

describe('whoever works on a case', () => {
  it('is the officer named last, as long as the same office holds it', () => {
    const told = criminalCase(...CASE_IN['under-investigation']).given(assign('o-1'), assign('o-2'));
    expect(told.file.assigneeId).toBe('o-2');
    expect(told.given(deed('conclude')).file.assigneeId).toBe('o-2');
    const handed = told.given(deed('conclude'), deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }));
    expect(handed.file.assigneeId).toBeUndefined();
    expect(handed.given(assign('o-3')).file.assigneeId).toBe('o-3');
  });

  it('goes along with an office to its successor', () => {
    const told = criminalCase(...CASE_IN['under-investigation']).given(assign('o-1'));
    const succeeded = told.given(deed('succeed-office', { toOfficeId: OFFICE.newPolice }, { by: OFFICE.police }));
    expect(succeeded.file).toMatchObject({ holderOfficeId: OFFICE.newPolice, assigneeId: 'o-1' });
  });

  it('is the judge once one is named', () => {
    const told = criminalCase(...CASE_IN.accepted).given(deed('assign-judge', { judgeId: 'j-1' }));
    expect(told.file).toMatchObject({ judgeId: 'j-1', assigneeId: 'j-1' });
  });

  it('is named by the holder only', () => {
    const told = criminalCase(...CASE_IN['under-investigation']);
    told.when('assign-officer', { officerId: 'o-1' }, { by: OFFICE.otherPolice }).thenRefused('step.not-your-office');
    criminalCase(...CASE_IN.concluded)
      .when('assign-officer', { officerId: 'o-1' })
      .thenRefused('step.not-possible');
  });
});
