import { parseArgs } from 'node:util';
import { startStandIn } from './index.js';

const usage = 'Usage: main.js --port PORT --data FOLDER';

/** Runs the stand-in in the foreground; prints `ready URL` when it answers, ends in good order on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, data: { type: 'string' } } });
  const port = Number(values.port);
  if (!values.data || values.port === undefined || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(usage);
  }
  const standIn = await startStandIn({ port, dataFolder: values.data });
  const stop = () => {
    standIn.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  console.log(`ready ${standIn.url}`);
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

main().catch(fail);
