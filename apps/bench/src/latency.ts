import { Agent, get } from 'node:http';
import { milliseconds } from './report.js';
import { quantile } from './measure.js';

/** One client that asks one thing after another over one connection. */
export interface Asker {
  /** From sending the request until the answer was read whole, in milliseconds. @throws Error unless it is a 200 */
  ask(path: string): Promise<number>;
  close(): void;
}

export function asker(url: string, authorization: string): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    ask: (path) =>
      new Promise((resolve, reject) => {
        const begun = performance.now();
        const request = get(new URL(path, url), { agent, headers: { authorization } }, (answer) => {
          answer.on('end', () => {
            if (answer.statusCode === 200) resolve(performance.now() - begun);
            else reject(new Error(`${path} answered ${answer.statusCode}`));
          });
          answer.on('error', reject);
          answer.resume();
        });
        request.on('error', reject);
      }),
    close: () => agent.destroy(),
  };
}

/** p50, p95 and p99 in words. */
export function distribution(values: readonly number[]): string {
  const at = (share: number): string => milliseconds(quantile(values, share));
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`;
}
