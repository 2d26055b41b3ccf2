import { Injectable } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { ROLE_PERMISSIONS } from './access.permissions.js';
import { type Account } from './account.repository.js';
import { Actors } from './actors.service.js';
import { sessionCookie } from './session-carrier.js';
import { type OpenedSessionView, type SessionAccountView, type SessionView } from './session.dto.js';
import { type LiveSession, type OpenedSession, Sessions } from './sessions.service.js';

/** Tells clients of their sessions. */
@Injectable()
export class SessionDesk {
  constructor(
    private readonly sessions: Sessions,
    private readonly actors: Actors,
  ) {}

  /** Gives a new session to its client: a program its token, a browser its cookie and no token. */
  async handOver({ token, carrier }: OpenedSession, reply: FastifyReply): Promise<OpenedSessionView> {
    const view = this.view(await this.sessions.resume({ token, carrier }));
    if (carrier === 'bearer') return { ...view, token };
    void reply.header('set-cookie', sessionCookie(token));
    return view;
  }

  /** @returns what a client is told of its session. */
  view({ account, expiresAt, lack }: LiveSession): SessionView {
    const view = { expiresAt: expiresAt.toISOString(), account: this.describe(account) };
    return lack === undefined ? view : { ...view, lack };
  }

  private describe(account: Account): SessionAccountView {
    const { id, username, displayName, role } = account;
    const { office } = this.actors.of(account);
    const { code, name, agency, tier } = office;
    const permissions = ROLE_PERMISSIONS[role];
    return { id, username, displayName, role, office: { id: office.id, code, name, agency, tier }, permissions };
  }
}
