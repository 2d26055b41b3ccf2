import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Actor } from './actor.js';
import { type LiveSession } from './sessions.service.js';

/** Who sent a request, as the guard found out. */
export interface SignedIn {
  readonly actor: Actor;
  readonly session: LiveSession;
  readonly token: string;
}

const signedIn = new WeakMap<object, SignedIn>();

/** Remembers who sent the request; only the guard calls it. */
export function rememberSignedIn(request: FastifyRequest, who: SignedIn): void {
  signedIn.set(request, who);
}

/** @returns who sent the request. @throws Error on a public route: nobody is signed in there. */
export function whoSent(context: ExecutionContext): SignedIn {
  const who = signedIn.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!who) throw new Error('a public route has no actor');
  return who;
}

/** The actor of a request: of a route that names a permission. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => whoSent(context).actor);

/** The session of a request, with its token. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext) => whoSent(context));
