import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '@leadline/engines/event-store';
import type { Recorded } from '@leadline/event-sourcing';
import { isWithinReach, leadCodec, viewLead, type LeadEvent, type LeadView } from '@leadline/leads-domain';
import { EVENT_STORE, NotFoundProblem, type Caller } from '@leadline/service-kit';
import { Rights } from '../rights/rights.js';

/**
 * One lead from its own events, so that it is always current and its revision is the one to send as If-Match. What the
 * caller may not reach is not there for them, also as it was when they could.
 */
@Injectable()
export class LeadReader {
  constructor(
    @Inject(EVENT_STORE) private readonly eventStore: EventStore,
    private readonly rights: Rights,
  ) {}

  /** The lead as it is now. @throws ProblemError 404 */
  async present(id: string, caller: Caller): Promise<LeadView> {
    const [lead, reach] = [foldLead(await this.load(id)), await this.rights.reachOf(caller)];
    if (!lead || !isWithinReach(reach, lead)) throw new NotFoundProblem('lead', id);
    return lead;
  }

  /** All its events. @throws ProblemError 404 */
  async events(id: string, caller: Caller): Promise<readonly Recorded<LeadEvent>[]> {
    const events = await this.load(id);
    const [lead, reach] = [foldLead(events), await this.rights.reachOf(caller)];
    if (!lead || !isWithinReach(reach, lead)) throw new NotFoundProblem('lead', id);
    return events;
  }

  /** Its events one by one, as they are asked for. Whether the caller may see them is for {@link present} to say. */
  async *stream(id: string): AsyncGenerator<Recorded<LeadEvent>> {
    for await (const stored of this.eventStore.readStream(leadCodec.streamOf(id))) yield leadCodec.decode(stored);
  }

  private async load(id: string): Promise<Recorded<LeadEvent>[]> {
    const events: Recorded<LeadEvent>[] = [];
    for await (const event of this.stream(id)) events.push(event);
    return events;
  }
}

/** The lead after these events; null for none. */
export function foldLead(events: Iterable<Recorded<LeadEvent>>): LeadView | null {
  let lead: LeadView | null = null;
  for (const event of events) lead = viewLead(lead, event);
  return lead;
}
