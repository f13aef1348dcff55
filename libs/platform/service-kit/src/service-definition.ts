import type { INestApplicationContext, Type } from '@nestjs/common';
import type { Blobs } from '@leadline/engines/blobs';
import type { EventStore } from '@leadline/engines/event-store';
import type { MessageBus, TopicDefinition } from '@leadline/engines/message-bus';
import type { ReadModelStore } from '@leadline/engines/read-models';
import type { Ledger, ReadModel, Work } from '@leadline/subscriptions';
import type { Messages } from './problems/messages.js';

/** A service: its Nest module and the work behind its commands. */
export interface ServiceDefinition {
  /** `leads`: its controllers are `@Controller('api/leads…')`. */
  readonly name: string;
  /** Controllers, aggregate handlers, queries. */
  readonly module: Type<unknown>;
  /** Topics that it publishes on. */
  readonly topics: readonly TopicDefinition[];
  // Documents of different shapes in one list: the loop treats them all as JSON.
  readonly readModels: readonly ReadModel[];
  /** Sentences for its error codes. */
  readonly messages?: Messages;
  /** The rest of the work, from the Nest context of the process that does it. */
  readonly work: (app: INestApplicationContext) => Omit<Work, 'readModels'>;
}

/** The engines behind their ports, embedded or distributed: nobody who holds this can tell. */
export interface Engines {
  readonly eventStore: EventStore;
  readonly messageBus: MessageBus;
  readonly readModels: ReadModelStore;
  readonly blobs: Blobs;
  readonly ledger: Ledger;
  close(): Promise<void>;
}
