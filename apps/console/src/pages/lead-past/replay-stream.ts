import type { ReplayStep } from '@leadline/leads-contracts';
import { unreachable } from '../../api/problem.js';

/**
 * Reads a replay while it arrives: the steps of each piece at once, in their order.
 * @throws Problem where it breaks off, so that half a replay is never taken for a whole one
 */
export async function* readReplay(body: ReadableStream<Uint8Array>): AsyncGenerator<readonly ReplayStep[]> {
  for await (const lines of readLines(body)) {
    const steps = lines.filter((line) => line.trim() !== '').map(stepIn);
    if (steps.length > 0) yield steps;
  }
}

/** The lines of each piece that has arrived; a line that is not complete yet waits for the next one. */
async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<readonly string[]> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (lines.length > 0) yield lines;
    }
  } finally {
    // Nobody reads on: the server need not either.
    await reader.cancel().catch(() => undefined);
  }
  yield [rest + decoder.decode()];
}

function stepIn(line: string): ReplayStep {
  const step = parsed(line);
  if (!isStep(step)) throw unreachable();
  return step;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // A line that was cut in two by a connection that broke.
    return null;
  }
}

function isStep(value: unknown): value is ReplayStep {
  return typeof value === 'object' && value !== null && 'event' in value && 'state' in value && 'changes' in value;
}
