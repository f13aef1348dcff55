import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { UserError } from './user-error.js';

export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Asks it to finish what it does and end. */
  readonly stopSignal: NodeJS.Signals;
}

export interface SupervisorOptions {
  readonly restart: boolean;
  /** Whatever a child prints, line by line, and what happens to it. */
  readonly onLine: (name: string, line: string) => void;
  /** Whenever a process begins or ends. */
  readonly onChange: (pids: Readonly<Record<string, number>>) => void;
}

export interface Supervisor {
  /** Starts it, and from now on again whenever it ends. */
  start(spec: ChildSpec): void;
  /** Throws where a child has ended so soon and so often that it will not run. @throws UserError */
  assertAlive(name: string): void;
  /** Asks the children of these names to end, all at once, and waits; those that take too long are killed. */
  stop(names: readonly string[]): Promise<void>;
  /** Ends all of them now. */
  killAll(): void;
}

interface Child {
  readonly spec: ChildSpec;
  process: ChildProcess;
  gone: Promise<unknown>;
  /** In a row, each before it had run for a while. */
  failures: number;
  timer?: NodeJS.Timeout;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A process that ran for so long failed of something new, not of what the one before it failed of. */
const STABLE_MS = 60_000;
const HOPELESS_AFTER = 3;
/** A service gives its requests 12 s and its worker 20 s. */
const STOP_TIMEOUT_MS = 25_000;

/** Keeps processes running, each in a group of its own: Ctrl-C reaches this process alone, which ends them in order. */
export function supervise({ restart, onLine, onChange }: SupervisorOptions): Supervisor {
  const children = new Map<string, Child>();
  const stopping = new Set<string>();

  function tellChange(): void {
    const running = [...children].filter(([, { process }]) => isRunning(process));
    onChange(Object.fromEntries(running.map(([name, { process }]) => [name, process.pid ?? 0])));
  }

  function launch(spec: ChildSpec): Pick<Child, 'process' | 'gone'> {
    const { name, command, args, env } = spec;
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const startedAtMs = performance.now();
    for (const stream of [child.stdout, child.stderr]) readLines(stream, (line) => onLine(name, line));
    const gone = once(child, 'exit').then(
      ([code, signal]: readonly unknown[]) => ended(name, startedAtMs, String(signal ?? code)),
      (error: unknown) => ended(name, startedAtMs, String(error)),
    );
    return { process: child, gone };
  }

  function ended(name: string, startedAtMs: number, how: string): void {
    const child = children.get(name);
    if (!child || stopping.has(name)) return;
    child.failures = performance.now() - startedAtMs > STABLE_MS ? 1 : child.failures + 1;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (child.failures - 1), LONGEST_PAUSE_MS);
    onLine(name, restart ? `ended (${how}); started again in ${pauseMs / 1_000} s` : `ended (${how})`);
    tellChange();
    if (!restart) return;
    child.timer = setTimeout(() => {
      Object.assign(child, launch(child.spec));
      tellChange();
    }, pauseMs);
  }

  return {
    start(spec) {
      children.set(spec.name, { spec, failures: 0, ...launch(spec) });
      tellChange();
    },

    assertAlive(name) {
      const child = children.get(name);
      if (!child || child.failures < (restart ? HOPELESS_AFTER : 1)) return;
      throw new UserError(`${name} does not run. What it printed stands above.`);
    },

    async stop(names) {
      const asked = names.map((name) => children.get(name)).filter((child) => child !== undefined);
      for (const child of asked) {
        stopping.add(child.spec.name);
        clearTimeout(child.timer);
        if (isRunning(child.process)) child.process.kill(child.spec.stopSignal);
      }
      const late = setTimeout(() => asked.forEach(({ process }) => process.kill('SIGKILL')), STOP_TIMEOUT_MS);
      await Promise.all(asked.filter(({ process }) => isRunning(process)).map(({ gone }) => gone));
      clearTimeout(late);
      tellChange();
    },

    killAll() {
      for (const [name, child] of children) {
        stopping.add(name);
        clearTimeout(child.timer);
        child.process.kill('SIGKILL');
      }
    },
  };
}

function isRunning({ exitCode, signalCode, pid }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}

function readLines(stream: Readable | null, onLine: (line: string) => void): void {
  if (stream) createInterface({ input: stream }).on('line', onLine);
}
