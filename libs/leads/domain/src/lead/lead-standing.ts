import { DomainError } from '@leadline/event-sourcing';
import type { LeadFacts } from './lead-facts.js';

type Standing = Pick<LeadFacts, 'active' | 'status'>;

/** @throws DomainError `lead.deactivated` */
export function mustBeActive(lead: Standing): void {
  if (!lead.active) throw new DomainError('lead.deactivated');
}

/** @throws DomainError `lead.deactivated`, `lead.closed` */
export function mustNotBeClosed(lead: Standing): void {
  mustBeActive(lead);
  if (isClosed(lead)) throw new DomainError('lead.closed', { outcome: lead.status });
}

/** @throws DomainError `lead.deactivated`, `lead.closed`, `lead.not-accepted` */
export function mustBeInProgress(lead: Standing): void {
  mustNotBeClosed(lead);
  if (lead.status === 'open') throw new DomainError('lead.not-accepted');
}

export function isClosed(lead: Pick<LeadFacts, 'status'>): boolean {
  return lead.status === 'won' || lead.status === 'lost';
}
