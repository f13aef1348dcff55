import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administrator, freePort, repository, until } from './leadline-process.js';

/** `npm run start:services`: every service in processes of its own behind nginx, reached over HTTP alone. */
export interface RunningServices {
  readonly url: string;
  readonly administrator: { readonly email: string; readonly password: string };
  /** All they have printed so far. */
  output(): string;
  /** Ids of the processes that run, by name: `leads-api-1`, `edge`. */
  pids(): Promise<Readonly<Record<string, number>>>;
  /** As a crash ends it: SIGKILL. It stays dead. */
  kill(name: string): Promise<void>;
  /** Stops all of them; resolves with the exit code. */
  stop(): Promise<number | null>;
}

export interface ServicesOptions {
  readonly replicas?: number;
  /** Default: all. */
  readonly services?: readonly string[];
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

const READY_TIMEOUT_MS = 180_000;

/**
 * Starts the built services (`npm run build` first) on the engines of EVENT_STORE_URL, KAFKA_BROKERS and MONGODB_URL, and
 * waits until all are ready. What dies is not started again.
 */
export async function startServices(options: ServicesOptions = {}): Promise<RunningServices> {
  const folder = await mkdtemp(join(tmpdir(), 'leadline-services-e2e-'));
  const pidsFile = join(folder, 'pids.json');
  const port = options.port ?? (await freePort());
  const chosen = options.services ? ['--services', options.services.join(',')] : [];
  const args = ['--replicas', String(options.replicas ?? 2), '--no-restart', '--pids', pidsFile, ...chosen];
  const child = spawn(process.execPath, [join(repository, 'infra/services/dist/main.js'), ...args], {
    cwd: repository,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      LEADLINE_ADMIN_EMAIL: administrator.email,
      LEADLINE_ADMIN_PASSWORD: administrator.password,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const gone = once(child, 'exit');

  const pids = async (): Promise<Readonly<Record<string, number>>> =>
    JSON.parse(await readFile(pidsFile, 'utf8')) as Record<string, number>;
  const stop = async (): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await gone;
    await rm(folder, { recursive: true, force: true });
    return child.exitCode;
  };
  await until(
    async () => {
      if (child.exitCode !== null) throw new Error(`The services ended with ${child.exitCode}:\n${printed}`);
      return printed.includes('Leadline runs on');
    },
    READY_TIMEOUT_MS,
    () => `The services were not ready:\n${printed}`,
  ).catch(async (error: unknown) => {
    await stop();
    throw error;
  });

  return {
    url: `http://127.0.0.1:${port}`,
    administrator,
    output: () => printed,
    pids,
    kill: async (name) => {
      const pid = (await pids())[name];
      if (pid === undefined) throw new Error(`${name} does not run`);
      process.kill(pid, 'SIGKILL');
      await until(async () => (await pids())[name] === undefined);
    },
    stop,
  };
}
