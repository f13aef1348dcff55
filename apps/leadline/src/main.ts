import { createAuthenticator, ensureFirstAdministrator, type FirstAdministrator } from '@leadline/identity-service';
import {
  ConfigError,
  createApi,
  createLogger,
  drainApi,
  loadConfig,
  openApiEngines,
  startWorkerThread,
  type Config,
} from '@leadline/service-kit';
import { services } from './services.js';
import { StartPageModule } from './start-page.http.js';

const OLDEST_NODE = 24;

/** Every service in one process: HTTP on this thread, the work behind it on another. */
async function main(): Promise<void> {
  refuseOldNode();
  const started = performance.now();
  const config = loadConfig(process.env, process.stdout.isTTY);
  const logger = createLogger(config.logLevel);
  const engines = await openApiEngines(config);
  const administrator = await ensureFirstAdministrator({ eventStore: engines.eventStore, admin: config.admin });
  const worker = startWorkerThread({
    entry: new URL('./worker.js', import.meta.url),
    config,
    eventStore: engines.writer,
    logger,
  });
  const app = await createApi({
    services,
    modules: [StartPageModule],
    engines,
    config,
    authenticator: createAuthenticator({ eventStore: engines.eventStore }),
    logger,
    checks: { worker: async () => assertRunning(worker.isRunning()) },
  });

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'Stopping: what runs is finished first');
    drainApi(app);
    await app.close();
    await worker.stop();
    await engines.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void stop(signal).catch((error: unknown) => fail(error)));
  }

  await app.listen({ port: config.port, host: config.host });
  await worker.ready;
  logger.info({ port: config.port, tookMs: Math.round(performance.now() - started) }, 'Leadline is ready');
  welcome(config, administrator);
}

function assertRunning(isRunning: boolean): void {
  if (!isRunning) throw new Error('The worker thread does not run');
}

/** For the person at the terminal, once; everything else goes to the log. */
function welcome(config: Config, administrator: FirstAdministrator): void {
  const address = config.publicUrl ?? `http://localhost:${config.port}`;
  const lines = ['', `  Leadline runs on ${address}`, `  API docs: ${address}/api/docs`];
  if (config.engines.kind === 'embedded') lines.push(`  Data: ${config.engines.folder}`);
  if (administrator.created) {
    lines.push('', '  First administrator, shown this once:', `    e-mail:   ${administrator.email}`);
    lines.push(`    password: ${administrator.password ?? '(the one in LEADLINE_ADMIN_PASSWORD)'}`);
  }
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

function refuseOldNode(): void {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return;
  process.stderr.write(
    `Leadline needs Node ${OLDEST_NODE} or newer, this is ${process.versions.node}. Start it with \`npm start\`, which brings its own.\n`,
  );
  process.exit(1);
}

function fail(error: unknown): void {
  const isExpected = error instanceof ConfigError || (error instanceof Error && EXPECTED.has(error.name));
  process.stderr.write(`${isExpected && error instanceof Error ? error.message : inspectable(error)}\n`);
  process.exit(1);
}

/** Their messages say what to do; a stack would only hide that. */
const EXPECTED = new Set(['DataFolderInUseError', 'EngineUnavailableError', 'EventStoreFileError']);

function inspectable(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch(fail);
