import { Body, Controller, Delete, Get, HttpCode, Ip, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Public } from '#libs/platform/http';
import { ROLE_PERMISSIONS } from './access.permissions.js';
import { type Account } from './account.repository.js';
import { Actors } from './actors.service.js';
import { CurrentSession, type SignedIn } from './current-actor.decorator.js';
import { Requires } from './requires.decorator.js';
import { OpenedSessionView, type SessionAccountView, SessionView, SignInDto } from './session.dto.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';

/** Signing in and out. */
@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly actors: Actors,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ summary: 'Sign in' })
  @ApiCreatedResponse({ type: OpenedSessionView })
  async open(@Body() { username, password }: SignInDto, @Ip() address: string): Promise<OpenedSessionView> {
    const { token, expiresAt, account } = await this.signIn.signIn({ username, password, address });
    return { token, expiresAt: expiresAt.toISOString(), account: this.describe(account) };
  }

  @Get()
  @Requires('session.own')
  @ApiOperation({ summary: 'Who is signed in, and until when' })
  @ApiBearerAuth()
  @ApiOkResponse({ type: SessionView })
  read(@CurrentSession() { session }: SignedIn): SessionView {
    return { expiresAt: session.expiresAt.toISOString(), account: this.describe(session.account) };
  }

  @Delete()
  @Requires('session.own')
  @ApiOperation({ summary: 'Sign out' })
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiNoContentResponse({ description: 'the token is worth nothing any more' })
  async close(@CurrentSession() { token }: SignedIn): Promise<void> {
    await this.sessions.revoke(token);
  }

  private describe(account: Account): SessionAccountView {
    const { id, username, displayName, role } = account;
    const { office } = this.actors.of(account);
    const { code, name, agency, tier } = office;
    const permissions = ROLE_PERMISSIONS[role];
    return { id, username, displayName, role, office: { id: office.id, code, name, agency, tier }, permissions };
  }
}
