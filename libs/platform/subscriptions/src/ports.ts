export type { EventBatch, EventStore, ReadAllOptions, SubscribeOptions } from '@leadline/engines/event-store';
export type { ConsumeOptions, Message, MessageBus, NewMessage, TopicDefinition } from '@leadline/engines/message-bus';
export type {
  Document,
  DocumentWrite,
  Generation,
  ReadModelDefinition,
  ReadModelStore,
} from '@leadline/engines/read-models';
