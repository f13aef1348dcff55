import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadState, parseState, removeState, saveState, type State } from './state.js';

const state: State = {
  runFolder: '/tmp/leadline-engines-1',
  engines: {
    kafka: {
      ready: true,
      ports: { kafka: 19092, kafkaController: 19093 },
      processes: [{ name: 'kafka', pid: 4711, startTicks: '123456', stopSignal: 'SIGTERM' }],
    },
    mongodb: { ready: false, ports: { mongodb: 27117, postgres: 15432 }, processes: [] },
  },
};

describe('The state file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leadline-state-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives back what was saved, and leaves nothing beside it', () => {
    saveState(folder, state);
    expect(loadState(folder)).toEqual(state);
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  it('is none before the first start and after it was removed', () => {
    expect(loadState(folder)).toBeUndefined();
    saveState(folder, state);
    removeState(folder);
    removeState(folder);
    expect(loadState(folder)).toBeUndefined();
  });

  it.each(['', '{', '[]', 'null', '{"version":2,"runFolder":"/tmp/x","engines":{}}', '{"version":1,"engines":{}}'])(
    'is none when it holds %j',
    (text) => {
      writeFileSync(join(folder, 'state.json'), text);
      expect(loadState(folder)).toBeUndefined();
    },
  );

  it.each([0, 1, -4711, 1.5, '4711', null])('never yields the process id %j, which kill would take for more', (pid) => {
    const process = { name: 'kafka', pid, startTicks: '1', stopSignal: 'SIGTERM' };
    const text = JSON.stringify({
      version: 1,
      runFolder: '/tmp/x',
      engines: { kafka: { ports: { kafka: 19092 }, processes: [process] } },
    });
    expect(parseState(text)?.engines.kafka).toEqual({ ready: false, ports: { kafka: 19092 }, processes: [] });
  });
});
