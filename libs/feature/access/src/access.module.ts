import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JurisdictionsModule } from '#libs/feature/jurisdictions';
import { AccessGuard } from './access.guard.js';
import { AccountRepository } from './account.repository.js';
import { Accounts } from './accounts.service.js';
import { Actors } from './actors.service.js';
import { OfficeScopes } from './office-scopes.service.js';
import { OwnOrigin } from './own-origin.js';
import { OwnPassword } from './own-password.service.js';
import { PasswordCheck } from './password-check.service.js';
import { Passwords } from './passwords.js';
import { FactorReset } from './second-factors/factor-reset.service.js';
import { FactorCheck } from './second-factors/factor-check.service.js';
import { OwnFactorsController } from './second-factors/own-factors.controller.js';
import { OwnFactors } from './second-factors/own-factors.service.js';
import { PendingSignIns } from './second-factors/pending-sign-ins.js';
import { RecoveryCodes } from './second-factors/recovery-codes.service.js';
import { SecondFactorController } from './second-factors/second-factor.controller.js';
import { SecondSteps } from './second-factors/second-step.service.js';
import { TotpFactors } from './second-factors/totp-factors.service.js';
import { WebAuthnChallenges } from './second-factors/web-authn-challenges.js';
import { WebAuthnKeyRepository } from './second-factors/web-authn-key.repository.js';
import { WebAuthnKeys } from './second-factors/web-authn-keys.service.js';
import { SessionDesk } from './session-desk.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

/**
 * Accounts, sessions, permissions and office scope. Whatever application imports it has its guard before every route.
 * Needs the global `DatabaseModule`, `SettingsModule` and `VaultModule`.
 */
@Module({
  imports: [JurisdictionsModule],
  controllers: [SessionController, SecondFactorController, OwnFactorsController],
  providers: [
    AccountRepository,
    Accounts,
    Actors,
    OfficeScopes,
    OwnOrigin,
    OwnPassword,
    Passwords,
    FactorCheck,
    FactorReset,
    PasswordCheck,
    OwnFactors,
    PendingSignIns,
    RecoveryCodes,
    SecondSteps,
    TotpFactors,
    WebAuthnChallenges,
    WebAuthnKeyRepository,
    WebAuthnKeys,
    SessionDesk,
    Sessions,
    SignIn,
    SignInThrottle,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Accounts, Actors, FactorReset, Sessions, SignIn],
})
export class AccessModule {}
