import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../../api/problem.js';
import type { CorrectLead, Lead } from '../../../api/types.js';
import { NOTE, SUBJECT } from './lead-fields.js';
import { saveField, type SaveTools } from './save-field.js';

const LEAD: Lead = {
  id: '1',
  revision: 3,
  status: 'inProgress',
  active: true,
  subject: 'A roof',
  customer: { organisation: 'Engines Ltd' },
  receivedAt: '2026-11-01T00:00:00Z',
  createdAt: '2026-11-01T00:00:00Z',
  lastActivityAt: '2026-11-01T00:00:00Z',
  light: 'green',
  interests: [],
  process: { id: 'p', version: 1, phases: [] },
};

/** A server with one lead, and somebody else who changes it. */
function server(now: Lead): SaveTools & { readonly sent: CorrectLead[] } {
  const sent: CorrectLead[] = [];
  return {
    sent,
    known: () => LEAD,
    load: () => Promise.resolve(now),
    send(patch, revision) {
      if (revision !== now.revision) return Promise.reject(new Problem(412, 'stale-revision', ''));
      sent.push(patch);
      return Promise.resolve();
    },
    lastChangeBy: () => Promise.resolve('Ada Byron'),
  };
}

describe('a field of a lead', () => {
  it('is sent alone', async () => {
    const tools = server(LEAD);
    expect(await saveField(SUBJECT, 'Two roofs', 'A roof', tools)).toEqual({ kind: 'saved' });
    expect(tools.sent).toEqual([{ subject: 'Two roofs' }]);
  });

  it('is sent again where others changed another one meanwhile', async () => {
    const tools = server({ ...LEAD, revision: 4, note: 'Call on Monday' });
    expect(await saveField(SUBJECT, 'Two roofs', 'A roof', tools)).toEqual({ kind: 'saved' });
    expect(tools.sent).toEqual([{ subject: 'Two roofs' }]);
  });

  it('is a conflict where others changed it too, and nothing is sent', async () => {
    const tools = server({ ...LEAD, revision: 4, subject: 'Three roofs' });
    expect(await saveField(SUBJECT, 'Two roofs', 'A roof', tools)).toEqual({
      kind: 'conflict',
      theirs: 'Three roofs',
      by: 'Ada Byron',
    });
    expect(tools.sent).toEqual([]);
  });

  it('is sent over theirs once somebody has decided so', async () => {
    const now = { ...LEAD, revision: 4, subject: 'Three roofs' };
    const tools = { ...server(now), known: () => now };
    expect(await saveField(SUBJECT, 'Two roofs', 'Three roofs', tools)).toEqual({ kind: 'saved' });
    expect(tools.sent).toEqual([{ subject: 'Two roofs' }]);
  });

  it('needs no sending where others wrote the same', async () => {
    const tools = server({ ...LEAD, revision: 4, subject: 'Two roofs' });
    expect(await saveField(SUBJECT, 'Two roofs', 'A roof', tools)).toEqual({ kind: 'saved' });
    expect(tools.sent).toEqual([]);
  });

  it('is cleared by null', async () => {
    const tools = { ...server(LEAD), known: () => ({ ...LEAD, note: 'Old' }) };
    expect(await saveField(NOTE, ' ', 'Old', tools)).toEqual({ kind: 'saved' });
    expect(tools.sent).toEqual([{ note: null }]);
  });

  it('gives up on a lead that never stands still, and on any other problem', async () => {
    const stale = { ...server(LEAD), send: () => Promise.reject(new Problem(412, 'stale-revision', '')) };
    await expect(saveField(SUBJECT, 'Two roofs', 'A roof', stale)).rejects.toMatchObject({ status: 412 });
    const closed = { ...server(LEAD), send: () => Promise.reject(new Problem(409, 'lead.closed', '')) };
    await expect(saveField(SUBJECT, 'Two roofs', 'A roof', closed)).rejects.toMatchObject({ code: 'lead.closed' });
  });
});
