import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from '@jest/globals';
import { buses, contentOf, lagOf, numbered, numbers, recorder, unique, until } from './contract-fixture.js';
import type { MessageBus } from './port.js';

/** How another process opens the bus: an exported function of a module, and its options. */
export interface ChildBus {
  readonly module: URL;
  readonly open: string;
  readonly options: object;
}

/** What a killed process leaves behind. */
export function crashContract(open: () => Promise<MessageBus>, child: ChildBus): void {
  const { withTopic, open: openBus } = buses(open);
  const children: ChildProcessWithoutNullStreams[] = [];
  afterEach(() => children.splice(0).forEach((one) => one.kill('SIGKILL')));

  /** Runs a program with `bus` at hand; each line that it prints is noted down. */
  function inChild(program: string) {
    const running = spawn(process.execPath, [
      ...TYPESCRIPT,
      '--input-type=module',
      '--eval',
      programOf(child, program),
    ]);
    children.push(running);
    const lines: string[] = [];
    let complaints = '';
    createInterface(running.stdout).on('line', (line) => lines.push(line));
    running.stderr.on('data', (text) => (complaints += String(text)));
    const gone = new Promise<void>((resolve) => running.on('exit', () => resolve()));
    return {
      lines,
      count: (count: number) =>
        until(
          () => lines.length >= count,
          () => `${count} lines, got ${lines.length}; ${complaints}`,
        ),
      async kill() {
        running.kill('SIGKILL');
        await gone;
      },
    };
  }

  it('repeats what was dealt with but not committed when the process was killed, and only that', async () => {
    const { bus, topic } = await withTopic(1);
    const group = unique('group');
    await bus.publish(topic, numbered(0, 6));
    await bus.close();
    const killed = inChild(`
      await bus.consume({ topics: ['${topic}'], group: '${group}', batchSize: 1, handle: async ([message]) => {
        console.log(message.value);
        if (message.value === '3') await new Promise(() => undefined);
      } });`);
    await killed.count(4);
    await killed.kill();
    expect(killed.lines).toEqual(numbers(0, 4));

    const again = await openBus();
    expect(await lagOf(again, group, topic)).toBe(3);
    const seen = recorder();
    await again.consume({ topics: [topic], group, handle: seen.handle });
    await seen.count(3);
    expect(seen.values()).toEqual(numbers(3, 6));
  });

  it('keeps every message whose publication was answered before the process was killed', async () => {
    const { bus, topic } = await withTopic(1);
    await bus.close();
    const killed = inChild(`
      for (let call = 0; ; call += 1) {
        const messages = [0, 1, 2].map((part) => ({ key: 'key', headers: {}, value: String(call * 3 + part) }));
        await bus.publish('${topic}', messages);
        console.log(call);
      }`);
    await killed.count(50);
    await killed.kill();
    const answered = killed.lines.length * 3;

    const content = (await contentOf(await openBus(), topic)).map(({ value }) => value);
    expect(content.slice(0, answered)).toEqual(numbers(0, answered));
    expect(content).toEqual(numbers(0, content.length));
    expect(content.length).toBeLessThanOrEqual(answered + 6);
  });
}

/** Node's own TypeScript, and what it lacks: our imports end in `.js`. */
const RESOLVE_TS = `
  import { registerHooks } from 'node:module';
  registerHooks({ resolve(specifier, context, next) {
    try { return next(specifier, context); } catch (error) {
      if (!specifier.endsWith('.js')) throw error;
      return next(specifier.slice(0, -3) + '.ts', context);
    }
  } });`;

const TYPESCRIPT = [
  '--conditions=leadline-source',
  '--experimental-transform-types',
  '--disable-warning=ExperimentalWarning',
  `--import=data:text/javascript,${encodeURIComponent(RESOLVE_TS)}`,
];

function programOf({ module, open, options }: ChildBus, program: string): string {
  return `
    const { ${open}: open } = await import(${JSON.stringify(module.href)});
    const bus = await open(${JSON.stringify(options)});
    ${program}`;
}
