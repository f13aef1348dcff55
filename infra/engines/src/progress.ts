/** Prints a line about what is going on. To stderr: stdout belongs to the environment lines. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Runs `work` between two lines that say what it does and how long it took. */
export async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  say(`${what} …`);
  const start = performance.now();
  const result = await work();
  say(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
