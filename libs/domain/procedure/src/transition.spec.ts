import { CASE_LIFECYCLE, DENUNCIATION_LIFECYCLE, type Transition, validateTransitions } from './index.js';

const row = (command: string, from: readonly string[], to: readonly string[], event = command): Transition => ({
  command,
  event,
  from,
  to,
  actor: 'holder',
  by: ['court'],
  article: 'Đ.1',
  fields: {},
});

const LIVES = [
  [DENUNCIATION_LIFECYCLE.kind, DENUNCIATION_LIFECYCLE],
  [CASE_LIFECYCLE.kind, CASE_LIFECYCLE],
] as const;

describe('a table of transitions', () => {
  const sound = [row('open', ['none'], ['live']), row('close', ['live'], ['done'])];

  it('is sound when every status is reached and every step claimed once', () => {
    expect(() => {
      validateTransitions(sound, ['none', 'live', 'done'], 'none');
    }).not.toThrow();
  });

  it.each([
    ['claimed twice: command close in live', [...sound, row('close', ['live'], ['done'], 'closed')]],
    ['claimed twice: event close in live', [...sound, row('end', ['live'], ['done'], 'close')]],
    ['unknown: gone', [...sound, row('lose', ['live'], ['gone'])]],
    ['unreachable: done', [sound[0]!]],
    ['empty: lose', [...sound, row('lose', ['live'], [])]],
    ['empty: nobody', [...sound, { ...row('nobody', ['live'], ['done']), by: [] }]],
  ])('says "%s"', (fault, rows) => {
    expect(() => {
      validateTransitions(rows, ['none', 'live', 'done'], 'none');
    }).toThrow(fault);
  });

  it('names every fault at once', () => {
    expect(() => {
      validateTransitions([row('open', ['none'], ['gone'])], ['none', 'live'], 'none');
    }).toThrow('unknown: gone; unreachable: live');
  });
});

/** Notices and remarks are possible in a file that is over; they lead nowhere. */
const leadsOn = ({ from, to }: Transition, status: string): boolean =>
  from.includes(status) && to.some((one) => one !== status);

describe.each(LIVES)('the table of a %s', (_kind, life) => {
  const rows: readonly Transition[] = life.transitions;
  const statuses: readonly string[] = life.statuses;

  it('is sound', () => {
    expect(() => {
      validateTransitions(rows, statuses, 'none');
    }).not.toThrow();
  });

  it('cites an article of a legal text in every row', () => {
    for (const { article } of rows)
      expect(article).toMatch(
        /(^Đ\..*(BLTTHS|TTLT \d\d\/\d{4})|^NQ 225\/2025\/QH15|(^|^Điều \d+ )Luật \d+\/\d{4}\/QH15|^KH \d+\/KH-BCĐ)/,
      );
  });

  it('opens a file only where there is none; whoever may attacks what is final', () => {
    for (const one of rows) {
      if (one.from.includes('none')) expect(['opener', 'system']).toContain(one.actor);
      if (one.actor === 'opener') expect([['none'], ['final']]).toContainEqual(one.from);
      expect(one.to).not.toContain('none');
    }
  });

  it('lets every office that can come to hold a file act on it, or be succeeded', () => {
    const systems = rows.filter((one) => one.actor === 'system').flatMap((one) => one.from);
    const live = statuses.filter((status) => rows.some((one) => leadsOn(one, status) && one.actor === 'holder'));
    expect(live.filter((status) => status !== 'none' && !systems.includes(status))).toEqual([]);
  });
});

describe('dead ends', () => {
  const deadEnds = (rows: readonly Transition[], statuses: readonly string[]): string[] =>
    statuses.filter((status) => !rows.some((one) => leadsOn(one, status) && one.actor !== 'system'));

  it('are only the lawful ends', () => {
    expect(deadEnds(DENUNCIATION_LIFECYCLE.transitions, DENUNCIATION_LIFECYCLE.statuses)).toEqual([
      'instituted',
      'joined',
    ]);
    expect(deadEnds(CASE_LIFECYCLE.transitions, CASE_LIFECYCLE.statuses)).toEqual(['institution-cancelled', 'joined']);
  });

  it('leave from every other status a way to an end', () => {
    for (const [life, ends] of [
      [DENUNCIATION_LIFECYCLE, ['declined', 'instituted', 'joined']],
      [
        CASE_LIFECYCLE,
        [
          'final',
          ...['investigation-terminated', 'prosecution-terminated', 'trial-terminated'],
          ...['institution-cancelled', 'joined'],
        ],
      ],
    ] as const) {
      const rows: readonly Transition[] = life.transitions;
      for (const start of life.statuses) {
        const reached = new Set<string>([start]);
        for (let size = 0; size < reached.size; ) {
          size = reached.size;
          for (const one of rows)
            if (one.from.some((from) => reached.has(from))) one.to.forEach((to) => reached.add(to));
        }
        expect([start, ends.some((end) => reached.has(end))]).toEqual([start, true]);
      }
    }
  });
});
