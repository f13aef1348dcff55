/**
 * Writes `leads.csv` and `leads.expected.json` beside itself, the same bytes every time.
 * `node examples/generate-leads.mjs` writes; with `--check` it writes nothing and fails if the files differ from what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { tooFewColumns, tooManyColumns, wrongInOneField } from './generate-leads/broken-leads.mjs';
import { chance, digits, pick, pickByWeight, unlike, upTo } from './generate-leads/chance.mjs';
import { landlines, mobiles } from './generate-leads/phone-numbers.mjs';
import { assignees, channels, countries, mailOnly, notes, swissPortal, topics } from './generate-leads/vocabulary.mjs';

/** The import's own field names, in the order of the file, with the header this export gives them. */
const headers = {
  subject: 'Betreff',
  salutation: 'Anrede',
  givenName: 'Vorname',
  familyName: 'Nachname',
  organisation: 'Firma',
  email: 'E-Mail',
  phone: 'Telefon',
  mobile: 'Mobil',
  street: 'Straße',
  postalCode: 'PLZ',
  city: 'Ort',
  region: 'Region',
  countryCode: 'Land',
  source: 'Quelle',
  marketplace: 'Marktplatz',
  assigneeEmail: 'Bearbeiter',
  externalSender: 'Absender',
  externalId: 'Externe ID',
  receivedAt: 'Eingegangen am',
  note: 'Notiz',
  interest: 'Produkt/Interesse',
  quantity: 'Menge',
  unitPrice: 'Einzelpreis',
  currency: 'Währung',
};
const fields = Object.keys(headers);
const customerFields = fields.slice(fields.indexOf('salutation'), fields.indexOf('countryCode') + 1);

// ---- text, numbers, dates

const german = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
};
const plain = (text) =>
  text
    .replace(/[äöüßÄÖÜıłŁøæœ]/g, (letter) => german[letter])
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
const slug = (text) =>
  plain(text)
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const firmDomain = (firm) =>
  `${slug(firm.replace(/( (GmbH|GesmbH|AG|SE|eG|e\.K|e\.U|GbR|mbB|Ltd|plc|SARL|SA|AB|ApS|B\.V|Sp\.|Kft|&)|[;,]).*$/, ''))}.example`;

const group = (whole, separator) => whole.replace(/\B(?=(\d{3})+$)/g, separator);
const priceStyles = {
  german: (whole, cents) => `${group(whole, '.')},${cents}`,
  plainComma: (whole, cents) => (cents === '00' ? whole : `${whole},${cents}`),
  plainDot: (whole, cents) => `${whole}.${cents}`,
  spaced: (whole, cents) => `${group(whole, '\u00a0')},${cents}`,
  swiss: (whole, cents) => `${group(whole, "'")}.${cents}`,
  swissTypographic: (whole, cents) => `${group(whole, '’')}.${cents}`,
  english: (whole, cents) => `${group(whole, ',')}.${cents}`,
};
const written = (cents, style) => priceStyles[style](String(Math.floor(cents / 100)), digits(cents % 100, 2));

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const lastSunday = (year, month) => {
  const end = new Date(Date.UTC(year, month, 0));
  return end.getTime() - end.getUTCDay() * dayMs;
};
/** `at` holds wall-clock time as if it were UTC; always between 7 and 22 o'clock, so never on a clock change. */
const dateStyles = {
  german: (d) => `${dateStyles.germanDay(d)} ${d.slice(11, 16)}`,
  germanDay: (d) => `${d.slice(8, 10)}.${d.slice(5, 7)}.${d.slice(0, 4)}`,
  iso: (d) => `${d.slice(0, 10)} ${d.slice(11, 19)}`,
  isoDay: (d) => d.slice(0, 10),
  isoZone: (d, at) => {
    const year = Number(d.slice(0, 4));
    return `${d.slice(0, 19)}${at >= lastSunday(year, 3) && at < lastSunday(year, 10) ? '+02:00' : '+01:00'}`;
  },
};
const dated = (at, style) => dateStyles[style](new Date(at).toISOString(), at);

// ---- leads

const people = new Set();
const firms = new Set();
const addresses = new Set();

/** An e-mail address nobody else in the file has; all domains are reserved for examples (RFC 2606). */
function mailbox(local, domain) {
  let address = `${local}@${domain}`;
  for (let n = 2; addresses.has(address.toLowerCase()); n += 1) address = `${local}${n}@${domain}`;
  addresses.add(address.toLowerCase());
  return address;
}

function person(country, place) {
  const woman = chance(0.5);
  const [givenName, familyName] = unlike(
    people,
    () => `${pick(woman ? country.women : country.men)}|${pick(country.family)}`,
  ).split('|');
  const titles = { fr: ['Madame', 'Monsieur'], it: ['Signora', 'Signor'] }[place.language] ?? country.titles;
  const fitting = titles.filter((title) => /^(Frau|M(r?)s|Madame|Signora)/.test(title) === woman || title === 'Dr');
  return { salutation: chance(0.88) ? pick(fitting) : '', givenName, familyName };
}

const personDomains = ['example.com', 'example.net', 'example.org', 'post.example', 'mail.example'];

function customer(code) {
  const country = countries[code];
  const place = pick(country.places);
  const kind = pickByWeight([
    { weight: 56, is: 'person' },
    { weight: 29, is: 'both' },
    { weight: 11, is: 'organisation' },
    { weight: 4, is: 'sparse' },
  ]).is;
  const lead = {
    salutation: '',
    givenName: '',
    familyName: '',
    organisation: '',
    email: '',
    phone: '',
    mobile: '',
    street: '',
    postalCode: '',
    city: '',
    region: '',
    countryCode: '',
  };
  if (kind !== 'organisation') Object.assign(lead, person(country, place));
  if (kind === 'both' || kind === 'organisation')
    lead.organisation = unlike(firms, () => pick(country.firms).replaceAll('{F}', pick(country.family)));

  const domain = lead.organisation && firmDomain(lead.organisation);
  const initial = plain(lead.givenName).slice(0, 1).toLowerCase();
  if (kind === 'organisation')
    lead.email = chance(0.85) ? mailbox(pick(['info', 'office', 'kontakt', 'einkauf']), domain) : '';
  else if (kind === 'both')
    lead.email = mailbox(pick([`${initial}.${slug(lead.familyName)}`, slug(lead.familyName)]), domain);
  else
    lead.email = chance(0.86)
      ? mailbox(
          pick([
            `${slug(lead.givenName)}.${slug(lead.familyName)}`,
            `${slug(lead.familyName)}${1950 + upTo(55)}`,
            `${initial}.${slug(lead.familyName)}${chance(0.25) ? '+solar' : ''}`,
          ]),
          pick(personDomains),
        )
      : '';
  if (chance(0.05)) lead.email = lead.email.replace(/^[a-z]|[.@][a-z]/g, (start) => start.toUpperCase());

  if (place.area && chance(kind === 'person' ? 0.5 : 0.85)) lead.phone = landlines[code](place.area);
  if (mobiles[code] && kind !== 'organisation' && chance(lead.phone ? 0.3 : 0.62)) lead.mobile = mobiles[code]();

  if (kind === 'sparse') {
    lead.givenName = '';
    if (lead.email && chance(0.5)) Object.assign(lead, { salutation: '', familyName: '', phone: '', mobile: '' });
  } else if (chance(0.8)) {
    Object.assign(lead, { postalCode: place.postalCode, city: place.city, region: chance(0.7) ? place.region : '' });
    if (chance(0.75)) lead.street = streetIn(code);
  }
  // Outside Germany the country is always written: without it a national telephone number could not be read.
  lead.countryCode = code === 'DE' ? (lead.city ? pick(country.names) : pick(['', '', 'DE'])) : pick(country.names);
  return { lead, country, language: place.language ?? country.language ?? 'de', business: lead.organisation !== '' };
}

function streetIn(code) {
  const street = pick(countries[code].streets);
  const house = `${1 + upTo(118)}${chance(0.12) ? pick(['a', 'b', ' c', '/2', ' Hinterhaus']) : ''}`;
  return code === 'GB' || code === 'US' || code === 'FR' ? `${1 + upTo(118)} ${street}` : `${street} ${house}`;
}

const firstDay = Date.UTC(2025, 10, 3);
const lastDay = Date.UTC(2026, 10, 13);
const fairDays = [23, 24, 25].map((day) => Date.UTC(2026, 5, day));
function arrival(channel) {
  const day = channel.fair ? pick(fairDays) : firstDay + upTo((lastDay - firstDay) / dayMs) * dayMs;
  return day + (7 * 60 + upTo(14 * 60)) * minuteMs + (channel.date.startsWith('iso') ? upTo(60) * 1000 : 0);
}

function noteFor(language, business, channel) {
  if (language !== 'de') return pick(notes[language]);
  const fitting = [...notes.de, ...(channel.fair ? notes.fair : notes[business ? 'business' : 'home'])];
  const first = pick(fitting);
  return chance(0.15) ? `${first}\n${pick(fitting.filter((note) => note !== first))}` : first;
}

/** The request itself: subject, interest, quantity, price, note, source, and when it came. */
function request(lead, { language, business, currency, channel }) {
  const fitting = (topics[language] ?? topics[business ? 'business' : 'home']).filter(
    ({ interest }) => !channel.only || channel.only.test(interest),
  );
  const topic = pick(fitting);
  const quantity = pick(topic.quantities);
  const at = arrival(channel);
  const priced = topic.cents.length > 0 && chance(0.7);
  const styles =
    { CHF: ['swiss', 'swiss', 'swissTypographic', 'plainDot'], GBP: ['english'], USD: ['english'] }[currency] ??
    channel.price;
  let cents = priced ? pick(topic.cents) : 0;
  if (currency === 'CHF') cents = Math.round((cents * 0.95) / 50) * 50;
  return Object.assign(lead, {
    subject: pick(topic.subjects).replaceAll('{n}', quantity),
    source: channel.source,
    marketplace: channel.marketplace ?? '',
    assigneeEmail: chance(channel.marketplace ? 0.1 : 0.65) ? pick(assignees) : '',
    externalSender: channel.sender ?? '',
    externalId: '',
    receivedAt: chance(0.96) ? dated(at, channel.date) : '',
    note: chance(0.6) ? noteFor(language, business, channel) : '',
    interest: topic.interest,
    quantity: chance(0.9) ? quantity : '',
    unitPrice: priced ? written(cents, pick(styles)) : '',
    currency: priced || chance(0.06) ? currency : '',
    at,
    channel,
  });
}

function drawnLead() {
  const code = pickByWeight(
    [
      ['DE', 60],
      ['AT', 15],
      ['CH', 13],
      ['GB', 4],
      ['US', 3],
      ['FR', 3],
      ['SE', 2],
    ].map(([is, weight]) => ({ is, weight })),
  ).is;
  const { lead, country, language, business } = customer(code);
  let channel = pickByWeight(channels);
  if (channel.marketplace && code === 'CH') channel = swissPortal;
  else if (channel.marketplace && code !== 'DE' && code !== 'AT') [channel] = channels;
  return request(lead, { language, business, currency: country.currency, channel });
}

function writtenLead({ name, currency, ...given }) {
  const lead = {
    phone: '',
    mobile: '',
    ...given,
    countryCode: name,
    email: mailbox(slug(given.familyName), given.organisation ? firmDomain(given.organisation) : 'example.org'),
  };
  return request(lead, {
    language: 'en',
    business: lead.organisation !== '',
    currency,
    channel: pick([channels[0], channels[1]]),
  });
}

// ---- duplicates, and what only looks like one

/** Gives out each lead that fits once, so that no two of the cases below touch the same one. */
function chooser(leads) {
  const taken = new Set();
  return (count, fits) => {
    const free = leads.filter((lead) => !taken.has(lead) && !lead.copy && lead.receivedAt && fits(lead));
    return Array.from({ length: count }, () => {
      const [lead] = free.splice(upTo(free.length), 1);
      taken.add(lead);
      return lead;
    });
  };
}

function later(lead, minutes, changes = {}) {
  const at = lead.at + minutes * minuteMs;
  return { ...lead, at, receivedAt: dated(at, lead.channel.date), ...changes };
}
const following = (externalId) => externalId && externalId.replace(/\d+$/, (n) => digits(Number(n) + 1, n.length));
const otherwiseWritten = (text) => plain(text).replace(/strasse\b/i, 'str.');
const compact = (number) => number.replace(/[^\d+]/g, '');

function addDuplicates(leads) {
  const choose = chooser(leads);
  const add = (kind, of, lead) => leads.push(Object.assign(lead, { copy: { kind, of } }));

  for (const lead of choose(3, (l) => l.externalId)) add('externalId', lead, { ...lead, at: lead.at + 1 });
  for (const lead of choose(3, (l) => l.externalId && !l.phone && l.email)) {
    add(
      'externalId',
      lead,
      later(lead, 2 * 1440, {
        subject: `Nachtrag: ${lead.subject}`,
        assigneeEmail: pick(assignees),
        note: 'Zweite Übermittlung;\nRückrufnummer telefonisch erfragt.',
      }),
    );
  }
  for (const lead of choose(6, (l) => l.email && l.source === 'Website'))
    add('exactCustomerAndSubject', lead, later(lead, 1 + upTo(9), { externalId: following(lead.externalId) }));
  for (const lead of choose(5, (l) => l.email && l.givenName && l.city && !l.externalId)) {
    add(
      'sameEmailAndSubject',
      lead,
      later(lead, 3 * 1440, {
        email: lead.email.toUpperCase(),
        street: '',
        region: '',
        note: 'Hat noch einmal angerufen.',
      }),
    );
  }
  const writtenWith = (letters) => (l) => (l.mobile || l.phone) && l.givenName && letters.test(l.familyName);
  for (const lead of [...choose(2, writtenWith(/ß/)), ...choose(4, writtenWith(/[äöü]/i))]) {
    const number = lead.mobile || lead.phone;
    add(
      'samePersonWrittenDifferently',
      lead,
      later(lead, 5 * 1440, {
        salutation: '',
        givenName: pick([lead.givenName, `${plain(lead.givenName)} `]),
        familyName: otherwiseWritten(lead.familyName),
        organisation: otherwiseWritten(lead.organisation),
        street: otherwiseWritten(lead.street),
        email: '',
        phone: '',
        mobile: compact(number.replace('(0)', '')),
        subject: pick(['Rückfrage zum Angebot', 'Bitte um Rückruf (wie besprochen)']),
        externalSender: '',
        externalId: '',
        note: '',
      }),
    );
  }

  for (const lead of choose(3, (l) => l.email && l.familyName && l.at < lastDay - 60 * dayMs)) {
    add(
      'newRequestOfSameCustomer',
      lead,
      later(lead, 30 * 1440, {
        subject: 'Zusätzlich: Wallbox für den Stellplatz',
        interest: 'Wallbox 11 kW',
        quantity: '1',
        unitPrice: '',
        externalSender: '',
        externalId: '',
        note: '',
      }),
    );
  }
  for (const lead of choose(2, (l) => l.organisation && l.givenName)) {
    const { salutation, givenName, familyName } = person(countries.DE, {});
    const email = mailbox(slug(familyName), lead.email.split('@')[1].toLowerCase());
    add(
      'colleagueInSameOrganisation',
      lead,
      later(lead, 7 * 1440, {
        salutation,
        givenName,
        familyName,
        email,
        phone: '',
        mobile: '',
        subject: 'Bitte Angebot an mich (Einkauf)',
        externalSender: '',
        externalId: '',
        note: '',
      }),
    );
  }
  const known = choose(2, (l) => l.externalId && l.externalSender === 'heizwechsel');
  choose(2, (l) => l.at > Math.max(...known.map(({ at }) => at)) && !l.externalId).forEach((lead, n) => {
    Object.assign(lead, {
      externalSender: 'partner-portal',
      externalId: known[n].externalId,
      copy: { kind: 'sameExternalIdOfOtherSender', of: known[n] },
    });
  });
}

// ---- the file

const quoted = (text) => (/[;"\r\n]|^\s|\s$|^0\d+$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvLine = (lead) => fields.map((field) => quoted(lead[field] ?? '')).join(';');
const inOrderOfArrival = (leads) => leads.sort((a, b) => a.at - b.at);

const leads = inOrderOfArrival([...Array.from({ length: 348 }, drawnLead), ...mailOnly.map(writtenLead)]);
let counter = 40;
for (const lead of leads.filter(({ externalSender }) => externalSender))
  lead.externalId = `${lead.channel.prefix}${digits((counter += 3), 5)}`;
addDuplicates(leads);
inOrderOfArrival(leads);

const records = leads.map((lead) => ({ lead, text: csvLine(lead) }));
const broken = [
  ...wrongInOneField.map(({ kind, field, lead }) => ({ problem: { field, kind }, text: csvLine(lead) })),
  { problem: { field: null, kind: 'too-many-columns' }, text: tooManyColumns },
  { problem: { field: null, kind: 'too-few-columns' }, text: tooFewColumns },
];
broken.forEach((record, n) => records.splice(18 + n * 27, 0, record));

let line = 1;
const lines = [fields.map((field) => headers[field]).join(';')];
records.forEach((record, n) => {
  line += 1;
  Object.assign(record, { number: n + 1, line });
  line += record.text.split('\n').length - 1;
  lines.push(record.text);
});
const csv = `\ufeff${lines.map((text) => `${text}\r\n`).join('')}`;

const where = ({ number, line }) => ({ line, record: number });
const copies = (kind) =>
  records
    .filter(({ lead }) => lead?.copy?.kind === kind)
    .map((record) => ({ ...where(record), of: where(records.find(({ lead }) => lead === record.lead.copy.of)) }));
const duplicates = Object.fromEntries(
  ['externalId', 'exactCustomerAndSubject', 'sameEmailAndSubject', 'samePersonWrittenDifferently'].map((kind) => [
    kind,
    copies(kind),
  ]),
);
const brokenRecords = records.filter(({ problem }) => problem);
const expected = {
  file: 'leads.csv',
  totals: {
    physicalLines: line,
    records: records.length,
    broken: brokenRecords.length,
    intact: records.length - brokenRecords.length,
    duplicates: Object.fromEntries(Object.entries(duplicates).map(([kind, list]) => [kind, list.length])),
  },
  broken: brokenRecords.map((record) => ({
    ...where(record),
    field: record.problem.field,
    column: headers[record.problem.field] ?? null,
    kind: record.problem.kind,
  })),
  duplicates,
  notDuplicates: Object.fromEntries(
    ['newRequestOfSameCustomer', 'colleagueInSameOrganisation', 'sameExternalIdOfOtherSender'].map((kind) => [
      kind,
      copies(kind),
    ]),
  ),
  customerFields,
};
// One entry a line: a difference then shows which record moved.
const json = `${JSON.stringify(expected, null, 2).replace(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)?\}(?=,?\n)/g, (entry) => (entry.includes('"line"') && !entry.includes('[') ? entry.replace(/\s*\n\s*/g, ' ') : entry))}\n`;

for (const [name, content] of [
  ['leads.csv', csv],
  ['leads.expected.json', json],
]) {
  const file = new URL(name, import.meta.url);
  if (!process.argv.includes('--check')) writeFileSync(file, content);
  else if (readFileSync(file, 'utf8') !== content) {
    console.error(`${name} is not what generate-leads.mjs writes; run it again and commit.`);
    process.exitCode = 1;
  }
}
