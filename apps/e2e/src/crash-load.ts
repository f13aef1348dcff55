import type { ApiClient } from './api-client.js';

/** What was sent under an idempotency key, and what was answered, if anything was. */
export interface Sent {
  readonly key: string;
  readonly path: string;
  readonly body: unknown;
  /** The text that its event carries and no other: what to count afterwards. */
  readonly mark: string;
  acknowledged: { readonly id: string; readonly revision: number } | null;
}

/** mulberry32: a seed gives the same numbers again. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Sends commands, several at a time, until the server is gone: new leads and journal notes on them. Whatever was sent is
 * returned, acknowledged or not.
 */
export async function sendUntilGone(
  api: ApiClient,
  options: { readonly run: string; readonly random: () => number; readonly concurrency: number },
): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const leads: string[] = [];
  let gone = false;
  let number = 0;

  const one = async (): Promise<void> => {
    number += 1;
    const mark = `mark ${options.run} ${number}`;
    const leadId = leads[Math.floor(options.random() * leads.length)];
    const isNote = leadId !== undefined && options.random() < 0.7;
    const command: Sent = {
      key: `crash-${options.run}-${number}`,
      path: isNote ? `/api/leads/${leadId}/journal` : '/api/leads',
      body: isNote ? { kind: 'note', text: mark } : { subject: mark, customer: { familyName: `Crash ${number}` } },
      mark,
      acknowledged: null,
    };
    sent.push(command);
    command.acknowledged = await sendOnce(api, command);
    if (command.acknowledged && !isNote) leads.push(command.acknowledged.id);
  };

  const sender = async (): Promise<void> => {
    while (!gone) {
      await one().catch((error: unknown) => {
        // fetch says TypeError where the connection broke: the process is dead, which is what we are here for
        if (!(error instanceof TypeError)) throw error;
        gone = true;
      });
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, sender));
  return sent;
}

/** Sends a command under its key. @throws TypeError where nobody answers */
export async function sendOnce(api: ApiClient, { path, body, key }: Sent): Promise<Sent['acknowledged']> {
  const answer = await api.post<{ id: string; entryId?: string; revision: number }>(path, body, {
    'idempotency-key': key,
  });
  if (answer.status !== 200 && answer.status !== 201) {
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  const id = path.endsWith('/journal') ? (path.split('/').at(-2) ?? '') : answer.body.id;
  return { id, revision: answer.body.revision };
}
