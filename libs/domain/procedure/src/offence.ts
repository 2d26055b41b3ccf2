/** How grave an offence is, by the maximum of its bracket. Source: Điều 9 BLHS. */
export type Gravity = 'less-serious' | 'serious' | 'very-serious' | 'especially-serious';

/** An offence as a decision cites it: article, clause and optionally point of the Penal Code. */
export interface Offence {
  readonly article: number;
  readonly clause: number;
  readonly point?: string;
}

const [L, S, V, E]: readonly [Gravity, Gravity, Gravity, Gravity] = [
  'less-serious',
  'serious',
  'very-serious',
  'especially-serious',
];

/** Gravity by article and clause (first entry = clause 1). Source: BLHS 2015 as amended 2017. */
const GRAVITY: Readonly<Record<number, readonly Gravity[]>> = {
  150: [V, V, E],
  151: [V, E, E],
  152: [S, S, V],
  153: [S, V, V],
  154: [S, V, E],
  157: [L, S, V],
  187: [L, S],
  296: [L, S, V],
  297: [L, S, V],
  327: [S, V, V, E],
  328: [L, S, V],
  347: [L],
  348: [S, V, V],
  349: [S, V, V],
  350: [S, V, E],
};

/** The articles that national reports count as trafficking in persons. Source: reports of BCĐ 138/CP (Điều 150, 151 BLHS). */
export const TRAFFICKING_ARTICLES: readonly number[] = [150, 151];

/** @returns the articles the product knows, ascending. */
export const KNOWN_ARTICLES: readonly number[] = Object.keys(GRAVITY).map(Number);

/** @returns the gravity of the clause, or `undefined` when the article has no such clause with a bracket. */
export function findGravity(offence: Offence): Gravity | undefined {
  return GRAVITY[offence.article]?.[offence.clause - 1];
}

/** Orders gravities from the lightest (0) to the gravest (3). */
export const gravityRank = (gravity: Gravity): number => [L, S, V, E].indexOf(gravity);
