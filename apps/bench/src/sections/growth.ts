import { handleCommand, newId } from '@leadline/event-sourcing';
import { openSqliteEventStore, type EventStore } from '@leadline/engines/event-store';
import { leadAggregate } from '@leadline/leads-domain';
import { join } from 'node:path';
import type { Bench } from '../bench.js';
import { inTurn, rateConcurrent, ratePerSecond } from '../measure.js';
import { perSecond, type Row } from '../report.js';
import { COMMANDS_PER_LEAD, commandOf, noteOn } from '../sample-leads.js';
import { withFolder } from '../temporary-folder.js';

const SMALL = 1_000;
const LARGE = 1_000_000;

/** In every round, so that streams are as long in the one store as in the other. */
const LEADS_PER_ROUND = 100;
const COMMANDS_PER_ROUND = 500;

/** What a command costs in a store of a thousand events and in one of a million. */
export function growth({ quick }: Bench): Promise<Row[]> {
  const rounds = quick ? 6 : 12;
  const size = quick ? LARGE / 5 : LARGE;
  return withFolder(async (folder) => {
    const large = openSqliteEventStore({ file: join(folder, 'large.sqlite') });
    try {
      const leads = await fill(large, size);
      let round = 0;
      /** The same work in both: on a fresh small store, and on leads far apart in the large one. */
      const compare = (rateOf: (work: () => Promise<unknown>) => Promise<number>): ReturnType<typeof inTurn> =>
        inTurn(
          rounds,
          () => {
            round += 1;
            const some = Array.from(
              { length: LEADS_PER_ROUND },
              (_, n) => leads[(n * 7_919 + round) % leads.length] ?? '',
            );
            return rateOf(commandsOn(large, some));
          },
          async () => {
            const small = openSqliteEventStore({ file: join(folder, `small-${round}.sqlite`) });
            try {
              const few = await fill(small, SMALL);
              await breakIn(small);
              return await rateOf(commandsOn(small, few));
            } finally {
              await small.close();
            }
          },
        );
      const row = (what: string, { a, b, ratio }: Awaited<ReturnType<typeof compare>>): Row => ({
        what: `cost per command at ${size.toLocaleString('en')} events, ${what}`,
        measured: perSecond(a),
        bare: `${perSecond(b)} at ${SMALL.toLocaleString('en')} events`,
        ratio: 1 / ratio,
        aim: '≤ 1.2',
        met: 1 / ratio <= 1.2,
      });
      const one = await compare((work) => ratePerSecond(COMMANDS_PER_ROUND, work));
      const fifty = await compare((work) => rateConcurrent(COMMANDS_PER_ROUND, 50, work));
      return [row('one after another', one), row('50 at a time', fifty)];
    } finally {
      await large.close();
    }
  });
}

/** Fills a store with lives of ten events. Straight through the port: what is measured comes afterwards. */
async function fill(store: EventStore, events: number): Promise<readonly string[]> {
  const leads = Array.from({ length: events / COMMANDS_PER_LEAD }, newId);
  const template = await lifeOf(store);
  const write = (index: number): Promise<unknown> =>
    store.append(
      leadAggregate.codec.streamOf(leads[index] ?? ''),
      template.map((event) => ({ ...event, id: newId() })),
      'none',
    );
  await rateConcurrent(leads.length, 500, write);
  return leads;
}

/** Writes without an event until the file's WAL has its usual size: while that grows, each sync of the disk costs more. */
async function breakIn(store: EventStore): Promise<void> {
  const snapshot = { revision: 0, schema: 'none', state: { text: 'x'.repeat(4_000) } };
  for (let count = 0; count < 600; count += 1) await store.writeSnapshot('none-1', snapshot);
}

/** The events of one lead's life, as they were stored. */
async function lifeOf(store: EventStore): Promise<Parameters<EventStore['append']>[1]> {
  const id = newId();
  for (let step = 0; step < COMMANDS_PER_LEAD; step += 1)
    await handleCommand(store, leadAggregate, id, commandOf(0, step));
  const events = [];
  for await (const { type, data, metadata } of store.readStream(leadAggregate.codec.streamOf(id))) {
    events.push({ id: newId(), type, data, metadata });
  }
  return events;
}

/** Notes on these leads, and every tenth command a new one. */
function commandsOn(store: EventStore, leads: readonly string[]): () => Promise<unknown> {
  const ids = Array.from({ length: COMMANDS_PER_ROUND }, (_, n) => (n % 10 === 0 ? newId() : leads[n % leads.length]));
  const commands = ids.map((_, n) => (n % 10 === 0 ? commandOf(n, 0) : noteOn(n)));
  let sent = 0;
  return async () => {
    const [id, command] = [ids[sent], commands[sent]];
    sent += 1;
    if (id !== undefined && command) await handleCommand(store, leadAggregate, id, command);
  };
}
