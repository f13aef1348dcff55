import type { Stage } from './company.js';

/** A journal entry as people write it. `{topic}`, `{name}`, `{day}`, `{price}` and `{revised}` are filled in. */
export interface EntryText {
  readonly kind: 'note' | 'call' | 'mail' | 'meeting';
  readonly direction?: 'in' | 'out';
  readonly outcome?: 'reached' | 'notReached' | 'leftMessage';
  /** What comes before anything else in its stage. */
  readonly first?: true;
  readonly de: string;
  readonly en: string;
}

/** Tried in vain, at any time. */
export const unreachedCalls: readonly EntryText[] = [
  call('notReached', 'Niemand erreicht, versuche es {day} noch einmal.', 'No answer, trying again {day}.'),
  call(
    'leftMessage',
    'Auf den Anrufbeantworter gesprochen, bittet um Rückruf.',
    'Left a message and asked for a call back.',
  ),
  call('notReached', 'Besetzt, zweimal versucht.', 'Line busy, tried twice.'),
  call(
    'leftMessage',
    'Nur die Zentrale erreicht. {name} ist heute außer Haus, Rückruf {day} zugesagt.',
    'Reached reception only. {name} is out today, a call back {day} was promised.',
  ),
];

/** What belongs to each stage. Told in the order that chance gives. */
export const stageTexts: Readonly<Record<Stage, readonly EntryText[]>> = {
  qualify: [
    note(
      'Anfrage ist plausibel, Adresse liegt im Gebiet. Es geht um {topic}.',
      'Request looks genuine, address is in our area. About {topic}.',
    ),
    call(
      'reached',
      'Kurz telefoniert: es geht um {topic}. Eigentümer, Entscheidung noch dieses Jahr gewünscht.',
      'Quick call: this is about {topic}. Owns the building, wants to decide this year.',
    ),
    mail(
      'out',
      'Eingangsbestätigung geschickt und um Fotos vom Zählerschrank gebeten.',
      'Confirmed receipt and asked for photos of the meter cabinet.',
    ),
    note(
      'Dublette geprüft, nichts gefunden. Bonität unauffällig.',
      'Checked for duplicates, none. Credit check is fine.',
    ),
    note('Budget laut Formular realistisch, Dringlichkeit mittel.', 'Budget on the form is realistic, medium urgency.'),
  ],
  contact: [
    call(
      'reached',
      'Erstgespräch: {name} vergleicht drei Anbieter, wichtig sind Garantie und ein fester Ansprechpartner.',
      'First conversation with {name}: comparing three suppliers, cares about warranty and one point of contact.',
    ),
    mail(
      'in',
      '{name} schickt Grundriss und die letzten zwei Stromrechnungen.',
      '{name} sent a floor plan and the last two electricity bills.',
    ),
    call('reached', 'Termin {day} vereinbart, wir kommen zu zweit.', 'Agreed on a visit {day}, two of us will go.'),
    mail(
      'out',
      'Unterlagen und Referenzen aus der Region geschickt, es geht um {topic}.',
      'Sent material on {topic} and references nearby.',
    ),
    call(
      'reached',
      'Möchte erst mit der Familie sprechen, meldet sich {day}. Netter Kontakt, ernsthaftes Interesse.',
      'Wants to talk it over at home first, will call back {day}. Pleasant, seriously interested.',
    ),
    note('Partner entscheidet mit. Beim nächsten Mal beide einladen.', 'Partner decides too. Invite both next time.'),
  ],
  needs: [
    meeting(
      'Vor Ort gewesen. Dach aus 1998, Ziegel in Ordnung, Leerrohr vorhanden. Zählerschrank muss erneuert werden.',
      'Site visit. Roof from 1998, tiles are sound, conduit exists. Meter cabinet needs replacing.',
    ),
    note(
      'Bedarf aufgenommen: Verbrauch rund 5.400 kWh, E-Auto ab Frühjahr, Speicher gewünscht.',
      'Needs: about 5,400 kWh a year, electric car from spring, wants storage.',
    ),
    call(
      'reached',
      'Netzanschluss geklärt, der Betreiber hat 30 kVA bestätigt.',
      'Grid connection settled, operator confirmed 30 kVA.',
    ),
    mail(
      'out',
      'Förderübersicht geschickt: KfW und Landesprogramm, Frist steht darin.',
      'Sent an overview of subsidies with their deadlines.',
    ),
    meeting(
      'Beratung in der Ausstellung, {name} kam mit dem Architekten. Statik liegt vor, Schallschutz wird geprüft.',
      'Showroom meeting, {name} brought the architect. Structural report exists, noise still to be checked.',
    ),
    mail(
      'in',
      'Rückfrage, ob die alte Anlage weiterlaufen kann. Mit der Technik klären.',
      'Asks whether the old system can keep running. Check with engineering.',
    ),
    note(
      'Technik sagt: machbar, aber nur mit zweitem Wechselrichter.',
      'Engineering says it works, but only with a second inverter.',
    ),
  ],
  offer: [
    {
      ...mail(
        'out',
        'Angebot über {price} verschickt, gültig vier Wochen.',
        'Sent an offer of {price}, valid for four weeks.',
      ),
      first: true,
    },
    call(
      'reached',
      'Angebot besprochen. Preis ist das Thema, Konkurrenz liegt 6 % darunter.',
      'Went through the offer. Price is the issue, a competitor is 6% lower.',
    ),
    note(
      'Nachlass von 2 % mit der Leitung abgestimmt, mehr geht nicht.',
      'Agreed a 2% discount with management, no more than that.',
    ),
    mail('in', '{name} bittet um eine Variante ohne Speicher.', '{name} asks for a version without storage.'),
    mail(
      'out',
      'Überarbeitetes Angebot: {revised}, Lieferzeit sieben Wochen.',
      'Revised offer: {revised}, delivery in seven weeks.',
    ),
    call(
      'reached',
      'Fragen zu Garantie und Wartung beantwortet. Entschieden wird {day}.',
      'Answered questions on warranty and service. They will decide {day}.',
    ),
  ],
  decision: [
    call(
      'reached',
      'Nachgefasst: Bank hat zugesagt, es fehlt noch die Unterschrift.',
      'Followed up: bank has approved, only the signature is missing.',
    ),
    call(
      'reached',
      'Entscheidung verschoben, Eigentümerversammlung ist erst {day}.',
      'Decision postponed, the owners meet {day}.',
    ),
    meeting('Abschlussgespräch. Zahlungsplan 30/60/10 gewünscht.', 'Closing talk. Wants to pay 30/60/10.'),
    mail('in', '{name} fragt nach dem frühesten Montagetermin.', '{name} asks for the earliest installation date.'),
    note('Montagefenster mit der Disposition reserviert.', 'Reserved an installation slot with scheduling.'),
  ],
};

export const wonNotes = [
  'Auftrag unterschrieben zurück.',
  'Bestellt wie angeboten, Anzahlung ist da.',
  'Zusage per Mail, Vertrag folgt.',
  'Signed, deposit received.',
];

/** By closing reason. */
export const lostNotes: Readonly<Record<string, readonly string[]>> = {
  'Bought elsewhere': [
    'Hat sich für den örtlichen Installateur entschieden.',
    'Nachbar hat einen Betrieb, da war nichts zu machen.',
  ],
  'Too expensive': ['Mitbewerber 9 % günstiger, da gehen wir nicht mit.', 'Budget reicht nur für die kleine Lösung.'],
  'No longer interested': ['Projekt auf nächstes Jahr verschoben.', 'Haus wird verkauft.'],
  'Could not be reached': ['Nach vier Versuchen keine Antwort mehr.'],
  'Förderung abgelehnt': ['Bescheid kam heute, ohne Zuschuss rechnet es sich nicht.'],
  'Dach oder Anschluss ungeeignet': ['Statiker gibt das Dach nicht frei.', 'Netzbetreiber lässt nur 10 kVA zu.'],
};

/** What the subject is about, in the words of a journal. The first that fits has it. */
export const topics: readonly {
  readonly words: RegExp;
  readonly de: string;
  readonly en: string;
  readonly fromEuro: number;
  readonly toEuro: number;
}[] = [
  {
    words: /wartung|betriebsf|reinigung|monitoring|fehler/i,
    de: 'die Wartung der Anlage',
    en: 'servicing the system',
    fromEuro: 240,
    toEuro: 1_900,
  },
  {
    words: /wärmepumpe|waermepumpe|erdwärme|heat pump|chaleur|calore|heizung|kaskade|fernwärme/i,
    de: 'eine Wärmepumpe',
    en: 'a heat pump',
    fromEuro: 17_500,
    toEuro: 64_000,
  },
  {
    words: /wallbox|lad|borne|ev charging|dc-/i,
    de: 'Ladepunkte',
    en: 'charging points',
    fromEuro: 1_900,
    toEuro: 58_000,
  },
  { words: /balkon|stecker/i, de: 'ein Balkonkraftwerk', en: 'a balcony system', fromEuro: 690, toEuro: 1_450 },
  {
    words: /speicher|peak|accumulo/i,
    de: 'einen Batteriespeicher',
    en: 'battery storage',
    fromEuro: 6_900,
    toEuro: 42_000,
  },
  {
    words: /carport|parkplatz|halle|agri|gewerbe|produktion|rahmen|kwp auf/i,
    de: 'eine große PV-Anlage',
    en: 'a large PV plant',
    fromEuro: 48_000,
    toEuro: 690_000,
  },
  {
    words: /pv|photovolta|solar|kwp|fotovolta|panneaux|dach/i,
    de: 'eine PV-Anlage',
    en: 'rooftop solar',
    fromEuro: 11_800,
    toEuro: 31_000,
  },
  { words: /./, de: 'eine Beratung', en: 'some advice', fromEuro: 4_500, toEuro: 24_000 },
];

function note(de: string, en: string): EntryText {
  return { kind: 'note', de, en };
}

function call(outcome: NonNullable<EntryText['outcome']>, de: string, en: string): EntryText {
  return { kind: 'call', direction: 'out', outcome, de, en };
}

function mail(direction: 'in' | 'out', de: string, en: string): EntryText {
  return { kind: 'mail', direction, de, en };
}

function meeting(de: string, en: string): EntryText {
  return { kind: 'meeting', de, en };
}
