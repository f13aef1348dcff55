import { describe, expect, it } from '@jest/globals';
import { bodyOf, correctionOf, NEW_ENTRY, readDraft, textOf } from './entry-text.js';

describe('a journal entry', () => {
  it('is sent with what its kind has, and nothing else', () => {
    const typed = { ...NEW_ENTRY, text: ' Hello ', minutes: '5' };
    expect(bodyOf(typed)).toEqual({ text: 'Hello' });
    expect(bodyOf({ ...typed, kind: 'call' })).toEqual({
      text: 'Hello',
      direction: 'out',
      outcome: 'reached',
      durationSeconds: 300,
    });
    expect(bodyOf({ ...typed, kind: 'mail', direction: 'in' })).toEqual({ text: 'Hello', direction: 'in' });
    expect(bodyOf({ ...typed, kind: 'meeting', minutes: 'long' })).toEqual({ text: 'Hello' });
  });

  it('loses its duration when somebody takes it out', () => {
    expect(correctionOf({ ...NEW_ENTRY, kind: 'meeting', text: 'Hello' })).toEqual({
      text: 'Hello',
      durationSeconds: null,
    });
  });

  it('is typed again as it was', () => {
    const author = { kind: 'user', id: '1', name: 'Ada' } as const;
    const entry = { entryId: '1', kind: 'call', text: 'Hello', durationSeconds: 120, at: '', author } as const;
    expect(textOf(entry)).toEqual({ ...NEW_ENTRY, kind: 'call', text: 'Hello', minutes: '2' });
  });
});

describe('a draft', () => {
  it('is taken up where it was left', () => {
    const draft = { kind: 'call', text: 'Half a sen', direction: 'in', outcome: 'leftMessage', minutes: '3' };
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
  });

  it.each([null, '', 'no JSON', '3', '{"kind":"call"}'])('is none where %p is stored', (stored) => {
    expect(readDraft(stored)).toEqual(NEW_ENTRY);
  });
});
