import type { INestApplicationContext } from '@nestjs/common';
import { leadAggregate, leadCodec, type LeadEvent } from '@leadline/leads-domain';
import { loadState } from '@leadline/event-sourcing';
import type { Reaction } from '@leadline/subscriptions';
import { handOn, handOnTools, hasLeft, leadOf, successorOf, type HandOnTools } from './hand-on-leads.js';

/**
 * A lead came to somebody who had left: it was closed or put away when they went and is worked again, or it was given to
 * them in the very moment. It goes on to their supervisor, else to the pool.
 */
export function whenALeadGoesToWhoHasLeftThenHandItOn(app: INestApplicationContext): Reaction {
  const tools = handOnTools(app);
  return {
    name: 'leadsHandOnToWhoIsThere',
    categories: [leadCodec.category],
    async handle(stored) {
      const event = leadCodec.decode(stored);
      const from = await holderAfter(tools, event, event.stream);
      if (from === undefined || !(await hasLeft(tools.settings, from))) return;
      await handOn(tools, leadOf(event), { from, to: await successorOf(tools.settings, from) }, event);
    },
  };
}

/** Whoever is to work on the lead after an event that gives it to somebody; undefined after any other. */
async function holderAfter({ eventStore }: HandOnTools, event: LeadEvent, stream: string): Promise<string | undefined> {
  switch (event.type) {
    case 'LeadCreated':
    case 'LeadAssigned':
    case 'LeadAccepted':
      return event.data.assigneeId;
    case 'LeadReopened':
    case 'LeadReactivated':
      return (await loadState(eventStore, leadAggregate, stream)).state?.assigneeId;
    default:
      return undefined;
  }
}
