import type { Position, StoredEvent } from '@leadline/event-sourcing';
import type { Document, Message, MessageBus, NewMessage, ReadModelDefinition, TopicDefinition } from './ports.js';

/**
 * A read model: declared indexes and a pure fold from events to documents. Thrown away, it is folded again and comes out
 * the same, so `project` may use nothing but its arguments.
 */
export interface ReadModel<D extends Document = Document> extends ReadModelDefinition {
  readonly categories: readonly string[];
  /**
   * True where each document is folded from the events of one stream only. Such a model may be shared out over replicas;
   * one that folds several streams into a document has one worker.
   */
  readonly ofOneStream: boolean;
  /** Ids of the documents that an event concerns; none where it concerns no document. */
  readonly documentIds: (event: StoredEvent) => readonly string[];
  /** The document after the event; null: there is none (any more). The same object: nothing changed. */
  // A method, so that models of different documents fit into one list.
  project(event: StoredEvent, document: D | null, id: string): D | null;
}

/** Declares a read model. Checks nothing at run time: it gives the type. */
export function defineReadModel<D extends Document>(readModel: ReadModel<D>): ReadModel<D> {
  return readModel;
}

/**
 * Something that must follow an event: a command to another aggregate, a long import. Called at least once per event, in
 * order per stream; whatever it causes must be safe to repeat (command ids derived from the event's id do that).
 * `when-x-then-y.ts`.
 */
export interface Reaction {
  /** camelCase, unique over all services: names the checkpoint. */
  readonly name: string;
  readonly categories: readonly string[];
  /** How many workers may share it, by stream. Default 1. Fixed once deployed. */
  readonly partitions?: number;
  /** `now`: a new reaction starts at the end of the log instead of its beginning. Default `beginning`. */
  readonly startFrom?: 'beginning' | 'now';
  /** The signal tells a long one to stop (shutdown, lease lost): leave off at a safe point and throw `signal.reason`. */
  readonly handle: (event: StoredEvent, context: { readonly signal: AbortSignal }) => Promise<void>;
}

/** What other services may learn: a pure translation from stored events to public messages. */
export interface Publication {
  readonly name: string;
  readonly topic: TopicDefinition;
  readonly categories: readonly string[];
  /** The public message, keyed by the aggregate's id, or null for what is nobody's business. */
  readonly translate: (event: StoredEvent) => NewMessage | null;
}

/** What a service does on others' public events. At least once, in order per key. */
export interface Consumption {
  /** Names the consumer group. */
  readonly name: string;
  readonly topics: readonly TopicDefinition[];
  readonly handle: (message: Message, context: { readonly signal: AbortSignal }) => Promise<void>;
}

/** All the work behind a service's commands. */
export interface Work {
  readonly readModels: readonly ReadModel[];
  readonly reactions: readonly Reaction[];
  readonly publications: readonly Publication[];
  readonly consumptions: readonly Consumption[];
}

export type { Document, Message, MessageBus, NewMessage, Position, ReadModelDefinition, StoredEvent, TopicDefinition };
