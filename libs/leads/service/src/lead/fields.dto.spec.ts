import { describe, expect, it } from '@jest/globals';
import { isInstant } from './fields.dto.js';

describe('an instant', () => {
  it.each([
    '2026-11-02T09:00Z',
    '2026-11-02T09:00:00Z',
    '2026-11-02T09:00:00.123456Z',
    '2026-11-02T09:00:00+05:30',
    '2024-02-29T00:00:00Z',
  ])('is %s', (text) => expect(isInstant(text)).toBe(true));

  it.each([
    '2026-11-02',
    '2026-11-02T09:00:00',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-02T25:00:00Z',
    '2026-W45-1T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '+012026-01-01T00:00:00Z',
    'now',
    '',
    7,
    null,
  ])('is not %j', (text) => expect(isInstant(text)).toBe(false));
});
