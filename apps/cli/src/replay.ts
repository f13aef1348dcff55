import type { LeadlineApi } from './leadline-api.js';
import { CliError } from './leadline-api.js';

interface Step {
  readonly event: {
    readonly revision: number;
    readonly type: string;
    readonly at: string;
    readonly actor: { readonly name: string };
  };
  readonly changes: readonly { readonly field: string; readonly from?: unknown; readonly to?: unknown }[];
}

/** Prints the life of an element step by step: what happened, who did it, what it changed. */
export async function replay(api: LeadlineApi, kind: string, id: string, options: { json?: boolean }): Promise<void> {
  if (kind !== 'lead') throw new CliError(`There is no replay of "${kind}" yet; there is one of: lead`);
  const { body } = await api.request(`/api/leads/${encodeURIComponent(id)}/replay`);
  for await (const line of linesOf(body)) {
    process.stdout.write(options.json ? `${line}\n` : told(JSON.parse(line) as Step));
  }
}

function told({ event, changes }: Step): string {
  const head = `${String(event.revision).padStart(4)}  ${event.at}  ${event.type}  (${event.actor.name})\n`;
  return head + changes.map(({ field, from, to }) => `        ${field}: ${shown(from)} → ${shown(to)}\n`).join('');
}

function shown(value: unknown): string {
  return value === undefined || value === null ? '–' : JSON.stringify(value);
}

async function* linesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
