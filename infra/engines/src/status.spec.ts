import { describe, expect, it } from '@jest/globals';
import type { State } from './state.js';
import { environmentLines, environmentOf, exportLines, statusOf } from './status.js';

const state: State = {
  runFolder: '/tmp/leadline-engines-1',
  engines: {
    mongodb: { ready: false, ports: { mongodb: 27117, postgres: 15432 }, processes: [] },
    'event-store': { ready: false, ports: { eventStore: 12113 }, processes: [] },
  },
};

describe('The environment of the engines', () => {
  it('names those that were started, in a fixed order', () => {
    expect(environmentLines(environmentOf(state))).toBe(
      'EVENT_STORE_URL=esdb://127.0.0.1:12113?tls=false\nMONGODB_URL=mongodb://127.0.0.1:27117/leadline\n',
    );
  });

  it('is quoted for a shell, since ? and & mean something there', () => {
    expect(exportLines(environmentOf(state))).toContain("export EVENT_STORE_URL='esdb://127.0.0.1:12113?tls=false'\n");
  });

  it('is empty when nothing was started', () => {
    expect(exportLines(environmentOf(undefined))).toBe('');
  });
});

describe('The status', () => {
  it('tells what was never started from what is down', () => {
    expect(statusOf(state).map(({ name, condition }) => [name, condition])).toEqual([
      ['event-store', 'down'],
      ['kafka', 'not started'],
      ['mongodb', 'down'],
    ]);
  });
});
