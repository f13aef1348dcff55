import { setTimeout as pause } from 'node:timers/promises';
import request, { type Response } from 'supertest';
import type { LeadsApi, Token } from '../../testing/leads-api.js';
import type { ImportProgress } from '../import-progress.js';

export interface Upload {
  readonly query?: string;
  readonly token?: Token;
  readonly key?: string;
  readonly contentType?: string;
}

/** What the specs of imports do over HTTP. */
export interface ImportClient {
  /** Uploads a file; answers the response. */
  upload(content: string | Buffer, options?: Upload): Promise<Response>;
  progress(importId: string, token?: Token, query?: string): Promise<ImportProgress>;
  /** Uploads a file and waits for the end of its import. */
  imported(content: string | Buffer, options?: Upload): Promise<ImportProgress>;
  /** How many leads there are. */
  count(): Promise<number>;
}

export function importClient(api: LeadsApi): ImportClient {
  const client: ImportClient = {
    upload: async (content, { query = '', token = 'ada', key, contentType = 'text/csv' } = {}) => {
      const test = request(api.app.getHttpServer())
        .post(`/api/leads/import${query}`)
        .set('authorization', `Bearer ${token}`)
        .set('content-type', contentType);
      return (key === undefined ? test : test.set('idempotency-key', key)).send(content);
    },
    progress: async (importId, token = 'ada', query = '') =>
      (await api.get(`/imports/${importId}${query}`, token).expect(200)).body,
    imported: async (content, options = {}) => {
      const { status, body } = await client.upload(content, options);
      if (status !== 202) throw new Error(`The upload was answered ${status}: ${JSON.stringify(body)}`);
      let seen = await client.progress(body.importId, options.token, '?outcome=rejected');
      while (seen.state === 'running') {
        await pause(10);
        seen = await client.progress(body.importId, options.token, '?outcome=rejected');
      }
      return client.progress(body.importId, options.token);
    },
    count: async () => {
      await api.caughtUp();
      return (await api.get('?limit=1', 'root').expect(200)).body.total;
    },
  };
  return client;
}
