import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseOptions, usage, type Options } from './arguments.js';
import { edgeProcess, isConsoleBuilt } from './edge.js';
import { engineAddresses, nginxPath, type EngineAddresses } from './engines.js';
import { freePortsAfter, isFree } from './ports.js';
import { repository } from './repository.js';
import { replicasOf, roles, type Replica } from './services.js';
import { supervise, type ChildSpec } from './supervisor.js';
import { terminal } from './terminal.js';
import { untilReady } from './until-ready.js';
import { UserError } from './user-error.js';

/** Every service as processes of its own on the engines, behind nginx: the distributed form on one machine. */
async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (!options) return void process.stdout.write(`${usage}\n`);
  const port = portOf(process.env['PORT']);
  if (!(await isFree(port)))
    throw new UserError(`The port ${port} is taken by another program. Set PORT to another one.`);
  const [addresses, nginx] = [await engineAddresses(process.env), await nginxPath()];
  const count = options.services.length * roles.length * options.replicas;
  const replicas = replicasOf(options.services, options.replicas, await freePortsAfter(port, count));
  const publicUrl = process.env['PUBLIC_URL'] ?? '';
  const url = publicUrl || `http://localhost:${port}`;

  const folder = mkdtempSync(join(tmpdir(), 'leadline-services-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const screen = terminal((text) => process.stdout.write(text), Math.max(...replicas.map(({ name }) => name.length)));
  const supervisor = supervise({
    restart: options.restart,
    onLine: (name, line) => screen.show(name, line),
    onChange: (pids) => keepPids(options.pidsFile, pids),
  });
  stopOnSignals(async () => {
    await supervisor.stop(['edge']);
    await supervisor.stop(replicas.map(({ name }) => name));
  }, supervisor.killAll);

  try {
    await inTurns(replicas, 2 * availableParallelism(), async (replica) => {
      supervisor.start(serviceProcess(replica, addresses, url));
      await untilReady(replica.name, `http://127.0.0.1:${replica.port}`, supervisor);
    });
    const host = process.env['HOST'] || '0.0.0.0';
    supervisor.start(edgeProcess({ nginx, host, port, publicUrl, folder, replicas }));
    await untilReady('edge', `http://127.0.0.1:${port}`, supervisor);
  } catch (error) {
    supervisor.killAll();
    throw error;
  }
  welcome(url, options, replicas, screen.firstSignIn());
}

function serviceProcess({ name, service, role, port }: Replica, engines: EngineAddresses, url: string): ChildSpec {
  return {
    name,
    command: process.execPath,
    args: ['--disable-warning=TimeoutNegativeWarning', `${repository}/apps/${service}/dist/main.js`],
    env: {
      ...engines,
      LEADLINE_ROLE: role,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      TRUSTED_PROXIES: process.env['TRUSTED_PROXIES'] || '1', // nginx
      // Twenty processes that tell of every request would drown what matters.
      LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn',
    },
    stopSignal: 'SIGTERM',
  };
}

function welcome(
  url: string,
  { restart }: Options,
  replicas: readonly Replica[],
  firstSignIn: readonly string[],
): void {
  const lines = [
    `  Leadline runs on ${url}, in ${replicas.length} processes behind nginx`,
    `  API docs: ${url}/api/docs`,
    ...(isConsoleBuilt() ? [] : ['  The console is not built, so there is no page yet: npm run build']),
    ...(firstSignIn.length > 0 ? ['', ...firstSignIn] : []),
    '',
    `  Ctrl-C stops them${restart ? '' : '; one that dies stays dead'}. The engines go on, with their data: npm run engines -- stop`,
  ];
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}

/** So many at once: on a small machine they would only slow each other down. */
async function inTurns<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const worker = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function stopOnSignals(stop: () => Promise<void>, kill: () => void): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) {
      kill();
      process.exit(1);
    }
    stopping = true;
    process.stdout.write('\n  Stopping …\n');
    stop().then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

/** In one step, so that a reader never sees half of it. */
function keepPids(file: string | undefined, pids: Readonly<Record<string, number>>): void {
  if (file === undefined) return;
  writeFileSync(`${file}.new`, `${JSON.stringify(pids, undefined, 2)}\n`);
  renameSync(`${file}.new`, file);
}

function portOf(text: string | undefined): number {
  const port = Number(text || '3000');
  if (!Number.isInteger(port) || port < 1 || port > 65_000) throw new UserError(`PORT=${text} must be 1 to 65000.`);
  return port;
}

function fail(error: unknown): never {
  const text = error instanceof UserError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

main().catch(fail);
