/** The lines an import must refuse, each for one reason only. Written by hand; `../generate-leads.mjs` puts them into the file. */

export const wrongInOneField = [
  {
    kind: 'missing-subject', field: 'subject',
    lead: { salutation: 'Frau', givenName: 'Irmgard', familyName: 'Büttner', email: 'irmgard.buettner@example.com', postalCode: '04109', city: 'Leipzig', countryCode: 'DE', source: 'Telefon', receivedAt: '17.11.2025 09:20', note: 'Wollte Unterlagen; Thema nicht notiert.' },
  },
  {
    kind: 'missing-customer', field: 'customer',
    lead: { subject: 'Interesse an Photovoltaik', postalCode: '80331', city: 'München', countryCode: 'Deutschland', source: 'Website', receivedAt: '2025-12-04 19:41:07', note: 'Formular ohne Namen und ohne Adresse abgeschickt', interest: 'PV-Anlage schlüsselfertig, je kWp', quantity: '9,8' },
  },
  {
    kind: 'invalid-email', field: 'email',
    lead: { subject: 'Wärmepumpe für Pension', salutation: 'Herr', givenName: 'Markus', familyName: 'Hofstätter-Lang', organisation: 'Pension Alpenrose e.U.', email: 'm.hofstaetter(at)alpenrose.example', city: 'Innsbruck', countryCode: 'AT', source: 'Empfehlung', receivedAt: '12.01.2026 11:05' },
  },
  {
    // The letters O and l in place of 0 and 1, as a text recognition reads a business card.
    kind: 'invalid-phone', field: 'phone',
    lead: { subject: 'Wallbox am Firmensitz', salutation: 'Herr', givenName: 'Detlef', familyName: 'Quast', organisation: 'Quast Vermessung GmbH', email: 'd.quast@quast-vermessung.example', phone: '03O 23125 4l7', street: 'Lindenweg 8', postalCode: '10115', city: 'Berlin', countryCode: 'DE', source: 'Messe Intersolar', receivedAt: '24.06.2026 10:15', note: 'Visitenkarte gescannt' },
  },
  {
    kind: 'unknown-country', field: 'countryCode',
    lead: { subject: 'Solaranlage für Ferienhaus', salutation: 'Frau', givenName: 'Thekla', familyName: 'Morgenstern', email: 'thekla.morgenstern@example.net', street: 'Am Rand 1', city: 'Nirgendheim', countryCode: 'Absurdistan', source: 'Website', receivedAt: '2026-02-19 21:03:44' },
  },
  {
    kind: 'negative-quantity', field: 'quantity',
    lead: { subject: 'Balkonkraftwerk – Rückgabe?', salutation: 'Herr', givenName: 'Ansgar', familyName: 'Thieß', email: 'ansgar.thiess@example.org', countryCode: 'DE', source: 'Telefon', receivedAt: '05.03.2026 15:30', interest: 'Balkonkraftwerk 800 W', quantity: '-2', unitPrice: '549,00', currency: 'EUR' },
  },
  {
    kind: 'unreadable-price', field: 'unitPrice',
    lead: { subject: 'Gewerbespeicher für Kühlhaus', salutation: 'Frau', givenName: 'Wiebke', familyName: 'Claaßen', organisation: 'Frischelager Claaßen GmbH', email: 'einkauf@frischelager.example', postalCode: '20095', city: 'Hamburg', countryCode: 'DE', source: 'Fachpartner', receivedAt: '21.03.2026', note: 'Preis erst nach Begehung.\nBitte "auf Anfrage" nicht ändern; Vorgabe Einkauf', interest: 'Gewerbespeicher 100 kWh', quantity: '1', unitPrice: 'auf Anfrage', currency: 'EUR' },
  },
  {
    kind: 'unknown-currency', field: 'currency',
    lead: { subject: 'Schnelllader Raststätte', organisation: 'Rasthof Zur Linde KG', email: 'technik@rasthof-linde.example', city: 'Kassel', countryCode: 'DE', source: 'Website', receivedAt: '2026-04-14 08:12:30', interest: 'DC-Schnelllader 50 kW', quantity: '2', unitPrice: '28.900,00', currency: 'EUO' },
  },
  {
    kind: 'impossible-date', field: 'receivedAt',
    lead: { subject: 'PV-Anlage für Scheune', salutation: 'Herr', givenName: 'Ignaz', familyName: 'Obermüller', mobile: '0172 9925904', city: 'Bad Tölz', countryCode: 'DE', source: 'Telefon', receivedAt: '31.02.2026 14:30' },
  },
  {
    kind: 'external-id-without-sender', field: 'externalSender',
    lead: { subject: 'Heizungstausch Zweifamilienhaus', salutation: 'Frau', givenName: 'Rosalie', familyName: 'Kößler', email: 'rosalie.koessler@example.com', postalCode: '90402', city: 'Nürnberg', countryCode: 'DE', source: 'Portal', externalId: 'HW-77120', receivedAt: '2026-05-28T17:45:00+02:00' },
  },
  {
    kind: 'blank-subject', field: 'subject',
    lead: { subject: '   ', salutation: 'Herr', givenName: 'Leopold', familyName: 'Zeisig', email: 'leopold.zeisig@example.net', postalCode: '8010', city: 'Graz', countryCode: 'Österreich', source: 'Newsletter', receivedAt: '2026-07-09' },
  },
  {
    kind: 'unreadable-quantity', field: 'quantity',
    lead: { subject: 'Ladepunkte für Tiefgarage', salutation: 'Frau', givenName: 'Evelyne', familyName: 'Gfeller', organisation: 'Siedlungsgenossenschaft Sonnhalde', email: 'verwaltung@sonnhalde.example', postalCode: '3011', city: 'Bern', countryCode: 'CH', source: 'Website', receivedAt: '2026-08-20 13:37:00', interest: 'Wallbox 22 kW mit Lastmanagement', quantity: 'ein paar', unitPrice: "1'750.00", currency: 'CHF' },
  },
];

/** 25 columns: the semicolon in the street is not quoted, so everything behind it moves by one. */
export const tooManyColumns =
  'Solarcarport Betriebshof;Herr;Norbert;Dreßler;Dreßler Bau GmbH;n.dressler@dressler-bau.example;;;Gartenstraße 5; Hinterhaus;35390;Gießen;Hessen;DE;Telefon;;;;;16.09.2026 10:40;;Solarcarport, je Stellplatz;12;4.890,00;EUR';

/** 6 columns: cut off behind the e-mail address. */
export const tooFewColumns = 'Rückruf wegen Dachsanierung;Frau;Ilse;Brandl;;ilse.brandl@example.org';
