import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { tail } from './commands.js';
import type { Engine, EngineRun, PortName, Ports } from './engine.js';
import { isAlive, launchDetached } from './processes.js';
import type { Settings } from './settings.js';
import type { ProcessRecord } from './state.js';
import { UserError } from './user-error.js';

const readyTimeoutMs = 90_000;
const pollMs = 100;

/** The folder for logs of a run; one file per process, and one per set-up command. */
export function logFolderOf(runFolder: string): string {
  return join(runFolder, 'logs');
}

/** The port of that name. Throws when the engine was given none, which only a mistake of ours can cause. */
export function portOf(engine: Engine, ports: Ports): (name: PortName) => number {
  return (name) => {
    const port = ports[name];
    if (port === undefined) throw new Error(`${engine.name} was given no port ${name}.`);
    return port;
  };
}

/** Makes what one engine is given to run in; `record` hears of the processes that run, after each new one. */
export function engineRunOf(
  engine: Engine,
  settings: Settings,
  runFolder: string,
  ports: Ports,
  record: (processes: readonly ProcessRecord[]) => void,
): EngineRun {
  const processes: ProcessRecord[] = [];
  const logFolder = logFolderOf(runFolder);
  return {
    settings,
    dataFolder: join(runFolder, engine.name),
    logFolder,
    port: portOf(engine, ports),
    launch: (launch) => {
      const logFile = join(logFolder, `${launch.name}.log`);
      if (existsSync(logFile)) renameSync(logFile, join(logFolder, `${launch.name}.previous.log`));
      processes.push(launchDetached(launch, logFile));
      record(processes);
      return { logFile };
    },
    until: (check) => until(engine, check, () => firstDead(processes, logFolder)),
  };
}

async function until(engine: Engine, check: () => Promise<void>, dead: () => string | undefined): Promise<void> {
  const deadline = performance.now() + readyTimeoutMs;
  for (;;) {
    const failure = await failureOf(check);
    if (failure === undefined) return;
    const obituary = dead();
    if (obituary) throw new UserError(`${engine.name}: ${obituary}`);
    if (performance.now() > deadline) {
      throw new UserError(`${engine.name} does not answer after ${readyTimeoutMs / 1000} s: ${failure}`);
    }
    await delay(pollMs);
  }
}

async function failureOf(check: () => Promise<void>): Promise<string | undefined> {
  try {
    await check();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function firstDead(processes: readonly ProcessRecord[], logFolder: string): string | undefined {
  const dead = processes.find((process) => !isAlive(process));
  return dead && `${dead.name} has ended. ${tail(join(logFolder, `${dead.name}.log`))}`;
}
