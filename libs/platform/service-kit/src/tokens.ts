/** What PlatformModule provides everywhere: `@Inject(EVENT_STORE) eventStore: EventStore`. */
export const EVENT_STORE = Symbol('leadline.eventStore');
export const MESSAGE_BUS = Symbol('leadline.messageBus');
export const READ_MODELS = Symbol('leadline.readModels');
export const BLOBS = Symbol('leadline.blobs');
export const LEDGER = Symbol('leadline.ledger');
/** {@link Confirmations} */
export const CONFIRMATIONS = Symbol('leadline.confirmations');
/** {@link Clock} */
export const CLOCK = Symbol('leadline.clock');
/** {@link Config} */
export const CONFIG = Symbol('leadline.config');
/** {@link Metrics} of this part of the process. */
export const METRICS = Symbol('leadline.metrics');
/** A pino logger. */
export const LOGGER = Symbol('leadline.logger');
/** All {@link ServiceDefinition}s of the process. */
export const SERVICES = Symbol('leadline.services');
