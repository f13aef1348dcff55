import { EngineUnavailableError } from '../errors.js';

/** Errors of the driver, and of mongoose, that tell of the way to the server and not of what was asked. */
const UNREACHABLE =
  /^Mongo(ose)?(Network|ServerSelection|ServerClosed|NotConnected|Pool|Topology|ExpiredSession|ClientClosed)/;

/** Server codes: shutting down, stepping down, not the primary. */
const NOT_READY = new Set<unknown>([91, 189, 10107, 11600, 11602, 13435, 13436]);

/** What the driver threw, as the port says it; errors of other origin are left as they are. */
export function toPortError(error: unknown, engine: string): unknown {
  if (!(error instanceof Error)) return error;
  const notReady = 'code' in error && NOT_READY.has(error.code);
  return UNREACHABLE.test(error.name) || notReady ? new EngineUnavailableError(engine, { cause: error }) : error;
}
