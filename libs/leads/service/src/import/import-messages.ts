import { defineMessages } from '@leadline/service-kit';

/** What a file can be told, in both languages. `{name}` stands for a parameter. */
export const importMessages = defineMessages({
  'lead-import.mapping-unreadable': {
    en: 'must be JSON like {"Topic": "subject"} or pairs like Topic:subject,Firm:organisation,Date:ignore, each field once',
    de: 'muss JSON wie {"Thema": "subject"} sein oder Paare wie Thema:subject,Firma:organisation,Datum:ignore, jedes Feld einmal',
  },
  'lead-import.not-found': {
    en: 'There is no such import.',
    de: 'Diesen Import gibt es nicht.',
    status: 404,
  },
  // The file as a whole.
  'lead-import.file-missing': {
    en: 'The uploaded file is no longer there. Please upload it again.',
    de: 'Die hochgeladene Datei ist nicht mehr da. Bitte noch einmal hochladen.',
  },
  'lead-import.file-empty': { en: 'The file is empty.', de: 'Die Datei ist leer.' },
  'lead-import.file-excel': {
    en: 'This is an Excel workbook. Save it as "CSV UTF-8" in Excel and import that file.',
    de: 'Das ist eine Excel-Arbeitsmappe. Bitte in Excel als "CSV UTF-8" speichern und diese Datei importieren.',
  },
  'lead-import.file-binary': {
    en: 'This is not a text file. A CSV file is needed: text, one lead per line, its columns named in the first line.',
    de: 'Das ist keine Textdatei. Gebraucht wird eine CSV-Datei: Text, je Zeile ein Lead, in der ersten Zeile die Spaltennamen.',
  },
  'lead-import.no-known-column': {
    en: 'No column of the first line is known ({columns}). The first line must name the columns, for example Subject, First name, Last name, Company, Email; other names can be given by a mapping.',
    de: 'Keine Spalte der ersten Zeile ist bekannt ({columns}). Die erste Zeile muss die Spalten nennen, zum Beispiel Betreff, Vorname, Nachname, Firma, E-Mail; andere Namen lassen sich durch eine Zuordnung angeben.',
  },
  'lead-import.too-many-columns-named': {
    en: 'The first line names {count} columns; {most} can be imported.',
    de: 'Die erste Zeile nennt {count} Spalten; {most} können importiert werden.',
  },
  'lead-import.mapping-column-missing': {
    en: 'The mapping names the column "{column}", which the file does not have. It has {columns}.',
    de: 'Die Zuordnung nennt die Spalte "{column}", die es in der Datei nicht gibt. Es gibt {columns}.',
  },
  'lead-import.quote-open': {
    en: 'From line {line} on the file cannot be read: a quotation mark opens there and is never closed. Nothing was imported.',
    de: 'Ab Zeile {line} ist die Datei nicht lesbar: Dort beginnt ein Anführungszeichen, das nie geschlossen wird. Es wurde nichts importiert.',
  },
  'lead-import.quote-stray': {
    en: 'From line {line} on the file cannot be read: a quotation mark begins a cell, and the text after the closing one runs over several lines. Double the quotation marks within a cell. Nothing was imported.',
    de: 'Ab Zeile {line} ist die Datei nicht lesbar: Ein Anführungszeichen beginnt eine Zelle, und der Text nach dem schließenden geht über mehrere Zeilen. Anführungszeichen in einer Zelle verdoppeln. Es wurde nichts importiert.',
  },
  'lead-import.record-too-long': {
    en: 'The record that begins on line {line} is longer than {most} characters. Is a quotation mark missing there? Nothing was imported.',
    de: 'Der Datensatz ab Zeile {line} ist länger als {most} Zeichen. Fehlt dort ein Anführungszeichen? Es wurde nichts importiert.',
  },
  // One line of it.
  'lead-import.too-few-cells': {
    en: 'The line has {found} cells, the header {expected}. Is it cut off, or does it hold a line break without quotation marks around it?',
    de: 'Die Zeile hat {found} Zellen, die Kopfzeile {expected}. Ist sie abgeschnitten, oder enthält sie einen Zeilenumbruch ohne Anführungszeichen darum?',
  },
  'lead-import.too-many-cells': {
    en: 'The line has {found} cells, the header {expected}. Does a cell hold the delimiter {delimiter} without quotation marks around it?',
    de: 'Die Zeile hat {found} Zellen, die Kopfzeile {expected}. Enthält eine Zelle das Trennzeichen {delimiter} ohne Anführungszeichen darum?',
  },
  'lead-import.text-too-long': {
    en: '"{value}" has {length} characters; {most} fit.',
    de: '"{value}" hat {length} Zeichen; {most} passen hinein.',
  },
  'lead-import.email-invalid': {
    en: '"{value}" is not an e-mail address.',
    de: '"{value}" ist keine E-Mail-Adresse.',
  },
  'lead-import.phone-unreadable': {
    en: '"{value}" is not a phone number. Are there letters in it, or digits missing?',
    de: '"{value}" ist keine Telefonnummer. Stehen Buchstaben darin, oder fehlen Ziffern?',
  },
  'lead-import.country-unknown': {
    en: '"{value}" is not a country. Its code (DE, CH …) or its English or German name is understood.',
    de: '"{value}" ist kein Land. Verstanden werden Kürzel (DE, CH …) und deutsche oder englische Namen.',
  },
  'lead-import.currency-unknown': {
    en: '"{value}" is not a currency. Codes like EUR or CHF are understood.',
    de: '"{value}" ist keine Währung. Verstanden werden Kürzel wie EUR oder CHF.',
  },
  'lead-import.currency-contradicts': {
    en: 'The price "{value}" says another currency than the column for it, {currency}.',
    de: 'Der Preis "{value}" nennt eine andere Währung als die Spalte dafür, {currency}.',
  },
  'lead-import.price-unreadable': {
    en: '"{value}" is not a price. Write it as 1249.00 or 1.249,00.',
    de: '"{value}" ist kein Preis. Richtig wäre zum Beispiel 1249,00 oder 1.249,00.',
  },
  'lead-import.price-ambiguous': {
    en: '"{value}" can be read in two ways, as {one} and as {other}. Write it without a thousands separator.',
    de: '"{value}" lässt sich auf zwei Arten lesen, als {one} und als {other}. Bitte ohne Tausendertrennzeichen schreiben.',
  },
  'lead-import.price-too-precise': {
    en: '"{value}" has more decimals than {currency} has ({decimals}).',
    de: '"{value}" hat mehr Nachkommastellen, als {currency} hat ({decimals}).',
  },
  'lead-import.number-negative': {
    en: '"{value}" is negative; that cannot be.',
    de: '"{value}" ist negativ; das kann nicht sein.',
  },
  'lead-import.number-too-long': { en: '"{value}" has too many digits.', de: '"{value}" hat zu viele Stellen.' },
  'lead-import.quantity-unreadable': {
    en: '"{value}" is not a number. Write the quantity as 3 or 1.5.',
    de: '"{value}" ist keine Zahl. Richtig wäre als Menge zum Beispiel 3 oder 1,5.',
  },
  'lead-import.quantity-ambiguous': {
    en: '"{value}" can be read in two ways, as {one} and as {other}. Write it without a thousands separator.',
    de: '"{value}" lässt sich auf zwei Arten lesen, als {one} und als {other}. Bitte ohne Tausendertrennzeichen schreiben.',
  },
  'lead-import.date-unreadable': {
    en: '"{value}" is not a date. Write it as 2026-10-31 or 31.10.2026, with a time if need be: 31.10.2026 14:30.',
    de: '"{value}" ist kein Datum. Richtig wäre zum Beispiel 31.10.2026, bei Bedarf mit Uhrzeit: 31.10.2026 14:30.',
  },
  'lead-import.date-impossible': {
    en: 'There is no such day or time as "{value}".',
    de: 'Den Tag oder die Uhrzeit "{value}" gibt es nicht.',
  },
  'lead-import.date-ambiguous': {
    en: '"{value}" can be read in two ways, day first or month first. Write it as {one} or {other}.',
    de: '"{value}" lässt sich auf zwei Arten lesen, Tag zuerst oder Monat zuerst. Bitte als {one} oder {other} schreiben.',
  },
  'lead-import.sender-missing': {
    en: 'The external id "{value}" needs a sender: without it nobody knows whose id it is.',
    de: 'Zur externen ID "{value}" fehlt der Absender: Ohne ihn weiß niemand, wessen ID es ist.',
  },
  'lead-import.too-many-interests': {
    en: 'There are {count} interests in the cell; {most} fit.',
    de: 'In der Zelle stehen {count} Interessen; {most} passen hinein.',
  },
  // What else its owner should know of a line.
  'lead-import.assignee-unknown': {
    en: 'Nobody active here has the address "{value}": the lead stays open.',
    de: 'Niemand Aktives hat hier die Adresse "{value}": Der Lead bleibt offen.',
  },
  'lead-import.reference-known': {
    en: 'A lead with this sender and external id is there already.',
    de: 'Einen Lead mit diesem Absender und dieser externen ID gibt es schon.',
  },
  'lead-import.reference-repeated': {
    en: 'Line {line} has the same sender and external id.',
    de: 'Zeile {line} hat denselben Absender und dieselbe externe ID.',
  },
  'lead-import.identical': {
    en: 'A lead of the same customer with the same subject is there already.',
    de: 'Einen Lead desselben Kunden mit demselben Betreff gibt es schon.',
  },
  'lead-import.identical-line': {
    en: 'Line {line} has the same customer and the same subject.',
    de: 'Zeile {line} hat denselben Kunden und denselben Betreff.',
  },
  'lead-import.skipped': {
    en: 'It looks like a lead that is there already, and such lines are to be left out.',
    de: 'Er sieht aus wie ein Lead, den es schon gibt, und solche Zeilen sollen wegbleiben.',
  },
});

export type ImportMessageCode = keyof typeof importMessages;
