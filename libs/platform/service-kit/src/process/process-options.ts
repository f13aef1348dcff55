import type { Type } from '@nestjs/common';
import type { Authenticator } from '../access/caller.js';
import type { Confirmations } from '../access/confirmations.js';
import type { Config } from '../config/config.js';
import type { Engines, ServiceDefinition } from '../service-definition.js';

/** Who may enter, as identity knows it. */
export interface Access {
  readonly authenticator: Authenticator;
  readonly confirmations?: Confirmations;
}

export interface ProcessOptions {
  /** `leads`, `leadline`: the same in all its replicas. Names its part of the work. */
  readonly name: string;
  /** `import.meta.url` of the module that calls; where the work has a thread of its own, that runs the same module. */
  readonly entry: string;
  readonly services: readonly ServiceDefinition[];
  /** Modules that are no service: pages. */
  readonly modules?: readonly Type<unknown>[];
  readonly access: (engines: Engines) => Access;
  /**
   * `distributed`: a service of its own, which shares the engines with the others. `any`: also with the engines within,
   * where one process does everything.
   */
  readonly engines: 'distributed' | 'any';
  /** Names of services behind the same address: `/api/docs` shows their documents too. */
  readonly neighbours?: readonly string[];
  /** Folder of the built console, to be served at `/`. */
  readonly console?: string;
  /** Once the address is taken and nothing can go wrong with it any more. Role `api` or `all` only. */
  readonly onListening?: (running: { readonly engines: Engines; readonly config: Config }) => Promise<void>;
}
