import { newId, type CommandMetadata } from '@leadline/event-sourcing';
import type { CreateLead, LeadCommand } from '@leadline/leads-domain';

const FAMILY_NAMES = ['Müller', 'Schmidt', 'Weiß', 'Özdemir', 'Łukasz', 'Nowak', 'García', 'Jensen', 'Rossi', 'Dubois'];
const GIVEN_NAMES = ['Anna', 'Jürgen', 'Zoë', 'Émile', 'Bjørn', 'Katarína', 'Paul', 'Ines', 'Marek', 'Chiara'];
const SUBJECTS = ['Wärmepumpe', 'Photovoltaik 12 kWp', 'Wallbox', 'Beratung vor Ort', 'Heizungstausch', 'Speicher'];
const AGENTS = Array.from({ length: 40 }, (_, n) => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`);

const PROCESS: CreateLead['data']['process'] = {
  id: '01990000-0000-7000-8000-0000000000d0',
  version: 1,
  phases: ['Qualify', 'Contact', 'Needs', 'Offer', 'Decision'].map((name, n) => ({
    id: `01990000-0000-7000-8000-0000000000d${n + 1}`,
    name,
  })),
};

const pick = <T>(items: readonly T[], n: number): T => items[n % items.length] as T;

/** Circumstances of the n-th command: some agent, some minute of the last year. */
export function circumstances(n: number): CommandMetadata {
  return {
    id: newId(),
    actor: { kind: 'user', id: pick(AGENTS, n * 7), name: 'Ada Agent' },
    at: new Date(Date.UTC(2026, 0, 1) + (n % 400_000) * 60_000).toISOString(),
    correlationId: newId(),
  };
}

/** A lead as the example file has them: a person, an organisation, an address, a note of a few lines. */
export function createLead(n: number): CreateLead {
  const familyName = pick(FAMILY_NAMES, n);
  const metadata = circumstances(n);
  return {
    type: 'CreateLead',
    metadata,
    data: {
      subject: `${pick(SUBJECTS, Math.floor(n / 3))} für Familie ${familyName} ${n}`,
      note: 'Rückruf erbeten, am liebsten nachmittags. Das Dach zeigt nach Südwesten, Baujahr 1987, Ölheizung.',
      customer: {
        givenName: pick(GIVEN_NAMES, Math.floor(n / 10)),
        familyName,
        organisation: n % 3 === 0 ? `${familyName} Haustechnik ${n % 5_000} GmbH` : undefined,
        email: `kunde${n}@firma${n % 900}.example`,
        phones: [{ kind: 'mobile', number: `+4917${String(10_000_000 + n)}`, typed: `017${String(10_000_000 + n)}` }],
        address: { street: `Hauptstraße ${n % 200}`, postalCode: String(10_000 + (n % 80_000)), city: 'Köln', countryCode: 'DE' },
      },
      process: PROCESS,
    },
  };
}

/** What happens to a lead after it came: notes and phases, as agents do them. */
export function nextCommand(n: number, metadata: CommandMetadata): LeadCommand {
  return n % 2 === 0
    ? { type: 'AddJournalEntry', metadata, data: { entryId: newId(), entry: { kind: 'note', text: `Angerufen, Nr. ${n}`, at: metadata.at } } }
    : { type: 'AdvancePhase', metadata, data: {} };
}
