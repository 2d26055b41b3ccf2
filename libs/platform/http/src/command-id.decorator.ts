import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { RequestRefused } from './request-refused.js';

/** The header by which a client names a command, so that repeating it is harmless. */
export const IDEMPOTENCY_KEY = 'idempotency-key';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** @returns the key in small letters. @throws RequestRefused `request.idempotency-key-missing`, `-malformed`. */
export function readCommandId(header: string | readonly string[] | undefined): string {
  if (header === undefined || header === '') throw new RequestRefused(400, 'request.idempotency-key-missing');
  if (typeof header !== 'string' || !UUID.test(header)) {
    throw new RequestRefused(400, 'request.idempotency-key-malformed');
  }
  return header.toLowerCase();
}

/** Describes the header of a route that takes a command. */
export const TakesCommandId = (): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'a new UUID for each command; the same one when the command is repeated',
    schema: { type: 'string', format: 'uuid' },
  });

const documentHeader: ParameterDecorator = (target, name) => {
  const descriptor = name === undefined ? undefined : Object.getOwnPropertyDescriptor(target, name);
  if (name !== undefined && descriptor) TakesCommandId()(target, name, descriptor);
};

/** @returns the id of the command that a request carries. @throws RequestRefused as `readCommandId`. */
export const commandIdOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string =>
  readCommandId(headers[IDEMPOTENCY_KEY]);

/** The id of a command: header Idempotency-Key, a UUID, without which the command is refused (400). */
export const CommandId = createParamDecorator(
  (_: unknown, context: ExecutionContext) => commandIdOf(context.switchToHttp().getRequest<FastifyRequest>()),
  [documentHeader],
);
