export { AccessModule } from './access.module.js';
export {
  PERMISSIONS,
  PERMISSION_NAMES,
  type Permission,
  ROLES,
  ROLE_PERMISSIONS,
  type Role,
  holds,
  isRole,
} from './access.permissions.js';
export { type Account } from './account.repository.js';
export { type AccountWithPassword, Accounts, type NewAccount } from './accounts.service.js';
export { type Actor, actingOn, filesSeenBy, scopeOf, seesFiles } from './actor.js';
export { Actors } from './actors.service.js';
export { CurrentActor, CurrentSession, type SignedIn, whoSent } from './current-actor.decorator.js';
export { AllowedWithout, type Lack } from './lack.js';
export { type Viewer, visibleOffices } from './office-scope.js';
export { RequiresRecentAuthentication } from './recent-authentication.js';
export { Requires, type RouteAccess, routeAccess } from './requires.decorator.js';
export { totpPlace } from './second-factors/totp-factors.service.js';
export { FactorReset } from './second-factors/factor-reset.service.js';
export { type LiveSession, type OpenedSession, Sessions } from './sessions.service.js';
export { SECRECY_MARKS, type SecrecyMark, degreeOf, markOf } from './secrecy.js';
export { type Credentials, type PendingSignIn, SignIn } from './sign-in.service.js';
export { Public } from '#libs/platform/http';
