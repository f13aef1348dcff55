import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { EventStore } from '@leadline/engines/event-store';
import type { ReadModelStore } from '@leadline/engines/read-models';
import { idOf, nameId, type DomainEvent, type Recorded } from '@leadline/event-sourcing';
import { CLOCK, EVENT_STORE, READ_MODELS, type Clock } from '@leadline/service-kit';
import { HandleLead } from '../lead/handle-lead.js';
import { Settings } from '../settings/settings.js';
import { LEADS } from '../system-actor.js';

/** What handing on the leads of somebody who left works with. */
export interface HandOnTools {
  readonly commands: CommandBus;
  readonly eventStore: EventStore;
  readonly readModels: ReadModelStore;
  readonly settings: Settings;
  readonly clock: Clock;
}

export function handOnTools(app: INestApplicationContext): HandOnTools {
  const anywhere = { strict: false };
  return {
    commands: app.get(CommandBus, anywhere),
    eventStore: app.get<EventStore>(EVENT_STORE, anywhere),
    readModels: app.get<ReadModelStore>(READ_MODELS, anywhere),
    settings: app.get(Settings, anywhere),
    clock: app.get<Clock>(CLOCK, anywhere),
  };
}

/** Whether a user is known to have left. Who is not known yet has not. */
export async function hasLeft(settings: Settings, userId: string): Promise<boolean> {
  const { state } = await settings.colleague(userId);
  return state !== null && !state.active;
}

/** Who takes over from one who left: the next active user up the line of supervisors; null: nobody, so the pool. */
export async function successorOf(settings: Settings, userId: string): Promise<string | null> {
  const passed = new Set([userId]);
  for (let id: string = userId; ;) {
    const superior = (await settings.colleague(id)).state?.supervisorId;
    // Two who supervise one another and have both left leave nobody.
    if (superior === undefined || passed.has(superior)) return null;
    if ((await settings.colleague(superior)).state?.active) return superior;
    passed.add(superior);
    id = superior;
  }
}

/** Hands a lead on because of an event. The command's id follows from both, so that the same event again does nothing. */
export async function handOn(
  { commands, clock }: HandOnTools,
  leadId: string,
  data: { readonly from: string; readonly to: string | null },
  because: Recorded<DomainEvent>,
): Promise<void> {
  const metadata = {
    id: nameId(`leads hand on ${because.id} ${leadId}`),
    actor: LEADS,
    at: clock.now(),
    correlationId: because.metadata.correlationId,
    causationId: because.id,
  };
  await commands.execute(new HandleLead(leadId, { type: 'HandOnLead', data, metadata }));
}

/** The lead that an event is about. */
export function leadOf({ stream }: Recorded<DomainEvent>): string {
  return idOf(stream);
}
