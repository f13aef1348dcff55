import { handleCommand, newId, type Handled } from '@leadline/event-sourcing';
import { openSqliteEventStore, openSqliteEventStoreReadOnly, type EventStore } from '@leadline/engines/event-store';
import { leadAggregate, type LeadEvent } from '@leadline/leads-domain';
import { join } from 'node:path';
import type { Bench } from '../bench.js';
import { bareCommits } from '../bare-commits.js';
import { inTurn, rateConcurrent, ratePerSecond } from '../measure.js';
import { perSecond, type Row } from '../report.js';
import { COMMANDS_PER_LEAD, commandOf } from '../sample-leads.js';
import { withFolder } from '../temporary-folder.js';

/** The command door alone, in this process, against bare commits: what rules, revisions and idempotence cost. */
export function commands({ quick }: Bench): Promise<Row[]> {
  const rounds = quick ? 3 : 7;
  const count = quick ? 2_000 : 5_000;
  return withFolder(async (folder) => {
    const store = openSqliteEventStore({ file: join(folder, 'events.sqlite') });
    const bare = bareCommits(join(folder, 'bare.sqlite'));
    const acknowledged: Handled<LeadEvent>[] = [];
    const payloads = payloadsOfALife();
    const commit = (index: number): void => bare.insert('LeadJournalEntryAdded.v1', payloads(index));
    const bareRate = (): Promise<number> => ratePerSecond(count, commit);
    try {
      const sequential = await inTurn(
        rounds,
        () => ratePerSecond(count, livesOf(store, count, acknowledged)),
        bareRate,
      );
      const concurrent = await inTurn(
        rounds,
        () => rateConcurrent(count, 50, livesOf(store, count, acknowledged)),
        bareRate,
      );
      const onDisk = await countOnDisk(folder, acknowledged);
      return [
        {
          what: 'handleCommand, one after another',
          measured: perSecond(sequential.a),
          bare: `${perSecond(sequential.b)} bare commits`,
          ratio: sequential.ratio,
          aim: '≥ 0.6',
          met: sequential.ratio >= 0.6,
        },
        {
          what: 'handleCommand, 50 at a time',
          measured: perSecond(concurrent.a),
          bare: `${perSecond(concurrent.b)} bare commits`,
          ratio: concurrent.ratio,
          aim: '≥ 2',
          met: concurrent.ratio >= 2,
        },
        {
          what: 'acknowledged commands found on disk',
          measured: `${onDisk.toLocaleString('en')} of ${acknowledged.length.toLocaleString('en')}`,
          aim: 'all',
          met: onDisk === acknowledged.length,
        },
      ];
    } finally {
      bare.close();
      await store.close();
    }
  });
}

/** Work for `count` commands: many leads, each living through its ten commands, in step with the others. */
function livesOf(
  store: EventStore,
  count: number,
  acknowledged: Handled<LeadEvent>[],
): (index: number) => Promise<void> {
  const leads = Math.ceil(count / COMMANDS_PER_LEAD);
  const ids = Array.from({ length: leads }, newId);
  // Made beforehand: a command comes from outside.
  const work = Array.from({ length: count }, (_, index) => commandOf(index % leads, Math.floor(index / leads)));
  return async (index) => {
    const command = work[index];
    const id = ids[index % leads];
    if (command && id) acknowledged.push(await handleCommand(store, leadAggregate, id, command));
  };
}

/** The JSON that the commands of a life lead to, ready made: the bare limit has nothing to do but store it. */
function payloadsOfALife(): (index: number) => string {
  const payloads = Array.from({ length: COMMANDS_PER_LEAD }, (_, step) => JSON.stringify(commandOf(step, step).data));
  return (index) => payloads[index % payloads.length] ?? '';
}

/** How many of the answers a second connection, which sees only what was committed, finds as they were given. */
async function countOnDisk(folder: string, answers: readonly Handled<LeadEvent>[]): Promise<number> {
  const file = openSqliteEventStoreReadOnly({ file: join(folder, 'events.sqlite') });
  try {
    const found = new Map<string, string>();
    for (let after: string | null = null, caughtUp = false; !caughtUp;) {
      const batch = await file.readAll({ categories: ['lead'], after, limit: 5_000 });
      for (const { stream, revision, position } of batch.events) found.set(`${stream}@${revision}`, position);
      ({ position: after, caughtUp } = batch);
    }
    const isThere = ({ id, revision, position }: Handled<LeadEvent>): boolean =>
      found.get(`${leadAggregate.codec.streamOf(id)}@${revision}`) === position;
    return answers.filter(isThere).length;
  } finally {
    await file.close();
  }
}
