import { type Day, day } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type Correction,
  DENUNCIATION_LIFECYCLE,
  type RecordedStep,
  WITHDRAWN,
  correct,
  effectiveHistory,
  foldCase,
  foldDenunciation,
} from './index.js';
import {
  type CaseNarrative,
  type DenunciationNarrative,
  TODAY,
  criminalCase,
  deed,
  denunciation,
} from '../../../../test/support/procedure/narrative.js';
import { TRAFFICKING, charge, investigated } from '../../../../test/support/procedure/lawful-files.js';
import { OFFICE, agencyOf } from '../../../../test/support/procedure/offices.js';

const SETTING = { today: TODAY, agencyOf };
const at = (on: string) => ({ on });

const received = deed('receive', { source: 'report' }, at('2024-03-10'));
const classified = deed('classify', { competence: 'own' }, at('2024-03-11'));
const declined = deed('decline', { ground: 'no-event' }, at('2024-03-20'));
const resolved = denunciation(received, classified, declined);

const correction = (
  sequence: number,
  replacement?: Correction['replacement'],
  officeId: number = OFFICE.police,
): Correction => ({
  sequence,
  reason: 'misread the paper',
  officeId,
  ...(replacement ? { replacement } : {}),
});

const inPlace = (event: string, occurredOn: string, payload: Record<string, unknown> = {}) => ({
  event,
  occurredOn: day(occurredOn),
  payload,
});

const corrected = (log: readonly RecordedStep[], ...corrections: readonly Correction[]): readonly RecordedStep[] =>
  corrections.reduce<readonly RecordedStep[]>(
    (told, one) => [...told, correct(DENUNCIATION_LIFECYCLE, told, one, SETTING)],
    log,
  );
const correctedCase = (told: CaseNarrative, ...corrections: readonly Correction[]): readonly RecordedStep[] =>
  corrections.reduce<readonly RecordedStep[]>(
    (log, one) => [...log, correct(CASE_LIFECYCLE, log, one, SETTING)],
    told.log,
  );

const typesOf = (log: readonly RecordedStep[]): string[] => effectiveHistory(log).map(({ type }) => type);

describe('a correction', () => {
  it('is one more event that says what it replaces, when and why', () => {
    const log = corrected(resolved.log, correction(2, inPlace('classified', '2024-03-12', { competence: 'own' })));
    expect(log.slice(0, 3)).toEqual(resolved.log);
    expect(log.at(-1)).toEqual({
      type: 'classified',
      occurredOn: '2024-03-12',
      officeId: OFFICE.police,
      payload: { competence: 'own' },
      sequence: 4,
      recordedOn: TODAY,
      replaces: 2,
      reason: 'misread the paper',
    });
    expect(foldDenunciation(log).classifiedOn).toBe('2024-03-12');
  });

  it('changes a day, an outcome or the kind of a step, as if it had been told so at once', () => {
    const same = (log: readonly RecordedStep[], told: DenunciationNarrative): void => {
      expect(foldDenunciation(log)).toEqual(told.file);
    };
    same(
      corrected(resolved.log, correction(1, inPlace('received', '2024-03-01', { source: 'petition' }))),
      denunciation(deed('receive', { source: 'petition' }, at('2024-03-01')), classified, declined),
    );
    same(
      corrected(resolved.log, correction(3, inPlace('declined', '2024-03-20', { ground: 'time-barred' }))),
      denunciation(received, classified, deed('decline', { ground: 'time-barred' }, at('2024-03-20'))),
    );
    same(
      corrected(resolved.log, correction(3, inPlace('instituted', '2024-03-25', { caseId: 'case-1' }))),
      denunciation(received, classified, deed('institute', { caseId: 'case-1' }, at('2024-03-25'))),
    );
  });

  it('withdraws a step', () => {
    const log = corrected(resolved.log, correction(3));
    expect(log.at(-1)).toMatchObject({ type: WITHDRAWN, occurredOn: '2024-03-20', payload: {}, replaces: 3 });
    expect(typesOf(log)).toEqual(['received', 'classified']);
    expect(foldDenunciation(log)).toEqual(denunciation(received, classified).file);
  });

  it('is corrected itself, by its own number or by that of the first event', () => {
    const first = correction(3, inPlace('declined', '2024-03-21', { ground: 'no-event' }));
    const [own, original] = [4, 3].map((sequence) =>
      corrected(resolved.log, first, correction(sequence, inPlace('declined', '2024-03-22', { ground: 'amnesty' }))),
    );
    for (const log of [own!, original!]) {
      expect(typesOf(log)).toEqual(['received', 'classified', 'declined']);
      expect(foldDenunciation(log).since).toBe('2024-03-22');
    }
  });

  it('brings a withdrawn step back, and withdraws nothing twice', () => {
    const withdrawn = corrected(resolved.log, correction(3));
    expect(() => corrected(withdrawn, correction(3))).toThrow('correction.already-withdrawn');
    expect(() => corrected(withdrawn, correction(4))).toThrow('correction.already-withdrawn');
    const back = corrected(withdrawn, correction(4, inPlace('declined', '2024-03-23', { ground: 'no-event' })));
    expect(foldDenunciation(back).status).toBe('declined');
    expect(typesOf(corrected(back, correction(5)))).toEqual(['received', 'classified']);
  });

  it('takes the place of what it corrects, not the end', () => {
    const told = criminalCase(...investigated('a'), deed('conclude'));
    const log = correctedCase(
      told,
      correction(2, inPlace('charged', '2024-01-03', { ...charge('a').payload, minor: true })),
    );
    expect(typesOf(log)).toEqual(['case-instituted', 'charged', 'charge-approved', 'investigation-concluded']);
    expect([foldCase(log).stage, foldCase(log).defendants[0]?.minor]).toEqual(['concluded', true]);
  });
});

describe('a correction is refused', () => {
  const refused = (log: readonly RecordedStep[], one: Correction): { code: string; facts: unknown; kind: string } => {
    try {
      correct(DENUNCIATION_LIFECYCLE, log, one, SETTING);
      return { code: 'none', facts: {}, kind: 'none' };
    } catch (error) {
      return error as { code: string; facts: unknown; kind: string };
    }
  };

  it('without a reason, or of an event that is not there', () => {
    expect(refused(resolved.log, { ...correction(3), reason: ' ' })).toMatchObject({
      code: 'correction.reason-missing',
      kind: 'malformed',
    });
    expect(refused(resolved.log, correction(9))).toMatchObject({
      code: 'correction.unknown-event',
      facts: { sequence: 9 },
    });
  });

  it('from an office that neither took the step nor holds the file', () => {
    const foreign = correction(3, inPlace('declined', '2024-03-21', { ground: 'no-event' }), OFFICE.otherPolice);
    expect(refused(resolved.log, foreign)).toMatchObject({ code: 'step.not-your-office', kind: 'forbidden' });
    const moved = denunciation(
      received,
      deed('transfer', { toOfficeId: OFFICE.otherPolice }),
      deed('accept-transfer', {}, at('2024-03-15')),
    );
    const source = inPlace('received', '2024-03-09', { source: 'petition' });
    for (const officeId of [OFFICE.police, OFFICE.otherPolice]) {
      expect(refused(moved.log, correction(1, source, officeId)).code).toBe('none');
    }
  });

  it('when it lies in the future, or is no step at all', () => {
    expect(refused(resolved.log, correction(3, inPlace('declined', '2027-01-01', { ground: 'no-event' }))).code).toBe(
      'day.in-the-future',
    );
    const paper = { ...inPlace('declined', '2024-03-21', { ground: 'no-event' }), decision: { on: day('2027-01-01') } };
    expect(refused(resolved.log, correction(3, paper)).code).toBe('day.in-the-future');
    expect(refused(resolved.log, correction(3, inPlace('vanished', '2024-03-21'))).code).toBe('correction.not-a-step');
    expect(refused(resolved.log, correction(3, inPlace(WITHDRAWN, '2024-03-21'))).code).toBe('correction.not-a-step');
  });

  it('when it takes the opening away and leaves nothing', () => {
    expect(refused(denunciation(received).log, correction(1))).toMatchObject({ code: 'correction.opening-withdrawn' });
  });

  it('when it puts a succession of offices in the place of a step', () => {
    const takeOver = {
      ...inPlace('office-succeeded', '2024-03-20', { toOfficeId: OFFICE.newPolice }),
      officeId: OFFICE.police,
    };
    expect(refused(resolved.log, correction(3, takeOver)).code).toBe('correction.not-a-step');
    const succeeded = denunciation(
      received,
      deed('succeed-office', { toOfficeId: OFFICE.newPolice }, { by: OFFICE.police, on: '2024-03-20' }),
    );
    const earlier = inPlace('office-succeeded', '2024-03-15', { toOfficeId: OFFICE.newPolice });
    expect(refused(succeeded.log, correction(2, earlier, OFFICE.newPolice)).code).toBe('none');
  });

  it.each<[string, Correction['replacement'], string, number]>([
    [
      'the first step would follow the others',
      inPlace('received', '2024-03-15', { source: 'report' }),
      'day.before-the-stage',
      2,
    ],
    ['the next step would be impossible', undefined, 'correction.breaks-history', 2],
  ])('when %s', (_why, replacement, code, sequence) => {
    expect(refused(resolved.log, correction(1, replacement))).toMatchObject({ code, facts: { sequence } });
  });

  it('when what it states is malformed or refused by the law', () => {
    expect(refused(resolved.log, correction(3, inPlace('declined', '2024-03-20', { because: 'x' })))).toMatchObject({
      code: 'step.malformed',
      facts: { fields: ['because', 'ground'], sequence: 4 },
    });
    const far = inPlace('extended', '2024-03-20', { grantor: 'head', until: '2025-01-01' });
    expect(refused(resolved.log, correction(3, far))).toMatchObject({
      code: 'extend.too-long',
      facts: { longest: '2024-05-10', sequence: 4 },
    });
  });

  it('when a later step was taken by an office that would not have held the file', () => {
    const moved = denunciation(
      received,
      deed('transfer', { toOfficeId: OFFICE.otherPolice }, at('2024-03-12')),
      deed('accept-transfer', {}, at('2024-03-13')),
    );
    const elsewhere = inPlace('transfer-offered', '2024-03-12', { toOfficeId: OFFICE.borderGuard });
    expect(refused(moved.log, correction(2, elsewhere))).toMatchObject({
      code: 'step.not-your-office',
      facts: { sequence: 3 },
    });
  });

  it('when an accused would be gone of whom something was decided later', () => {
    const told = criminalCase(...investigated('a', 'b'));
    expect(() => correctedCase(told, correction(3))).toThrow('defendant.not-awaiting-approval');
    const log = correctedCase(
      told,
      {
        ...correction(4, inPlace('charge-approved', '2024-01-05', { defendantIds: ['a'] })),
        officeId: OFFICE.procuracy,
      },
      correction(3),
    );
    expect(foldCase(log).defendants.map(({ id, status }) => [id, status])).toEqual([['a', 'approved']]);
  });
});

describe('what was known on a day', () => {
  it('is the fold of what was recorded until then', () => {
    const log = corrected(resolved.log, correction(3)).map((event, index) => ({
      ...event,
      recordedOn: day(`2024-04-0${index + 1}`),
    }));
    const knownOn = (on: Day) => foldDenunciation(log.filter((event) => event.recordedOn <= on)).status;
    expect(['2024-04-01', '2024-04-02', '2024-04-03', '2024-04-04'].map((on) => knownOn(day(on)))).toEqual([
      'received',
      'in-verification',
      'declined',
      'in-verification',
    ]);
  });

  it('is refused when a log names an event that no life knows', () => {
    const [first] = criminalCase(deed('institute', { offence: TRAFFICKING })).log;
    expect(() => foldDenunciation([first!])).toThrow('no event of a denunciation: case-instituted');
  });
});
