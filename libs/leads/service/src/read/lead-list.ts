import { sortText } from '@leadline/engines/read-models';
import { idOf, type StoredEvent } from '@leadline/event-sourcing';
import {
  currentPhase,
  customerName,
  dueAt,
  leadCodec,
  viewLead,
  type Customer,
  type LeadView,
} from '@leadline/leads-domain';
import { defineReadModel } from '@leadline/subscriptions';
import { restore, store, type Stored } from './stored-view.js';

/** A lead as read, with what lists filter and sort by. */
export type LeadDocument = Stored<LeadView> & {
  readonly id: string;
  /** The assignee's id, or {@link POOL}: so that an agent's reach is two values of one index. */
  readonly holder: string;
  /** Null where all phases are completed. */
  readonly phase: { readonly id: string; readonly name: string } | null;
  /** When it is due; null where nobody waits for it. */
  readonly due: string | null;
  readonly keys: {
    readonly customer: string;
    readonly subject: string;
    readonly phase: string;
    /** As `due`, with what is not due behind all that is: nobody looks for those first. */
    readonly due: string;
  };
};

/** Who holds a lead that waits for somebody. */
export const POOL = 'pool';

/** Behind every instant. */
const NOT_DUE = '~';

/** What a list can be sorted by: the public name, and the path behind it. */
export const LEAD_SORTS = {
  customer: 'keys.customer',
  subject: 'keys.subject',
  phase: 'keys.phase',
  due: 'keys.due',
  receivedAt: 'receivedAt',
  createdAt: 'createdAt',
  lastActivityAt: 'lastActivityAt',
} as const;

/** What a list can be filtered by, and counted by. */
export const LEAD_FILTERS = {
  status: 'status',
  phase: 'phase.id',
  sourceId: 'sourceId',
  marketplaceId: 'marketplaceId',
  assigneeId: 'holder',
} as const;

/** The list of leads: the same fold as a lead's page, kept per lead. */
export const leadList = defineReadModel<LeadDocument>({
  name: 'leadList',
  version: 2,
  categories: [leadCodec.category],
  ofOneStream: true,
  indexes: [
    // A page is read off the order it is sorted in, passing over what a filter leaves out; where a filter leaves little,
    // its own index is shorter. So there is one for each sort and each filter, and none for each pair.
    ...Object.values(LEAD_SORTS).map((sort) => ({ on: ['active', sort] })),
    { on: ['active', 'due'] },
    ...Object.values(LEAD_FILTERS).map((filter) => ({ on: ['active', filter] })),
    // What is counted, under whichever filters, is counted in here alone.
    { on: ['active', 'status', 'holder', 'sourceId', 'marketplaceId', 'phase.id'] },
  ],
  search: [
    'subject',
    'note',
    'customer.givenName',
    'customer.familyName',
    'customer.organisation',
    'customer.email',
    'customer.address.city',
    'customer.address.postalCode',
    'interests.description',
    'externalReference.id',
  ],
  searchPhones: ['customer.phones.number'],
  facets: Object.values(LEAD_FILTERS),
  documentIds: ({ stream }) => [idOf(stream)],
  project(stored: StoredEvent, document) {
    const view = viewLead(document && restore<LeadView>(document), leadCodec.decode(stored));
    return view && documentOf(view, document);
  },
});

/** Sort keys cost more than all the rest of the fold, so those of what did not change are taken over. */
function documentOf(view: LeadView, before: LeadDocument | null): LeadDocument {
  const phase = currentPhase(view);
  const due = dueAt(view) ?? null;
  return {
    ...store(view),
    id: view.id,
    holder: view.assigneeId ?? POOL,
    phase: phase ? { id: phase.id, name: phase.name } : null,
    due,
    keys: {
      customer: before && view.customer === before.customer ? before.keys.customer : customerKey(view.customer),
      subject: before && view.subject === before.subject ? before.keys.subject : sortText(view.subject),
      phase: before && phase?.name === before.phase?.name ? before.keys.phase : sortText(phase?.name ?? ''),
      due: due ?? NOT_DUE,
    },
  };
}

/** The lead in a document. */
export function leadIn(document: LeadDocument): LeadView {
  return restore<LeadView>(document);
}

/** People by their family name, as in any list of names. */
function customerKey(customer: Customer): string {
  const { familyName, givenName, organisation } = customer;
  return sortText([familyName, givenName, organisation].filter(Boolean).join(' ') || customerName(customer));
}
