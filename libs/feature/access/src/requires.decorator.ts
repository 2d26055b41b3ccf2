import { type Type, SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { PUBLIC_ROUTE } from '#libs/platform/http';
import { type Permission } from './access.permissions.js';

const REQUIRED_PERMISSION = 'theoan:permission';

/** Opens a route to the roles that hold the permission, and writes it into the API's description. */
export const Requires = (permission: Permission): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(REQUIRED_PERMISSION, permission), ApiExtension('x-permission', permission));

/** Who may call a route. */
export type RouteAccess =
  | { readonly kind: 'public' }
  | { readonly kind: 'permission'; readonly permission: Permission };

/**
 * @param handler the route's method. @param controller its class; what stands at the method comes first.
 * @returns who may call the route, or `undefined` when it does not say: nobody may then.
 */
export function routeAccess(handler: object, controller: Type): RouteAccess | undefined {
  for (const place of [handler, controller]) {
    const permission = Reflect.getMetadata(REQUIRED_PERMISSION, place) as Permission | undefined;
    if (permission !== undefined) return { kind: 'permission', permission };
    if (Reflect.getMetadata(PUBLIC_ROUTE, place) === true) return { kind: 'public' };
  }
  return undefined;
}
