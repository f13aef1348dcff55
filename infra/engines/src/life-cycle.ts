import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineNames, type Engine, type EngineName, type Ports } from './engine.js';
import { engineRunOf, logFolderOf } from './engine-run.js';
import { engines } from './engines.js';
import { choosePort } from './ports.js';
import { isAlive, killProcesses, stopProcesses } from './processes.js';
import { say, timed } from './progress.js';
import type { Settings } from './settings.js';
import { loadState, removeState, saveState, type EngineRecord, type State } from './state.js';
import { UserError } from './user-error.js';

/** Whether the engine has answered and every process of it runs. */
export function isRunning(record: EngineRecord | undefined): record is EngineRecord {
  return record !== undefined && record.ready && record.processes.every(isAlive);
}

/**
 * Brings up those of the named engines that do not run: a new one with fresh data, a killed one with its own. Returns
 * the state in which all named ones answer. When one fails, the others are left running and the failures are thrown.
 */
export async function startEngines(settings: Settings, names: readonly EngineName[]): Promise<State> {
  let state = currentRun(settings);
  const asleep = names.filter((name) => !isRunning(state?.engines[name])).map((name) => engines[name]);
  if (state && asleep.length === 0) return state;
  await refuseIfLacking(settings, asleep);
  state ??= { runFolder: mkdtempSync(join(tmpdir(), 'leadline-engines-')), engines: {} };
  mkdirSync(logFolderOf(state.runFolder), { recursive: true });
  const cell = stateCell(settings, state);
  await everyOne(
    asleep.map(async (engine) => {
      await engine.setUp(settings);
      await startOne(settings, engine, cell);
    }),
  );
  return cell.get();
}

/** Stops everything in good order and removes all data. Nothing to stop is no error. */
export async function stopEngines(settings: Settings): Promise<void> {
  const state = loadState(settings.cacheFolder);
  if (!state) return;
  await everyOne(Object.values(state.engines).map(({ processes }) => stopProcesses(processes)));
  rmSync(state.runFolder, { recursive: true, force: true });
  removeState(settings.cacheFolder);
}

/** Ends the engines as a crash would; their data stays. */
export async function killEngines(settings: Settings, names: readonly EngineName[]): Promise<void> {
  const cell = stateCell(settings, startedState(settings, names));
  await everyOne(
    names.map(async (name) => {
      const record = recordOf(cell.get(), name);
      await killProcesses(record.processes);
      cell.set(name, { ...record, ready: false, processes: [] });
    }),
  );
}

/** Stops the engines in good order, if they run, and starts them on the same data and ports. */
export async function restartEngines(settings: Settings, names: readonly EngineName[]): Promise<void> {
  const cell = stateCell(settings, startedState(settings, names));
  await everyOne(names.map((name) => startOne(settings, engines[name], cell)));
}

interface StateCell {
  readonly get: () => State;
  readonly set: (name: EngineName, record: EngineRecord) => void;
}

/** The state as it changes, saved at each change; one for all engines that start at the same time. */
function stateCell(settings: Settings, initial: State): StateCell {
  let state = initial;
  saveState(settings.cacheFolder, state);
  return {
    get: () => state,
    set: (name, record) => {
      state = { ...state, engines: { ...state.engines, [name]: record } };
      saveState(settings.cacheFolder, state);
    },
  };
}

async function startOne(settings: Settings, engine: Engine, cell: StateCell): Promise<void> {
  const earlier = cell.get().engines[engine.name];
  await stopProcesses(earlier?.processes ?? []); // what a half-dead engine has left, or what restart is to stop
  const ports = earlier?.ports ?? (await choosePorts(settings, engine));
  let record: EngineRecord = { ready: false, ports, processes: [] };
  cell.set(engine.name, record);
  const { runFolder } = cell.get();
  const run = engineRunOf(engine, settings, runFolder, ports, (processes) => {
    record = { ...record, processes: [...processes] };
    cell.set(engine.name, record);
  });
  await timed(`${engine.name}: starting`, async () => {
    const prepared = join(runFolder, `${engine.name}.prepared`);
    if (!existsSync(prepared)) {
      rmSync(run.dataFolder, { recursive: true, force: true });
      mkdirSync(run.dataFolder, { recursive: true });
      await engine.prepare(run);
      writeFileSync(prepared, '');
    }
    await engine.start(run);
    cell.set(engine.name, { ...record, ready: true });
  });
}

async function choosePorts(settings: Settings, engine: Engine): Promise<Ports> {
  const ports: Ports = {};
  for (const name of engine.ports) {
    const wanted = settings.ports[name];
    const port = await choosePort(wanted);
    if (port !== wanted) say(`${engine.name}: port ${wanted} (${name}) is taken; using ${port}`);
    ports[name] = port;
  }
  return ports;
}

/** The run to go on with: none when its folder is gone, as after a reboot. */
function currentRun(settings: Settings): State | undefined {
  const state = loadState(settings.cacheFolder);
  return state && existsSync(state.runFolder) ? state : undefined;
}

function startedState(settings: Settings, names: readonly EngineName[]): State {
  const state = currentRun(settings) ?? { runFolder: '', engines: {} };
  for (const name of names) recordOf(state, name);
  return state;
}

function recordOf(state: State, name: EngineName): EngineRecord {
  const record = state.engines[name];
  if (!record) throw new UserError(`${name} was never started: npm run engines -- start --only ${name}`);
  return record;
}

async function refuseIfLacking(settings: Settings, wanted: readonly Engine[]): Promise<void> {
  const lacks = (await Promise.all(wanted.map((engine) => engine.missing(settings)))).flat();
  if (lacks.length === 0) return;
  const names = engineNames.join(',');
  throw new UserError(`This machine lacks:\n- ${lacks.join('\n- ')}\nTo start only some engines: --only ${names}`);
}

/** Waits for all of them, whatever happens to one, so that nothing goes on unwatched; then throws what failed. */
async function everyOne(works: readonly Promise<void>[]): Promise<void> {
  const messages: string[] = [];
  for (const result of await Promise.allSettled(works)) {
    if (result.status === 'fulfilled') continue;
    if (!(result.reason instanceof UserError)) throw result.reason;
    messages.push(result.reason.message);
  }
  if (messages.length > 0) throw new UserError(messages.join('\n\n'));
}
