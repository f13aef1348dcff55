import type { CommandBus } from '@nestjs/cqrs';
import type { Blobs } from '@leadline/engines/blobs';
import type { Handled } from '@leadline/event-sourcing';
import type { LeadImportEvent, RequestImport } from '@leadline/leads-domain';
import type { Circumstances } from '@leadline/service-kit';
import { createdId } from '../lead/handle-lead.js';
import { HandleLeadImport } from './handle-lead-import.js';

/** The largest file taken at once. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** A file of leads, with what is to be done with it. */
export interface FileOfLeads extends Omit<RequestImport['data'], 'blobId' | 'size'> {
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Keeps the file and asks for its import; the work goes on in the worker. The import's id follows from the command's, so
 * the same request again is the same import.
 * @throws BlobTooLargeError
 */
export async function requestImport(
  { commands, blobs }: { readonly commands: Pick<CommandBus, 'execute'>; readonly blobs: Pick<Blobs, 'put'> },
  { content, ...how }: FileOfLeads,
  circumstances: Pick<Circumstances, 'metadata' | 'hasIdempotencyKey'>,
): Promise<Handled<LeadImportEvent>> {
  const { id: blobId, size } = await blobs.put(content, { maxBytes: MAX_FILE_BYTES });
  const { metadata } = circumstances;
  const command = { type: 'RequestImport' as const, data: { ...how, blobId, size }, metadata };
  return commands.execute(new HandleLeadImport(createdId(circumstances), command));
}
