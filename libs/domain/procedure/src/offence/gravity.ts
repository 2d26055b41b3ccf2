import { type Day, day } from '#libs/domain/kernel';

/** How grave an offence is, by the maximum of its bracket. Source: Điều 9 BLHS. */
export type Gravity = 'less-serious' | 'serious' | 'very-serious' | 'especially-serious';

/** From the lightest to the gravest. */
export const GRAVITIES: readonly Gravity[] = ['less-serious', 'serious', 'very-serious', 'especially-serious'];

/** The most severe penalty that a bracket allows. */
export interface Maximum {
  /** Years of imprisonment; absent where the bracket knows none. */
  readonly maxYears?: number;
  readonly life?: true;
  readonly death?: true;
}

/** One version of the scale: up to how many years each of the three lighter classes goes; above is the gravest. */
interface Scale {
  readonly validFrom: Day;
  readonly text: string;
  readonly upToYears: readonly [less: number, serious: number, very: number];
}

/** The scale, oldest first; one that changes is a new row. Source: Điều 9 khoản 1 BLHS. */
const SCALES: readonly [Scale, ...Scale[]] = [
  { validFrom: day('2018-01-01'), text: 'BLHS 100/2015/QH13; Luật 12/2017/QH14', upToYears: [3, 7, 15] },
];

const scaleOn = (on: Day | undefined): Scale =>
  (on === undefined ? SCALES.at(-1) : SCALES.findLast(({ validFrom }) => validFrom <= on)) ?? SCALES[0];

/**
 * @param on the day whose scale is applied; the newest when absent, the oldest for a day before it.
 * @returns the class of a bracket by its maximum: a fine and reform without detention are less serious, life and death
 * especially serious.
 */
export function gravityOfMaximum({ maxYears = 0, life, death }: Maximum, on?: Day): Gravity {
  const [less, serious, very] = scaleOn(on).upToYears;
  if (life || death || maxYears > very) return 'especially-serious';
  if (maxYears > serious) return 'very-serious';
  return maxYears > less ? 'serious' : 'less-serious';
}

/** Orders gravities from the lightest (0) to the gravest (3). */
export const gravityRank = (gravity: Gravity): number => GRAVITIES.indexOf(gravity);
