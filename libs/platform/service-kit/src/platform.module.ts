import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import { noConfirmations, type Confirmations } from './access/confirmations.js';
import type { Clock } from './clock.js';
import type { Config } from './config/config.js';
import type { Metrics } from './metrics/metrics.js';
import { OperationsModule } from './operations/operations.module.js';
import type { Engines, ServiceDefinition } from './service-definition.js';
import * as tokens from './tokens.js';

export interface PlatformOptions {
  readonly services: readonly ServiceDefinition[];
  /** Modules that are no service: pages. */
  readonly modules?: readonly Type<unknown>[];
  readonly engines: Engines;
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Default: nothing is confirmed. */
  readonly confirmations?: Confirmations | undefined;
}

/** The root of every process: the services it runs, and what they all may inject. */
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const {
      services,
      modules = [],
      engines,
      config,
      clock,
      logger,
      metrics,
      confirmations = noConfirmations,
    } = options;
    const provided = [
      { provide: tokens.EVENT_STORE, useValue: engines.eventStore },
      { provide: tokens.MESSAGE_BUS, useValue: engines.messageBus },
      { provide: tokens.READ_MODELS, useValue: engines.readModels },
      { provide: tokens.BLOBS, useValue: engines.blobs },
      { provide: tokens.LEDGER, useValue: engines.ledger },
      { provide: tokens.CONFIRMATIONS, useValue: confirmations },
      { provide: tokens.CLOCK, useValue: clock },
      { provide: tokens.CONFIG, useValue: config },
      { provide: tokens.METRICS, useValue: metrics },
      { provide: tokens.LOGGER, useValue: logger },
      { provide: tokens.SERVICES, useValue: services },
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [CqrsModule.forRoot(), OperationsModule, ...services.map(({ module }) => module), ...modules],
      providers: provided,
      exports: provided.map(({ provide }) => provide),
    };
  }
}
