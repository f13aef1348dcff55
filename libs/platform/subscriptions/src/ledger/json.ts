/** The ledger's own JSON, as it was written. The one door between stored text and a type. */
export function fromJson<T>(text: unknown): T {
  return JSON.parse(String(text)) as T;
}

/** Offsets are decimal texts: padded to the digits of the largest 64-bit number they sort as they compare. */
export function sortableOffset(offset: string): string {
  return offset.padStart(20, '0');
}
