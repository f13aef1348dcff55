import { describe, expect, it } from '@jest/globals';
import { messagesByField, problemOf } from './problem.js';

const answer = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers });

describe('a problem', () => {
  it('is read from a problem document', async () => {
    const problem = await problemOf(
      answer(400, '{"code":"invalid-input","detail":"No.","errors":[{"field":"subject","message":"is needed"}]}'),
    );
    expect(problem).toMatchObject({ status: 400, code: 'invalid-input', detail: 'No.', isPassing: false });
    expect(messagesByField(problem)).toEqual({ subject: 'is needed' });
  });

  it('is there also where the body is none of ours', async () => {
    expect(await problemOf(answer(502, '<html>Bad gateway</html>'))).toMatchObject({
      code: 'http-502',
      detail: '',
      errors: [],
      isPassing: true,
    });
    expect(await problemOf(answer(500, '{"errors":[3,{"field":1}]}'))).toMatchObject({ code: 'http-500', errors: [] });
  });

  it('tells when it may be tried again', async () => {
    expect((await problemOf(answer(429, '{}', { 'retry-after': '3' }))).retryAfterMs).toBe(3000);
    expect((await problemOf(answer(429, '{}', { 'retry-after': 'tomorrow' }))).retryAfterMs).toBeUndefined();
  });
});
