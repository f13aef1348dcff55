/**
 * Lets pieces of work with one key wait for each other, in the order they came; others go on beside them. For the
 * commands of one process to one aggregate: they would only conflict, and a hundred of them wear out any number of
 * retries. What other processes do is still found out by the expected revision.
 */
export function oneAtATime(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key);
    const mine = before ? before.then(work, work) : work();
    last.set(key, mine);
    const leave = (): void => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  };
}
