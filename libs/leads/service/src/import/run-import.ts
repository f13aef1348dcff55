import { BlobNotFoundError } from '@leadline/engines/blobs';
import { idOf } from '@leadline/event-sourcing';
import type { ImportFailure, LeadImportCommand } from '@leadline/leads-domain';
import { colleagueList } from '../read/colleague-list.js';
import { marketplaceList } from '../read/marketplace-list.js';
import { waitForReadModels } from '../read/wait-for-read-models.js';
import { openCsv, type CsvFile, type CsvRecord } from './csv-file.js';
import { HandleLeadImport } from './handle-lead-import.js';
import { importLines } from './import-lines.js';
import { UnreadableFileError } from './import-problem.js';
import { ImportReports, type ImportReport } from './import-report.js';
import { importMetadata, type ImportRequested, type ImportTools } from './import-tools.js';
import { leadIdentity } from './lead-identity.js';

/** Records at a time: their leads are made at once, for the store to commit together, and then told in one event. */
export const BATCH_SIZE = 50;

/**
 * Does an import from where it is: reads the file through, so that nothing is made of one that breaks off, then makes a
 * lead of each record in turn and tells what became of it. Whatever it does follows from the import and the record, so
 * that it can be cut short anywhere and done again.
 * @throws the signal's reason, between two batches
 */
export async function runImport(tools: ImportTools, request: ImportRequested, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const report = await new ImportReports(tools.eventStore).read(idOf(request.stream));
  if (!report || report.state === 'done' || report.state === 'failed') return;
  try {
    const { blobId, mapping } = request.data;
    const file = await openCsv(() => tools.blobs.read(blobId), mapping);
    if (report.state === 'requested') await start(tools, request, file, signal);
    // What was there before the import must be seen by it: the leads of one just ended, and the names in the settings.
    const head = await tools.eventStore.head();
    if (head !== null) await waitForReadModels(tools, [leadIdentity, marketplaceList, colleagueList], head, signal);
    await workThrough(tools, request, file, report, signal);
  } catch (error) {
    const reason = whyUnreadable(error);
    if (!reason) throw error;
    await send(tools, request, 'fail', { type: 'FailImport', data: { reason } });
  }
}

async function start(tools: ImportTools, request: ImportRequested, file: CsvFile, signal: AbortSignal): Promise<void> {
  const { encoding, delimiter, columns } = file;
  let total = 0;
  for await (const { number } of file.records()) {
    signal.throwIfAborted();
    total = number;
  }
  const ignoredColumns = columns.ignored.map(({ name }) => name);
  await send(tools, request, 'start', { type: 'StartImport', data: { total, encoding, delimiter, ignoredColumns } });
}

async function workThrough(
  tools: ImportTools,
  request: ImportRequested,
  file: CsvFile,
  report: ImportReport,
  signal: AbortSignal,
): Promise<void> {
  const lines = importLines(tools, request, file);
  const deal = async (records: readonly CsvRecord[]): Promise<void> => {
    const [record] = records;
    if (!record) return;
    signal.throwIfAborted();
    const data = { first: record.number, lines: await lines.deal(records) };
    await send(tools, request, `lines ${record.number}`, { type: 'RecordImportedLines', data });
  };
  let batch: CsvRecord[] = [];
  for await (const record of file.records()) {
    const told = report.lines[record.number - 1];
    if (told) lines.recall(record, told);
    else batch.push(record);
    if (batch.length < BATCH_SIZE) continue;
    await deal(batch);
    batch = [];
  }
  await deal(batch);
  await send(tools, request, 'complete', { type: 'CompleteImport', data: {} });
}

type WithoutMetadata<C> = C extends unknown ? Omit<C, 'metadata'> : never;

/**
 * @throws OvertakenError where another worker told this before: what is there is to be read again, and gone on from
 */
async function send(
  tools: ImportTools,
  request: ImportRequested,
  what: string,
  command: WithoutMetadata<LeadImportCommand>,
): Promise<void> {
  const metadata = importMetadata(tools.clock, request)(what);
  const importId = idOf(request.stream);
  const { events } = await tools.commands.execute(new HandleLeadImport(importId, { ...command, metadata }));
  if (events.length === 0) throw new OvertakenError(`Import ${importId} is worked elsewhere as well: ${what}`);
}

/** Another worker does the same import. Both may: what they do is the same; this one starts anew from where that one is. */
class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}

function whyUnreadable(error: unknown): ImportFailure | null {
  if (error instanceof UnreadableFileError) return error.reason;
  return error instanceof BlobNotFoundError ? { code: 'lead-import.file-missing' } : null;
}
