export { Public, Roles } from './access/access.js';
export { Caller, callerOf, type Authenticator, type Language } from './access/caller.js';
export { CONFIRMATION_HEADER, type Confirmation, type Confirmations } from './access/confirmations.js';
export * from './clock.js';
export { AggregateCommand, aggregateHandler } from './commands/aggregate-command.js';
export { oneAtATime } from './commands/one-at-a-time.js';
export { addressOf } from './access/rate-limits.js';
export { Circumstances, circumstancesOf } from './commands/circumstances.js';
export { etag, type CommandAnswer } from './commands/command-answer.js';
export { CommandAnswered, CommandRoute, type CommandRouteOptions } from './commands/command-route.js';
export { configurationReference } from './config/reference.js';
export { ConfigError, loadConfig, type Config, type LogLevel } from './config/config.js';
export { createApi, drainApi, listRoutes, type ApiOptions } from './create-api.js';
export type { RouteInfo } from './http/routes.js';
export { createLogger } from './logging/logger.js';
export { runProcess } from './process/run-process.js';
export type { Access, ProcessOptions } from './process/process-options.js';
export { firstSignInLines, printToTerminal, welcomeLines } from './process/welcome.js';
export { PlatformModule } from './platform.module.js';
export { ApiProblems } from './http/api-problems.js';
export { apiHeaders, pageHeaders } from './http/security-headers.js';
export { serveConsole } from './http/console.js';
export { ListQuery } from './http/list-query.js';
export { NoBodyPipe } from './http/no-body.pipe.js';
export { parseSort } from './http/parse-sort.js';
export { ReadsFrom } from './http/query-route.js';
export { routeSettings, type Role, type RouteSettings } from './http/route-settings.js';
export { UuidPipe } from './http/uuid.pipe.js';
export { defineMessages, type MessageDefinition, type Messages } from './problems/messages.js';
export {
  forbidden,
  invalidInput,
  NotFoundProblem,
  ProblemError,
  unauthenticated,
  type FieldError,
  type Sentence,
} from './problems/problem-error.js';
export type { Engines, ServiceDefinition } from './service-definition.js';
export * from './tokens.js';
export { LruCache } from './lru-cache.js';
export { ClearableField, OptionalField } from './http/optional-field.js';
export { takeDataFolder, filesIn, type DataFolder } from './engines/data-folder.js';
export { openApiEngines, openEngines, openWorkEngines, type ApiEngines } from './engines/open-engines.js';
export { resetCheckpoints } from '@leadline/subscriptions';
export type { Figures, MetricSource } from './metrics/metrics.js';
export { createWorker, type RunningWorker, type WorkerOptions } from './worker/create-worker.js';
export { startWorkerThread, workerThreadMain, type WorkerThread } from './worker/worker-thread.js';
