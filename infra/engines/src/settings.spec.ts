import { describe, expect, it } from '@jest/globals';
import { defaultPorts, readSettings } from './settings.js';
import { UserError } from './user-error.js';

describe('Settings', () => {
  it('keep the cache below the home folder and the usual ports when nothing is set', () => {
    const settings = readSettings({});
    expect(settings.cacheFolder).toMatch(/\.cache\/leadline-engines$/);
    expect(settings.ports).toEqual(defaultPorts);
    expect(settings.debianMirror).toBeUndefined();
  });

  it('take cache folder and ports from the environment', () => {
    const settings = readSettings({ LEADLINE_ENGINES: '/var/cache/engines', LEADLINE_KAFKA_PORT: '9092' });
    expect(settings.cacheFolder).toBe('/var/cache/engines');
    expect(settings.ports).toEqual({ ...defaultPorts, kafka: 9092 });
  });

  it('take an empty variable for one that is not set', () => {
    expect(readSettings({ LEADLINE_ENGINES: '', LEADLINE_MONGODB_PORT: '' })).toEqual(readSettings({}));
  });

  it.each(['0', '65536', '-1', '1.5', '0x50', 'kafka'])('refuse %s as a port', (text) => {
    expect(() => readSettings({ LEADLINE_KAFKA_PORT: text })).toThrow(UserError);
  });
});
