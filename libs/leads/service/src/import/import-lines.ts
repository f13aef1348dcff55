import type { ReadModelReader } from '@leadline/engines/read-models';
import type { ImportedLine } from '@leadline/leads-domain';
import { leadMaker } from './create-imported-lead.js';
import type { CsvFile, CsvRecord } from './csv-file.js';
import { FileLeads } from './file-leads.js';
import type { ImportRequested, ImportTools } from './import-tools.js';
import { findKnownLeads } from './known-leads.js';
import { leadIdentity, type LeadIdentityDocument } from './lead-identity.js';
import { likenessesOf } from './likeness.js';
import { planLine } from './plan-line.js';
import { readRecord, type LeadRow } from './read-record.js';

/** Deals with the records of a file in their order, and remembers the leads that they made. */
export interface ImportLines {
  /** Takes in a record that was dealt with before the import was interrupted, with what became of it. */
  recall(record: CsvRecord, told: ImportedLine): void;
  /** Makes the leads of a few records at once; answers what became of each, in the order of the file. */
  deal(records: readonly CsvRecord[]): Promise<readonly ImportedLine[]>;
}

export function importLines(tools: ImportTools, request: ImportRequested, file: CsvFile): ImportLines {
  const { duplicates, timeZone } = request.data;
  const soFar = new FileLeads();
  const maker = leadMaker(tools, request);
  const identities: ReadModelReader<LeadIdentityDocument> = tools.readModels.reader(leadIdentity);
  const read = (record: CsvRecord): ReturnType<typeof readRecord> => readRecord(record, file, timeZone);
  const remember = (line: number, leadId: string | undefined, row: LeadRow): void =>
    soFar.add({ line, ...(leadId === undefined ? {} : { leadId }) }, likenessesOf(row));

  return {
    recall(record, { line, outcome, leadId }) {
      if (outcome !== 'created') return;
      const reading = read(record);
      if ('row' in reading) remember(line, leadId, reading.row);
    },

    async deal(records) {
      const readings = records.map((record) => ({ ...record, ...read(record) }));
      const rows = readings.flatMap((reading) => ('row' in reading ? [reading.row] : []));
      const known = await findKnownLeads(identities, rows, request.id);
      // Judged one after the other, since a line may repeat the one before it; made at once.
      const lines = readings.map((reading): ImportedLine | (() => Promise<ImportedLine>) => {
        const { line } = reading;
        if ('reasons' in reading) return { line, outcome: 'rejected', reasons: [...reading.reasons] };
        const plan = planLine(line, reading.row, { file: soFar, known, duplicates });
        if (plan.outcome !== 'create') return plan.line;
        remember(line, maker.leadId(reading), reading.row);
        return () => maker.make({ ...reading, candidates: plan.candidates });
      });
      return allSettled(lines.map(async (line) => (typeof line === 'function' ? line() : line)));
    },
  };
}

/** All results, or the first failure, but not before the last one is over: nothing goes on behind the caller's back. */
async function allSettled<T>(promises: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
