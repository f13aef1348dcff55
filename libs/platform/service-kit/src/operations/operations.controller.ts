import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EventStore } from '@leadline/engines/event-store';
import type { ReadModelStore } from '@leadline/engines/read-models';
import { derivedId, loadState, type Handled, type DomainEvent } from '@leadline/event-sourcing';
import {
  operationAggregate,
  subscriptionStatuses,
  type Ledger,
  type OperationCommand,
  type ReadModel,
} from '@leadline/subscriptions';
import { Roles } from '../access/access.js';
import type { Clock } from '../clock.js';
import { AggregateCommand, aggregateHandler } from '../commands/aggregate-command.js';
import { Circumstances } from '../commands/circumstances.js';
import { CommandRoute } from '../commands/command-route.js';
import { ApiProblems } from '../http/api-problems.js';
import { UuidPipe } from '../http/uuid.pipe.js';
import { NotFoundProblem } from '../problems/problem-error.js';
import type { ServiceDefinition } from '../service-definition.js';
import { CLOCK, EVENT_STORE, LEDGER, READ_MODELS, SERVICES } from '../tokens.js';
import { jobAnswer } from './job-answer.js';
import {
  DeadLettersAnswer,
  JobAnswer,
  JobAsked,
  JobsAnswer,
  ReadModelsAnswer,
  SubscriptionsAnswer,
} from './operations.answers.js';

class HandleOperation extends AggregateCommand<OperationCommand> {}

export const operationHandler = aggregateHandler(HandleOperation, operationAggregate);

const JOBS_LISTED = 50;

/** How the work behind the commands is doing, and what an administrator can do about it. */
@ApiTags('operations')
@Controller('api/operations')
@Roles('administrator')
export class OperationsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(EVENT_STORE) private readonly eventStore: EventStore,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(SERVICES) private readonly services: readonly ServiceDefinition[],
    @Inject(READ_MODELS) private readonly readModelStore: ReadModelStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('subscriptions')
  @ApiOkResponse({ type: SubscriptionsAnswer })
  @ApiProblems(401, 403)
  async subscriptions(): Promise<SubscriptionsAnswer> {
    return { items: await subscriptionStatuses(this.ledger) };
  }

  @Get('dead-letters')
  @ApiOkResponse({ type: DeadLettersAnswer })
  @ApiProblems(401, 403)
  async deadLetters(): Promise<DeadLettersAnswer> {
    return { items: await this.ledger.deadLetters() };
  }

  /** Tries a dead letter again, and then what waits behind it. */
  @Post('dead-letters/:id/retry')
  @CommandRoute({ status: 202 })
  async retry(
    @Param('id', UuidPipe) id: string,
    @Circumstances() { metadata }: Circumstances,
  ): Promise<Handled<DomainEvent>> {
    if (!(await this.ledger.deadLetter(id))) throw new NotFoundProblem('dead-letter', id);
    return this.handle(id, { type: 'RequestDeadLetterRetry', data: { deadLetterId: id }, metadata });
  }

  /** Every read model; those that another process keeps by name alone. */
  @Get('read-models')
  @ApiOkResponse({ type: ReadModelsAnswer })
  @ApiProblems(401, 403, 503)
  async readModels(): Promise<ReadModelsAnswer> {
    const own = this.services.flatMap(({ readModels }) => readModels);
    const names = new Set(own.map(({ name }) => name));
    const reported = (await this.ledger.reports()).filter(({ kind, name }) => kind === 'readModel' && !names.has(name));
    const elsewhere = [...new Set(reported.map(({ name }) => name))];
    const items = [
      ...(await Promise.all(own.map(async (each) => ({ ...each, documents: await this.documentsIn(each) })))),
      ...elsewhere.map((name) => ({ name, version: null, documents: null })),
    ];
    return {
      items: items
        .map(({ name, version, documents }) => ({ name, version, documents }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  }

  /** Folds a read model anew beside the live one, which it then replaces. */
  @Post('read-models/:name/rebuild')
  @CommandRoute({ status: 202, answer: JobAsked })
  rebuild(@Param('name') readModel: string, @Circumstances() { metadata }: Circumstances): Promise<JobAsked> {
    const jobId = derivedId(metadata.id);
    return this.ask(readModel, { type: 'RequestReadModelRebuild', data: { jobId, readModel }, metadata });
  }

  /** Folds a read model anew and compares it with the live one. */
  @Post('read-models/:name/verify')
  @CommandRoute({ status: 202, answer: JobAsked })
  verify(@Param('name') readModel: string, @Circumstances() { metadata }: Circumstances): Promise<JobAsked> {
    const jobId = derivedId(metadata.id);
    return this.ask(readModel, { type: 'RequestReadModelVerification', data: { jobId, readModel }, metadata });
  }

  /** Rebuilds and verifications, those begun last first. */
  @Get('rebuilds')
  @ApiOkResponse({ type: JobsAnswer })
  @ApiProblems(401, 403)
  async jobs(): Promise<JobsAnswer> {
    const jobs = await this.ledger.jobs(JOBS_LISTED);
    return { items: jobs.map((job) => jobAnswer(job, this.clock)) };
  }

  /** A rebuild or a verification, with its progress. */
  @Get('rebuilds/:id')
  @ApiOkResponse({ type: JobAnswer })
  @ApiProblems(400, 401, 403, 404)
  async job(@Param('id', UuidPipe) id: string): Promise<JobAnswer> {
    const job = await this.ledger.job(id);
    if (job) return jobAnswer(job, this.clock);
    const { state } = await loadState(this.eventStore, operationAggregate, operationAggregate.codec.streamOf(id));
    const { kind, readModel } = state.requested ?? {};
    if (readModel === undefined || kind === undefined || kind === 'retry') throw new NotFoundProblem('job', id);
    return { id, kind, readModel, state: 'waiting', done: 0, progress: 0 };
  }

  private async ask(
    name: string,
    command: Extract<OperationCommand, { data: { jobId: string } }>,
  ): Promise<JobAsked & { position: string | null }> {
    if (!(await this.isKnown(name))) throw new NotFoundProblem('read-model', name);
    const { jobId } = command.data;
    const { position } = await this.handle(jobId, command);
    return { jobId, position };
  }

  private async documentsIn(readModel: ReadModel): Promise<number> {
    const { total = 0 } = await this.readModelStore.reader(readModel).find({ limit: 1, total: true });
    return total;
  }

  /** One of this process, or of another that shares the ledger: its runner will find the request in the log. */
  private async isKnown(readModel: string): Promise<boolean> {
    if (this.services.some(({ readModels }) => readModels.some(({ name }) => name === readModel))) return true;
    const reports = await this.ledger.reports();
    return reports.some(({ kind, name }) => kind === 'readModel' && name === readModel);
  }

  private handle(id: string, command: OperationCommand): Promise<Handled<DomainEvent>> {
    return this.commands.execute(new HandleOperation(id, command));
  }
}
