import type { INestApplicationContext } from '@nestjs/common';
import { idOf } from '@leadline/event-sourcing';
import { colleagueAggregate } from '@leadline/leads-domain';
import type { Reaction } from '@leadline/subscriptions';
import { leadList, type LeadDocument } from '../read/lead-list.js';
import { waitForReadModels } from '../read/wait-for-read-models.js';
import { handOn, handOnTools, hasLeft, successorOf, type HandOnTools } from './hand-on-leads.js';

/** Leads at a time, for the store to commit together. */
const BATCH_SIZE = 50;

const { codec } = colleagueAggregate;

/**
 * A user is deactivated: what they were working on goes to their supervisor, else to the pool, so that nothing is dropped.
 * Done anew from wherever it was cut short: leads that have gone are no longer theirs.
 */
export function whenAColleagueLeavesThenHandOnTheirLeads(app: INestApplicationContext): Reaction {
  const tools = handOnTools(app);
  return {
    name: 'leadsHandOnFromWhoLeaves',
    categories: [codec.category],
    async handle(stored, { signal }) {
      const event = codec.decode(stored);
      const from = idOf(event.stream);
      // Who is back by now keeps their leads.
      if (event.data.active || !(await hasLeft(tools.settings, from))) return;
      await waitForReadModels(tools, [leadList], event.position, signal);
      const to = await successorOf(tools.settings, from);
      for await (const leads of heldBy(tools, from)) {
        signal.throwIfAborted();
        await Promise.all(leads.map((leadId) => handOn(tools, leadId, { from, to }, event)));
      }
    },
  };
}

/** Ids of the leads that somebody is working on, a batch at a time. */
async function* heldBy({ readModels }: HandOnTools, holder: string): AsyncGenerator<readonly string[]> {
  const reader = readModels.reader<LeadDocument>(leadList);
  const where = { all: { active: true, status: 'inProgress', holder } };
  for (let after: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof reader.find>> = await reader.find({
      where,
      limit: BATCH_SIZE,
      ...(after === null ? {} : { after }),
    });
    yield page.items.map(({ id }) => id);
    after = page.next;
    if (after === null) return;
  }
}
