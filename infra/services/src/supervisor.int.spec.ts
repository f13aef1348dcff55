import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { supervise, type Supervisor } from './supervisor.js';
import { UserError } from './user-error.js';

let folder: string;
let supervisor: Supervisor;
let lines: [string, string][];
let pids: Readonly<Record<string, number>>;

function begin(restart: boolean): void {
  supervisor = supervise({
    restart,
    onLine: (name, line) => lines.push([name, line]),
    onChange: (now) => (pids = now),
  });
}

function run(name: string, script: string): void {
  supervisor.start({
    name,
    command: process.execPath,
    args: ['-e', script],
    env: { FOLDER: folder },
    stopSignal: 'SIGTERM',
  });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((wake) => setTimeout(wake, 10));
}

const says = (text: string) => () => lines.some(([, line]) => line.includes(text));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadline-supervisor-'));
  lines = [];
  pids = {};
});
afterEach(() => {
  supervisor.killAll();
  rmSync(folder, { recursive: true });
});

const FOREVER = `setInterval(() => undefined, 1000); console.log('up');`;

describe('The supervisor', () => {
  it('hands on what its processes print, and knows their ids', async () => {
    begin(true);
    run('one', `console.log('out'); console.error('err'); ${FOREVER}`);
    await until(() => lines.length === 3);
    expect(lines).toContainEqual(['one', 'out']);
    expect(lines).toContainEqual(['one', 'err']);
    expect(pids['one']).toBeGreaterThan(1);
  });

  it('starts again what dies, under another id', async () => {
    begin(true);
    run('one', FOREVER);
    await until(says('up'));
    const before = pids['one'] ?? 0;
    process.kill(before, 'SIGKILL');
    await until(says('ended (SIGKILL)'));
    expect(pids).toEqual({});
    await until(() => pids['one'] !== undefined);
    expect(pids['one']).not.toBe(before);
  });

  it('leaves what dies dead where it is told to, and says so to who waits for it', async () => {
    begin(false);
    run('one', `process.exit(3)`);
    await until(says('ended (3)'));
    expect(() => supervisor.assertAlive('one')).toThrow(UserError);
    expect(pids).toEqual({});
  });

  it('gives up the wait for one that ends again and again', async () => {
    begin(true);
    run('one', `process.exit(3)`);
    await until(() => lines.length === 2);
    expect(() => supervisor.assertAlive('one')).not.toThrow();
    await until(() => lines.length === 3);
    expect(() => supervisor.assertAlive('one')).toThrow(UserError);
  });

  it('says that a program is not there', async () => {
    begin(false);
    supervisor.start({ name: 'one', command: join(folder, 'nothing'), args: [], stopSignal: 'SIGTERM' });
    await until(says('ended'));
    expect(() => supervisor.assertAlive('one')).toThrow(UserError);
    await supervisor.stop(['one']);
  });

  it('asks its processes to stop and waits until they have', async () => {
    begin(true);
    run(
      'one',
      `process.on('SIGTERM', () => setTimeout(() => { require('fs').writeFileSync(process.env.FOLDER + '/done', ''); process.exit(0); }, 50)); ${FOREVER}`,
    );
    await until(says('up'));
    await supervisor.stop(['one']);
    expect(readFileSync(join(folder, 'done'), 'utf8')).toBe('');
    expect(pids).toEqual({});
    expect(lines.filter(([, line]) => line.includes('ended'))).toEqual([]);
  });
});
