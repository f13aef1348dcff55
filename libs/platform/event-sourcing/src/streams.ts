/** Anything JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * A place in the log of all events. Opaque, but two positions compare as texts: `a < b` where `a` is earlier.
 * Not dense: nothing may be concluded from the distance of two positions.
 */
export type Position = string;

/** An event on its way into a store. */
export interface NewEvent {
  /** UUID, chosen by the writer. Appending the same ids again is recognised and has no effect. */
  readonly id: string;
  /** Stored type with its version, `LeadPhaseAdvanced.v1`. */
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** An event as a store gives it back. */
export interface StoredEvent extends NewEvent {
  /** `lead-0198…`: the category, a hyphen, the id. A category has no hyphen in it. */
  readonly stream: string;
  /** 0 for a stream's first event, then consecutive. */
  readonly revision: number;
  readonly position: Position;
}

/** What a writer knows of the stream: its last revision, that there is none yet, or that it does not matter. */
export type ExpectedRevision = number | 'none' | 'any';

export interface Appended {
  /** The revision of the last event appended. */
  readonly revision: number;
  readonly position: Position;
}

export interface ReadStreamOptions {
  /** First revision to read, inclusive. Default: the first (forwards) or the last (backwards). */
  readonly from?: number;
  /** Last revision to read, inclusive. */
  readonly to?: number;
  readonly direction?: 'forwards' | 'backwards';
}

/** A state folded earlier, to spare reading a long stream from its start. Throwing it away is harmless. */
export interface Snapshot {
  /** The stream's revision that the state includes. */
  readonly revision: number;
  /** Name and version of the fold that made it; another one ignores it. */
  readonly schema: string;
  readonly state: JsonObject;
}

/** What {@link handleCommand} needs of an event store. The port in `engines/event-store` extends it. */
export interface EventStreams {
  /**
   * Appends all events or none, and answers when they are on disk.
   * @throws WrongExpectedRevisionError when the stream is elsewhere, unless it already holds exactly these ids
   */
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended>;
  /** The stream's events in order; none for a stream that does not exist. */
  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<StoredEvent>;
  readSnapshot(stream: string): Promise<Snapshot | null>;
  writeSnapshot(stream: string, snapshot: Snapshot): Promise<void>;
}

/** The stream was not where the writer thought: somebody else appended first. Nothing was written. */
export class WrongExpectedRevisionError extends Error {
  override readonly name = 'WrongExpectedRevisionError';

  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    /** The stream's last revision, -1 where there is no stream. */
    readonly actual: number,
  ) {
    super(`Stream ${stream} is at revision ${actual}, expected ${expected}`);
  }
}

/** The category of a stream: what stands before the first hyphen. */
export function categoryOf(stream: string): string {
  const hyphen = stream.indexOf('-');
  return hyphen < 0 ? stream : stream.slice(0, hyphen);
}

/** The id in a stream's name: what stands behind the first hyphen. */
export function idOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}
