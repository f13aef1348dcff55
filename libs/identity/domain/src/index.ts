export { foldEmail, userIdOf } from './user/user-id.js';
export { languages, roles, userCodec, userEvents, type UserEvent, type UserProfile } from './user/user.events.js';
export { userAggregate, type User, type UserCommand } from './user/user.js';
