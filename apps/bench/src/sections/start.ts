import { signIn } from '../api.js';
import type { Bench } from '../bench.js';
import { caughtUp } from '../lead-folder.js';
import { median } from '../measure.js';
import { startProduct, type Memory } from '../processes.js';
import { megabytes, type Row } from '../report.js';

const AIM_MS = 2_000;
const AIM_BYTES = 300e6;
/** After a start the garbage of it goes, or does not. */
const SETTLE_MS = 3_000;

/** How soon an installation with many leads is there again, and what it takes. */
export async function start({ quick, leadFolder }: Bench): Promise<Row[]> {
  const { path, leads } = await leadFolder();
  const starts: number[] = [];
  const memory: Memory[] = [];
  await catchUp(path);
  for (let round = 0; round < (quick ? 2 : 3); round += 1) {
    const product = await startProduct(path);
    starts.push(product.startedMs);
    await new Promise((wake) => setTimeout(wake, SETTLE_MS));
    memory.push(product.memory());
    await product.stop();
  }
  const tookMs = median(starts);
  const settled = median(memory.map(({ nowBytes }) => nowBytes));
  const peak = median(memory.map(({ peakBytes }) => peakBytes));
  return [
    {
      what: `start at ${leads.toLocaleString('en')} leads, until ready`,
      measured: `${(tookMs / 1_000).toFixed(2)} s`,
      aim: '< 2 s',
      met: tookMs < AIM_MS,
    },
    {
      what: 'memory then, whole process (RSS)',
      measured: `${megabytes(settled)}, at most ${megabytes(peak)}`,
      aim: '< 300 MB',
      met: peak < AIM_BYTES,
    },
  ];
}

/** So that a start has nothing left to do. */
async function catchUp(path: string): Promise<void> {
  const product = await startProduct(path);
  try {
    await caughtUp(await signIn(product.url));
  } finally {
    await product.stop();
  }
}
