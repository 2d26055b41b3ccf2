import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Put, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Public } from '#libs/platform/http';
import { CurrentSession, type SignedIn } from './current-actor.decorator.js';
import { AllowedWithout } from './lack.js';
import { OwnOrigin } from './own-origin.js';
import { OwnPassword } from './own-password.service.js';
import { Requires } from './requires.decorator.js';
import { PendingSignInView } from './second-factors/second-factor.dto.js';
import { SessionDesk } from './session-desk.js';
import { ChangePasswordDto, OpenedSessionView, SessionView, SignInDto } from './session.dto.js';
import { FORGET_SESSION } from './session-carrier.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';

/** Signing in and out. */
@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly desk: SessionDesk,
    private readonly ownOrigin: OwnOrigin,
    private readonly ownPassword: OwnPassword,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ summary: 'Sign in; with a second factor, its first step' })
  @ApiCreatedResponse({ type: OpenedSessionView, description: 'signed in' })
  @ApiAcceptedResponse({
    type: PendingSignInView,
    description: 'the password is right; POST /session/second-factor is next',
  })
  async open(
    @Body() credentials: SignInDto,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedSessionView | PendingSignInView> {
    if (credentials.carrier === 'cookie') this.ownOrigin.refuseForeign(request);
    const outcome = await this.signIn.signIn({ ...credentials, address });
    if ('token' in outcome) return this.desk.handOver(outcome, reply);
    void reply.status(202);
    return { ...outcome, expiresAt: outcome.expiresAt.toISOString() };
  }

  @Get()
  @Requires('session.own')
  @AllowedWithout('own-password', 'second-factor')
  @ApiOperation({ summary: 'Who is signed in, and until when' })
  @ApiBearerAuth()
  @ApiOkResponse({ type: SessionView })
  read(@CurrentSession() { session }: SignedIn): SessionView {
    return this.desk.view(session);
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
  async close(
    @CurrentSession() { token, session }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.revoke(token, session.account);
    void reply.headers(FORGET_SESSION);
  }
}
