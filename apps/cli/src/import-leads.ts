import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { CliError, type LeadlineApi } from './leadline-api.js';
import { progress } from './progress.js';

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly mapping?: string;
  readonly duplicates?: string;
  /** Import the same file once more instead of taking up, or reporting, the earlier import of it. */
  readonly again?: boolean;
}

interface ImportState {
  readonly state: 'running' | 'done' | 'failed';
  readonly total: number;
  readonly done: number;
  readonly created: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly error?: { readonly message: string };
  readonly lines: readonly {
    readonly line: number;
    readonly outcome: string;
    readonly reasons?: readonly { readonly field?: string; readonly message: string }[];
  }[];
}

const POLL_MS = 150;

/**
 * Imports a CSV file and prints each line that was rejected, with its reasons. The idempotency key follows from the
 * file's content, so the same call after a crash takes up where the first one ended and creates nothing twice.
 */
export async function importLeads(api: LeadlineApi, file: string, options: ImportOptions): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new CliError(`There is no file ${file}`);
  const query = new URLSearchParams({ dryRun: String(options.dryRun ?? false) });
  if (options.mapping !== undefined) query.set('mapping', options.mapping);
  if (options.duplicates !== undefined) query.set('duplicates', options.duplicates);
  const key = createHash('sha256').update(`${query.toString()}\n`);
  for await (const chunk of createReadStream(file)) key.update(chunk as Uint8Array);
  if (options.again) key.update(new Date().toISOString());
  const { importId } = await api.json<{ importId: string }>(`/api/leads/import?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', 'content-length': String(found.size), 'idempotency-key': key.digest('hex') },
    body: Readable.toWeb(createReadStream(file)),
  });
  const done = await watch(api, importId, options.dryRun ? 'Dry run' : 'Import');
  report(done, options.dryRun ?? false);
}

async function watch(api: LeadlineApi, importId: string, title: string): Promise<ImportState> {
  const bar = progress(title);
  try {
    for (;;) {
      const state = await api.json<ImportState>(`/api/leads/imports/${importId}?outcome=rejected`);
      bar.show(state.total > 0 ? state.done / state.total : 0, `${state.done} of ${state.total}`);
      if (state.state !== 'running') return state;
      await pause(POLL_MS);
    }
  } finally {
    bar.end();
  }
}

function report(state: ImportState, dryRun: boolean): void {
  for (const { line, reasons } of state.lines.filter(({ outcome }) => outcome === 'rejected')) {
    for (const { field, message } of reasons ?? []) {
      process.stdout.write(`line ${line}${field === undefined ? '' : `, ${field}`}: ${message}\n`);
    }
  }
  if (state.state === 'failed') throw new CliError(state.error?.message ?? 'The import failed');
  const created = dryRun ? 'would be created' : 'created';
  process.stdout.write(
    `${state.total} records: ${state.created} ${created}, ${state.duplicates} duplicates, ${state.rejected} rejected\n`,
  );
}
