import { describe, expect, it } from '@jest/globals';
import { interpolate } from './interpolate.js';

describe('Variables in a compose file', () => {
  it.each([
    ['${A}', { A: '1' }, '1'],
    ['${A}', {}, ''],
    ['${A:-x}', { A: '' }, 'x'],
    ['${A-x}', { A: '' }, ''],
    ['${A:+x}', { A: '1' }, 'x'],
    ['${A:+x}', { A: '' }, ''],
    ['http://${A:-localhost:${B:-3000}}/', {}, 'http://localhost:3000/'],
    ['http://${A:-localhost:${B:-3000}}/', { B: '4000' }, 'http://localhost:4000/'],
    ['$$A', { A: '1' }, '$A'],
  ])('stand for what compose makes of them: %s with %j', (text, env, value) => {
    expect(interpolate({ list: [text, 1, null] }, env as Record<string, string>).value).toEqual({
      list: [value, 1, null],
    });
  });

  it('are all named, also those within defaults', () => {
    expect([...interpolate('${A:-${B}}', {}).names]).toEqual(['A', 'B']);
  });

  it.each(['$A', '${A', '${-x}', '${A:?needed}'])('are refused where compose refuses them: %s', (text) => {
    expect(() => interpolate(text, {})).toThrow(SyntaxError);
  });
});
