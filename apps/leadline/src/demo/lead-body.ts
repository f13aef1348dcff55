import type { LeadRow } from '@leadline/leads-service';
import type { Installation } from './installation.js';

/** A row of the file as the API takes it. */
export function leadBody(row: LeadRow, receivedMs: number, { sourceIds, marketplaces }: Installation): object {
  const { subject, note, customer, interests, externalReference } = row;
  const { phones, ...person } = customer;
  const sourceId = sourceIds.get(row.source ?? '');
  const marketplaceId = marketplaces.get(row.marketplace ?? '')?.id;
  return {
    subject,
    ...(note === undefined ? {} : { note }),
    customer: {
      ...person,
      // As it was typed: what it means in the customer's country is for the product to find out.
      ...(phones ? { phones: phones.map(({ kind, typed }) => ({ kind, number: typed })) } : {}),
    },
    ...(interests.length > 0 ? { interests } : {}),
    ...(externalReference ? { externalReference } : {}),
    ...(sourceId === undefined ? {} : { sourceId }),
    ...(marketplaceId === undefined ? {} : { marketplaceId }),
    receivedAt: new Date(receivedMs).toISOString(),
  };
}
