import { randomUUID } from 'node:crypto';
import { type Server } from 'node:http';
import { type Socket } from 'node:net';
import { type FastifyReply, type FastifyRequest, type FastifyHttpOptions } from 'fastify';
import { answerToError } from './answer-to-error.js';
import { BODY_LIMIT, HEADERS_TIMEOUT, REQUEST_TIMEOUT } from './limits.js';
import { languageOf } from './messages/language.js';
import { PROBLEM_TYPE, problemOf } from './problem.js';
import { readQuery } from './query-text.js';
import { RequestRefused } from './request-refused.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** An address that the router cannot even read: no hook, no filter runs. */
function answerUnroutable(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  const answer = answerToError(new RequestRefused(400, 'request.url-malformed'));
  const problem = problemOf(answer, language, request.id);
  void reply.status(400).headers(SECURITY_HEADERS).header('content-type', PROBLEM_TYPE).send(JSON.stringify(problem));
}

const SECURITY_LINES = Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}`);

/** Bytes that are no HTTP, headers that are too long, or a client that is too slow. */
function answerNoise(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(answerToError(new RequestRefused(400, 'request.malformed')), 'vi', randomUUID());
  const body = JSON.stringify(problem);
  const head = ['HTTP/1.1 400 Bad Request', `content-type: ${PROBLEM_TYPE}`, ...SECURITY_LINES];
  const rest = [`content-length: ${Buffer.byteLength(body)}`, 'connection: close', '', body];
  socket.end([...head, ...rest].join('\r\n'));
}

/**
 * Fastify as we want it: what a client says about itself (its address, its request id) is not believed, its address only
 * where a proxy of ours tells it (TRUSTED_PROXIES), and every request has a limit of size and time. Requests that arrive
 * while the server stops are still answered.
 */
export const SERVER_OPTIONS: FastifyHttpOptions<Server> = {
  logger: false,
  trustProxy: false,
  requestIdHeader: false,
  genReqId: () => randomUUID(),
  bodyLimit: BODY_LIMIT,
  requestTimeout: REQUEST_TIMEOUT,
  http: { headersTimeout: HEADERS_TIMEOUT },
  forceCloseConnections: 'idle',
  return503OnClosing: false,
  routerOptions: { querystringParser: readQuery },
  frameworkErrors: answerUnroutable,
  clientErrorHandler: answerNoise,
};
