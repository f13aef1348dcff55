import { describe, expect, it } from '@jest/globals';
import { brokerConfig, parseJavaVersion } from './kafka.js';

describe('Java’s version', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "25" 2025-09-16', 25],
    ['', undefined],
  ])('in %j is %j', (text, version) => {
    expect(parseJavaVersion(text)).toBe(version);
  });
});

describe('The broker’s configuration', () => {
  it('listens on loopback, on the ports that were chosen', () => {
    const config = brokerConfig('/data/log', (name) => (name === 'kafka' ? 9092 : 9093));
    const lines = config.split('\n');
    expect(lines).toContain('listeners=PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093');
    expect(lines).toContain('advertised.listeners=PLAINTEXT://127.0.0.1:9092');
    expect(lines).toContain('controller.quorum.voters=1@127.0.0.1:9093');
    expect(lines).toContain('log.dirs=/data/log');
  });
});
