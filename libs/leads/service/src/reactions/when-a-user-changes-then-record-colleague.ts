import { CommandBus } from '@nestjs/cqrs';
import type { INestApplicationContext } from '@nestjs/common';
import { nameId, type Actor } from '@leadline/event-sourcing';
import { IDENTITY_TOPIC, parsePublicEvent, type PublicEvent } from '@leadline/identity-contracts';
import { colleagueAggregate, type ColleagueCommand, type ColleagueEvent } from '@leadline/leads-domain';
import { AggregateCommand, aggregateHandler, CLOCK, type Clock } from '@leadline/service-kit';
import type { Consumption } from '@leadline/subscriptions';

export class HandleColleague extends AggregateCommand<ColleagueCommand, ColleagueEvent> {}

export const ColleagueHandler = aggregateHandler(HandleColleague, colleagueAggregate);

/** Leadline itself, keeping its books. */
const LEADS: Actor = { kind: 'system', id: nameId('leadline.leads'), name: 'Leadline' };

/** Identity tells of its users; leads remember what they need: whom a lead can be given to, and what to call them. */
export function whenAUserChangesThenRecordColleague(app: INestApplicationContext): Consumption {
  const commands = app.get(CommandBus, { strict: false });
  const clock = app.get<Clock>(CLOCK, { strict: false });
  return {
    name: 'leadsRecordColleagues',
    topics: [IDENTITY_TOPIC],
    async handle({ value }) {
      const event = parsePublicEvent(value);
      if (event) await commands.execute(new HandleColleague(event.subject, recordColleague(event, clock.now())));
    },
  };
}

/** The command that follows from the event. Its id does too, so that the same message again does nothing. */
export function recordColleague(event: PublicEvent, at: string): ColleagueCommand {
  return {
    type: 'RecordColleague',
    data: whatItSays(event),
    metadata: {
      id: nameId(`leads record colleague ${event.id}`),
      actor: LEADS,
      at,
      correlationId: event.correlationid,
      causationId: event.id,
    },
  };
}

function whatItSays(event: PublicEvent): ColleagueCommand['data'] {
  switch (event.type) {
    case 'leadline.identity.UserRegistered.v1': {
      const { name, email, role } = event.data;
      return { name, email, role, active: true };
    }
    case 'leadline.identity.UserChanged.v1': {
      const { name, role } = event.data;
      return { name, role };
    }
    case 'leadline.identity.UserDeactivated.v1':
      return { active: false };
    case 'leadline.identity.UserReactivated.v1':
      return { active: true };
    default:
      return event satisfies never;
  }
}
