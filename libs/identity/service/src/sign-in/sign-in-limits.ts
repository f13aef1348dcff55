import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { EventStore } from '@leadline/engines/event-store';
import { loadState, nameId } from '@leadline/event-sourcing';
import {
  signInAttemptsAggregate,
  signInWaitMs,
  type SignInAttemptsCommand,
  type SignInAttemptsEvent,
} from '@leadline/identity-domain';
import {
  addressOf,
  AggregateCommand,
  CLOCK,
  EVENT_STORE,
  oneAtATime,
  ProblemError,
  type Clock,
} from '@leadline/service-kit';
import type { FastifyRequest } from 'fastify';
import { metadataOf } from '../request-facts.js';
import { SYSTEM } from '../system-actor.js';
import { verifyPassword } from './password.js';

/** The envelope of all commands to what counts wrong passwords. */
export class HandleSignInAttempts extends AggregateCommand<SignInAttemptsCommand, SignInAttemptsEvent> {}

/** What wrong passwords are counted by, and how many in a row are free. */
interface Counted {
  readonly id: string;
  readonly free: number;
}

/** Mistyping is human. */
const FREE_FOR_ADDRESS_AT_PLACE = 5;
/** A place may be an office full of people; it is slowed all the same when it tries one address after another. */
const FREE_FOR_PLACE = 20;
/** Guesses from many places at once. More than one place can ever have counted, so none can lock somebody out by itself. */
const FREE_FOR_ADDRESS = 50;

/**
 * Slows down who guesses passwords: docs/adr/0014-sign-in-limits-in-the-event-store.md. What is counted stands in the event
 * store, so it holds over replicas and restarts; an address that nobody has is counted like any other. While somebody has
 * to wait nothing is checked and nothing is written.
 */
@Injectable()
export class SignInLimits {
  private readonly inTurn = oneAtATime();

  constructor(
    private readonly commands: CommandBus,
    @Inject(EVENT_STORE) private readonly eventStore: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Whether the password is the one behind the hash. Attempts from one place and at one address take turns, so that a hundred
   * sent at once are no hundred free ones.
   * @param address folded
   * @throws ProblemError 429
   */
  isRight(attempt: { address: string; password: string; hash: string; mayPass: boolean }, request: FastifyRequest) {
    // Of IPv6 a network: who has one place there has more than can be counted.
    const place = addressOf(request);
    const attemptNow = async (): Promise<boolean> => {
      const { address, password, hash, mayPass } = attempt;
      const atPlace = { id: counterId('address at place', `${address}\n${place}`), free: FREE_FOR_ADDRESS_AT_PLACE };
      const ofAddress = { id: counterId('address', address), free: FREE_FOR_ADDRESS };
      const ofPlace = { id: counterId('place', place), free: FREE_FOR_PLACE };
      await this.slowDown([atPlace, ofAddress, ofPlace]);
      const isRight = (await verifyPassword(password, hash)) && mayPass;
      // One's own right password does not make up for what was tried at others' addresses from the same place.
      const counted = isRight ? [atPlace, ofAddress] : [atPlace, ofAddress, ofPlace];
      await Promise.all(
        counted.map(({ id }) => this.record(id, isRight ? 'ForgetFailures' : 'RecordFailure', request)),
      );
      return isRight;
    };
    // The place first, always: so nobody waits for who waits for them.
    return this.inTurn(`place ${place}`, () => this.inTurn(`address ${attempt.address}`, attemptNow));
  }

  private async slowDown(counted: readonly Counted[]): Promise<void> {
    const nowMs = this.clock.nowMs();
    const waits = counted.map(async ({ id, free }) => {
      const stream = signInAttemptsAggregate.codec.streamOf(id);
      return signInWaitMs((await loadState(this.eventStore, signInAttemptsAggregate, stream)).state, free, nowMs);
    });
    const waitMs = Math.max(...(await Promise.all(waits)));
    if (waitMs > 0) throw tooManyAttempts(waitMs);
  }

  private async record(id: string, type: SignInAttemptsCommand['type'], request: FastifyRequest): Promise<void> {
    const metadata = metadataOf(request, SYSTEM, this.clock);
    await this.commands.execute(new HandleSignInAttempts(id, { type, data: {}, metadata }));
  }
}

/** No stream tells by its name whom it is about. */
function counterId(kind: string, value: string): string {
  return nameId(`sign-in attempts\n${kind}\n${value}`);
}

function tooManyAttempts(waitMs: number): ProblemError {
  return new ProblemError(
    429,
    'identity.too-many-attempts',
    {
      en: 'Too many attempts. Wait a moment before the next one.',
      de: 'Zu viele Versuche. Bitte vor dem nächsten einen Moment warten.',
    },
    { headers: { 'retry-after': String(Math.ceil(waitMs / 1_000)) } },
  );
}
