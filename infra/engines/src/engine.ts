import type { Settings } from './settings.js';

/** Every engine, in the order in which their lines are printed. */
export const engineNames = ['event-store', 'kafka', 'mongodb'] as const;
export type EngineName = (typeof engineNames)[number];

/** Every port, each with a default of its own; see `settings.ts`. */
export const portNames = ['eventStore', 'kafka', 'kafkaController', 'mongodb', 'postgres'] as const;
export type PortName = (typeof portNames)[number];
export type Ports = Partial<Record<PortName, number>>;

/** The variables by which Leadline learns of the engines (docs: architecture, "Two ways to run it"). */
export type VariableName = 'EVENT_STORE_URL' | 'KAFKA_BROKERS' | 'MONGODB_URL';

/** One process to run detached. It must stay in the foreground, so that its id is the one that was spawned. */
export interface Launch {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stopSignal: NodeJS.Signals;
}

/** What an engine is given to run in. */
export interface EngineRun {
  readonly settings: Settings;
  /** Holds this engine's data; made before `prepare`, kept by `kill` and `restart`, removed by `stop`. */
  readonly dataFolder: string;
  readonly logFolder: string;
  readonly port: (name: PortName) => number;
  /** Starts a process and records it before anything else can go wrong. The log begins anew with each start. */
  readonly launch: (launch: Launch) => { readonly logFile: string };
  /** Repeats `check` until it does not throw; fails when time is up or a process of the engine has ended. */
  readonly until: (check: () => Promise<void>) => Promise<void>;
}

export interface Engine {
  readonly name: EngineName;
  readonly variable: VariableName;
  readonly ports: readonly PortName[];
  /** What this machine lacks for the set-up or the run, as sentences for the user; empty when nothing. */
  readonly missing: (settings: Settings) => Promise<string[]>;
  /** Downloads and builds into the cache. Repeatable; what is done is skipped. */
  readonly setUp: (settings: Settings) => Promise<void>;
  /** Makes fresh data. */
  readonly prepare: (run: EngineRun) => Promise<void>;
  /** Launches the processes over existing data and returns when the engine answers. */
  readonly start: (run: EngineRun) => Promise<void>;
  readonly url: (port: (name: PortName) => number) => string;
}
