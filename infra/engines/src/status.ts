import { engineNames, type EngineName, type VariableName } from './engine.js';
import { logFolderOf, portOf } from './engine-run.js';
import { engines } from './engines.js';
import { isRunning } from './life-cycle.js';
import { isAlive, residentMiB } from './processes.js';
import type { State } from './state.js';

export type Condition = 'running' | 'down' | 'not started';

export interface EngineStatus {
  readonly name: EngineName;
  readonly condition: Condition;
  readonly url: string | undefined;
  readonly pids: readonly number[];
  readonly memoryMiB: number | undefined;
}

/** How each engine is: `down` means that it was killed or crashed, and that its data is still there. */
export function statusOf(state: State | undefined): EngineStatus[] {
  return engineNames.map((name) => {
    const record = state?.engines[name];
    if (!record) return { name, condition: 'not started', url: undefined, pids: [], memoryMiB: undefined };
    return {
      name,
      condition: isRunning(record) ? 'running' : 'down',
      url: urlOf(state, name),
      pids: record.processes.filter(isAlive).map(({ pid }) => pid),
      memoryMiB: residentMiB(record.processes),
    };
  });
}

/** The variables of the engines that were started, running or down: a crash does not move an engine. */
export function environmentOf(state: State | undefined): Partial<Record<VariableName, string>> {
  const environment: Partial<Record<VariableName, string>> = {};
  for (const name of engineNames) {
    const url = urlOf(state, name);
    if (url !== undefined) environment[engines[name].variable] = url;
  }
  return environment;
}

/** `NAME=value` lines, as in an env file. */
export function environmentLines(environment: Partial<Record<VariableName, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** `export NAME='value'` lines for a POSIX shell's eval. The values are ours: addresses without quotes. */
export function exportLines(environment: Partial<Record<VariableName, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `export ${name}='${value}'\n`)
    .join('');
}

/** The table that `status` prints. */
export function statusTable(state: State | undefined): string {
  const lines = statusOf(state).map(({ name, condition, url, pids, memoryMiB }) =>
    [
      name.padEnd(12),
      condition.padEnd(12),
      (memoryMiB === undefined ? '' : `${memoryMiB} MiB`).padStart(8),
      `  ${url ?? ''}${pids.length > 0 ? `  (pid ${pids.join(', ')})` : ''}`,
    ]
      .join('')
      .trimEnd(),
  );
  if (state) lines.push(`data ${state.runFolder}`, `logs ${logFolderOf(state.runFolder)}`);
  return `${lines.join('\n')}\n`;
}

function urlOf(state: State | undefined, name: EngineName): string | undefined {
  const record = state?.engines[name];
  const engine = engines[name];
  return record && engine.url(portOf(engine, record.ports));
}
