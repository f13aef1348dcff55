import { describe, expect, it } from '@jest/globals';
import { byArea, keyStateOf, scopesOf } from './scopes.js';

describe('the scopes of a key', () => {
  it('say each level and those before it', () =>
    expect(scopesOf({ operations: 'read', leads: 'write' })).toEqual(['leads:read', 'leads:write', 'operations:read']));

  it('are none where nothing is chosen', () => expect(scopesOf({})).toEqual([]));

  it('are shown by area', () =>
    expect(byArea(['leads:read', 'leads:write', 'operations:read'])).toEqual([
      { area: 'leads', levels: ['read', 'write'] },
      { area: 'operations', levels: ['read'] },
    ]));
});

describe('a key', () => {
  const nowMs = Date.parse('2026-11-22T12:00:00.000Z');

  it('without an end is active until it is revoked', () => {
    expect(keyStateOf({ revoked: false, expiresAt: null }, nowMs)).toBe('active');
    expect(keyStateOf({ revoked: true, expiresAt: null }, nowMs)).toBe('revoked');
  });

  it('has expired from its very end on', () => {
    expect(keyStateOf({ revoked: false, expiresAt: '2026-11-22T12:00:00.001Z' }, nowMs)).toBe('active');
    expect(keyStateOf({ revoked: false, expiresAt: '2026-11-22T12:00:00.000Z' }, nowMs)).toBe('expired');
  });
});
