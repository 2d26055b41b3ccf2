import { accused, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import {
  GRAVEST,
  TRAFFICKING,
  atProcuracy,
  investigated,
  moves,
} from '../../../../../test/support/procedure/lawful-files.js';
import { movedPersons } from '../index.js';

const JOIN = 'Đ.170, 242 BLTTHS';
const told = criminalCase(...investigated('a', 'b', 'c'));

describe('a case that is joined to another (Điều 170)', () => {
  const join = (...ids: string[]) => told.when('join', { intoCaseId: 'case-2', movedTo: moves(...ids) });

  it('takes every open accused with it, once', () => {
    join('a', 'b').thenRefused('join.accused-missing', { article: JOIN, defendants: ['c'] });
    join('a', 'b', 'c', 'z').thenRefused('defendant.not-active', { article: JOIN, defendants: ['z'] });
    join('a', 'b', 'c', 'c').thenRefused('defendant.not-active');
    const joined = join('a', 'b', 'c').thenStatus('joined');
    expect(joined.file.defendants.map(({ status }) => status)).toEqual(['moved', 'moved', 'moved']);
    expect(joined.file.joinedIntoCaseId).toBe('case-2');
  });

  it('may have no accused yet, and leaves behind whose proceedings ended', () => {
    criminalCase(...investigated())
      .when('join', { intoCaseId: 'case-2' })
      .thenStatus('joined');
    const without = told.given(deed('terminate', { ground: 'deceased', defendantIds: ['c'] }));
    without.when('join', { intoCaseId: 'case-2', movedTo: moves('a', 'b') }).thenStatus('joined');
  });
});

describe('a case that takes another in', () => {
  const other = criminalCase(
    deed('institute', { offence: GRAVEST }, { on: '2023-11-15' }),
    deed('charge', { defendantId: 'x', number: '9', offence: GRAVEST, minor: true }),
  );
  const persons = movedPersons(other.file, [{ defendantId: 'x', newId: 'x-here' }]);
  const payload = { fromCaseId: 'case-2', institutedOn: '2023-11-15', offence: GRAVEST, persons };

  it('is investigated since the first institution, for the gravest offence (Điều 14 TTLT 04/2018)', () => {
    const one = told.when('absorb', payload).thenStatus('under-investigation');
    expect(one.file).toMatchObject({
      offence: GRAVEST,
      otherOffences: [TRAFFICKING],
      institutedOn: '2023-11-15',
      investigationClock: { from: '2023-11-15' },
      absorbedCaseIds: ['case-2'],
    });
    expect(accused(one, 'x-here')).toMatchObject({
      number: '9',
      status: 'charged',
      charges: [GRAVEST],
      chargedOn: '2023-11-16',
      minor: true,
    });
    one.when('approve-charge', { defendantIds: ['x-here'] }).thenStatus('under-investigation');
    one.when('absorb', { fromCaseId: 'case-2' }).thenRefused('join.same-case', { article: JOIN });
    const later = told.given(deed('absorb', { fromCaseId: 'case-3', institutedOn: '2024-01-05' }));
    expect(later.file.investigationClock?.from).toBe('2024-01-02');
  });

  it('is founded on the denunciations of both, each once', () => {
    const founded = criminalCase(deed('institute', { offence: TRAFFICKING, denunciationIds: ['n-1', 'n-2'] }));
    const both = founded.when('absorb', { fromCaseId: 'case-2', denunciationIds: ['n-2', 'n-3'] });
    expect(both.thenStatus('under-investigation').file.denunciationIds).toEqual(['n-1', 'n-2', 'n-3']);
  });

  it('takes over whom its stage can deal with', () => {
    const there = criminalCase(...atProcuracy('a'));
    there.when('absorb', payload).thenRefused('join.other-stage', { article: JOIN, defendants: ['x-here'] });
    const indicted = persons.map((one) => ({ ...one, status: 'indicted' }));
    told.when('absorb', { ...payload, persons: indicted }).thenRefused('join.other-stage', { article: JOIN });
    const approved = persons.map((one) => ({ ...one, status: 'approved' }));
    there.when('absorb', { ...payload, persons: approved }).thenStatus('at-procuracy');
  });

  it('is handed nothing that a court had made of an accused', () => {
    const remnants = { appellants: ['defendant'], absent: true, outcome: 'annulled-reinvestigate' } as const;
    const [x] = other.file.defendants;
    const file = { ...other.file, defendants: [{ ...x!, ...remnants }] };
    const handed = movedPersons(file, [{ defendantId: 'x', newId: 'x-here' }]);
    expect(handed).toEqual(persons);
  });

  it('has nobody and no number twice', () => {
    for (const twice of [{ defendantId: 'a' }, { number: 'BC-b' }]) {
      told
        .when('absorb', { ...payload, persons: persons.map((one) => ({ ...one, ...twice })) })
        .thenRefused('join.accused-twice', { article: JOIN });
    }
  });

  it('knows no word about a person that is not the law’s', () => {
    for (const wrong of [{ name: 'x' }, { status: 'gone' }, { chargedOn: '2024-02-30' }, { charges: [{}] }]) {
      told
        .when('absorb', { ...payload, persons: persons.map((one) => ({ ...one, ...wrong })) })
        .thenRefused('step.malformed', { fields: ['persons'] });
    }
  });
});

describe('a case that is severed', () => {
  it('keeps an accused against whom proceedings go on', () => {
    told
      .when('sever', { toCaseId: 'case-2', persons: moves('a', 'b', 'c') })
      .thenRefused('sever.nobody-left', { article: JOIN });
    told
      .when('sever', { toCaseId: 'case-2', persons: moves('z') })
      .thenRefused('defendant.not-active', { article: JOIN });
    const left = told.when('sever', { toCaseId: 'case-2', persons: moves('b', 'c') }).thenStatus('under-investigation');
    expect(left.file.defendants.map(({ status }) => status)).toEqual(['approved', 'moved', 'moved']);
    left.when('charge', { defendantId: 'b', number: 'x', offence: TRAFFICKING }).thenRefused('charge.already-accused');
    left.given(deed('conclude'));
  });

  it('is severed by the procuracy only of whom it suspended (Điều 242 khoản 2)', () => {
    const there = criminalCase(...atProcuracy('a', 'b'));
    there
      .when('sever', { toCaseId: 'case-2', persons: moves('b') })
      .thenRefused('sever.not-suspended', { article: 'Đ.242 khoản 2 BLTTHS', defendants: ['b'] });
    there
      .given(deed('suspend', { ground: 'illness', defendantIds: ['b'] }))
      .when('sever', { toCaseId: 'case-2', persons: moves('b') })
      .thenStatus('at-procuracy');
    // The 30 days end on 6 February: from then on an expertise that is pending is a ground.
    const waiting = { ground: 'expertise-pending', defendantIds: ['b'] };
    there
      .given(deed('suspend', waiting, { on: '2024-02-06' }))
      .when('sever', { toCaseId: 'case-2', persons: moves('b') })
      .thenRefused('sever.other-ground', { article: 'Đ.242 khoản 2 BLTTHS', defendants: ['b'] });
  });

  it('opens another that goes on where the first stood', () => {
    const suspended = told.given(deed('suspend', { ground: 'illness', defendantIds: ['b'] }));
    const opening = (ids: readonly string[]) => ({
      parentCaseId: 'case-1',
      stage: 'under-investigation',
      institutedOn: '2024-01-02',
      offence: TRAFFICKING,
      clock: { limit: 'investigation', from: '2024-01-02', extensions: 1, until: '2024-09-02' },
      persons: movedPersons(suspended.file, moves(...ids)),
      denunciationIds: ['n-1'],
    });
    const ill = criminalCase(deed('sever-off', opening(['b']), { on: '2024-03-01' }));
    expect([ill.status, ill.file.parentCaseId]).toEqual(['investigation-suspended', 'case-1']);
    expect(ill.file.denunciationIds).toEqual(['n-1']);
    ill.when('resume').thenStatus('under-investigation');
    const live = criminalCase(deed('sever-off', opening(['c']), { on: '2024-03-01' }));
    live.when('extend', { until: '2025-01-02' }, { on: '2024-08-01' }).thenStatus('under-investigation');
    live.when('extend', { until: '2025-01-03' }, { on: '2024-08-01' }).thenRefused('extend.too-long');
    live.when('conclude').thenStatus('concluded');
    criminalCase()
      .when('sever-off', { ...opening(['c']), persons: [...opening(['c']).persons, ...opening(['c']).persons] })
      .thenRefused('join.accused-twice', { article: JOIN });
  });
});
