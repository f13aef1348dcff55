import { createHash } from 'node:crypto';
import { BlobTooLargeError, type BlobInfo } from './port.js';

/** A content on its way into storage, weighed and hashed as it passes. */
export interface MeasuredContent {
  /** Passes the content on, chunk by chunk. @throws BlobTooLargeError once it is longer than allowed */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** What passed. To be asked once, after the last chunk. */
  info(): BlobInfo;
  /** True when the content's own source failed, or was too long: no fault of the storage. */
  hasFailed(): boolean;
}

export function measure(content: AsyncIterable<Uint8Array>, maxBytes: number): MeasuredContent {
  const hash = createHash('sha256');
  let size = 0;
  let failed = false;

  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of content) {
        size += chunk.byteLength;
        if (size > maxBytes) throw new BlobTooLargeError(maxBytes);
        hash.update(chunk);
        yield chunk;
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  }

  return { chunks: chunks(), info: () => ({ id: `sha256-${hash.digest('hex')}`, size }), hasFailed: () => failed };
}

const ID = /^sha256-([0-9a-f]{64})$/;

/** The hash in a blob's id; null for what is none, so that an id can never lead elsewhere. */
export function hashOf(id: string): string | null {
  return ID.exec(id)?.[1] ?? null;
}

/** A range within a blob: first byte and number of bytes, none where it begins behind the end. @throws RangeError */
export function rangeWithin(
  size: number,
  range: { readonly start: number; readonly end?: number } = { start: 0 },
): { readonly start: number; readonly length: number } {
  const { start, end = Number.MAX_SAFE_INTEGER } = range;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start) {
    throw new RangeError(`No range of bytes: ${start} to ${end}`);
  }
  return { start, length: Math.max(0, Math.min(end, size - 1) - start + 1) };
}
