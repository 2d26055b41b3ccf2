import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Put, Req, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Public } from '#libs/platform/http';
import { ROLE_PERMISSIONS } from './access.permissions.js';
import { type Account } from './account.repository.js';
import { Actors } from './actors.service.js';
import { CurrentSession, type SignedIn } from './current-actor.decorator.js';
import { OwnOrigin } from './own-origin.js';
import { OwnPassword } from './own-password.service.js';
import { Requires } from './requires.decorator.js';
import { AllowedWithout } from './lack.js';
import {
  ChangePasswordDto,
  OpenedSessionView,
  type SessionAccountView,
  SessionView,
  SignInDto,
} from './session.dto.js';
import { FORGET_SESSION, sessionCookie } from './session-carrier.js';
import { type LiveSession, type OpenedSession, Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';

/** Signing in and out. */
@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly actors: Actors,
    private readonly ownOrigin: OwnOrigin,
    private readonly ownPassword: OwnPassword,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ summary: 'Sign in' })
  @ApiCreatedResponse({ type: OpenedSessionView })
  async open(
    @Body() credentials: SignInDto,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedSessionView> {
    if (credentials.carrier === 'cookie') this.ownOrigin.refuseForeign(request);
    return this.handOver(await this.signIn.signIn({ ...credentials, address }), reply);
  }

  @Get()
  @Requires('session.own')
  @AllowedWithout('own-password', 'second-factor')
  @ApiOperation({ summary: 'Who is signed in, and until when' })
  @ApiBearerAuth()
  @ApiOkResponse({ type: SessionView })
  read(@CurrentSession() { session }: SignedIn): SessionView {
    return this.view(session);
  }

  @Put('password')
  @Requires('session.own')
  @AllowedWithout('own-password', 'second-factor')
  @ApiOperation({ summary: 'Choose another password of one’s own; every other session ends' })
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiNoContentResponse({ description: 'the new password counts' })
  async changePassword(
    @CurrentSession() { actor, token }: SignedIn,
    @Body() passwords: ChangePasswordDto,
    @Ip() address: string,
  ): Promise<void> {
    await this.ownPassword.change({ ...passwords, username: actor.username, token, address });
  }

  @Delete()
  @Requires('session.own')
  @AllowedWithout('own-password', 'second-factor')
  @ApiOperation({ summary: 'Sign out' })
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiNoContentResponse({ description: 'the token is worth nothing any more' })
  async close(@CurrentSession() { token }: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.revoke(token);
    void reply.headers(FORGET_SESSION);
  }

  private async handOver({ token, carrier }: OpenedSession, reply: FastifyReply): Promise<OpenedSessionView> {
    const view = this.view(await this.sessions.resume({ token, carrier }));
    if (carrier === 'bearer') return { ...view, token };
    void reply.header('set-cookie', sessionCookie(token));
    return view;
  }

  private view({ account, expiresAt, lack }: LiveSession): SessionView {
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
