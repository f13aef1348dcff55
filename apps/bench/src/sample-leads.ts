import { newId, type CommandMetadata } from '@leadline/event-sourcing';
import { DEFAULT_SALES_PROCESS, type CreateLead, type LeadCommand } from '@leadline/leads-domain';

const FAMILY_NAMES = ['Müller', 'Schmidt', 'Weiß', 'Özdemir', 'Łukasz', 'Nowak', 'García', 'Jensen', 'Rossi', 'Dubois'];
const GIVEN_NAMES = ['Anna', 'Jürgen', 'Zoë', 'Émile', 'Bjørn', 'Katarína', 'Paul', 'Ines', 'Marek', 'Chiara'];
const SUBJECTS = ['Wärmepumpe', 'Photovoltaik 12 kWp', 'Wallbox', 'Beratung vor Ort', 'Heizungstausch', 'Speicher'];
const NOTE = 'Rückruf erbeten, am liebsten nachmittags. Das Dach zeigt nach Südwesten, Baujahr 1987, Ölheizung.';

/** Who works the leads, where it does not matter whether they are users. */
const SOME_AGENTS: readonly string[] = Array.from(
  { length: 40 },
  (_, n) => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`,
);

/** How many commands {@link commandOf} has for any lead: it is created, then nine things happen to it. */
export const COMMANDS_PER_LEAD = 10;

/** What a person sends when they write down the n-th lead: a customer, an organisation, an address, a note. */
export function leadAsSent(n: number): Omit<CreateLead['data'], 'process' | 'customer'> & {
  readonly customer: Omit<CreateLead['data']['customer'], 'phones'> & {
    readonly phones: readonly { readonly kind: 'mobile'; readonly number: string }[];
  };
} {
  const familyName = pick(FAMILY_NAMES, n);
  return {
    subject: `${pick(SUBJECTS, Math.floor(n / 3))} für Familie ${familyName} ${n}`,
    note: NOTE,
    customer: {
      givenName: pick(GIVEN_NAMES, Math.floor(n / 10)),
      familyName,
      ...(n % 3 === 0 ? { organisation: `${familyName} Haustechnik ${n % 5_000} GmbH` } : {}),
      email: `kunde${n}@firma${n % 900}.example`,
      phones: [{ kind: 'mobile', number: `+4917${10_000_000 + n}` }],
      address: {
        street: `Hauptstraße ${n % 200}`,
        postalCode: String(10_000 + (n % 80_000)),
        city: 'Köln',
        countryCode: 'DE',
      },
    },
  };
}

/** How long the lives of leads are that stand at all stages of their process: five commands on average. */
const LIVES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export const LONGEST_LIFE = Math.max(...LIVES);

/** How many commands the n-th lead of many sees, where they stand at different stages: five on average. */
export function lifeOf(n: number): number {
  return pick(LIVES, n);
}

/**
 * The step-th command in the life of the n-th lead: 0 creates it, then notes and phases take turns, as agents work.
 * @param agents who works the leads, a lead each in turn
 */
export function commandOf(n: number, step: number, agents = SOME_AGENTS): LeadCommand {
  const metadata = circumstances(n + step, pick(agents, n));
  if (step === 0) {
    const { customer, ...rest } = leadAsSent(n);
    const phones = customer.phones.map((phone) => ({ ...phone, typed: phone.number.replace('+49', '0') }));
    return {
      type: 'CreateLead',
      metadata,
      data: { ...rest, customer: { ...customer, phones }, process: DEFAULT_SALES_PROCESS },
    };
  }
  if (step % 2 === 0) return { type: 'AdvancePhase', metadata, data: {} };
  return noteOn(n + step, metadata);
}

/** A command that a lead takes at any time. */
export function noteOn(n: number, metadata = circumstances(n, pick(SOME_AGENTS, n))): LeadCommand {
  const entry = { ...noteAsSent(n), at: metadata.at };
  return { type: 'AddJournalEntry', metadata, data: { entryId: newId(), entry } };
}

/** A note as a person sends it. */
export function noteAsSent(n: number): { readonly kind: 'note'; readonly text: string } {
  return { kind: 'note', text: `Angerufen, nicht erreicht, Nr. ${n}` };
}

/** Circumstances of the n-th command: an agent, some minute of the last year. */
function circumstances(n: number, agent: string): CommandMetadata {
  return {
    id: newId(),
    actor: { kind: 'user', id: agent, name: 'Ada Agent' },
    at: new Date(Date.UTC(2026, 0, 1) + (n % 400_000) * 60_000).toISOString(),
    correlationId: newId(),
  };
}

function pick<T>(items: readonly T[], n: number): T {
  const item = items[n % items.length];
  if (item === undefined) throw new RangeError('Nothing to pick from');
  return item;
}
