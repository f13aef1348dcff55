import { describe, expect, it } from '@jest/globals';
import { localPath } from './return-to.js';

describe('where one comes back to', () => {
  it.each(['/', '/leads', '/leads?q=a%20b&light=red#top', '/leads/../users'])('may be %s', (path) =>
    expect(localPath(path)).toBe(path === '/leads/../users' ? '/users' : path),
  );

  it.each([
    undefined,
    '',
    'leads',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    '@evil.example',
  ])('is never another place: %j', (text) => expect(localPath(text)).toBe('/'));
});
