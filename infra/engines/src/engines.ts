import type { Engine, EngineName } from './engine.js';
import { eventStore } from './event-store.js';
import { kafka } from './kafka.js';
import { mongodb } from './mongodb.js';

/** Every engine by its name. */
export const engines: Readonly<Record<EngineName, Engine>> = { 'event-store': eventStore, kafka, mongodb };
