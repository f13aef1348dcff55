import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../config/config.js';
import { createLogger } from '../logging/logger.js';
import { startWorkerThread, type WorkerThread } from './worker-thread.js';

/** A thread that does as its script says; `starts` counts, over threads, how often it was started. */
const entry = (script: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort, workerData } from 'node:worker_threads';
      import { appendFileSync, readFileSync } from 'node:fs';
      const file = workerData.config.engines.folder + '/starts';
      appendFileSync(file, 'x');
      const starts = readFileSync(file, 'utf8').length;
      ${script}`)}`,
  );

const folder = mkdtempSync(join(tmpdir(), 'leadline-thread-'));
const lines: { level: string; msg: string }[] = [];
const logger = createLogger('info', { write: (line) => lines.push(JSON.parse(line)) });
let thread: WorkerThread | undefined;

function start(script: string): WorkerThread {
  rmSync(join(folder, 'starts'), { force: true });
  thread = startWorkerThread({ entry: entry(script), config: loadConfig({ LEADLINE_DATA: folder }), logger });
  return thread;
}

afterEach(async () => {
  await thread?.stop();
  lines.length = 0;
});

describe('the worker thread', () => {
  it('is ready when it says so, and ends in good order when told to', async () => {
    const running = start(`
      parentPort.postMessage('ready');
      parentPort.once('message', () => { appendFileSync(file, 'stopped'); parentPort.close(); });`);
    await running.ready;
    expect(running.isRunning()).toBe(true);
    await running.stop();
    expect(running.isRunning()).toBe(false);
    expect(lines).toEqual([]);
  });

  it('tells its figures when asked', async () => {
    const running = start(`
      parentPort.postMessage('ready');
      parentPort.on('message', (message) => {
        if (message === 'stop') parentPort.close();
        else if (starts === 1) message.postMessage([{ name: 'one' }]);
      });`);
    expect(await running.figures()).toBeNull();
    await running.ready;
    expect(await running.figures()).toEqual([{ name: 'one' }]);
    await running.stop();
    expect(await running.figures()).toBeNull();
  });

  it('that cannot tell its figures says so', async () => {
    const running = start(`
      parentPort.postMessage('ready');
      parentPort.on('message', (message) => (message === 'stop' ? parentPort.close() : message.close()));`);
    await running.ready;
    await expect(running.figures()).rejects.toThrow('no figures');
  });

  it('is started again when it crashes', async () => {
    const running = start(`
      parentPort.postMessage('ready');
      if (starts === 1) setImmediate(() => { throw new Error('crash'); });
      else parentPort.once('message', () => parentPort.close());`);
    await running.ready;
    await until(() => !running.isRunning());
    await until(() => running.isRunning());
    expect(lines.map(({ level }) => level)).toContain('error');
  });

  it('that cannot even start says so', async () => {
    const running = start(`throw new Error('no engine');`);
    await expect(running.ready).rejects.toMatchObject({ message: 'no engine' });
    await running.stop();
  });

  it('that does not end when told to is ended', async () => {
    const running = start(`parentPort.postMessage('ready'); parentPort.on('message', () => { for (;;); });`);
    await running.ready;
    await running.stop(200);
    expect(running.isRunning()).toBe(false);
    expect(lines.map(({ level }) => level)).toContain('error');
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((wake) => setTimeout(wake, 10));
}
