import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Image } from './build-stage.js';

export interface Container {
  readonly pid: number;
  /** All it has printed so far. */
  output(): string;
  /** As `docker stop`: SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Resolves with the exit code once it has ended by itself. */
  ended(): Promise<number | null>;
}

const START_TIMEOUT_MS = 90_000;

/** Runs what the image says, as its user. */
export function startImage(image: Image, env: Readonly<Record<string, string>>): Container {
  const child = image.root.start(image.command, { ...image, env: { ...image.env, ...env } }, [
    'ignore',
    'pipe',
    'pipe',
  ]);
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const gone = once(child, 'exit');
  const ended = async (): Promise<number | null> => {
    await gone;
    return child.exitCode;
  };
  return {
    pid: child.pid ?? 0,
    output: () => printed,
    ended,
    stop: () => {
      if (isRunning(child)) child.kill('SIGTERM');
      return ended();
    },
  };
}

/** Asks by the image's own health check until it says yes. @throws Error where it never does, or the process ends */
export async function untilHealthy(
  image: Image,
  env: Readonly<Record<string, string>>,
  container: Container,
): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  let hasEnded = false;
  void container.ended().then(() => (hasEnded = true));
  while (!(await isHealthy(image, env))) {
    if (hasEnded) throw new Error(`It ended:\n${container.output()}`);
    if (performance.now() > deadline) throw new Error(`Its health check says no:\n${container.output()}`);
    await pause(200);
  }
}

async function isHealthy(image: Image, env: Readonly<Record<string, string>>): Promise<boolean> {
  const child = image.root.start(image.healthCommand, { ...image, env: { ...image.env, ...env } }, 'ignore');
  await once(child, 'exit');
  return child.exitCode === 0;
}

/** The user that a process runs as. */
export function userIdOf(pid: number): number {
  const found = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? Number.NaN);
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
