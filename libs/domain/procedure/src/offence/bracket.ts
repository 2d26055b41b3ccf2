import { type Day, day } from '#libs/domain/kernel';
import type { Maximum } from './gravity.js';

/** An offence as a decision cites it: article, clause and optionally point of the Penal Code. */
export interface Offence {
  readonly article: number;
  readonly clause: number;
  readonly point?: string;
}

/** One bracket of penalties (khung hình phạt) and the days on which it is the law. */
export interface Bracket extends Offence, Maximum {
  /** Years; half a year for 6 months. Absent where imprisonment is not provided for. */
  readonly minYears?: number;
  /** A fine or reform without detention may be passed instead of imprisonment. */
  readonly nonCustodial?: true;
  readonly validFrom: Day;
  readonly validTo?: Day;
}

/** BLHS 100/2015/QH13 as amended by Luật 12/2017/QH14 is in force since this day. */
const PENAL_CODE_IN_FORCE = day('2018-01-01');

type Term = Omit<Bracket, 'article' | 'clause' | 'validFrom'>;
const prison = (minYears: number, maxYears: number): Term => ({ minYears, maxYears });
const orLife = (term: Term): Term => ({ ...term, life: true });
const orLighter = (term: Term): Term => ({ ...term, nonCustodial: true });

const clauses = (article: number, ...terms: readonly Term[]): readonly Bracket[] =>
  terms.map((term, index) => ({ article, clause: index + 1, ...term, validFrom: PENAL_CODE_IN_FORCE }));

/**
 * The brackets that the product knows, clause by clause; the clause of additional penalties is none. A bracket that changes
 * gets a `validTo` and a second row. Source: BLHS 2015 as amended 2017, Điều 150–154, 157, 187, 296, 297, 327, 328, 347–350.
 */
export const BRACKETS: readonly Bracket[] = [
  ...clauses(150, prison(5, 10), prison(8, 15), prison(12, 20)),
  ...clauses(151, prison(7, 12), prison(12, 20), orLife(prison(18, 20))),
  ...clauses(152, prison(2, 5), prison(3, 7), prison(7, 12)),
  ...clauses(153, prison(3, 7), prison(5, 10), prison(10, 15)),
  ...clauses(154, prison(3, 7), prison(7, 15), orLife(prison(12, 20))),
  ...clauses(157, orLighter(prison(0.5, 3)), prison(2, 7), prison(5, 12)),
  ...clauses(187, orLighter(prison(0.25, 2)), prison(1, 5)),
  ...clauses(296, orLighter(prison(0.5, 3)), prison(3, 7), prison(5, 12)),
  ...clauses(297, orLighter(prison(0.5, 3)), prison(2, 7), prison(5, 12)),
  ...clauses(327, prison(1, 5), prison(5, 10), prison(10, 15), orLife(prison(15, 20))),
  ...clauses(328, prison(0.5, 3), prison(3, 7), prison(7, 15)),
  ...clauses(347, orLighter(prison(0.5, 3))),
  ...clauses(348, prison(1, 5), prison(5, 10), prison(7, 15)),
  ...clauses(349, prison(1, 5), prison(5, 10), prison(7, 15)),
  ...clauses(350, prison(2, 7), prison(5, 12), prison(12, 20)),
];

/** Every step asks for gravities: only the brackets of the article are looked at. */
const BRACKETS_OF: ReadonlyMap<number, readonly Bracket[]> = new Map(
  BRACKETS.map(({ article }) => [article, BRACKETS.filter((bracket) => bracket.article === article)]),
);
const bracketsOf = ({ article }: Offence): readonly Bracket[] => BRACKETS_OF.get(article) ?? [];

const isOf = (bracket: Bracket, { article, clause, point }: Offence): boolean =>
  bracket.article === article && bracket.clause === clause && (bracket.point === undefined || bracket.point === point);

/** A bracket of the very point goes before the one of the whole clause. */
const closest = (rows: readonly Bracket[]): Bracket | undefined => rows.find(({ point }) => point) ?? rows[0];

/**
 * @param on the day of the offence; the newest bracket when absent, the oldest for a day before it.
 * @returns the bracket, or `undefined` when the article has no such clause, or no longer had it on that day.
 */
export function findBracket(
  offence: Offence,
  on?: Day,
  table: readonly Bracket[] = bracketsOf(offence),
): Bracket | undefined {
  const rows = table.filter((bracket) => isOf(bracket, offence));
  const ordered = rows.length < 2 ? rows : [...rows].sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  if (on === undefined) return closest(ordered.filter(({ validTo }) => validTo === undefined)) ?? ordered.at(-1);
  const inForce = ordered.filter(({ validFrom, validTo = on }) => validFrom <= on && on <= validTo);
  const [oldest] = ordered;
  return closest(inForce) ?? (oldest && on < oldest.validFrom ? oldest : undefined);
}
