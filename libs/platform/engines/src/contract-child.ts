import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** How another process opens an engine: an exported function of a module, and its options. */
export interface OpenedByChild {
  readonly module: URL;
  readonly open: string;
  readonly options: object;
}

/** A process that runs a few lines over an engine, until it is killed. */
export interface Child {
  /** What it has printed. */
  readonly lines: readonly string[];
  /** Waits until it has printed so many lines. @throws when it ends before that */
  printed(count: number): Promise<void>;
  /** With SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Runs a program in a process of its own, with what `open` answers as `engine`. */
export function runChild({ module, open, options }: OpenedByChild, program: string): Child {
  const source = `
    const { ${open}: open } = await import(${JSON.stringify(module.href)});
    const engine = await open(${JSON.stringify(options)});
    ${program}`;
  const running = spawn(process.execPath, [...TYPESCRIPT, '--input-type=module', '--eval', source]);
  const lines: string[] = [];
  let complaints = '';
  let ended = false;
  createInterface(running.stdout).on('line', (line) => lines.push(line));
  running.stderr.on('data', (text) => (complaints += String(text)));
  const gone = new Promise<void>((resolve) => running.on('close', () => resolve()));
  void gone.then(() => (ended = true));
  return {
    lines,
    async printed(count) {
      while (lines.length < count) {
        if (ended) throw new Error(`The child ended after ${lines.length} lines: ${complaints}`);
        await delay(5);
      }
    },
    async kill() {
      running.kill('SIGKILL');
      await gone;
    },
  };
}

/** Node strips the types by itself; our imports end in `.js`, though, as the build has them. */
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
