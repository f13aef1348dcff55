import { UnreadableFileError } from './import-problem.js';

export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The first bytes of what people take for a CSV file: a zip (xlsx, ods) and an OLE document (xls). */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * How a text file is encoded: by its byte order mark, else UTF-8 where all of it is valid UTF-8, else Windows-1252, which
 * is what Excel writes as "CSV" on a Windows of western Europe. Text of that is never valid UTF-8 by chance, once there is
 * an umlaut in it.
 * @throws UnreadableFileError where it is empty, or no text
 */
export async function detectEncoding(content: AsyncIterable<Uint8Array>): Promise<FileEncoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let head = new Uint8Array();
  let isUtf8 = true;
  let hasNul = false;
  for await (const chunk of content) {
    if (head.length < 4) head = new Uint8Array([...head, ...chunk.subarray(0, 4 - head.length)]);
    hasNul ||= chunk.includes(0);
    isUtf8 &&= isDecodable(utf8, chunk);
  }
  isUtf8 &&= isDecodable(utf8);
  if (head.length === 0) throw new UnreadableFileError('lead-import.file-empty');
  if (WORKBOOKS.some((bytes) => startsWith(head, bytes))) throw new UnreadableFileError('lead-import.file-excel');
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  if (hasNul) throw new UnreadableFileError('lead-import.file-binary');
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

/**
 * The text of a file, without its byte order mark, in pieces.
 * @throws UnreadableFileError for NUL characters: no text has them, and not every store takes them
 */
export async function* decoded(content: AsyncIterable<Uint8Array>, encoding: FileEncoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of content) yield textOf(decoder.decode(chunk, { stream: true }));
  yield textOf(decoder.decode());
}

function textOf(text: string): string {
  if (text.includes('\0')) throw new UnreadableFileError('lead-import.file-binary');
  return text;
}

function isDecodable(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
