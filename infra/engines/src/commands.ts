import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { UserError } from './user-error.js';

const runFile = promisify(execFile);

export interface RunOptions {
  /** Gets stdout and stderr, after what it already holds. */
  readonly logFile: string;
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command to its end. Throws `UserError` with the end of its output when it fails or is not there. */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<void> {
  const log = openSync(options.logFile, 'a');
  try {
    const child = spawn(command, args, {
      cwd: options.folder,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', log, log],
    });
    const failure = await failureOf(child);
    if (failure) throw new UserError(`${shortened([command, ...args])} failed (${failure}).\n${tail(options.logFile)}`);
  } finally {
    closeSync(log);
  }
}

function shortened(command: readonly string[], length = 100): string {
  const line = command.join(' ').replaceAll('\n', '; ');
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

async function failureOf(child: ChildProcess): Promise<string | undefined> {
  try {
    const ended: unknown[] = await once(child, 'exit');
    const [code, signal] = ended;
    return code === 0 ? undefined : typeof code === 'number' ? `exit code ${code}` : String(signal);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What the command prints, stdout and stderr, or undefined when it is not there or fails. */
export async function outputOf(command: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await runFile(command, args);
    return stdout + stderr;
  } catch {
    return undefined;
  }
}

/** The last lines of a log file, with its path above them; what to show with a failure. */
export function tail(file: string, lines = 20): string {
  try {
    return [file, ...readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines)].join('\n  ');
  } catch {
    return `${file} (nothing written)`;
  }
}
