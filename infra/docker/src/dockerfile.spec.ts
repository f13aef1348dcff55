import { describe, expect, it } from '@jest/globals';
import { assignments, commandOf, copyOf, healthCommandOf, parseDockerfile } from './dockerfile.js';

describe('A Dockerfile', () => {
  it('has stages with their instructions, over continued lines and without comments', () => {
    const stages = parseDockerfile(
      '# first\nFROM node:24 AS build\nRUN one \\\n  # amid\n  two\n\nFROM build\nUSER node\n',
    );
    expect(stages).toEqual([
      { name: 'build', base: 'node:24', instructions: [{ keyword: 'RUN', text: 'one two', line: 3 }] },
      { name: '1', base: 'build', instructions: [{ keyword: 'USER', text: 'node', line: 8 }] },
    ]);
  });

  it.each(['RUN one', 'FROM a\nADD b c', 'FROM', 'FROM a b'])('is refused where it is not understood: %j', (text) => {
    expect(() => parseDockerfile(text)).toThrow(SyntaxError);
  });

  it('sets variables, quoted ones too, from those before', () => {
    expect(assignments('A=1 B="two $X words" C=${X} D', { X: 'x' })).toEqual([
      ['A', '1'],
      ['B', 'two x words'],
      ['C', 'x'],
      ['D', ''],
    ]);
  });

  it('says what to run and how to ask for its health', () => {
    expect(commandOf('["node", "main.js"]')).toEqual(['node', 'main.js']);
    expect(commandOf('node main.js')).toEqual(['sh', '-c', 'node main.js']);
    expect(healthCommandOf('--interval=1s --timeout=3s CMD ["true"]')).toEqual(['true']);
  });

  it('copies from the context or from a stage', () => {
    expect(copyOf('a b ./c')).toEqual({ from: null, sources: ['a', 'b'], target: './c' });
    expect(copyOf('--from=build /a /b')).toEqual({ from: 'build', sources: ['/a'], target: '/b' });
    expect(() => copyOf('--link a b')).toThrow(SyntaxError);
  });
});
