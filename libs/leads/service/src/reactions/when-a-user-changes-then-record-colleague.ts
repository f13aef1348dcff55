import { CommandBus } from '@nestjs/cqrs';
import type { INestApplicationContext } from '@nestjs/common';
import { nameId } from '@leadline/event-sourcing';
import { IDENTITY_TOPIC, parsePublicEvent, type PublicEvent } from '@leadline/identity-contracts';
import { colleagueAggregate, type ColleagueCommand, type ColleagueEvent } from '@leadline/leads-domain';
import { AggregateCommand, aggregateHandler, CLOCK, type Clock } from '@leadline/service-kit';
import { LEADS } from '../system-actor.js';
import type { Consumption } from '@leadline/subscriptions';

export class HandleColleague extends AggregateCommand<ColleagueCommand, ColleagueEvent> {}

export const ColleagueHandler = aggregateHandler(HandleColleague, colleagueAggregate);

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
      const { email } = event.data;
      return { ...placed(event.data), email, active: true };
    }
    case 'leadline.identity.UserChanged.v1':
      return placed(event.data);
    case 'leadline.identity.UserDeactivated.v1':
      return { active: false };
    case 'leadline.identity.UserReactivated.v1':
      return { active: true };
    default:
      return event satisfies never;
  }
}

/** All that is known as it is from now on, so a supervisor who is not told is none. Teams are not told by old events. */
function placed({
  name,
  role,
  supervisorId,
  teamIds,
}: Extract<PublicEvent, { type: 'leadline.identity.UserChanged.v1' }>['data']): ColleagueCommand['data'] {
  return { name, role, supervisorId: supervisorId ?? null, teamIds };
}
