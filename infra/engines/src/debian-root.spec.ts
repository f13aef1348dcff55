import { describe, expect, it } from '@jest/globals';
import { findDebianMirror } from './debian-root.js';

describe('The Debian mirror', () => {
  it('is read from a deb822 file, past comments and the security archive', () => {
    const text = `Types: deb
# http://snapshot.example/archive/debian
URIs: http://mirror.example/debian-security
Suites: bookworm-security

Types: deb
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates`;
    expect(findDebianMirror([text])).toBe('http://mirror.example/debian');
  });

  it('is read from one-line sources, with or without options', () => {
    const text = `# deb http://old.example/debian bookworm main
deb-src http://source.example/debian bookworm main
deb [signed-by=/usr/share/keyrings/k.gpg] https://mirror.example/debian/ bookworm main`;
    expect(findDebianMirror(['', text])).toBe('https://mirror.example/debian/');
  });

  it('is unknown where only another distribution’s archive is named', () => {
    expect(findDebianMirror(['deb http://mirror.example/ubuntu noble main'])).toBeUndefined();
    expect(findDebianMirror([])).toBeUndefined();
  });
});
