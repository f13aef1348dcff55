import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Leadline as a user runs it: a process of its own, reached over HTTP alone. */
export interface LeadlineProcess {
  readonly url: string;
  readonly dataFolder: string;
  readonly administrator: { readonly email: string; readonly password: string };
  /** All it has printed so far, both streams. */
  output(): string;
  /** As an operator stops it; resolves with the exit code once it is gone. */
  stop(): Promise<number | null>;
  /** As a crash stops it, at once and in the midst of everything: SIGKILL. What the system had taken for the disk still gets there. */
  kill(): Promise<void>;
  /** The same installation again, on the same data. */
  restart(): Promise<LeadlineProcess>;
  /** Stops it and throws its data away. */
  dispose(): Promise<void>;
}

export interface StartOptions {
  readonly dataFolder?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What stands behind `npm start --`. */
  readonly args?: readonly string[];
}

/** The root of the repository, from wherever a spec or a built script stands. */
export const repository = resolve(import.meta.dirname, '../../..');

/** Of every installation that a test starts. */
export const administrator = { email: 'admin@leadline.example', password: 'a password for the tests only' };
const READY_TIMEOUT_MS = 60_000;

/**
 * Starts the built product (`npm run build` first) and waits until it is ready. The engines are those of the environment:
 * embedded, or the real ones where EVENT_STORE_URL, KAFKA_BROKERS and MONGODB_URL are set.
 */
export async function startLeadline(options: StartOptions = {}): Promise<LeadlineProcess> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'leadline-e2e-')));
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, [join(repository, 'apps/leadline/dist/main.js'), ...(options.args ?? [])], {
    cwd: repository,
    env: {
      ...process.env,
      NODE_OPTIONS: '--disable-warning=TimeoutNegativeWarning',
      PORT: String(port),
      LEADLINE_DATA: dataFolder,
      LEADLINE_ADMIN_EMAIL: administrator.email,
      LEADLINE_ADMIN_PASSWORD: administrator.password,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  const output = (): string => printed;
  await untilReady(child, url, output);

  const stop = (): Promise<number | null> => end(child, 'SIGTERM');
  return {
    url,
    dataFolder,
    administrator,
    output,
    stop,
    kill: async () => {
      await end(child, 'SIGKILL');
    },
    restart: async () => {
      await stop();
      return startLeadline({ ...options, dataFolder, port });
    },
    dispose: async () => {
      await stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
  return child.exitCode;
}

async function untilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  let lastAnswer = 'nobody answered';
  await until(
    async () => {
      if (child.exitCode !== null) throw new Error(`Leadline ended with ${child.exitCode}:\n${output()}`);
      const answer = await fetch(`${url}/health/ready`).catch(() => null);
      if (answer) lastAnswer = await answer.text();
      return answer?.ok === true;
    },
    READY_TIMEOUT_MS,
    () => `Leadline was not ready: ${lastAnswer}\n${output()}`,
  ).catch(async (error: unknown) => {
    await end(child, 'SIGKILL');
    throw error;
  });
}

/** Waits for a condition, asking ever less often. */
export async function until(
  holds: () => Promise<boolean>,
  timeoutMs = 15_000,
  complaint: () => string = () => 'The condition did not come true in time',
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (let pauseMs = 10; !(await holds()); pauseMs = Math.min(pauseMs * 1.5, 250)) {
    if (Date.now() > deadline) throw new Error(complaint());
    await new Promise((wake) => setTimeout(wake, pauseMs));
  }
}

/**
 * A port that nobody listens on. Not one that the system would choose, which it may give to any outgoing connection before
 * it is listened on, and so may those after it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + randomInt(10_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
