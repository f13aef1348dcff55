import type { Consumption, Reaction } from '../definitions.js';
import type { Document, Generation } from '../ports.js';
import type { Engines } from './scenario.js';

/** A process that is killed: what it calls from then on is never done. */
export interface Crashing {
  readonly engines: Engines;
  /** Effects so far: calls that leave something behind. */
  readonly effects: number;
  readonly hasCrashed: boolean;
  /** Resolves at the crash. */
  readonly crashed: Promise<void>;
  /** The handlers of a killed process do nothing either. */
  reaction(reaction: Reaction): Reaction;
  consumption(consumption: Consumption): Consumption;
}

const EFFECTS = new Set([
  'append',
  'publish',
  'saveCheckpoint',
  'resetCheckpoint',
  'putSetback',
  'removeSetback',
  'putDeadLetter',
  'removeDeadLetter',
  'parkMessage',
  'unparkMessage',
  'putJob',
  'write',
  'begin',
  'switchTo',
  'discard',
  'handle',
]);

export interface Crash {
  readonly effect: number;
  readonly isDone: boolean;
  /** Instead of by number: at the first effect of this name. */
  readonly at?: string;
}

/** Engines as a process has them that is killed at its n-th effect: just before that, or just after. */
export function crashing(engines: Engines, at: Crash): Crashing {
  let effects = 0;
  let hasCrashed = false;
  let crash: () => void = () => undefined;
  const crashed = new Promise<void>((resolve) => (crash = resolve));

  const assertAlive = (): void => {
    if (hasCrashed) throw new Error('The process was killed');
  };
  const die = (): never => {
    hasCrashed = true;
    crash();
    throw new Error('The process was killed');
  };

  async function call<T>(name: string, work: () => Promise<T> | T): Promise<T> {
    assertAlive();
    if (!EFFECTS.has(name)) return work();
    effects += 1;
    const isLast = effects === at.effect || name === at.at;
    if (isLast && !at.isDone) die();
    const result = await work();
    if (isLast) die();
    return result;
  }

  async function* alive<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const item of items) {
      assertAlive();
      yield item;
    }
  }

  function guard<T extends object>(target: T): T {
    return new Proxy(target, {
      get(_, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function' || typeof name !== 'string') return member;
        if (name === 'readStream' || name === 'subscribe' || name === 'scan') {
          return (...args: unknown[]) => alive(member.apply(target, args) as AsyncIterable<unknown>);
        }
        if (name === 'reader') return member.bind(target);
        return (...args: unknown[]) => call(name, () => member.apply(target, args) as Promise<unknown>);
      },
    });
  }

  const readModels = guard(engines.readModels);
  const generation = <D extends Document>(made: Promise<Generation<D>>): Promise<Generation<D>> => made.then(guard);
  const messageBus = guard(engines.messageBus);

  return {
    engines: {
      eventStore: guard(engines.eventStore),
      ledger: guard(engines.ledger),
      messageBus: {
        ...messageBus,
        ensureTopics: messageBus.ensureTopics,
        publish: messageBus.publish,
        lag: messageBus.lag,
        // The group is left by a process that is killed, too: its connection is gone.
        consume: async (options) => {
          const consumer = await engines.messageBus.consume({
            ...options,
            handle: async (messages) => {
              assertAlive();
              await options.handle(messages);
              assertAlive();
            },
          });
          return consumer;
        },
      },
      readModels: {
        reader: readModels.reader,
        live: (definition) => generation(readModels.live(definition)),
        begin: (definition) => generation(readModels.begin(definition)),
        switchTo: readModels.switchTo,
        discard: readModels.discard,
        ping: readModels.ping,
        close: readModels.close,
      },
    },
    get effects() {
      return effects;
    },
    get hasCrashed() {
      return hasCrashed;
    },
    crashed,
    reaction: (reaction) => ({
      ...reaction,
      handle: (event, context) => call('handle', () => reaction.handle(event, context)),
    }),
    consumption: (consumption) => ({
      ...consumption,
      handle: (message, context) => call('handle', () => consumption.handle(message, context)),
    }),
  };
}
