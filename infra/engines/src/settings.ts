import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { portNames, type PortName } from './engine.js';
import { UserError } from './user-error.js';

export interface Settings {
  /** Everything downloaded or built, the state file and the lock. */
  readonly cacheFolder: string;
  /** Wanted ports; a taken one is replaced by a free one when an engine first starts. */
  readonly ports: Readonly<Record<PortName, number>>;
  /** Debian mirror for PostgreSQL; undefined: the one this machine's apt uses. */
  readonly debianMirror: string | undefined;
}

/** The variable that overrides each port. */
export const portVariables: Readonly<Record<PortName, string>> = {
  eventStore: 'LEADLINE_EVENT_STORE_PORT',
  kafka: 'LEADLINE_KAFKA_PORT',
  kafkaController: 'LEADLINE_KAFKA_CONTROLLER_PORT',
  mongodb: 'LEADLINE_MONGODB_PORT',
  postgres: 'LEADLINE_POSTGRES_PORT',
};

/** Beside the engines' usual ports, so that nothing meant for a real server lands here; below the ephemeral range. */
export const defaultPorts: Readonly<Record<PortName, number>> = {
  eventStore: 12113,
  kafka: 19092,
  kafkaController: 19093,
  mongodb: 27117,
  postgres: 15432,
};

/** Reads the settings from the environment. Throws `UserError` on a port that is none. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const ports = { ...defaultPorts };
  for (const name of portNames) {
    const text = env[portVariables[name]];
    if (text) ports[name] = parsePort(portVariables[name], text);
  }
  return {
    cacheFolder: resolve(env['LEADLINE_ENGINES'] || join(homedir(), '.cache', 'leadline-engines')),
    ports,
    debianMirror: env['LEADLINE_DEBIAN_MIRROR'] || undefined,
  };
}

function parsePort(variable: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new UserError(`${variable}=${text} is not a port: give a number from 1 to 65535.`);
  }
  return port;
}
