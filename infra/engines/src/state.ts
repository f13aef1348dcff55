import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineNames, portNames, type EngineName, type Ports } from './engine.js';

/** A detached process. The id alone is not enough: the kernel reuses ids, so the start time is kept with it. */
export interface ProcessRecord {
  readonly name: string;
  readonly pid: number;
  /** The kernel's start time of the process in clock ticks since boot; empty where there is no /proc. */
  readonly startTicks: string;
  readonly stopSignal: NodeJS.Signals;
}

export interface EngineRecord {
  /** It has answered since its processes were started; false when a start was broken off. */
  readonly ready: boolean;
  readonly ports: Ports;
  readonly processes: readonly ProcessRecord[];
}

/** What runs, or ran and was killed. One per cache folder. */
export interface State {
  /** Data and logs of this run. */
  readonly runFolder: string;
  readonly engines: Partial<Record<EngineName, EngineRecord>>;
}

const version = 1;
const stopSignals = ['SIGTERM', 'SIGINT'] as const;

/** Reads the state, or undefined when there is none or an unreadable one (of another version, or torn). */
export function loadState(cacheFolder: string): State | undefined {
  try {
    return parseState(readFileSync(stateFile(cacheFolder), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Replaces the state in one step, so that a reader never sees half of it. */
export function saveState(cacheFolder: string, state: State): void {
  const aside = `${stateFile(cacheFolder)}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify({ version, ...state }, undefined, 2)}\n`);
  renameSync(aside, stateFile(cacheFolder));
}

/** Forgets the state; no error when there is none. */
export function removeState(cacheFolder: string): void {
  rmSync(stateFile(cacheFolder), { force: true });
}

/** Parses a state file's text; undefined when it is not one of this version. */
export function parseState(text: string): State | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value['version'] !== version) return undefined;
  const { runFolder, engines } = value;
  if (typeof runFolder !== 'string' || !isRecord(engines)) return undefined;
  const parsed: Partial<Record<EngineName, EngineRecord>> = {};
  for (const name of engineNames) {
    const engine = parseEngine(engines[name]);
    if (engine) parsed[name] = engine;
  }
  return { runFolder, engines: parsed };
}

function parseEngine(value: unknown): EngineRecord | undefined {
  if (!isRecord(value) || !isRecord(value['ports']) || !Array.isArray(value['processes'])) return undefined;
  const ports: Ports = {};
  for (const name of portNames) {
    const port = value['ports'][name];
    if (typeof port === 'number') ports[name] = port;
  }
  const processes = value['processes'].map(parseProcess).filter((process) => process !== undefined);
  return { ready: value['ready'] === true, ports, processes };
}

function parseProcess(value: unknown): ProcessRecord | undefined {
  if (!isRecord(value)) return undefined;
  const { name, pid, startTicks } = value;
  const stopSignal = stopSignals.find((signal) => signal === value['stopSignal']);
  // A group id of 0 or 1 would mean ourselves or everything: never let such a number reach kill().
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 2 || !stopSignal) return undefined;
  if (typeof name !== 'string' || typeof startTicks !== 'string') return undefined;
  return { name, pid, startTicks, stopSignal };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stateFile(cacheFolder: string): string {
  return join(cacheFolder, 'state.json');
}
