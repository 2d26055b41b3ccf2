import { type Comparator } from '#libs/domain/kernel';

/** The five indicators of the plans: received and classified, resolved, discovered, prosecuted, tried. */
export const INDICATORS = ['K1', 'K2', 'K3', 'K4', 'K5'] as const;
export type IndicatorCode = (typeof INDICATORS)[number];

/** How K3 is worded: "điều tra, khám phá" (somebody charged) or "kết thúc điều tra, khám phá" (investigation concluded). */
export const DISCOVERY_VARIANTS = ['discovered', 'concluded'] as const;
export type DiscoveryVariant = (typeof DISCOVERY_VARIANTS)[number];

/** A figure that a plan orders to be reached, with the sentence that orders it. */
export interface Target {
  readonly indicator: IndicatorCode;
  /** Only K3 has variants. */
  readonly variant?: DiscoveryVariant;
  readonly comparator: Comparator;
  /** 0-100, at most three decimals. */
  readonly percent: number;
  /** Exact quotation, Vietnamese. */
  readonly wording: string;
  /** Where the plan says it, such as `I.2`. */
  readonly section: string;
}

/**
 * @returns the target that the plan itself sets, or `undefined`: then figures are shown and nothing is judged. A former
 * or higher plan's target never stands in.
 */
export function targetFor(plan: { readonly targets: readonly Target[] }, indicator: IndicatorCode): Target | undefined {
  return plan.targets.find((target) => target.indicator === indicator);
}

/** @returns which K3 the target means (`discovered` where the plan does not say); `undefined` for the other indicators. */
export function variantOf(target: Target): DiscoveryVariant | undefined {
  return target.indicator === 'K3' ? (target.variant ?? 'discovered') : undefined;
}
