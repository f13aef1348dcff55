import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine, EngineRun } from './engine.js';
import { connectOnce } from './ports.js';

const main = fileURLToPath(new URL('../event-store-stand-in/dist/main.js', import.meta.url));
const logName = 'event-store';

/** Our stand-in for EventStoreDB: its wire protocol, over the SQLite event store. No registry has the server. */
export const eventStore: Engine = {
  name: 'event-store',
  variable: 'EVENT_STORE_URL',
  ports: ['eventStore'],
  missing: () => Promise.resolve(existsSync(main) ? [] : [`event-store: ${main} is not built. Run: npm run build`]),
  setUp: () => Promise.resolve(),
  prepare: () => Promise.resolve(),
  start,
  url: (port) => `esdb://127.0.0.1:${port('eventStore')}?tls=false`,
};

async function start(run: EngineRun): Promise<void> {
  const port = run.port('eventStore');
  const { logFile } = run.launch({
    name: logName,
    command: process.execPath,
    args: [main, '--port', String(port), '--data', join(run.dataFolder)],
    stopSignal: 'SIGTERM',
  });
  await run.until(async () => {
    if (!/^ready\b/m.test(readFileSync(logFile, 'utf8'))) throw new Error('It has not said that it is ready.');
    await connectOnce(port);
  });
}
