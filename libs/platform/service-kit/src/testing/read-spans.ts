import { readFile } from 'node:fs/promises';

export interface WrittenSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly isError: boolean;
  readonly links: readonly { readonly traceId: string }[];
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface OtlpLine {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[] }[];
}
interface OtlpSpan extends Omit<WrittenSpan, 'attributes' | 'isError'> {
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code?: number };
}

/** The spans in a file that LEADLINE_TRACE_FILE named, in the order in which they ended. A line that is being written is not there yet. */
export async function readSpans(file: string): Promise<WrittenSpan[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
  return lines
    .flatMap((line) => (JSON.parse(line) as OtlpLine).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
    .map((span) => ({
      ...span,
      isError: span.status.code === 2,
      attributes: Object.fromEntries(span.attributes.map(({ key, value }) => [key, Object.values(value)[0]])),
    }));
}
