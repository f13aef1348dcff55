import { describe, expect, it } from '@jest/globals';
import { closingReasonsDecider } from './closing-reasons/closing-reasons.js';
import { DEFAULT_SALES_PROCESS } from './sales-process.js';
import { nameFor } from './system-names.js';

const shipped = [...DEFAULT_SALES_PROCESS.phases, ...closingReasonsDecider.initialState()];

describe('what came with Leadline', () => {
  it('is stored in English, and has the ids that it always had', () =>
    expect(shipped.map(({ id, name }) => [id, name])).toMatchSnapshot());

  it('is called in the language of who reads it', () => {
    expect(shipped.map((named) => nameFor(named, 'en'))).toEqual(shipped.map(({ name }) => name));
    expect(shipped.map((named) => nameFor(named, 'de'))).toMatchSnapshot();
  });

  it('keeps a name that somebody gave it', () => {
    for (const { id } of shipped) expect(nameFor({ id, name: 'Ours' }, 'de')).toBe('Ours');
  });

  it('leaves other things alone that are called the same', () =>
    expect(nameFor({ id: 'another', name: 'Qualify' }, 'de')).toBe('Qualify'));
});
