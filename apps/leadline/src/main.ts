import { createAuthenticator, ensureFirstAdministrator, type FirstAdministrator } from '@leadline/identity-service';
import {
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

/** How long requests may take to finish once it stops. Half of what compose and Kubernetes wait. */
const PATIENCE_MS = 12_000;

/** Every service in one process: HTTP on this thread, the work behind it on another. */
async function main(): Promise<void> {
  refuseOldNode();
  const started = performance.now();
  const config = loadConfig(process.env, process.stdout.isTTY);
  const logger = createLogger(config.logLevel);
  const engines = await openApiEngines(config);
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
    if (stopping) process.exit(1); // asked for twice: at once
    stopping = true;
    logger.info({ signal }, 'Stopping: what runs is finished first');
    drainApi(app);
    // Whoever keeps a request open without end must not keep the process.
    const patience = setTimeout(() => app.getHttpServer().closeAllConnections(), PATIENCE_MS);
    await app.close();
    clearTimeout(patience);
    await worker.stop();
    await engines.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void stop(signal).catch((error: unknown) => fail(error)));
  }

  await app.listen({ port: config.port, host: config.host });
  // Only now that nothing can go wrong with the address: a password that is shown once must be shown.
  welcome(config, await ensureFirstAdministrator({ eventStore: engines.eventStore, admin: config.admin }));
  await worker.ready;
  logger.info({ port: config.port, tookMs: Math.round(performance.now() - started) }, 'Leadline is ready');
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
  process.stderr.write(`${sentenceFor(error) ?? inspectable(error)}\n`);
  process.exit(1);
}

/** Their own messages say what to do; a stack would only hide that. */
const TELLING = new Set(['ConfigError', 'DataFolderInUseError', 'EngineUnavailableError', 'EventStoreFileError']);

/** What the operating system refuses, and what to do about it. */
const REFUSALS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port is taken by another program. Set PORT to another one.',
  EADDRNOTAVAIL: 'This machine has no such address. Set HOST to one of its own, or leave it out.',
  EACCES:
    'The system does not allow it. Ports below 1024 and folders of others need more rights: set PORT or LEADLINE_DATA.',
  ENOTDIR: 'The data folder cannot be made there: part of its path is a file. Set LEADLINE_DATA to another one.',
  EROFS: 'The data folder cannot be made there: nothing can be written. Set LEADLINE_DATA to another one.',
};

function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (TELLING.has(error.name)) return error.message;
  const refusal = 'code' in error ? REFUSALS[String(error.code)] : undefined;
  return refusal && `${refusal} (${error.message})`;
}

function inspectable(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch(fail);
