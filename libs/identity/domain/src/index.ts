export {
  signingKeyAggregate,
  signingKeyCodec,
  signingKeyEvents,
  SIGNING_KEYS,
  type SigningKey,
} from './signing-key/signing-key.js';
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
export { userAggregate, type User, type UserChanges, type UserCommand } from './user/user.js';
