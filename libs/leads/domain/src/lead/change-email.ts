import { DomainError } from '@leadline/event-sourcing';
import { mustBeReachable } from './customer.js';
import type { LeadCommandOf } from './lead-command.js';
import type { LeadFacts } from './lead-facts.js';
import type { LeadEventOf } from './lead.events.js';
import { mustBeActive } from './lead-standing.js';

export type ChangeLeadEmail = LeadCommandOf<
  'ChangeLeadEmail',
  {
    /** Null: the lead has none any more. */
    readonly email: string | null;
    /** Names the confirmation of the password that was spent on this command. Left out: there was none. */
    readonly confirmationId?: string | undefined;
  }
>;

/**
 * The customer's e-mail address becomes another one, which takes a confirmation: who controls where mails go controls the
 * lead. Whether there is one is judged last, so that nobody types a password for what is refused anyway.
 * @throws DomainError `lead.deactivated`, `lead.customer-missing`, `confirmation-required`
 */
export function changeLeadEmail(command: ChangeLeadEmail, lead: LeadFacts): LeadEventOf<'LeadEmailChanged'>[] {
  mustBeActive(lead);
  const { confirmationId } = command.data;
  const email = command.data.email?.trim() || null;
  const former = lead.customer.email;
  if (email === (former ?? null)) return [];
  mustBeReachable({ ...lead.customer, email: email ?? undefined });
  if (confirmationId === undefined) throw new DomainError('confirmation-required');
  return [
    {
      type: 'LeadEmailChanged',
      data: { email, ...(former === undefined ? {} : { formerEmail: former }), confirmationId },
    },
  ];
}
