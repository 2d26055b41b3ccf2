import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { DomainError } from '#libs/domain/kernel';
import { RequestRefused } from '#libs/platform/http';
import { holds } from './access.permissions.js';
import { Actors } from './actors.service.js';
import { rememberSignedIn } from './current-actor.decorator.js';
import { routeAccess } from './requires.decorator.js';
import { Sessions } from './sessions.service.js';

const BEARER = /^Bearer +(\S+)$/i;

/** @throws RequestRefused `access.sign-in-required` (401). */
function readToken({ headers }: FastifyRequest): string {
  const token = BEARER.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) {
    throw new RequestRefused(401, 'access.sign-in-required', {}, { 'www-authenticate': 'Bearer' });
  }
  return token;
}

/** Before every route of the application: who asks, and may that role. A route that names no permission is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly actors: Actors,
  ) {}

  /** @throws RequestRefused (401); DomainError `access.forbidden`, `access.route-undeclared` (403). */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = routeAccess(context.getHandler(), context.getClass());
    if (!access) throw new DomainError('access.route-undeclared', 'forbidden', {});
    if (access.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = readToken(request);
    const session = await this.sessions.resume(token);
    const { permission } = access;
    if (!holds(session.account.role, permission))
      throw new DomainError('access.forbidden', 'forbidden', { permission });
    rememberSignedIn(request, { actor: this.actors.of(session.account), session, token });
    return true;
  }
}
