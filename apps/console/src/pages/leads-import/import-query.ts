import { queryOptions } from '@tanstack/react-query';
import { leads, transport } from '../../api/clients.js';
import { answer, command } from '../../api/command.js';
import type { components } from '../../api/schema/leads.js';
import { mappingText, type Mapping } from './mapping.js';

export type ImportProgress = components['schemas']['ImportProgressAnswer'];
export type ImportLine = components['schemas']['ImportLineAnswer'];
export type Outcome = ImportLine['outcome'];

export interface ImportOptions {
  readonly duplicates: 'create' | 'skip';
  readonly mapping: Mapping;
}

export interface ImportRequest extends ImportOptions {
  readonly file: File;
  /** The check that was looked at before; without one this is a check, which creates nothing. */
  readonly checkedAs?: string;
}

/** While it runs: as often as a progress bar needs. */
const EVERY_MS = 600;

/** How far an import is, with its lines of one outcome, or all; asked again until it is done. */
export const importQuery = (importId: string, language: string, outcome?: Outcome) =>
  queryOptions({
    queryKey: ['imports', importId, language, outcome ?? 'all'],
    queryFn: ({ signal }) =>
      answer(
        leads.GET('/api/leads/imports/{importId}', { params: { path: { importId }, query: { outcome } }, signal }),
      ),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? EVERY_MS : false),
    // What is done stays as it is.
    staleTime: ({ state }) => (state.data && state.data.state !== 'running' ? Infinity : 0),
  });

/**
 * Hands in a file; the work goes on at the server. What was checked is imported once, however often this is asked for.
 * @throws Problem
 */
export async function requestImport({ file, duplicates, mapping, checkedAs }: ImportRequest): Promise<string> {
  const url = new URL('/api/leads/import', location.origin);
  url.searchParams.set('dryRun', String(checkedAs === undefined));
  url.searchParams.set('duplicates', duplicates);
  const written = mappingText(mapping);
  if (written !== undefined) url.searchParams.set('mapping', written);
  const { importId } = await command<{ readonly importId: string }>(async (headers) => {
    const key = checkedAs === undefined ? headers['Idempotency-Key'] : `import-${checkedAs}`;
    const sent = { 'Idempotency-Key': key, 'content-type': 'text/csv' };
    const response = await transport(new Request(url, { method: 'POST', headers: sent, body: file }));
    const body: unknown = await response.json().catch(() => null);
    return isRequested(body) ? { data: body, response } : { error: body, response };
  });
  return importId;
}

function isRequested(body: unknown): body is { readonly importId: string } {
  return typeof body === 'object' && body !== null && 'importId' in body && typeof body.importId === 'string';
}
