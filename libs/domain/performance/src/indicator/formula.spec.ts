import fc from 'fast-check';
import { addDays, day, meets, percentOf, yearOf } from '#libs/domain/kernel';
import { deed, denunciation, criminalCase, type Deed } from '../../../../../test/support/procedure/narrative.js';
import { accepted, atProcuracy, charge } from '../../../../../test/support/procedure/lawful-files.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';
import { talliesOf } from '../../../../../test/support/measure/tallies.js';
import {
  DOCKETS,
  DOCKET_NAMES,
  FLOWS,
  FLOW_NAMES,
  type LedgerRow,
  type Movement,
  movementsOfLog,
  statementOf,
} from '../docket/index.js';
import { INDICATORS } from '../plan/index.js';
import {
  INDICATOR_DEFINITIONS,
  compile,
  defaultVariant,
  docketsOf,
  evaluate,
  findFormula,
  findIndicator,
  ratioOf,
} from './index.js';

const YEAR = yearOf(2024);

/** So many like files, each told by the same deeds, as movements. */
const files = (count: number, tell: (index: number) => Movement[]): Movement[] =>
  Array.from({ length: count }, (_, index) => tell(index)).flat();
const information = (...deeds: readonly Deed[]): Movement[] =>
  movementsOfLog('denunciation', denunciation(...deeds).log);
const aCase = (...deeds: readonly Deed[]): Movement[] => movementsOfLog('case', criminalCase(...deeds).log);

const received = (on: string) => [
  deed('receive', { source: 'report' }, { on }),
  deed('classify', { competence: 'own' }),
];
const old = deed('carry-over', { status: 'in-verification' }, { on: '2023-12-31' });
const declined = deed('decline', { ground: 'no-event' });
/** 20 days after the receipt on 1 February: not before the limit has run out. */
const suspended = deed('suspend', { ground: 'expertise-pending' }, { on: '2024-02-21' });
const instituted = deed('institute', { caseId: 'c' });
const away = [deed('transfer', { toOfficeId: OFFICE.otherPolice }), deed('accept-transfer')];

const value = (code: (typeof INDICATORS)[number], movements: readonly Movement[], variant?: string) => {
  const definition = findIndicator(code, variant);
  if (!definition) throw new Error(`no ${code} ${variant ?? ''}`);
  return ratioOf(compile(definition), talliesOf(movements, YEAR));
};
const shares = (code: (typeof INDICATORS)[number], movements: readonly Movement[], variant?: string): string => {
  const { numerator, denominator } = value(code, movements, variant);
  return `${numerator}/${denominator}`;
};

describe('K2, as published', () => {
  it('58 of 63: carried over and new stand in the denominator (92.06 %)', () => {
    const movements = [
      ...files(5, () => information(old)),
      ...files(58, () => information(...received('2024-02-01'), declined)),
    ];
    expect(shares('K2', movements)).toBe('58/63');
    expect(percentOf(value('K2', movements))).toBeCloseTo(92.063, 3);
    const statement = statementOf(talliesOf(movements, YEAR).verification ?? {});
    expect(statement).toMatchObject({ opening: 5, toBeHandled: 63, resolved: 58, closing: 5 });
  });

  it('367 of 393: a suspended report is resolved, and shown without it beside (93.4 %, 92.4 %)', () => {
    const movements = [
      ...files(161, () => information(...received('2024-02-01'), instituted)),
      ...files(202, () => information(...received('2024-02-01'), declined)),
      ...files(4, () => information(...received('2024-02-01'), suspended)),
      ...files(26, () => information(...received('2024-12-01'))),
    ];
    expect(shares('K2', movements)).toBe('367/393');
    expect(shares('K2', movements, 'suspended-excluded')).toBe('363/393');
    expect(percentOf(value('K2', movements))).toBeCloseTo(93.384, 3);
  });

  it('219 of 236: what was transferred to another body leaves the denominator (92.8 %)', () => {
    const here = (movement: Movement): boolean => movement.officeId === OFFICE.police;
    const movements = [
      ...files(219, () => information(...received('2024-02-01'), declined)),
      ...files(17, () => information(...received('2024-12-01'))),
      ...files(2, () => information(...received('2024-02-01'), ...away)),
    ];
    expect(shares('K2', movements.filter(here))).toBe('219/236');
    // In the whole country they are still to be handled, by somebody else.
    expect(shares('K2', movements)).toBe('219/238');
  });
});

describe('K5, as published', () => {
  it('622 of 695 of 698: cases that left are not the court’s to handle (89.5 %), suspended ones are', () => {
    const tried = [
      deed('schedule', { hearingOn: '2024-06-03' }),
      deed('judge', { verdicts: [{ defendantId: 'a', outcome: 'convicted' }] }, { on: '2024-06-03' }),
    ];
    const returned = deed('return-by-court', { by: 'judge', ground: 'evidence-lacking' });
    const halted = deed('suspend', { ground: 'illness' });
    const movements = [
      ...files(620, () => aCase(...accepted('a'), ...tried)),
      ...files(2, () => aCase(...accepted('a'), deed('terminate', { ground: 'deceased' }))),
      ...files(60, () => aCase(...accepted('a'))),
      ...files(13, () => aCase(...accepted('a'), halted)),
      ...files(3, () => aCase(...accepted('a'), returned)),
    ];
    expect(shares('K5', movements)).toBe('622/695');
    expect(percentOf(value('K5', movements))).toBeCloseTo(89.496, 3);
    expect(shares('K5', movements, 'defendants')).toBe('622/695');
    const statements = talliesOf(movements, YEAR);
    expect(statementOf(statements['first-instance'] ?? {}).closing).toBe(73);
    expect(statementOf(statements['suspended-trial'] ?? {}).closing).toBe(13);
  });
});

describe('K1', () => {
  it('counts what was received in the year and classified at all, at the office that received', () => {
    const movements = [
      ...files(7, () => information(...received('2024-02-01'))),
      ...files(2, () => information(deed('receive', { source: 'report' }, { on: '2024-12-31' }))),
      ...information(
        deed('receive', { source: 'report' }, { on: '2024-12-31' }),
        deed('classify', { competence: 'own' }, { on: '2025-01-01' }),
      ),
      ...information(...received('2023-12-30')),
      ...information(
        deed('carry-over', { status: 'received' }, { on: '2024-01-02' }),
        deed('classify', { competence: 'own' }),
      ),
    ];
    expect(shares('K1', movements)).toBe('8/10');
    expect(shares('K2', movements)).toBe('0/9');
  });
});

describe('K3', () => {
  const charged = { ...charge('a'), on: '2024-02-01' };
  const begun = (on: string) => deed('institute', { offence: { article: 150, clause: 1 } }, { on });

  it('counts cases in which a suspect is charged, of all that were to be investigated', () => {
    const movements = [
      ...files(3, () => aCase(begun('2023-12-01'))),
      ...files(4, () => aCase(begun('2024-01-02'), charged)),
      ...files(2, () => aCase(begun('2023-12-01'), { ...charge('a'), on: '2023-12-15' })),
      ...aCase(begun('2024-01-02'), charged, deed('cancel-charge', { defendantIds: ['a'] })),
    ];
    expect(shares('K3', movements)).toBe('6/10');
    expect(shares('K3', movements, 'concluded')).toBe('0/10');
  });

  it('worded as “kết thúc điều tra” counts what was concluded, terminated or suspended', () => {
    const approved = [charged, deed('approve-charge', { defendantIds: ['a'] })];
    const movements = [
      ...aCase(begun('2024-01-02'), ...approved, deed('conclude')),
      ...aCase(begun('2024-01-02'), deed('terminate', { ground: 'no-event' })),
      ...aCase(begun('2024-01-02'), deed('suspend', { ground: 'accused-unknown' }, { on: '2024-05-02' })),
      ...aCase(begun('2024-01-02')),
    ];
    expect(shares('K3', movements, 'concluded')).toBe('3/4');
    expect(shares('K3', movements)).toBe('1/4');
  });
});

describe('K4', () => {
  it('counts every decision of the procuracy, beside the indictments alone; a returned file is not its to decide', () => {
    const movements = [
      ...files(5, () => aCase(...atProcuracy('a'), deed('indict'))),
      ...aCase(...atProcuracy('a'), deed('terminate', { ground: 'exemption' })),
      ...aCase(...atProcuracy('a'), deed('suspend', { ground: 'illness' })),
      ...aCase(...atProcuracy('a'), deed('return-for-supplement', { ground: 'evidence-lacking' })),
      ...files(2, () => aCase(...atProcuracy('a'))),
    ];
    expect(shares('K4', movements)).toBe('7/9');
    expect(shares('K4', movements, 'indicted')).toBe('5/9');
    expect(shares('K4', movements, 'defendants')).toBe('7/9');
  });
});

describe('a formula', () => {
  const LEDGER = fc.array(
    fc.record<LedgerRow & { subject: string }>({
      subject: fc.constantFrom('one', 'two', 'three', 'four'),
      docket: fc.constantFrom(...DOCKET_NAMES),
      flow: fc.constantFrom(...FLOW_NAMES),
      officeId: fc.constantFrom(1, 2),
      unitId: fc.constantFrom('', 'a'),
      day: fc.nat(500).map((count) => addDays(day('2023-10-01'), count)),
      n: fc.constantFrom(1, -1),
    }),
    { maxLength: 60 },
  );

  it('gives the same value summed over everything and matter by matter', () => {
    fc.assert(
      fc.property(LEDGER, fc.constantFrom(...INDICATOR_DEFINITIONS), (ledger, definition) => {
        const formula = compile(definition);
        for (const part of [formula.numerator, formula.denominator, formula.excluded]) {
          const whole = evaluate(part, talliesOf(ledger, YEAR));
          const parts = ['one', 'two', 'three', 'four'].map((subject) =>
            evaluate(
              part,
              talliesOf(
                ledger.filter((row) => row.subject === subject),
                YEAR,
              ),
            ),
          );
          expect(parts.reduce((sum, count) => sum + count, 0)).toBe(whole);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has for denominator what the statement of its docket says was to be handled', () => {
    fc.assert(
      fc.property(LEDGER, fc.constantFrom(...INDICATOR_DEFINITIONS), (ledger, definition) => {
        const tallies = talliesOf(ledger, YEAR);
        const statement = statementOf(tallies[definition.docket] ?? {});
        const { denominator } = ratioOf(compile(definition), tallies);
        const wanted = definition.base === 'received' ? (statement.in.new ?? 0) : statement.toBeHandled;
        expect(denominator).toBe(wanted);
      }),
      { numRuns: 200 },
    );
  });

  it('excludes exactly what moved out of its docket, term by term', () => {
    for (const definition of INDICATOR_DEFINITIONS) {
      const { excluded } = compile(definition);
      const moved = definition.base === 'received' ? [] : FLOW_NAMES.filter((flow) => FLOWS[flow].kind === 'moved');
      expect(excluded).toEqual(moved.map((flow) => ({ docket: definition.docket, flow, when: 'within', sign: 1 })));
    }
  });
});

describe('the definitions of the indicators', () => {
  it('have their formulas at hand, each what its definition compiles to', () => {
    for (const definition of INDICATOR_DEFINITIONS) {
      expect(findFormula(definition.code, definition.variant)).toEqual(compile(definition));
    }
    for (const code of INDICATORS) expect(findFormula(code)).toBe(findFormula(code, defaultVariant(code)));
    expect(findFormula('K1', 'discovered')).toBeUndefined();
  });

  it('read no docket but those that their formulas name', () => {
    const [k1, k3] = [findFormula('K1'), findFormula('K3')];
    if (!k1 || !k3) throw new Error('K1 and K3 have formulas');
    expect(docketsOf([k1])).toEqual(['reception']);
    expect([...docketsOf([k3, k1])].sort()).toEqual(['discovery', 'investigation', 'reception']);
  });

  it('are named once each, and each indicator has the variant that a plan means by default', () => {
    const names = INDICATOR_DEFINITIONS.map(({ code, variant }) => `${code} ${variant}`);
    expect(new Set(names).size).toBe(names.length);
    for (const code of INDICATORS) expect(findIndicator(code)?.variant).toBe(defaultVariant(code));
    expect(findIndicator('K1', 'discovered')).toBeUndefined();
  });

  it('count in their own unit, by flows that resolve or mark, in a docket of that unit', () => {
    for (const { unit, docket, counted } of INDICATOR_DEFINITIONS) {
      expect(DOCKETS[docket].unit).toBe(unit);
      if ('handledIn' in counted) expect(DOCKETS[counted.handledIn].unit).toBe(unit);
      else expect(counted.flows.filter((flow) => !['outcome', 'mark'].includes(FLOWS[flow].kind))).toEqual([]);
    }
  });

  it('meet no target with a share that only rounds to it', () => {
    const nine = { numerator: 8995, denominator: 10_000 };
    expect(meets(nine, '>=', 90)).toBe(false);
  });
});
