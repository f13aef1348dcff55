import { expect } from '@jest/globals';
import type { Work } from '../definitions.js';
import type { DeadLetter } from '../ledger-port.js';
import { startWork, whileWorking, type InMemoryEngines } from './scenario.js';

/** Lets the work run until it has nothing left to do. */
export async function work(engines: InMemoryEngines, what: Partial<Work>): Promise<void> {
  const running = startWork(engines, what);
  await whileWorking(running, async () => {
    expect(await running.idle()).toBe(true);
  });
}

/** @throws Error where there is none, or more than one */
export async function onlyLetter(engines: InMemoryEngines): Promise<DeadLetter> {
  const [letter, ...others] = await engines.ledger.deadLetters();
  expect(others).toEqual([]);
  if (!letter) throw new Error('There is no dead letter');
  return letter;
}

/** Works until idle, has the letter retried, and works until idle again. */
export async function retry(engines: InMemoryEngines, what: Partial<Work>, letter: DeadLetter): Promise<void> {
  const running = startWork(engines, what);
  await whileWorking(running, async () => {
    expect(await running.idle()).toBe(true);
    await running.retryDeadLetter(letter.id);
    expect(await running.idle()).toBe(true);
  });
}
