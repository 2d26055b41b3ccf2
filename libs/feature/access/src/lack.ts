import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import { RequestRefused } from '#libs/platform/http';

/** What an account may still lack before it may work, in the order in which it gets it. */
export const LACKS = ['own-password', 'second-factor'] as const;
export type Lack = (typeof LACKS)[number];

const ALLOWED_WITHOUT = 'theoan:allowed-without';

/** Opens a route also to accounts that lack these: without it nobody does anything before nothing is lacking. */
export const AllowedWithout = (...lacks: readonly Lack[]): CustomDecorator => SetMetadata(ALLOWED_WITHOUT, lacks);

const REFUSALS: Readonly<Record<Lack, string>> = {
  'own-password': 'access.password-change-required',
  'second-factor': 'access.second-factor-required',
};

/**
 * @param places the route's method and its class.
 * @throws RequestRefused `access.password-change-required`, `access.second-factor-required` (403).
 */
export function refuseLacking(lack: Lack | undefined, places: readonly object[]): void {
  if (lack === undefined) return;
  const allowed = places.flatMap((place) => (Reflect.getMetadata(ALLOWED_WITHOUT, place) as Lack[] | undefined) ?? []);
  if (!allowed.includes(lack)) throw new RequestRefused(403, REFUSALS[lack]);
}
