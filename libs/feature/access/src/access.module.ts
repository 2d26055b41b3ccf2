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
import { Passwords } from './passwords.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

/**
 * Accounts, sessions, permissions and office scope. Whatever application imports it has its guard before every route.
 * Needs the global `DatabaseModule` and `SettingsModule`.
 */
@Module({
  imports: [JurisdictionsModule],
  controllers: [SessionController],
  providers: [
    AccountRepository,
    Accounts,
    Actors,
    OfficeScopes,
    OwnOrigin,
    OwnPassword,
    Passwords,
    Sessions,
    SignIn,
    SignInThrottle,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Accounts, Actors, Sessions, SignIn],
})
export class AccessModule {}
