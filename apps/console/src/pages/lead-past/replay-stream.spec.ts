import { describe, expect, it } from '@jest/globals';
import type { ReplayStep } from '@leadline/leads-contracts';
import { readReplay } from './replay-stream.js';

const line = (revision: number): string =>
  `${JSON.stringify({ event: { revision, text: 'Über' }, state: {}, changes: [] })}\n`;

function body(...pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function stepsOf(stream: ReadableStream<Uint8Array>): Promise<ReplayStep[]> {
  const steps: ReplayStep[] = [];
  for await (const some of readReplay(stream)) steps.push(...some);
  return steps;
}

describe('a replay that arrives', () => {
  it('is read whole wherever it was cut into pieces', async () => {
    const all = bytes(line(0) + line(1) + line(2));
    for (let cut = 0; cut <= all.length; cut += 1) {
      const steps = await stepsOf(body(all.slice(0, cut), all.slice(cut)));
      expect(steps.map(({ event }) => [event.revision, event.text])).toEqual([
        [0, 'Über'],
        [1, 'Über'],
        [2, 'Über'],
      ]);
    }
  });

  it('needs no line break at its end, and may be empty', async () => {
    expect(await stepsOf(body(bytes(line(0).trimEnd())))).toHaveLength(1);
    expect(await stepsOf(body())).toEqual([]);
  });

  it('is an error where it breaks off within a step, or holds something else', async () => {
    await expect(stepsOf(body(bytes(line(0) + line(1).slice(0, 20))))).rejects.toMatchObject({ code: 'network' });
    await expect(stepsOf(body(bytes('<html>\n')))).rejects.toMatchObject({ code: 'network' });
    await expect(stepsOf(body(bytes('{}\n')))).rejects.toMatchObject({ code: 'network' });
  });

  it('is not read on when nobody wants more', async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytes(line(0))),
      cancel: () => void (cancelled = true),
    });
    for await (const _ of readReplay(endless)) break;
    expect(cancelled).toBe(true);
  });
});
