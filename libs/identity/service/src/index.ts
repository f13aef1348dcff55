export { identityAccess } from './access.js';
export { ensureFirstAdministrator, type FirstAdministrator } from './first-administrator.js';
export { identityService } from './identity-service.js';
export { createAuthenticator } from './tokens/authenticator.js';
export { createConfirmations } from './tokens/confirmations.js';
