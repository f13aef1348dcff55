import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DomainError, isDomainError, type Handled } from '@leadline/event-sourcing';
import { nameFor, type Language, type LeadCommand, type LeadEvent } from '@leadline/leads-domain';
import type { Circumstances } from '@leadline/service-kit';
import { Rights } from '../rights/rights.js';
import { HandleLead } from './handle-lead.js';

/** A lead command without its circumstances. */
export type LeadIntention = LeadCommand extends infer C
  ? C extends LeadCommand
    ? Pick<C, 'type' | 'data'>
    : never
  : never;

/** A rejection that names phases, with their names as the caller knows them. */
function inWordsOf(language: Language, error: unknown): unknown {
  if (!isDomainError(error)) return error;
  const { phase, phaseId, missing, missingIds } = error.params;
  if (typeof phase === 'string' && typeof phaseId === 'string') {
    const name = nameFor({ id: phaseId, name: phase }, language);
    return new DomainError(error.code, { ...error.params, phase: name });
  }
  if (Array.isArray(missing) && Array.isArray(missingIds)) {
    const names = missing.map((name: string, index) => nameFor({ id: String(missingIds[index]), name }, language));
    return new DomainError(error.code, { ...error.params, missing: names });
  }
  return error;
}

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
    try {
      return await this.commands.execute(new HandleLead(id, { ...intention, metadata, reach }, options));
    } catch (error) {
      throw inWordsOf(caller.language, error);
    }
  }
}
