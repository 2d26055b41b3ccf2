import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { RequestRefused } from '#libs/platform/http';

const RECENT = 'theoan:recent-authentication';
const MINUTES = 10;

/**
 * Opens a route only to who has shown a factor within ten minutes: by signing in, or by `POST
 * /session/re-authentication`. For what matters most: factors, keys, breaking the glass.
 */
export const RequiresRecentAuthentication = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(RECENT, true), ApiExtension('x-recent-authentication', true));

/**
 * @param places the route's method and its class.
 * @throws RequestRefused `access.recent-authentication-required` (403).
 */
export function refuseStale(places: readonly object[], authenticatedAt: Date, now: Date): void {
  const isWanted = places.some((place) => Reflect.getMetadata(RECENT, place) === true);
  const age = now.getTime() - authenticatedAt.getTime();
  if (isWanted && age >= MINUTES * 60_000) {
    throw new RequestRefused(403, 'access.recent-authentication-required', { minutes: MINUTES });
  }
}
