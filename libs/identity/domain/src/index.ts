export { apiKeyAggregate, type ApiKey, type ApiKeyCommand } from './api-key/api-key.js';
export { apiKeyCodec, apiKeyEvents, scopes, type ApiKeyEvent, type Scope } from './api-key/api-key.events.js';
export { sessionAggregate, sessionExpiresAtMs, type Session, type SessionCommand } from './session/session.js';
export { sessionCodec, sessionEvents, type SessionEvent } from './session/session.events.js';
export {
  signInAttemptsAggregate,
  signInAttemptsCodec,
  signInAttemptsEvents,
  signInWaitMs,
  type SignInAttemptsCommand,
  type SignInAttemptsEvent,
} from './sign-in-attempts/sign-in-attempts.js';
export {
  isDueForRotation,
  signingKeyAggregate,
  signingKeyCodec,
  signingKeyEvents,
  SIGNING_KEYS,
  verifyingKeys,
  type SigningKey,
  type SigningKeyEvent,
} from './signing-key/signing-key.js';
export { TEAMS_ID, teamsCodec, teamsEvents, type TeamsEvent } from './teams/teams.events.js';
export { teamsAggregate, type Team, type Teams, type TeamsCommand } from './teams/teams.js';
export { foldEmail, userIdOf } from './user/user-id.js';
export {
  languages,
  roles,
  userCodec,
  userEvents,
  type Language,
  type Role,
  type UserEvent,
  type UserProfile,
} from './user/user.events.js';
export {
  userAggregate,
  type Invitation,
  type ProviderAccount,
  type User,
  type UserChanges,
  type UserCommand,
} from './user/user.js';
