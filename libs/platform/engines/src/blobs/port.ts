/** What is known of a blob without reading it. */
export interface BlobInfo {
  /** `sha256-` and the content's hash in hex: equal contents are one blob. */
  readonly id: string;
  readonly size: number;
}

export interface PutOptions {
  /** Refuse, and keep nothing, once the stream is longer. Bytes. */
  readonly maxBytes: number;
}

/** The stream was longer than allowed. Nothing was kept. */
export class BlobTooLargeError extends Error {
  override readonly name = 'BlobTooLargeError';

  constructor(readonly maxBytes: number) {
    super(`The content is longer than ${maxBytes} bytes`);
  }
}

/** Files by their content. Written whole or not at all; never changed. No file is ever held in memory. */
export interface Blobs {
  put(content: AsyncIterable<Uint8Array>, options: PutOptions): Promise<BlobInfo>;
  /** null where there is no such blob. */
  info(id: string): Promise<BlobInfo | null>;
  /** The content, or a part of it (bytes, inclusive). @throws BlobNotFoundError */
  read(id: string, range?: { readonly start: number; readonly end?: number }): AsyncIterable<Uint8Array>;
  /** Harmless where there is none. */
  remove(id: string): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export class BlobNotFoundError extends Error {
  override readonly name = 'BlobNotFoundError';

  constructor(readonly id: string) {
    super(`No blob ${id}`);
  }
}
