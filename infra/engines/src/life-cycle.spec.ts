import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { isRunning } from './life-cycle.js';
import { parseStat } from './processes.js';
import type { ProcessRecord } from './state.js';

const ports = { mongodb: 27117, postgres: 15432 };
const self: ProcessRecord = { name: 'self', pid: process.pid, startTicks: ownStartTicks(), stopSignal: 'SIGTERM' };
const other: ProcessRecord = { ...self, pid: 2 ** 30 }; // above any id that a kernel gives

describe('An engine runs', () => {
  it('when it has answered and all its processes live', () => {
    expect(isRunning({ ready: true, ports, processes: [self] })).toBe(true);
  });

  it('not when one of its processes has gone', () => {
    expect(isRunning({ ready: true, ports, processes: [self, other] })).toBe(false);
  });

  it('not when its start was broken off after the first of its processes', () => {
    expect(isRunning({ ready: false, ports, processes: [self] })).toBe(false);
    expect(isRunning(undefined)).toBe(false);
  });
});

function ownStartTicks(): string {
  try {
    return parseStat(readFileSync('/proc/self/stat', 'utf8'))?.startTicks ?? '';
  } catch {
    return ''; // no Linux
  }
}
