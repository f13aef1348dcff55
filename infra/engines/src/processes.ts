import { spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Launch } from './engine.js';
import type { ProcessRecord } from './state.js';
import { UserError } from './user-error.js';

const pollMs = 50;
const graceMs = 20_000;
const killMs = 10_000;

/** What the kernel says of a process (proc(5), /proc/PID/stat). */
export interface ProcessStat {
  readonly state: string;
  readonly parentPid: number;
  readonly startTicks: string;
}

type ProcessIdentity = Pick<ProcessRecord, 'pid' | 'startTicks'>;

/** Parses /proc/PID/stat. The command name comes second, in brackets, and may itself hold blanks and brackets. */
export function parseStat(text: string): ProcessStat | undefined {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, parentPid] = fields;
  const startTicks = fields[19];
  if (!state || !parentPid || !startTicks) return undefined;
  return { state, parentPid: Number(parentPid), startTicks };
}

/** Starts a process in a session and group of its own, so that it outlives us and a signal reaches all of it. */
export function launchDetached(launch: Launch, logFile: string): ProcessRecord {
  const log = openSync(logFile, 'a');
  try {
    const child = spawn(launch.command, launch.args, {
      cwd: '/',
      env: { ...process.env, ...launch.env },
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.on('error', () => undefined); // said by the missing pid below
    child.unref();
    if (child.pid === undefined) throw new UserError(`${launch.command} could not be started.`);
    const { name, stopSignal } = launch;
    return { name, pid: child.pid, startTicks: readStat(child.pid)?.startTicks ?? '', stopSignal };
  } finally {
    closeSync(log);
  }
}

/** Whether this very process still runs: not another one with its id, nor a dead one that nobody has waited for. */
export function isAlive({ pid, startTicks }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = readStat(pid);
  if (!stat) return startTicks === '';
  return stat.startTicks === startTicks && stat.state !== 'Z' && stat.state !== 'X';
}

/** Stops the processes in good order, by SIGKILL if that takes too long, and waits until all of them are gone. */
export async function stopProcesses(records: readonly ProcessRecord[]): Promise<void> {
  const family = withDescendants(records);
  for (const record of records) if (isAlive(record)) signalGroup(record.pid, record.stopSignal);
  if (!(await allGone(family, graceMs))) await killFamily(family, records);
}

/** Kills the processes and all below them by SIGKILL, as a crash would, and waits until they are gone. */
export async function killProcesses(records: readonly ProcessRecord[]): Promise<void> {
  await killFamily(withDescendants(records), records);
}

/** Resident memory of the processes and all below them, in MiB; undefined where there is no /proc. */
export function residentMiB(records: readonly ProcessRecord[]): number | undefined {
  const kibs = withDescendants(records.filter(isAlive)).map(({ pid }) => privateKiB(pid));
  const total = kibs.reduce<number>((sum, kib) => sum + (kib ?? 0), 0);
  return total > 0 ? Math.round(total / 1024) : undefined;
}

async function killFamily(family: readonly ProcessIdentity[], records: readonly ProcessRecord[]): Promise<void> {
  for (const record of records) if (isAlive(record)) signalGroup(record.pid, 'SIGKILL');
  // PostgreSQL's children lead groups of their own.
  for (const member of family) if (isAlive(member)) signal(member.pid, 'SIGKILL');
  if (await allGone(family, killMs)) return;
  const left = family.filter(isAlive).map(({ pid }) => pid);
  throw new UserError(`Processes that do not end: ${left.join(', ')}.`);
}

async function allGone(family: readonly ProcessIdentity[], timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (family.some(isAlive)) {
    if (performance.now() > deadline) return false;
    await delay(pollMs);
  }
  return true;
}

function withDescendants(records: readonly ProcessIdentity[]): ProcessIdentity[] {
  const family: ProcessIdentity[] = records.filter(isAlive);
  const known = new Set(family.map(({ pid }) => pid));
  const stats = allStats();
  for (let grown = true; grown;) {
    grown = false;
    for (const [pid, stat] of stats) {
      if (known.has(pid) || !known.has(stat.parentPid)) continue;
      known.add(pid);
      family.push({ pid, startTicks: stat.startTicks });
      grown = true;
    }
  }
  return family;
}

function allStats(): Map<number, ProcessStat> {
  const stats = new Map<number, ProcessStat>();
  for (const name of listProc()) {
    const stat = /^\d+$/.test(name) ? readStat(Number(name)) : undefined;
    if (stat) stats.set(Number(name), stat);
  }
  return stats;
}

function listProc(): string[] {
  try {
    return readdirSync('/proc');
  } catch {
    return [];
  }
}

function readStat(pid: number): ProcessStat | undefined {
  const text = readProc(`${pid}/stat`);
  return text === undefined ? undefined : parseStat(text);
}

function privateKiB(pid: number): number | undefined {
  // Proportional, because PostgreSQL's processes share most of what they hold.
  const found = /^Pss:\s+(\d+) kB$/m.exec(readProc(`${pid}/smaps_rollup`) ?? '');
  return found ? Number(found[1]) : undefined;
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return undefined;
  }
}

function signalGroup(pid: number, name: NodeJS.Signals): void {
  signal(-pid, name);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // ESRCH: it ended in the meantime, which is what we want.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ESRCH') return;
    throw error;
  }
}
