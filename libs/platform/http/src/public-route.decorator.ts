import { SetMetadata } from '@nestjs/common';

/** Metadata of a route that anybody may call. */
export const PUBLIC_ROUTE = 'theoan:public';

/** Opens a route to callers without a session; every other route names a permission. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC_ROUTE, true);
