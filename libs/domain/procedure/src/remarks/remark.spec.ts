import { CASE_STATUSES } from '../index.js';
import { CASE_IN } from '../../../../../test/support/procedure/lawful-files.js';
import { criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';

const NOTED = { difficultyId: 'd-1', category: 'evidence', provision: 'Đ.150 BLHS', summary: 'chờ kết luận giám định' };

describe('remarks on a case', () => {
  it.each(CASE_STATUSES.filter((status) => status !== 'none'))('%s: move nothing', (status) => {
    const told = criminalCase(...CASE_IN[status]);
    const { owed, ...before } = told.file;
    const after = told
      .given(deed('mark-key-case', { campaign: '2023-campaign-1' }), deed('note-difficulty', NOTED))
      .given(deed('unmark-key-case', { because: 'đã xét xử' }), deed('settle-difficulty', { difficultyId: 'd-1' }));
    const { difficulties, owed: owedAfter, ...rest } = after.file;
    expect([rest, owedAfter]).toEqual([before, owed]);
    expect(difficulties).toEqual([expect.objectContaining({ id: 'd-1', settledOn: after.lastDay })]);
  });

  it('are made once and ended once', () => {
    const told = criminalCase(...CASE_IN['under-investigation']);
    told.when('unmark-key-case', { because: 'x' }).thenRefused('key-case.not-marked');
    told.when('settle-difficulty', { difficultyId: 'd-1' }).thenRefused('difficulty.not-open');
    const noted = told.given(deed('mark-key-case'), deed('note-difficulty', NOTED));
    noted.when('mark-key-case').thenRefused('key-case.already-marked');
    noted.when('note-difficulty', NOTED).thenRefused('difficulty.noted-already');
    const settled = noted.given(deed('settle-difficulty', { difficultyId: 'd-1' }));
    settled.when('settle-difficulty', { difficultyId: 'd-1' }).thenRefused('difficulty.not-open');
  });

  it('stay with the case through its course', () => {
    const told = criminalCase(...CASE_IN.scheduled.slice(0, 1), deed('mark-key-case'), ...CASE_IN.scheduled.slice(1));
    expect([told.status, told.file.keyCase]).toEqual(['scheduled', { since: '2024-01-03' }]);
  });
});
