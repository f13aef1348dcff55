import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A server in a process of its own. */
export interface Server {
  readonly url: string;
  /** From the start of the process until it said it was ready. */
  readonly startedMs: number;
  readonly memory: () => Memory;
  stop(): Promise<void>;
}

/** Of the whole process, all threads and native memory included. */
export interface Memory {
  readonly nowBytes: number;
  readonly peakBytes: number;
}

/** The only account there is in a fresh installation. */
export const ADMINISTRATOR = { email: 'admin@leadline.example', password: 'a password for the benchmark' };

const APPS = join(import.meta.dirname, '../..');
const READY_TIMEOUT_MS = 120_000;
const ASK_EVERY_MS = 10;

/** The whole product as a user runs it, with its log written to a file beside its data. */
export function startProduct(dataFolder: string): Promise<Server> {
  return start([join(APPS, 'leadline/dist/main.js')], '/health/ready', `${dataFolder}.log`, {
    LEADLINE_DATA: dataFolder,
    LEADLINE_ADMIN_EMAIL: ADMINISTRATOR.email,
    LEADLINE_ADMIN_PASSWORD: ADMINISTRATOR.password,
    // Counted as ever, never reached: one user does the work of thousands here.
    RATE_LIMIT_PER_USER: '1000000000',
  });
}

/** Fastify that stores each body with one durable insert, and nothing else. */
export function startBareServer(file: string): Promise<Server> {
  return start([join(import.meta.dirname, 'bare-server.js'), file], '/', `${file}.log`, {});
}

async function start(
  args: readonly string[],
  readyPath: string,
  logFile: string,
  environment: Readonly<Record<string, string>>,
): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = openSync(logFile, 'a');
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), ...environment },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  try {
    while (!(await isReady(`${url}${readyPath}`))) {
      const isGone = child.exitCode !== null || child.signalCode !== null;
      if (isGone || performance.now() - begun > READY_TIMEOUT_MS) {
        throw new Error(`${args.join(' ')} did not become ready:\n${readFileSync(logFile, 'utf8').slice(-4_000)}`);
      }
      await new Promise((wake) => setTimeout(wake, ASK_EVERY_MS));
    }
  } catch (error) {
    await end(child, 'SIGKILL');
    throw error;
  }
  const startedMs = performance.now() - begun;
  return { url, startedMs, memory: () => memoryOf(child.pid ?? 0), stop: () => end(child, 'SIGTERM') };
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(url).catch(() => null);
  await answer?.arrayBuffer();
  return answer?.ok === true;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** From /proc, so on Linux only; NaN elsewhere. */
function memoryOf(pid: number): Memory {
  let status = '';
  try {
    status = readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    // No such file on this system: the figures stay away.
  }
  const kibibytes = (field: string): number => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]);
  return { nowBytes: kibibytes('VmRSS') * 1_024, peakBytes: kibibytes('VmHWM') * 1_024 };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port to be had');
  return address.port;
}
