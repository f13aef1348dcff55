import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, Command as BusCommand, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '@leadline/engines/event-store';
import {
  handleCommand,
  type Aggregate,
  type Command,
  type DomainEvent,
  type Handled,
  type HandleOptions,
} from '@leadline/event-sourcing';
import { countOutcome } from '../metrics/command-outcome.js';
import type { Metrics } from '../metrics/metrics.js';
import { EVENT_STORE, METRICS } from '../tokens.js';
import { tracedCommand } from '../tracing/command-span.js';
import { oneAtATime } from './one-at-a-time.js';

/**
 * The envelope of an aggregate's commands on the CommandBus: one class per aggregate, `class HandleLead extends
 * AggregateCommand<LeadCommand> {}`, so that HTTP, messages and timers come through one door.
 */
export class AggregateCommand<C extends Command, Event extends DomainEvent = DomainEvent> extends BusCommand<
  Handled<Event>
> {
  constructor(
    readonly id: string,
    readonly command: C,
    readonly options: HandleOptions = {},
  ) {
    super();
  }
}

/** The provider that carries out an envelope's commands by `handleCommand`; it answers {@link Handled}. */
export function aggregateHandler<State, C extends Command, Event extends DomainEvent>(
  envelope: Type<AggregateCommand<C>>,
  aggregate: Aggregate<State, C, Event>,
): Type<ICommandHandler> {
  const inTurn = oneAtATime();

  @CommandHandler(envelope)
  class AggregateHandler {
    constructor(
      @Inject(EVENT_STORE) private readonly eventStore: EventStore,
      @Inject(METRICS) private readonly metrics: Metrics,
    ) {}

    execute({ id, command, options }: AggregateCommand<C>): Promise<Handled<Event>> {
      const named = { aggregate: aggregate.codec.category, command: command.type };
      return tracedCommand(aggregate.codec.category, command, () => {
        const handled = inTurn(id, () => handleCommand(this.eventStore, aggregate, id, command, options));
        return countOutcome(this.metrics, named, handled);
      });
    }
  }
  Object.defineProperty(AggregateHandler, 'name', { value: `${envelope.name}Handler` });
  return AggregateHandler;
}
