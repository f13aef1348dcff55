import { DomainError } from '@leadline/event-sourcing';
import { merged, tidied } from '../merge-patch.js';
import { mustBeReachable } from './customer.js';
import type { LeadCommandOf } from './lead-command.js';
import type { Customer, DueTime, ExternalReference, Interest, PinnedProcess } from './lead-fields.js';
import type { LeadFacts } from './lead-facts.js';
import type { LeadEvent, LeadEventOf } from './lead.events.js';
import { scheduled } from './resubmission.js';

export type CreateLead = LeadCommandOf<
  'CreateLead',
  {
    readonly subject: string;
    readonly note?: string | undefined;
    readonly customer: Customer;
    readonly interests?: readonly Interest[] | undefined;
    readonly sourceId?: string | undefined;
    readonly marketplaceId?: string | undefined;
    readonly assigneeId?: string | undefined;
    readonly externalReference?: ExternalReference | undefined;
    /** Default: now. */
    readonly receivedAt?: string | undefined;
    /** The marketplace's present process, or the default one. */
    readonly process: PinnedProcess;
    /** When it is to be brought back. */
    readonly resubmission?: DueTime | undefined;
    /** True for a line of a file: then nobody made it for themselves, whoever uploads it. */
    readonly imported?: boolean | undefined;
  }
>;

/**
 * A lead arrives. What a person makes by hand is theirs at once; what software sends or a file holds waits in the pool,
 * unless it names an assignee. A lead that is there already stays as it is: its id follows from what made it, so this is
 * the same lead coming again.
 *
 * @throws DomainError `lead.subject-missing`, `lead.customer-missing`
 */
export function createLead(command: CreateLead, lead: LeadFacts | null): LeadEvent[] {
  if (lead) return [];
  const { actor, at } = command.metadata;
  const { imported, subject, note, customer, interests, assigneeId, receivedAt, resubmission, ...given } = command.data;
  if (!subject.trim()) throw new DomainError('lead.subject-missing');
  const origin = imported ? 'import' : actor.kind === 'user' ? 'person' : 'software';
  const data = {
    ...given,
    subject: subject.trim(),
    note: note?.trim() || undefined,
    customer: merged<Customer>({}, tidied(customer)),
    interests: tidied([...(interests ?? [])]),
    assigneeId: assigneeId ?? (origin === 'person' ? actor.id : undefined),
    receivedAt: receivedAt ?? at,
    origin,
  } satisfies LeadEventOf<'LeadCreated'>['data'];
  mustBeReachable(data.customer);
  return [{ type: 'LeadCreated', data }, ...scheduled(resubmission, {})];
}
