import { loadConfig, openEngines, resetCheckpoints } from '@leadline/service-kit';
import { explain } from './open-leadline.js';

/**
 * Lets reactions and publications go on that are refused because the events were restored from a backup older than their
 * checkpoints. On the engines themselves: no event, and so no request to a Leadline that runs, can ask for it.
 */
export async function resetAheadOfLog(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const engines = await openEngines(loadConfig(env)).catch(explain);
  try {
    const reset = await resetCheckpoints(engines.ledger);
    for (const { subscription, partition, checkpoint, head } of reset) {
      process.stdout.write(`${subscription}/${partition}: from ${checkpoint} back to ${head ?? 'the beginning'}\n`);
    }
    if (reset.length === 0) process.stdout.write('Nothing is ahead of the log\n');
  } finally {
    await engines.close();
  }
}
