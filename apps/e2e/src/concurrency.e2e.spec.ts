import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signIn, type ApiClient, type CommandAnswer } from './api-client.js';
import { startLeadline, type LeadlineProcess } from './leadline-process.js';

describe('two people at once', () => {
  let leadline: LeadlineProcess;
  let api: ApiClient;
  beforeAll(async () => {
    leadline = await startLeadline();
    api = await signIn(leadline);
  }, 90_000);
  afterAll(() => leadline.dispose());

  const lead = async (): Promise<CommandAnswer> =>
    (await api.post('/api/leads', { subject: 'Contended', customer: { familyName: 'Everybody' } })).body;
  const revisions = async (id: string): Promise<number> =>
    (await api.get<{ revision: number }>(`/api/leads/${id}`)).body.revision + 1;

  it('editing the same field with the same ETag: one is told that theirs is stale', async () => {
    const { id, revision } = await lead();
    const edit = (subject: string): Promise<{ status: number; headers: Headers }> =>
      api.call(`/api/leads/${id}`, { method: 'PATCH', body: { subject }, headers: { 'if-match': `"${revision}"` } });
    const answers = await Promise.all([edit('Mine'), edit('Yours')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await revisions(id)).toBe(revision + 2);
  });

  it('editing different fields without an ETag: both hold', async () => {
    const { id } = await lead();
    const edits = [{ subject: 'New subject' }, { note: 'New note' }, { customer: { givenName: 'Erika' } }];
    const answers = await Promise.all(edits.map((body) => api.call(`/api/leads/${id}`, { method: 'PATCH', body })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await api.get(`/api/leads/${id}`)).body).toMatchObject({
      subject: 'New subject',
      note: 'New note',
      customer: { givenName: 'Erika', familyName: 'Everybody' },
    });
  });

  it('writing 100 notes without an ETag: every one is there', async () => {
    const { id, revision } = await lead();
    const notes = Array.from({ length: 100 }, (_, n) =>
      api.post(`/api/leads/${id}/journal`, { kind: 'note', text: `${n}` }),
    );
    const answers = await Promise.all(notes);
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
    expect(await revisions(id)).toBe(revision + 1 + 100);
  });

  it('advancing 100 times at one revision: one wins', async () => {
    const { id, revision } = await lead();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        api.post(`/api/leads/${id}/phases/advance`, undefined, { 'if-match': `"${revision}"` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(99);
    expect(await revisions(id)).toBe(revision + 2);
  });

  it('sending one Idempotency-Key many times, at once and later: one event, one answer', async () => {
    const key = { 'idempotency-key': `create-${Date.now()}` };
    const body = { subject: 'Once', customer: { email: 'once@example.com' } };
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.post('/api/leads', body, key)));
    answers.push(await api.post('/api/leads', body, key));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    const id = answers[0]?.body.id ?? '';
    expect(await revisions(id)).toBe((answers[0]?.body.revision ?? 0) + 1);

    const advance = { 'idempotency-key': `advance-${Date.now()}` };
    const first = await api.post(`/api/leads/${id}/phases/advance`, undefined, advance);
    await api.post(`/api/leads/${id}/journal`, { kind: 'note', text: 'Something in between' });
    const again = await api.post(`/api/leads/${id}/phases/advance`, undefined, advance);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
  });

  it('sending one Idempotency-Key with two different bodies: the second is refused', async () => {
    const key = { 'idempotency-key': `reused-${Date.now()}` };
    await api.post('/api/leads', { subject: 'One', customer: { familyName: 'One' } }, key);
    const answer = await api.post<{ code: string }>(
      '/api/leads',
      { subject: 'Two', customer: { familyName: 'Two' } },
      key,
    );
    expect([answer.status, answer.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('bringing the same external reference: the second is answered with the first lead', async () => {
    const body = {
      subject: 'From the portal',
      customer: { organisation: 'Portal GmbH' },
      externalReference: { sender: 'portal', id: `P-${Date.now()}` },
    };
    const answers = await Promise.all(Array.from({ length: 5 }, () => api.post('/api/leads', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });
});
