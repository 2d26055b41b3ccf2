import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { DomainError } from '#libs/domain/kernel';
import { Clock } from '#libs/platform/database';
import { holds } from './access.permissions.js';
import { Actors } from './actors.service.js';
import { rememberSignedIn } from './current-actor.decorator.js';
import { refuseLacking } from './lack.js';
import { OwnOrigin } from './own-origin.js';
import { refuseStale } from './recent-authentication.js';
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
    private readonly clock: Clock,
  ) {}

  /**
   * @throws RequestRefused (401), `access.foreign-request`, `access.password-change-required`,
   *   `access.second-factor-required`, `access.recent-authentication-required` (403); DomainError `access.forbidden`,
   *   `access.route-undeclared` (403).
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = routeAccess(context.getHandler(), context.getClass());
    if (!access) throw new DomainError('access.route-undeclared', 'forbidden', {});
    if (access.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const presented = presentedToken(request);
    if (presented.carrier === 'cookie') this.ownOrigin.refuseForeign(request);
    const session = await this.sessions.resume(presented);
    const places = [context.getHandler(), context.getClass()];
    refuseLacking(session.lack, places);
    const { permission } = access;
    if (!holds(session.account.role, permission))
      throw new DomainError('access.forbidden', 'forbidden', { permission });
    refuseStale(places, session.authenticatedAt, this.clock.now());
    rememberSignedIn(request, { actor: this.actors.of(session.account), session, token: presented.token });
    return true;
  }
}
