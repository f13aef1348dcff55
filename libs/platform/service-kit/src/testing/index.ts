/** For specs of services: callers and confirmations without an identity behind them. */
export { callerNamed, fixedAuthenticator } from './fixed-authenticator.js';
export { fixedConfirmations } from './fixed-confirmations.js';
