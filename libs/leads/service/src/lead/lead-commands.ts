import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Handled } from '@leadline/event-sourcing';
import type { LeadCommand, LeadEvent } from '@leadline/leads-domain';
import type { Circumstances } from '@leadline/service-kit';
import { Rights } from '../rights/rights.js';
import { HandleLead } from './handle-lead.js';

/** A lead command without its circumstances. */
export type LeadIntention = LeadCommand extends infer C
  ? C extends LeadCommand
    ? Pick<C, 'type' | 'data'>
    : never
  : never;

/** The door for lead commands of people and programs: what they may reach goes with each. */
@Injectable()
export class LeadCommands {
  constructor(
    private readonly commands: CommandBus,
    private readonly rights: Rights,
  ) {}

  /** @throws DomainError, StaleRevisionError: see `handleCommand` */
  async handle(
    id: string,
    intention: LeadIntention,
    { metadata, caller, options }: Pick<Circumstances, 'metadata' | 'caller' | 'options'>,
  ): Promise<Handled<LeadEvent>> {
    const reach = await this.rights.reachOf(caller);
    return this.commands.execute(new HandleLead(id, { ...intention, metadata, reach }, options));
  }
}
