import type { Ledger } from './ledger-port.js';
import type { MongoLedgerOptions } from './ledger/mongo.js';

export * from './definitions.js';
export * from './ledger-port.js';
export type { MongoLedgerOptions } from './ledger/mongo.js';
export { LedgerReadOnlyError, openSqliteLedger, type SqliteLedgerOptions } from './ledger/sqlite.js';
export { operationCodec, operationEvents, type OperationEvent } from './operations/operation.events.js';
export { operationAggregate, type Operation, type OperationCommand } from './operations/operation.js';
export type { Progress } from './read-models/progress.js';
export { rebuildReadModel, type Rebuilt, type RebuildOptions } from './read-models/rebuild.js';
export { MAX_DIFFERENCES, verifyReadModel, type Verified, type VerifyOptions } from './read-models/verify.js';
export { runWork, type RunningWork, type RunWorkOptions } from './run-work.js';
export { subscriptionStatuses } from './subscription-statuses.js';
export { inCommandSpan, inSpan, tellFailure } from './tracing/spans.js';
export { parseTraceparent, traceparentOf } from './tracing/traceparent.js';
export { waitForPosition, type WaitForPositionOptions } from './wait-for-position.js';
export type { LeaseTimes } from './work/lease.js';
export type { WorkLog } from './work/log.js';
export type { RetryPolicy } from './work/retry.js';
export { resetCheckpoints } from './work/setback.js';

/** The ledger in MongoDB. Its client is loaded only here: who runs embedded starts without it. See `ledger/mongo.ts`. */
export async function openMongoLedger(options: MongoLedgerOptions): Promise<Ledger> {
  return (await import('./ledger/mongo.js')).openMongoLedger(options);
}
