export type { EventStore } from '@leadline/engines/event-store';
export type { Message, MessageBus, NewMessage, TopicDefinition } from '@leadline/engines/message-bus';
export type { Document, Generation, ReadModelDefinition, ReadModelStore } from '@leadline/engines/read-models';
