import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { CurrentSession, type SignedIn } from '../current-actor.decorator.js';
import { AllowedWithout } from '../lack.js';
import { RequiresRecentAuthentication } from '../recent-authentication.js';
import { Requires } from '../requires.decorator.js';
import { type FactorOwner, OwnFactors } from './own-factors.service.js';
import { AddKeyDto, AppCodeDto, AppEnrolmentView, EnrolledView, OwnFactorsDto } from './second-factor.dto.js';
import { TotpFactors } from './totp-factors.service.js';
import { type WebAuthnKey } from './web-authn-key.repository.js';
import { WebAuthnKeys } from './web-authn-keys.service.js';

const ownerOf = ({ actor, token }: SignedIn): FactorOwner => ({ accountId: actor.accountId, token });

const viewOf = ({ id, name, createdAt, lastUsedAt }: WebAuthnKey) => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  ...(lastUsedAt === undefined ? {} : { lastUsedAt: lastUsedAt.toISOString() }),
});

/** One's own second factors. */
@ApiTags('session')
@ApiBearerAuth()
@Controller('session/factors')
@Requires('session.own')
@AllowedWithout('second-factor')
export class OwnFactorsController {
  constructor(
    private readonly factors: OwnFactors,
    private readonly apps: TotpFactors,
    private readonly keys: WebAuthnKeys,
  ) {}

  @Get()
  @ApiOperation({ summary: 'One’s own second factors' })
  @ApiOkResponse({ type: OwnFactorsDto })
  async list(@CurrentSession() { actor }: SignedIn): Promise<OwnFactorsDto> {
    const { methods, keys } = await this.factors.list(actor.accountId);
    return { methods, keys: keys.map(viewOf) };
  }

  @Post('app')
  @RequiresRecentAuthentication()
  @ApiOperation({ summary: 'Begin with a code app; it counts after its first code' })
  @ApiCreatedResponse({ type: AppEnrolmentView })
  async beginApp(@CurrentSession() { actor }: SignedIn): Promise<AppEnrolmentView> {
    return this.apps.begin(actor.accountId, actor.username);
  }

  @Post('app/confirmation')
  @ApiOperation({ summary: 'Show the first code of the app' })
  @ApiCreatedResponse({ type: EnrolledView })
  async confirmApp(@CurrentSession() who: SignedIn, @Body() { code }: AppCodeDto): Promise<EnrolledView> {
    return this.factors.confirmApp(ownerOf(who), code);
  }

  @Delete('app')
  @RequiresRecentAuthentication()
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove the code app' })
  @ApiNoContentResponse({ description: 'its codes are worth nothing any more' })
  async removeApp(@CurrentSession() who: SignedIn): Promise<void> {
    await this.factors.removeApp(ownerOf(who));
  }

  @Post('keys/options')
  @RequiresRecentAuthentication()
  @HttpCode(200)
  @ApiOperation({ summary: 'What a browser needs for making a security key' })
  @ApiOkResponse({
    schema: { type: 'object', additionalProperties: true },
    description: 'for `PublicKeyCredential.parseCreationOptionsFromJSON`',
  })
  async askKey(@CurrentSession() { actor, token }: SignedIn): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return this.keys.askToEnrol({ accountId: actor.accountId, username: actor.username, token });
  }

  @Post('keys')
  @RequiresRecentAuthentication()
  @ApiOperation({ summary: 'Add the security key that the browser made' })
  @ApiCreatedResponse({ type: EnrolledView })
  async addKey(@CurrentSession() who: SignedIn, @Body() { name, key }: AddKeyDto): Promise<EnrolledView> {
    return this.factors.addKey(ownerOf(who), name, key);
  }

  @Delete('keys/:id')
  @RequiresRecentAuthentication()
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a security key' })
  @ApiNoContentResponse({ description: 'it opens nothing any more' })
  async removeKey(@CurrentSession() who: SignedIn, @Param('id') id: string): Promise<void> {
    await this.factors.removeKey(ownerOf(who), id);
  }

  @Post('recovery-codes')
  @RequiresRecentAuthentication()
  @ApiOperation({ summary: 'Ten new recovery codes; the earlier ones are worth nothing any more' })
  @ApiCreatedResponse({ type: EnrolledView })
  async renewCodes(@CurrentSession() { actor }: SignedIn): Promise<EnrolledView> {
    return { recoveryCodes: await this.factors.renewCodes(actor.accountId) };
  }
}
