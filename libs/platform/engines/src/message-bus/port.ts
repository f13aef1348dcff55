/** A message on its way out. Messages with one key keep their order. */
export interface NewMessage {
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text as a rule; opaque to the bus. */
  readonly value: string;
}

/** A message as it arrives. `partition` and `offset` identify it within its topic. */
export interface Message extends NewMessage {
  readonly topic: string;
  readonly partition: number;
  /** Decimal; consecutive enough to compare, not to count. */
  readonly offset: string;
  /** ISO 8601: when the bus took it. */
  readonly publishedAt: string;
}

export interface TopicDefinition {
  readonly name: string;
  /** How many consumers of one group can share the work. Fixed once the topic exists. */
  readonly partitions: number;
  /** Days a message is kept; Infinity: for ever. */
  readonly retentionDays: number;
}

export interface ConsumeOptions {
  readonly topics: readonly string[];
  /** Consumers of one group share the topics' partitions; each group sees every message. */
  readonly group: string;
  /** Where a group without a committed offset starts. Default `earliest`. */
  readonly from?: 'earliest' | 'latest';
  /** At most so many messages at once. Default 100. */
  readonly batchSize?: number;
  /**
   * Called with messages of one partition, in order; the next call for that partition waits for the promise. Only then
   * are they committed, so a crash repeats them: be idempotent. A rejection repeats the batch after a backoff.
   */
  readonly handle: (messages: readonly Message[]) => Promise<void>;
  /** Told of every failure, before the backoff. */
  readonly onError?: (error: unknown) => void;
}

export interface Consumer {
  /** Finishes the batch at hand, commits it, leaves the group. */
  stop(): Promise<void>;
}

export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  /** The group's next offset; null where it has none yet. */
  readonly committed: string | null;
  /** One behind the last message. */
  readonly end: string;
  /** How many messages are still to come, of those that are kept. */
  readonly lag: number;
}

/** There is no such topic: {@link MessageBus.ensureTopics} comes first. */
export class UnknownTopicError extends Error {
  override readonly name = 'UnknownTopicError';

  constructor(readonly topic: string) {
    super(`There is no topic ${topic}`);
  }
}

/** The group has a running consumer, which would overwrite what is set. */
export class GroupRunningError extends Error {
  override readonly name = 'GroupRunningError';

  constructor(readonly group: string) {
    super(`The group ${group} has a running consumer; stop it first`);
  }
}

/** A message longer than every adapter takes. */
export class MessageTooLargeError extends Error {
  override readonly name = 'MessageTooLargeError';

  constructor(
    readonly key: string,
    readonly bytes: number,
  ) {
    super(`The message with key ${key} has ${bytes} bytes, more than ${MAX_MESSAGE_BYTES}`);
  }
}

/** Key, headers and value of one message together: what a Kafka broker takes as it comes, with room for its framing. */
export const MAX_MESSAGE_BYTES = 900_000;

/** Public events between services: at least once, in order per key. */
export interface MessageBus {
  /** Makes the topics that are not there. One that exists stays as it is. */
  ensureTopics(topics: readonly TopicDefinition[]): Promise<void>;
  /**
   * Answers when all are kept for good (acks of all replicas, or on disk). Order per key is the order given, also over
   * calls that overlap.
   * @throws UnknownTopicError, MessageTooLargeError (then none is published)
   */
  publish(topic: string, messages: readonly NewMessage[]): Promise<void>;
  /** Joins the group and goes on until stopped. Resolves once it has joined. @throws UnknownTopicError */
  consume(options: ConsumeOptions): Promise<Consumer>;
  /** How far a group is behind, per partition, by topic and partition. A topic that is not there is left out. */
  lag(group: string, topics: readonly string[]): Promise<readonly PartitionLag[]>;
  /**
   * Sets a group that has no running consumer back: every message from that instant on (ISO 8601; null: all) comes
   * again. Never forward: what the group has not dealt with yet still comes.
   * @throws UnknownTopicError, GroupRunningError
   */
  replay(group: string, topics: readonly string[], since: string | null): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}
