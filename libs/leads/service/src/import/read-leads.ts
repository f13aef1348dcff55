import { openCsv } from './csv-file.js';
import { readRecord, type LeadRow } from './read-record.js';

/**
 * The leads of a CSV file as an import reads them, in their order. Records that it would reject for how they are written
 * are left out.
 * @param timeZone in which instants without an offset are meant; IANA name
 * @throws UnreadableFileError where the file cannot be read as a whole
 */
export async function readLeads(content: Uint8Array, timeZone: string): Promise<LeadRow[]> {
  const file = await openCsv(async function* () {
    yield content;
  });
  const rows: LeadRow[] = [];
  for await (const record of file.records()) {
    const read = readRecord(record, file, timeZone);
    if ('row' in read) rows.push(read.row);
  }
  return rows;
}
