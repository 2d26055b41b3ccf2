import { Body, Controller, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DomainError } from '#libs/domain/kernel';
import { Public } from '#libs/platform/http';
import { CurrentSession, type SignedIn } from '../current-actor.decorator.js';
import { AllowedWithout } from '../lack.js';
import { OwnOrigin } from '../own-origin.js';
import { Requires } from '../requires.decorator.js';
import { SessionDesk } from '../session-desk.js';
import { OpenedSessionView } from '../session.dto.js';
import { FactorCheck, answerOf } from './factor-check.service.js';
import { PendingDto, ReauthenticationDto, SecondStepDto } from './second-factor.dto.js';
import { SecondSteps } from './second-step.service.js';

const KEY_OPTIONS = { schema: { type: 'object', additionalProperties: true } } as const;

/** The second step of signing in, and the same again before what matters most. */
@ApiTags('session')
@Controller('session')
export class SecondFactorController {
  constructor(
    private readonly steps: SecondSteps,
    private readonly factors: FactorCheck,
    private readonly ownOrigin: OwnOrigin,
    private readonly desk: SessionDesk,
  ) {}

  @Post('second-factor/key-options')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'What to ask a security key, in the second step of signing in' })
  @ApiOkResponse({ ...KEY_OPTIONS, description: 'for `PublicKeyCredential.parseRequestOptionsFromJSON`' })
  async askKey(@Body() { pending }: PendingDto): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.steps.askKey(pending);
  }

  @Post('second-factor')
  @Public()
  @ApiOperation({ summary: 'Sign in, second step: a code, a security key or a recovery code' })
  @ApiCreatedResponse({ type: OpenedSessionView })
  async finish(
    @Body() { pending, carrier, ...sent }: SecondStepDto,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedSessionView> {
    if (carrier === 'cookie') this.ownOrigin.refuseForeign(request);
    const answer = answerOf(sent);
    const step = { pending, answer, address, ...(carrier === undefined ? {} : { carrier }) };
    return this.desk.handOver(await this.steps.finish(step), reply);
  }

  @Post('re-authentication/key-options')
  @Requires('session.own')
  @AllowedWithout('second-factor')
  @HttpCode(200)
  @ApiOperation({ summary: 'What to ask a security key, to show again that it is you' })
  @ApiBearerAuth()
  @ApiOkResponse({ ...KEY_OPTIONS, description: 'for `PublicKeyCredential.parseRequestOptionsFromJSON`' })
  async askKeyAgain(@CurrentSession() { actor, token }: SignedIn): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.factors.askKey(actor.accountId, token);
  }

  @Post('re-authentication')
  @Requires('session.own')
  @AllowedWithout('second-factor')
  @HttpCode(204)
  @ApiOperation({ summary: 'Show again that it is you: some routes want that within ten minutes' })
  @ApiBearerAuth()
  @ApiNoContentResponse({ description: 'the session counts as authenticated just now' })
  async renew(
    @CurrentSession() { actor, token }: SignedIn,
    @Body() { password, ...sent }: ReauthenticationDto,
    @Ip() address: string,
  ): Promise<void> {
    const { accountId, username } = actor;
    if (password !== undefined && Object.values(sent).some((one) => one !== undefined)) {
      throw new DomainError('access.one-answer', 'malformed', {});
    }
    const shown = password === undefined ? { answer: answerOf(sent) } : { password };
    await this.steps.renew({ accountId, username, token, address, shown });
  }
}
