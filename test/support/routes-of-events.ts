import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { describeApi } from '#libs/platform/http';

/** @returns the address of the one route by which each event is recorded, as the API describes itself. */
export function routesOfEvents(app: NestFastifyApplication): Map<string, string> {
  const operations = Object.entries(describeApi(app).paths).flatMap(([route, item]) => {
    const event = (item.post as { readonly 'x-event'?: string } | undefined)?.['x-event'];
    return event ? [[event, route.replace('/api/v1', '')] as const] : [];
  });
  return new Map(operations);
}
