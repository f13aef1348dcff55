import { customerName } from './customer.js';
import type { JournalEntry } from './journal-entry.js';
import { nameFor, type Language } from '../system-names.js';
import type { CorrectedFields, DueTime, Named } from './lead-fields.js';
import type { LeadEvent, LeadEventOf } from './lead.events.js';

/** What the timeline needs from elsewhere: how things are called now. Undefined: not known (any more). */
export interface Names {
  readonly user: (id: string) => string | undefined;
  readonly marketplace: (id: string) => string | undefined;
}

/** An event of a lead as a line of its timeline, in a person's language. Who and when stand beside it. */
export function tellLead(event: LeadEvent, language: Language, names: Names): string {
  return language === 'de' ? tell(german, event, names) : tell(english, event, names);
}

type Sentences = { readonly [Type in LeadEvent['type']]: (data: LeadEventOf<Type>['data'], names: Names) => string };

/** Generic over the type, so that the compiler sees each sentence meet its own event. */
function tell<Type extends LeadEvent['type']>(
  sentences: { readonly [T in Type]: (data: LeadEventOf<T>['data'], names: Names) => string },
  event: { readonly type: Type; readonly data: LeadEventOf<Type>['data'] },
  names: Names,
): string {
  return sentences[event.type](event.data, names);
}

const english: Sentences = {
  LeadCreated: ({ subject, customer, origin }) => {
    const how = { person: 'Created', software: 'Received', import: 'Imported' }[origin];
    return `${how}: “${subject}” from ${customerName(customer)}`;
  },
  LeadCorrected: (fields) => `Corrected: ${correctedNames(fields, fieldsInEnglish)}`,
  LeadEmailChanged: ({ email }) => (email === null ? 'E-mail address removed' : `E-mail address changed to ${email}`),
  LeadMarketplaceChanged: ({ marketplaceId }, names) =>
    marketplaceId === null
      ? 'Taken off its marketplace'
      : `Moved to marketplace ${names.marketplace(marketplaceId) ?? 'unknown'}`,
  LeadAssigned: ({ assigneeId }, names) => `Assigned to ${names.user(assigneeId) ?? 'an unknown user'}`,
  LeadReturnedToPool: () => 'Returned to the pool',
  LeadAccepted: ({ assigneeId }, names) => `Accepted by ${names.user(assigneeId) ?? 'an unknown user'}`,
  LeadJournalEntryAdded: ({ entry }) => `${entryInEnglish(entry)}: ${entry.text}`,
  LeadJournalEntryCorrected: ({ entry }) => `${entryInEnglish(entry)} corrected: ${entry.text}`,
  LeadResubmissionScheduled: (due) => `Resubmission on ${timeInEnglish(due)}`,
  LeadResubmissionRescheduled: (due) =>
    `Resubmission ${due.at > due.formerAt ? 'put off' : 'brought forward'} to ${timeInEnglish(due)}`,
  LeadResubmissionDone: () => 'Resubmission done',
  LeadResubmissionCancelled: ({ because }) =>
    because === 'closed' ? 'Resubmission cancelled by closing' : 'Resubmission cancelled',
  LeadPhaseAdvanced: ({ completed, next }) =>
    next
      ? `Phase “${completed.name}” completed, now in “${next.name}”`
      : `Phase “${completed.name}” completed; all phases are completed`,
  LeadSetBack: ({ to }) => `Set back to phase “${to.name}”`,
  LeadWon: ({ reason, note }) => `Won: ${reason.name}${aside(note)}`,
  LeadLost: ({ reason, note }) => `Lost: ${reason.name}${aside(note)}`,
  LeadReopened: ({ phase }) => `Reopened, in phase “${phase.name}”`,
  LeadDeactivated: () => 'Deactivated',
  LeadReactivated: () => 'Reactivated',
};

const german: Sentences = {
  LeadCreated: ({ subject, customer, origin }) => {
    const how = { person: 'Angelegt', software: 'Eingegangen', import: 'Importiert' }[origin];
    return `${how}: „${subject}“ von ${customerName(customer)}`;
  },
  LeadCorrected: (fields) => `Korrigiert: ${correctedNames(fields, fieldsInGerman)}`,
  LeadEmailChanged: ({ email }) => (email === null ? 'E-Mail-Adresse entfernt' : `E-Mail-Adresse geändert in ${email}`),
  LeadMarketplaceChanged: ({ marketplaceId }, names) =>
    marketplaceId === null
      ? 'Vom Marktplatz genommen'
      : `Zum Marktplatz ${names.marketplace(marketplaceId) ?? 'unbekannt'} verschoben`,
  LeadAssigned: ({ assigneeId }, names) => `${names.user(assigneeId) ?? 'Einem unbekannten Benutzer'} zugewiesen`,
  LeadReturnedToPool: () => 'Zurück in den Pool gegeben',
  LeadAccepted: ({ assigneeId }, names) => `Angenommen von ${names.user(assigneeId) ?? 'einem unbekannten Benutzer'}`,
  LeadJournalEntryAdded: ({ entry }) => `${entryInGerman(entry)}: ${entry.text}`,
  LeadJournalEntryCorrected: ({ entry }) => `${entryInGerman(entry)} korrigiert: ${entry.text}`,
  LeadResubmissionScheduled: (due) => `Wiedervorlage am ${timeInGerman(due)}`,
  LeadResubmissionRescheduled: (due) =>
    `Wiedervorlage ${due.at > due.formerAt ? 'verschoben' : 'vorgezogen'} auf ${timeInGerman(due)}`,
  LeadResubmissionDone: () => 'Wiedervorlage erledigt',
  LeadResubmissionCancelled: ({ because }) =>
    because === 'closed' ? 'Wiedervorlage durch den Abschluss aufgehoben' : 'Wiedervorlage aufgehoben',
  LeadPhaseAdvanced: ({ completed, next }) =>
    next
      ? `Phase „${inGerman(completed)}“ abgeschlossen, jetzt in „${inGerman(next)}“`
      : `Phase „${inGerman(completed)}“ abgeschlossen; alle Phasen sind abgeschlossen`,
  LeadSetBack: ({ to }) => `Zurückgesetzt auf Phase „${inGerman(to)}“`,
  LeadWon: ({ reason, note }) => `Gewonnen: ${inGerman(reason)}${aside(note)}`,
  LeadLost: ({ reason, note }) => `Verloren: ${inGerman(reason)}${aside(note)}`,
  LeadReopened: ({ phase }) => `Wieder geöffnet, in Phase „${inGerman(phase)}“`,
  LeadDeactivated: () => 'Deaktiviert',
  LeadReactivated: () => 'Reaktiviert',
};

type FieldNames = { readonly [Field in keyof Required<CorrectedFields>]: string } & {
  readonly [Field in keyof Required<NonNullable<CorrectedFields['customer']>> as `customer.${Field}`]: string;
};

const fieldsInEnglish: FieldNames = {
  subject: 'subject',
  note: 'note',
  sourceId: 'source',
  interests: 'interests',
  receivedAt: 'time of receipt',
  customer: 'customer',
  'customer.salutation': 'salutation',
  'customer.givenName': 'given name',
  'customer.familyName': 'family name',
  'customer.organisation': 'organisation',
  'customer.email': 'e-mail address',
  'customer.phones': 'phones',
  'customer.address': 'address',
  'customer.contactId': 'contact',
  'customer.companyId': 'company',
};

const fieldsInGerman: FieldNames = {
  subject: 'Betreff',
  note: 'Notiz',
  sourceId: 'Quelle',
  interests: 'Interessen',
  receivedAt: 'Eingang',
  customer: 'Kunde',
  'customer.salutation': 'Anrede',
  'customer.givenName': 'Vorname',
  'customer.familyName': 'Nachname',
  'customer.organisation': 'Firma',
  'customer.email': 'E-Mail-Adresse',
  'customer.phones': 'Telefonnummern',
  'customer.address': 'Anschrift',
  'customer.contactId': 'Kontakt',
  'customer.companyId': 'Unternehmen',
};

function correctedNames(fields: CorrectedFields, called: Readonly<Record<string, string>>): string {
  const { customer, ...rest } = fields;
  const paths = [...Object.keys(rest), ...Object.keys(customer ?? {}).map((field) => `customer.${field}`)];
  return paths.map((path) => called[path] ?? path).join(', ');
}

function entryInEnglish({ kind, direction, outcome }: JournalEntry): string {
  const what = { note: 'Note', call: 'Call', mail: 'Mail', meeting: 'Meeting' }[kind];
  const way = direction && { in: 'in', out: 'out' }[direction];
  const end = outcome && { reached: 'reached', notReached: 'not reached', leftMessage: 'left a message' }[outcome];
  return `${what}${aside([way, end].filter(Boolean).join(', '))}`;
}

function entryInGerman({ kind, direction, outcome }: JournalEntry): string {
  const what = { note: 'Notiz', call: 'Anruf', mail: 'Mail', meeting: 'Treffen' }[kind];
  const way = direction && { in: 'eingehend', out: 'ausgehend' }[direction];
  const end =
    outcome && { reached: 'erreicht', notReached: 'nicht erreicht', leftMessage: 'Nachricht hinterlassen' }[outcome];
  return `${what}${aside([way, end].filter(Boolean).join(', '))}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As on the clocks of its own place, so with the place. */
function timeInEnglish({ localTime, timeZone }: DueTime): string {
  const [year, month, day, time] = partsOf(localTime);
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}, ${time} (${timeZone})`;
}

function timeInGerman({ localTime, timeZone }: DueTime): string {
  const [year, month, day, time] = partsOf(localTime);
  return `${day}.${month}.${year}, ${time} Uhr (${timeZone})`;
}

function partsOf(localTime: string): [year: string, month: string, day: string, time: string] {
  return [localTime.slice(0, 4), localTime.slice(5, 7), localTime.slice(8, 10), localTime.slice(11)];
}

function inGerman(named: Named): string {
  return nameFor(named, 'de');
}

function aside(text: string | undefined): string {
  return text ? ` (${text})` : '';
}
