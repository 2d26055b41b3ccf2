// For the types of `request.file()`; the adapter registers the plugin.
import type {} from '@fastify/multipart';
import { type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { type Settings } from '#libs/platform/config';
import { type Logger, NestLogger, createLogger } from '#libs/platform/observability';
import { serveDocumentation } from './documentation.js';
import { readJsonBody } from './json-body.js';
import { UPLOAD_LIMITS } from './limits.js';
import { ProblemFilter } from './problem.filter.js';
import { holdsNul, namesPrototype } from './query-text.js';
import { RequestRefused } from './request-refused.js';
import { requestValidation } from './request-validation.pipe.js';
import { SECURITY_HEADERS } from './security-headers.js';
import { SERVER_OPTIONS } from './server-options.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether the server has begun to stop. */
    readonly stopping?: { hasBegun: boolean };
  }
}

/** Before every route but the signs of life. */
const API_PREFIX = 'api/v1';

function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
    readJsonBody(body),
  );
}

/** While the server stops, each answer tells its client to open no further request on the connection. */
function partFromClients(fastify: FastifyInstance): void {
  const stopping = { hasBegun: false };
  fastify.decorate('stopping', stopping);
  fastify.addHook('preClose', async () => {
    stopping.hasBegun = true;
  });
  fastify.addHook('onSend', async (_request, reply, payload) => {
    if (stopping.hasBegun) void reply.header('connection', 'close');
    return payload;
  });
}

/** Headers of every answer, the refusal of what no database takes, and one log line for each request. */
function watchRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
    if (holdsNul(request.query) || holdsNul(request.params)) throw new RequestRefused(400, 'request.query-nul');
    if (namesPrototype(request.query)) throw new RequestRefused(400, 'request.malformed');
  });
  fastify.addHook('onResponse', async (request, reply) => {
    logger.info({
      event: 'request',
      request: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      durationInMs: Math.round(reply.elapsedTime),
    });
  });
}

type HttpSettings = Pick<Settings, 'logLevel'> & Partial<Pick<Settings, 'trustedProxies'>>;

/**
 * Makes an HTTP application out of a module: Fastify, /api/v1 before every route, DTO checks, problem+json, security
 * headers, uploads, OpenAPI at /api/docs. It is initialised and not listening.
 * @param settings `trustedProxies`: whose word on a client's address is believed; nobody's when absent.
 * @param logger where its lines go; standard output at `settings.logLevel` when absent.
 * @throws whatever a provider throws while the module starts.
 */
export async function createHttpApplication(
  module: Type | DynamicModule,
  settings: HttpSettings,
  logger: Logger = createLogger(settings.logLevel),
): Promise<NestFastifyApplication> {
  const trustProxy = settings.trustedProxies?.length ? [...settings.trustedProxies] : false;
  const adapter = new FastifyAdapter({ ...SERVER_OPTIONS, trustProxy, multipart: { limits: UPLOAD_LIMITS } });
  const fastify = adapter.getInstance();
  readBodies(fastify);
  watchRequests(fastify, logger);
  partFromClients(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
    bodyParser: false,
  });
  app.setGlobalPrefix(API_PREFIX, { exclude: ['livez', 'readyz'] });
  app.useGlobalPipes(requestValidation());
  app.useGlobalFilters(new ProblemFilter(logger));
  serveDocumentation(app);
  await app.init();
  await fastify.ready();
  return app;
}
