import { handleCommand, newId } from '@leadline/event-sourcing';
import { openSqliteEventStore, type EventStore } from '@leadline/engines/event-store';
import { leadAggregate } from '@leadline/leads-domain';
import { join } from 'node:path';
import { inTurn, rateConcurrent, ratePerSecond } from '../measure.js';
import { perSecond, type Row } from '../report.js';
import { COMMANDS_PER_LEAD, commandOf, noteOn } from '../sample-leads.js';
import { withFolder } from '../temporary-folder.js';

const SMALL = 1_000;
const LARGE = 1_000_000;

/** What a command costs in a store of a thousand events and in one of a million. */
export function growth({ quick }: { readonly quick: boolean }): Promise<Row[]> {
  const rounds = quick ? 3 : 5;
  const count = quick ? 1_000 : 2_000;
  const large = quick ? LARGE / 5 : LARGE;
  return withFolder(async (folder) => {
    const few = openSqliteEventStore({ file: join(folder, 'few.sqlite') });
    const many = openSqliteEventStore({ file: join(folder, 'many.sqlite') });
    try {
      const workOnFew = commandsOn(few, await fill(few, SMALL));
      const workOnMany = commandsOn(many, await fill(many, large));
      const sequential = await inTurn(
        rounds,
        () => ratePerSecond(count, workOnMany),
        () => ratePerSecond(count, workOnFew),
      );
      const concurrent = await inTurn(
        rounds,
        () => rateConcurrent(count, 50, workOnMany),
        () => rateConcurrent(count, 50, workOnFew),
      );
      const row = (what: string, { a, b, ratio }: typeof sequential): Row => ({
        what: `cost per command at ${large.toLocaleString('en')} events, ${what}`,
        measured: perSecond(a),
        bare: `${perSecond(b)} at ${SMALL.toLocaleString('en')} events`,
        ratio: 1 / ratio,
        aim: '≤ 1.2',
        met: 1 / ratio <= 1.2,
      });
      return [row('one after another', sequential), row('50 at a time', concurrent)];
    } finally {
      await few.close();
      await many.close();
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

/** Notes on leads all over the store, and every tenth command a new lead. */
function commandsOn(store: EventStore, leads: readonly string[]): (index: number) => Promise<unknown> {
  let sent = 0;
  return () => {
    const n = sent++;
    return n % 10 === 0
      ? handleCommand(store, leadAggregate, newId(), commandOf(n, 0))
      : handleCommand(store, leadAggregate, leads[(n * 7_919) % leads.length] ?? '', noteOn(n));
  };
}
