import { backoffMs, type Backoff } from './backoff.js';
import type { GroupCommit } from './group-commit.js';
import type { ConsumeOptions, Consumer, Message } from './port.js';
import type { Partition, SqliteLog } from './sqlite-log.js';

const DEFAULT_BATCH_SIZE = 100;

interface Member {
  readonly options: ConsumeOptions;
  /** The batches it is at, each until its commit. */
  readonly atHand: Set<Promise<void>>;
}

/** A partition as one group reads it: one batch at a time, whichever member deals with it. */
interface Lane {
  readonly partition: Partition;
  running: boolean;
  failures: number;
  retry: NodeJS.Timeout | null;
}

interface Group {
  readonly name: string;
  readonly members: Member[];
  readonly lanes: Lane[];
}

/** The consumers of one bus. They are woken by what is published, and never poll. */
export interface Groups {
  join(options: ConsumeOptions, partitions: readonly Partition[]): Consumer;
  /** There is something new in these partitions. */
  wake(partitions: readonly Partition[]): void;
  isRunning(group: string): boolean;
  /** Each finishes the batch at hand. */
  stop(): Promise<void>;
}

/** A group spreads its lanes over its members anew whenever one comes or goes; a batch at hand is finished first. */
export function openGroups(log: SqliteLog, commits: GroupCommit, backoff: Backoff): Groups {
  const groups = new Map<string, Group>();

  function wake(group: Group, lane: Lane): void {
    if (!lane.running && !lane.retry) void pump(group, lane);
  }

  /** Batch after batch, until there is nothing more to read, or nobody to read it, or one has failed. */
  async function pump(group: Group, lane: Lane): Promise<void> {
    lane.running = true;
    for (let batch = next(group, lane); batch; batch = next(group, lane)) {
      const { member, messages } = batch;
      const done = deal(group, lane, member, messages);
      member.atHand.add(done);
      await done;
      member.atHand.delete(done);
    }
    // In the same turn as the look for more, so that nothing can be published unseen in between.
    lane.running = false;
  }

  function next(group: Group, lane: Lane): { member: Member; messages: Message[] } | null {
    const member = ownerOf(group, lane);
    if (!member || lane.retry) return null;
    try {
      const from = log.committed(group.name, lane.partition) ?? 0;
      const messages = log.read(lane.partition, from, member.options.batchSize ?? DEFAULT_BATCH_SIZE);
      return messages.length > 0 ? { member, messages } : null;
    } catch (error) {
      failed(group, lane, member, error);
      return null;
    }
  }

  async function deal(group: Group, lane: Lane, member: Member, messages: readonly Message[]): Promise<void> {
    try {
      await member.options.handle(messages);
      const nextOffset = Number(messages.at(-1)?.offset) + 1;
      await commits.write(() => log.commit(group.name, lane.partition, nextOffset));
      lane.failures = 0;
    } catch (error) {
      failed(group, lane, member, error);
    }
  }

  function failed(group: Group, lane: Lane, member: Member, error: unknown): void {
    lane.failures += 1;
    // Where nobody is left to try again nothing waits, so that the thread can end; whoever joins looks by itself.
    if (group.members.length > 0) lane.retry = setTimeout(() => resume(group, lane), backoffMs(lane.failures, backoff));
    member.options.onError?.(error);
  }

  function resume(group: Group, lane: Lane): void {
    if (lane.retry) clearTimeout(lane.retry);
    lane.retry = null;
    wake(group, lane);
  }

  async function leave(group: Group, member: Member): Promise<void> {
    const index = group.members.indexOf(member);
    if (index >= 0) {
      group.members.splice(index, 1);
      group.lanes.forEach((lane) => resume(group, lane));
    }
    await Promise.all(member.atHand);
  }

  return {
    join(options, partitions) {
      const group = groups.get(options.group) ?? { name: options.group, members: [], lanes: [] };
      groups.set(options.group, group);
      for (const partition of partitions) {
        if (group.lanes.some((lane) => lane.partition.id === partition.id)) continue;
        group.lanes.push({ partition, running: false, failures: 0, retry: null });
      }
      const member: Member = { options, atHand: new Set() };
      group.members.push(member);
      group.lanes.forEach((lane) => resume(group, lane));
      return { stop: () => leave(group, member) };
    },
    wake(partitions) {
      const ids = new Set(partitions.map(({ id }) => id));
      for (const group of groups.values()) {
        group.lanes.filter((lane) => ids.has(lane.partition.id)).forEach((lane) => wake(group, lane));
      }
    },
    isRunning(name) {
      const group = groups.get(name);
      return group !== undefined && (group.members.length > 0 || group.lanes.some((lane) => lane.running));
    },
    async stop() {
      const members = [...groups.values()].flatMap((group) => group.members.map((member) => ({ group, member })));
      await Promise.all(members.map(({ group, member }) => leave(group, member)));
    },
  };
}

/** Round robin over the members that take the topic: each lane has one owner, and the lanes are spread evenly. */
function ownerOf(group: Group, lane: Lane): Member | undefined {
  const takers = group.members.filter(({ options }) => options.topics.includes(lane.partition.topic));
  return takers[group.lanes.indexOf(lane) % takers.length];
}
