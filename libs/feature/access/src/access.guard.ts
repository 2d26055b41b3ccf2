import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { DomainError } from '#libs/domain/kernel';
import { holds } from './access.permissions.js';
import { Actors } from './actors.service.js';
import { rememberSignedIn } from './current-actor.decorator.js';
import { refuseLacking } from './lack.js';
import { OwnOrigin } from './own-origin.js';
import { routeAccess } from './requires.decorator.js';
import { presentedToken } from './session-carrier.js';
import { Sessions } from './sessions.service.js';

/** Before every route of the application: who asks, and may that role. A route that names no permission is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly actors: Actors,
    private readonly ownOrigin: OwnOrigin,
  ) {}

  /** @throws RequestRefused (401), `access.foreign-request`, `access.password-change-required` (403); DomainError `access.forbidden`, `access.route-undeclared` (403). */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = routeAccess(context.getHandler(), context.getClass());
    if (!access) throw new DomainError('access.route-undeclared', 'forbidden', {});
    if (access.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const presented = presentedToken(request);
    if (presented.carrier === 'cookie') this.ownOrigin.refuseForeign(request);
    const session = await this.sessions.resume(presented);
    refuseLacking(session.lack, context.getHandler(), context.getClass());
    const { permission } = access;
    if (!holds(session.account.role, permission))
      throw new DomainError('access.forbidden', 'forbidden', { permission });
    rememberSignedIn(request, { actor: this.actors.of(session.account), session, token: presented.token });
    return true;
  }
}
