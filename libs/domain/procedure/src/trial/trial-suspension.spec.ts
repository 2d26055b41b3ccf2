import { criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { HEARING, accepted, scheduled } from '../../../../../test/support/procedure/lawful-files.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });
const wanted = (...defendantIds: string[]) => deed('issue-wanted-notice', { defendantIds });
const absconded = (payload: object = {}) => ({ ground: 'absconded', ...payload });

describe('a suspension by the court for an accused whom nobody finds (Điều 281 khoản 1 điểm b)', () => {
  // Very serious: docketed on 10 January 2024, 2 months end on 10 March.
  const there = criminalCase(...accepted('a', 'b'));
  const searched = there.given(wanted('a'));
  const article = 'Đ.281 khoản 1 điểm b BLTTHS';

  it('comes on the last day of the preparation, not before', () => {
    searched
      .when('suspend', absconded({ defendantIds: ['a'] }), at('2024-03-09'))
      .thenRefused('suspend.limit-running', { article, end: '2024-03-10' });
    searched.when('suspend', absconded({ defendantIds: ['a'] }), at('2024-03-10')).thenStatus('accepted');
    searched.when('suspend', absconded(), at('2024-03-10')).thenStatus('trial-suspended');
  });

  it('waits for the extension that was granted', () => {
    const extended = searched.given(deed('extend-preparation', { until: '2024-04-09' }, at('2024-03-01')));
    extended.when('suspend', absconded(), at('2024-03-10')).thenRefused('suspend.limit-running', { end: '2024-04-09' });
    extended.when('suspend', absconded(), at('2024-04-09')).thenStatus('trial-suspended');
  });

  it('comes after the search', () => {
    there.when('suspend', absconded(), at('2024-03-10')).thenRefused('suspend.wanted-first', {
      article,
      defendants: ['a', 'b'],
    });
    searched
      .when('suspend', absconded({ defendantIds: ['a', 'b'] }), at('2024-03-10'))
      .thenRefused('suspend.wanted-first', { defendants: ['b'] });
  });

  it('has 15 days after a supplementary investigation, and 10 in the summary procedure', () => {
    const back = searched.given(
      deed('return-by-court', { by: 'judge', ground: 'evidence-lacking' }),
      deed('indict'),
      deed('hand-to-court', { toOfficeId: OFFICE.court }),
      deed('accept', {}, at('2024-02-01')),
    );
    back.when('suspend', absconded(), at('2024-02-15')).thenRefused('suspend.limit-running', { end: '2024-02-16' });
    back.when('suspend', absconded(), at('2024-02-16')).thenStatus('trial-suspended');
    const LESS = { article: 347, clause: 1 };
    const quick = criminalCase(
      deed('institute', { offence: LESS }),
      deed('charge', { defendantId: 'a', number: '1', offence: LESS }),
      deed('approve-charge', { defendantIds: ['a'] }),
      deed('conclude'),
      deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }),
      deed('indict'),
      deed('hand-to-court', { toOfficeId: OFFICE.court }),
      deed('accept', {}, at('2024-02-01')),
      deed('apply-summary-procedure'),
      wanted('a'),
    );
    quick.when('suspend', absconded(), at('2024-02-10')).thenRefused('suspend.limit-running', { end: '2024-02-11' });
    quick.when('suspend', absconded(), at('2024-02-11')).thenStatus('trial-suspended');
    quick
      .when('extend-preparation', { until: '2024-02-20' })
      .thenRefused('extend.no-more', { article: 'Đ.462 khoản 1 BLTTHS' });
  });

  it('comes in the hearing at once, with the search asked for by the panel (Điều 290 khoản 1)', () => {
    const set = criminalCase(...scheduled('a'));
    set.when('suspend', absconded(), at('2024-03-08')).thenRefused('suspend.limit-running');
    set.when('suspend', absconded(), at('2024-06-02')).thenRefused('suspend.wanted-first', { article });
    set
      .when('suspend', absconded(), at(HEARING))
      .thenStatus('trial-suspended')
      .when('issue-wanted-notice', { defendantIds: ['a'] })
      .thenStatus('trial-suspended');
  });

  it.each(['illness', 'expertise-pending', 'legal-text-pending'])('comes for %s at any time', (ground) => {
    there.when('suspend', { ground }).thenStatus('trial-suspended');
  });

  it('is not held against an old register that does not tell the day or the search', () => {
    const persons = [{ defendantId: 'a', number: '1' }];
    const carried = criminalCase(deed('carry-over', { status: 'accepted', persons }, { by: OFFICE.court }));
    carried.when('suspend', absconded()).thenStatus('trial-suspended');
  });
});
