import { fieldsOf, type Difference, type Differences, type FieldValue } from './lead-fields.js';
import type { Lead } from '@leadline/leads-contracts';

export const FIELD_GROUPS = ['lead', 'customer', 'closing', 'interests'] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

export interface StateField {
  readonly field: string;
  readonly value: FieldValue;
  /** Where it is marked: from what to what. */
  readonly mark?: Difference;
}

/** As they are read, from the top. */
const ORDER: readonly string[] = [
  'subject',
  'status',
  'active',
  'assigneeId',
  'sourceId',
  'marketplaceId',
  'process',
  'receivedAt',
  'resubmission.at',
  'resubmission.postponed',
  'externalReference.sender',
  'externalReference.id',
  'note',
  'customer.organisation',
  'customer.salutation',
  'customer.givenName',
  'customer.familyName',
  'customer.email',
  'customer.phones',
  'customer.address.street',
  'customer.address.postalCode',
  'customer.address.city',
  'customer.address.region',
  'customer.address.countryCode',
];

/** Worth a line only when they change. */
const QUIET: ReadonlySet<string> = new Set(['process', 'active']);

/** What has a place of its own, or is told by another field. */
const ELSEWHERE = /^(phase$|journal\.|resubmission\.(localTime|timeZone)$)/;

/** The fields of a lead in their groups: what is filled, and what is marked, filled or not. */
export function stateFields(
  lead: Lead,
  marks: Differences,
  onlyMarked = false,
): ReadonlyMap<FieldGroup, readonly StateField[]> {
  const values = fieldsOf(lead);
  const paths = [...new Set([...values.keys(), ...marks.keys()])]
    .filter((path) => !ELSEWHERE.test(path))
    .filter((path) => marks.has(path) || (!onlyMarked && !isQuiet(path, values)))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  const fields = paths.map((field) => {
    const mark = marks.get(field);
    return { field, value: values.get(field) ?? { value: null }, ...(mark ? { mark } : {}) };
  });
  const groups = FIELD_GROUPS.map(
    (group) => [group, fields.filter(({ field }) => groupOfField(field) === group)] as const,
  );
  return new Map(groups.filter(([, of]) => of.length > 0));
}

function isQuiet(path: string, values: ReadonlyMap<string, FieldValue>): boolean {
  return QUIET.has(path) && !(path === 'active' && values.get(path)?.value === false);
}

function groupOfField(path: string): FieldGroup {
  if (path === 'interests') return 'interests';
  if (path.startsWith('customer.')) return 'customer';
  return path.startsWith('closing.') ? 'closing' : 'lead';
}

/** What is not known here comes last. */
function placeOf(path: string): number {
  const place = ORDER.indexOf(path);
  return place < 0 ? ORDER.length : place;
}
