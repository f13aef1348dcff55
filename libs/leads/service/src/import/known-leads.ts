import type { ReadModelReader } from '@leadline/engines/read-models';
import { leadIdOf } from '../lead/lead-input.js';
import type { LeadIdentityDocument } from './lead-identity.js';
import {
  keyLikenesses,
  likenessesOf,
  MOST_CANDIDATES,
  referenceLikeness,
  type Likeness,
  type RecognisedLead,
} from './likeness.js';

/** Ids of leads that were there before the import, by the keys of what they share with its rows. */
export type KnownLeads = ReadonlyMap<Likeness['key'], readonly string[]>;

const PATHS = { identical: 'subjectKey', email: 'email', phone: 'phones', name: 'nameKey' } as const;
const REASONS = ['identical', 'email', 'phone', 'name'] as const;

/** What a find returns at most. */
const PAGE = 1_000;

/**
 * Looks up which leads share something with these, in a few finds for all of them. Leads that this very import made,
 * before it was interrupted, do not count: `importCause` is the event that they come from.
 */
export async function findKnownLeads(
  reader: ReadModelReader<LeadIdentityDocument>,
  leads: readonly RecognisedLead[],
  importCause: string,
): Promise<KnownLeads> {
  const asked = leads.flatMap(likenessesOf);
  const known = new Map<string, string[]>(asked.map(({ key }) => [key, []]));

  const found = REASONS.map((reason) => {
    const values = new Set(asked.filter((each) => each.reason === reason).map(({ value }) => value));
    return findSharing(reader, PATHS[reason], [...values], importCause);
  });
  for (const document of (await Promise.all(found)).flat()) {
    for (const { key } of keyLikenesses(document)) {
      const ids = known.get(key);
      if (ids && ids.length < MOST_CANDIDATES && !ids.includes(document.id)) ids.push(document.id);
    }
  }

  const references = leads.flatMap(({ externalReference }) => externalReference ?? []);
  await Promise.all(
    references.map(async (reference) => {
      const document = await reader.get(leadIdOf(reference));
      if (document && document.cause !== importCause) known.set(referenceLikeness(reference).key, [document.id]);
    }),
  );
  return known;
}

/** At least {@link MOST_CANDIDATES} per value, where there are so many; all values at once where the answer fits a page. */
async function findSharing(
  reader: ReadModelReader<LeadIdentityDocument>,
  path: (typeof PATHS)[keyof typeof PATHS],
  values: readonly string[],
  importCause: string,
): Promise<readonly LeadIdentityDocument[]> {
  if (values.length === 0) return [];
  const cause = { not: importCause };
  const { items, next } = await reader.find({ where: { all: { [path]: { in: values }, cause } }, limit: PAGE });
  if (next === null) return items;
  // A value that thousands of leads share must not hide the others.
  const pages = await Promise.all(
    values.map((value) => reader.find({ where: { all: { [path]: value, cause } }, limit: MOST_CANDIDATES })),
  );
  return pages.flatMap((page) => page.items);
}
