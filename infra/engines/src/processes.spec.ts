import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, killProcesses, launchDetached, parseStat, stopProcesses } from './processes.js';

const numbers = Array.from({ length: 48 }, (_, index) => index + 3);

describe('A line of /proc/PID/stat', () => {
  it('gives state, parent and start time', () => {
    const text = `4711 (java) S ${[1, ...numbers.slice(2)].join(' ')}`;
    expect(parseStat(text)).toEqual({ state: 'S', parentPid: 1, startTicks: '22' });
  });

  it('may have blanks and brackets in its command name', () => {
    const text = `4711 (postgres: io (1) w) Z ${[543, ...numbers.slice(2)].join(' ')}`;
    expect(parseStat(text)).toEqual({ state: 'Z', parentPid: 543, startTicks: '22' });
  });

  it('is nothing when it is torn', () => {
    expect(parseStat('4711 (java) S 1')).toBeUndefined();
    expect(parseStat('')).toBeUndefined();
  });
});

const onLinux = existsSync('/proc/self/stat') ? describe : describe.skip;

onLinux('A detached process', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leadline-processes-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const launch = (script: string) =>
    launchDetached({ name: 'sh', command: 'sh', args: ['-c', script], stopSignal: 'SIGTERM' }, join(folder, 'sh.log'));

  it('lives until it is stopped in good order', async () => {
    const record = launch('trap "echo stopped; exit" TERM; while :; do sleep 0.02; done');
    expect(isAlive(record)).toBe(true);
    await stopProcesses([record]);
    expect(isAlive(record)).toBe(false);
  });

  it('dies by a kill together with children that lead groups of their own', async () => {
    const record = launch('setsid sh -c "sleep 60" & echo $! > "$0/child"; wait'.replace('$0', folder));
    await written(join(folder, 'child'));
    const child = Number(readFileSync(join(folder, 'child'), 'utf8'));
    await killProcesses([record]);
    expect(isAlive(record)).toBe(false);
    expect(isGone(child)).toBe(true);
  });

  it('is not taken for another one with its id', () => {
    const startTicks = parseStat(readFileSync('/proc/self/stat', 'utf8'))?.startTicks ?? '';
    expect(isAlive({ pid: process.pid, startTicks })).toBe(true);
    expect(isAlive({ pid: process.pid, startTicks: '1' })).toBe(false);
  });

  it('that has gone already is stopped without an error', async () => {
    const record = launch('exit 0');
    await stopProcesses([record]);
    await stopProcesses([record]);
    expect(isAlive(record)).toBe(false);
  });
});

async function written(file: string): Promise<void> {
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') await new Promise((resolve) => setImmediate(resolve));
}

function isGone(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return !existsSync(file) || parseStat(readFileSync(file, 'utf8'))?.state === 'Z';
}
