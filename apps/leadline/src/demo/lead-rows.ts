import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLeads, type LeadRow } from '@leadline/leads-service';

/** The same from `src` and from `dist`. */
const FILE = join(import.meta.dirname, '../../../../examples/leads.csv');

/** The leads of `examples/leads.csv` that make a believable list: each once, those that an import would take. */
export async function readExampleLeads(): Promise<LeadRow[]> {
  const seen = new Set<string>();
  const rows = await readLeads(await readFile(FILE), 'Europe/Berlin');
  return rows.filter((row) => {
    const { customer, subject, externalReference: reference } = row;
    const { givenName, familyName, organisation, email, phones } = customer;
    if (subject === '' || ![givenName, familyName, organisation, email, phones?.[0]].some(Boolean)) return false;
    const names = [
      ...(reference ? [`${reference.sender}\n${reference.id}`] : []),
      `${subject}\n${[givenName, familyName, organisation, email?.toLowerCase()].join('\n')}`,
    ];
    if (names.some((name) => seen.has(name))) return false;
    for (const name of names) seen.add(name);
    return true;
  });
}
