/** Sonnwerk, an invented firm that sells solar power, heat pumps and charging points; the one `examples/leads.csv` comes from. */

export interface Person {
  /** Before the @. */
  readonly key: string;
  readonly name: string;
  readonly role: 'agent' | 'supervisor';
  readonly team: TeamKey;
  readonly supervisor?: string;
  readonly language: 'de' | 'en';
  readonly timeZone: string;
}

export type TeamKey = 'north' | 'south' | 'abroad';

export const teams: readonly { readonly key: TeamKey; readonly name: string }[] = [
  { key: 'north', name: 'Vertrieb Nord & West' },
  { key: 'south', name: 'Vertrieb Süd & Österreich' },
  { key: 'abroad', name: 'Schweiz & International' },
];

const BERLIN = 'Europe/Berlin';

/** Supervisors first: the others refer to them. */
export const people: readonly Person[] = [
  person('claudia.neuhaus', 'Claudia Neuhaus', 'supervisor', 'north', undefined),
  person('stefan.egger', 'Stefan Egger', 'supervisor', 'south', undefined, 'Europe/Vienna'),
  person('anna.bergmann', 'Anna Bergmann', 'agent', 'north', 'claudia.neuhaus'),
  person('tobias.kraemer', 'Tobias Krämer', 'agent', 'north', 'claudia.neuhaus'),
  person('selin.aydin', 'Selin Aydın', 'agent', 'north', 'claudia.neuhaus'),
  person('jan.petersen', 'Jan Petersen', 'agent', 'north', 'claudia.neuhaus'),
  person('maren.lohse', 'Maren Lohse', 'agent', 'north', 'claudia.neuhaus'),
  person('julia.hofer', 'Julia Hofer', 'agent', 'south', 'stefan.egger', 'Europe/Vienna'),
  person('lukas.brandl', 'Lukas Brandl', 'agent', 'south', 'stefan.egger'),
  person('theresa.wimmer', 'Theresa Wimmer', 'agent', 'south', 'stefan.egger'),
  person('beat.ruegg', 'Beat Rüegg', 'agent', 'abroad', 'stefan.egger', 'Europe/Zurich'),
  person('matteo.rossi', 'Matteo Rossi', 'agent', 'abroad', 'stefan.egger', 'Europe/Zurich'),
  person('emily.clarke', 'Emily Clarke', 'agent', 'abroad', 'stefan.egger', 'Europe/London', 'en'),
  person('noah.fischer', 'Noah Fischer', 'agent', 'abroad', 'stefan.egger', BERLIN, 'en'),
];

export const sources = ['Website', 'Telefon', 'Messe Intersolar', 'Portal', 'Newsletter', 'Empfehlung', 'Fachpartner'];

/** Their phases are what the story of a lead goes through; {@link stageOf} tells what each is about. */
export const marketplaces: readonly {
  readonly name: string;
  readonly phases: readonly string[];
  readonly earlyLost: boolean;
  readonly team: TeamKey | 'all';
}[] = [
  {
    name: 'Dachstrom-Börse',
    phases: ['Anfrage prüfen', 'Erstgespräch', 'Vor-Ort-Termin', 'Angebot', 'Entscheidung'],
    earlyLost: true,
    team: 'all',
  },
  { name: 'HeizWechsel', phases: ['Prüfung', 'Fördercheck', 'Angebot', 'Abschluss'], earlyLost: true, team: 'all' },
  {
    name: 'Energieforum Schweiz',
    phases: ['Prüfung', 'Beratung', 'Offerte', 'Entscheid'],
    earlyLost: true,
    team: 'abroad',
  },
];

/** Closing reasons of the firm's own, beside those that come with Leadline. */
export const closingReasons = [
  { outcome: 'won', name: 'Auftrag nach Vor-Ort-Termin' },
  { outcome: 'won', name: 'Rahmenvertrag' },
  { outcome: 'lost', name: 'Förderung abgelehnt' },
  { outcome: 'lost', name: 'Dach oder Anschluss ungeeignet' },
] as const;

/** What one works at in a phase, wherever it stands in its process. */
export type Stage = 'qualify' | 'contact' | 'needs' | 'offer' | 'decision';

const STAGES: readonly Stage[] = ['qualify', 'contact', 'needs', 'offer', 'decision'];

/** The first phase qualifies, the last two are offer and decision; what lies between is contact and needs. */
export function stageOf(index: number, count: number): Stage {
  const fromEnd = count - 1 - index;
  if (index > 0 && fromEnd < 2) return fromEnd === 0 ? 'decision' : 'offer';
  return STAGES[Math.min(index, 2)] ?? 'needs';
}

function person(
  key: string,
  name: string,
  role: Person['role'],
  team: TeamKey,
  supervisor: string | undefined,
  timeZone = BERLIN,
  language: Person['language'] = 'de',
): Person {
  return { key, name, role, team, language, timeZone, ...(supervisor === undefined ? {} : { supervisor }) };
}
