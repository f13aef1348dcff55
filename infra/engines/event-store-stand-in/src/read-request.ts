import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Position, StoredEvent } from '@leadline/event-sourcing';
import { invalid, unsupported } from './failures.js';
import { positionAt } from './log-position.js';
import { streamNameOf } from './messages.js';

/** Where a read begins. */
export type Start<At> = 'start' | 'end' | { readonly at: At };

export interface Filter {
  matches(event: StoredEvent): boolean;
  /** So many events are looked at before a checkpoint is told. */
  readonly checkpointInterval: number;
}

/** What a client may ask of `Streams.Read`, of which the stand-in knows these three. */
export type ReadRequest =
  | {
      readonly kind: 'stream';
      readonly stream: string;
      readonly from: Start<number>;
      readonly isBackwards: boolean;
      readonly count: number;
    }
  | {
      readonly kind: 'all';
      readonly from: Start<Position>;
      readonly isBackwards: boolean;
      readonly count: number;
      readonly filter: Filter | null;
    }
  | { readonly kind: 'subscription'; readonly from: Start<Position>; readonly filter: Filter | null };

type Options = InstanceType<typeof streams.ReadReq.Options>;
type AllOptions = InstanceType<typeof streams.ReadReq.Options.AllOptions>;
type StreamOptions = InstanceType<typeof streams.ReadReq.Options.StreamOptions>;
type FilterOptions = InstanceType<typeof streams.ReadReq.Options.FilterOptions>;

const DEFAULT_WINDOW = 32;

/** @throws Failure for what is wrong or not there */
export function readRequestOf(options: Options | undefined): ReadRequest {
  if (!options) throw invalid('Options are required');
  const isBackwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const stream = options.getStream();
  const all = options.getAll();
  const filterOptions = options.getFilter();
  const filter = filterOptions ? filterOf(filterOptions) : null;
  if (stream) {
    if (!options.hasCount()) throw unsupported('subscription to one stream');
    const count = countOf(options);
    return {
      kind: 'stream',
      stream: streamNameOf(stream.getStreamIdentifier()),
      from: startInStream(stream),
      isBackwards,
      count,
    };
  }
  if (!all) throw invalid('Which stream?');
  if (options.hasSubscription()) return { kind: 'subscription', from: startInAll(all), filter };
  return { kind: 'all', from: startInAll(all), isBackwards, count: countOf(options), filter };
}

function countOf(options: Options): number {
  return Number(options.getCount());
}

function startInStream(options: StreamOptions): Start<number> {
  if (options.hasStart()) return 'start';
  if (options.hasEnd()) return 'end';
  return { at: Number(options.getRevision()) };
}

function startInAll(options: AllOptions): Start<Position> {
  if (options.hasStart()) return 'start';
  if (options.hasEnd()) return 'end';
  const commit = BigInt(options.getPosition()?.getCommitPosition() ?? 0);
  const prepare = BigInt(options.getPosition()?.getPreparePosition() ?? 0);
  const at = positionAt(commit);
  if (at === undefined || prepare !== commit) throw invalid('Trying to read from an invalid position.');
  return { at };
}

function filterOf(options: FilterOptions): Filter {
  const streamName = options.getStreamIdentifier();
  const expression = streamName ?? options.getEventType();
  const prefixes = expression?.getPrefixList() ?? [];
  const regex = expression?.getRegex() ?? '';
  if (prefixes.length === 0 && regex === '') throw invalid('A filter needs prefixes or a regular expression');
  const pattern = regex === '' ? null : new RegExp(regex);
  const window = options.hasMax() ? options.getMax() : DEFAULT_WINDOW;
  const multiplier = options.getCheckpointintervalmultiplier();
  if (window <= 0 || multiplier <= 0) throw invalid('Window and checkpoint interval must be positive');
  return {
    matches(event) {
      const text = streamName ? event.stream : event.type;
      return pattern ? pattern.test(text) : prefixes.some((prefix) => text.startsWith(prefix));
    },
    checkpointInterval: window * multiplier,
  };
}
