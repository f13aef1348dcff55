import type { Admin, Kafka } from 'kafkajs';
import { withCoordinator } from './kafka-client.js';
import { millisecondsOf } from './instant.js';
import { membershipOf } from './kafka-membership.js';
import { GroupRunningError, type PartitionLag } from './port.js';

/** A place in a partition: the next message to deal with. */
export interface PartitionOffset {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

type Place = Pick<PartitionOffset, 'topic' | 'partition'>;

const samePlace = (one: Place, other: Place) => one.topic === other.topic && one.partition === other.partition;

/** The group's committed offsets, by topic and partition; null where there is none. */
export async function committedOffsets(admin: Admin, group: string, topics: readonly string[]) {
  const fetched = await withCoordinator(() => admin.fetchOffsets({ groupId: group, topics: [...topics] }));
  return fetched.flatMap(({ topic, partitions }) =>
    partitions.map(({ partition, offset }) => ({ topic, partition, offset: Number(offset) < 0 ? null : offset })),
  );
}

export async function readKafkaLag(admin: Admin, group: string, topics: readonly string[]): Promise<PartitionLag[]> {
  const there = new Set(await admin.listTopics());
  const wanted = [...new Set(topics)].filter((topic) => there.has(topic)).sort();
  if (wanted.length === 0) return [];
  const [committed, ...bounds] = await Promise.all([
    committedOffsets(admin, group, wanted),
    ...wanted.map((topic) => boundsOf(admin, topic)),
  ]);
  return bounds.flat().map(({ topic, partition, low, high }) => {
    const at = committed.find((commit) => samePlace(commit, { topic, partition }))?.offset ?? null;
    const next = at === null || BigInt(at) < BigInt(low) ? BigInt(low) : BigInt(at);
    return { topic, partition, committed: at, end: high, lag: Number(BigInt(high) - next) };
  });
}

async function boundsOf(admin: Admin, topic: string) {
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets
    .map(({ partition, low, high }) => ({ topic, partition, low, high }))
    .sort((a, b) => a.partition - b.partition);
}

/** Where the messages since an instant begin (null: all); the end of a partition that has none. */
export async function offsetsSince(admin: Admin, topics: readonly string[], since: string | null) {
  const perTopic = await Promise.all(
    topics.map(async (topic) => {
      if (since === null) return (await boundsOf(admin, topic)).map(({ low, ...rest }) => ({ ...rest, offset: low }));
      const offsets = await admin.fetchTopicOffsetsByTimestamp(topic, millisecondsOf(since));
      return offsets.map(({ partition, offset }) => ({ topic, partition, offset }));
    }),
  );
  return perTopic.flat();
}

/** The ends of the partitions that the group has no offset for yet. */
export async function endsWithoutCommit(
  admin: Admin,
  group: string,
  topics: readonly string[],
): Promise<PartitionOffset[]> {
  const committed = await committedOffsets(admin, group, topics);
  const without = committed.filter(({ offset }) => offset === null);
  if (without.length === 0) return [];
  const ends = (await Promise.all(topics.map((topic) => boundsOf(admin, topic)))).flat();
  return ends
    .filter((end) => without.some((commit) => samePlace(commit, end)))
    .map(({ topic, partition, high }) => ({ topic, partition, offset: high }));
}

/** Those that lie behind what the group has committed, or where it has committed nothing. */
export async function onlyBackwards(admin: Admin, group: string, offsets: readonly PartitionOffset[]) {
  const topics = [...new Set(offsets.map(({ topic }) => topic))];
  const committed = await committedOffsets(admin, group, topics);
  return offsets.filter((wanted) => {
    const at = committed.find((commit) => samePlace(commit, wanted))?.offset ?? null;
    return at === null || BigInt(wanted.offset) < BigInt(at);
  });
}

/**
 * Commits offsets for a group that nobody runs: joins it as its only member, which the broker's generations protect.
 * The offsets are asked for once it has joined.
 * @throws GroupRunningError when it has other members
 */
export async function commitAsOnlyMember(
  kafka: Kafka,
  admin: Admin,
  target: { readonly group: string; readonly topics: readonly string[] },
  offsets: () => Promise<readonly PartitionOffset[]>,
): Promise<void> {
  const { group, topics } = target;
  const refuseMoreThan = async (members: number) => {
    const { groups } = await withCoordinator(() => admin.describeGroups([group]));
    if ((groups[0]?.members.length ?? 0) > members) throw new GroupRunningError(group);
  };
  await refuseMoreThan(0);
  const member = kafka.consumer({
    groupId: group,
    maxWaitTimeInMs: 100,
    sessionTimeout: 6_000,
    retry: { restartOnFailure: async () => false },
  });
  const { joined } = membershipOf(member);
  try {
    await member.connect();
    await member.subscribe({ topics: [...topics], fromBeginning: true });
    const running = member.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: async () => undefined });
    member.pause(topics.map((topic) => ({ topic })));
    await running;
    await joined;
    await refuseMoreThan(1);
    const wanted = await offsets();
    await member.commitOffsets([...wanted]);
    const committed = await committedOffsets(admin, group, topics);
    // kafkajs leaves it out without a word where it has lost its membership meanwhile.
    if (!wanted.every((offset) => committed.some((at) => samePlace(at, offset) && at.offset === offset.offset))) {
      throw new GroupRunningError(group);
    }
  } finally {
    await member.disconnect();
  }
}
