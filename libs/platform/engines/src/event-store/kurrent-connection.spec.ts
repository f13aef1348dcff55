import { describe, expect, it } from '@jest/globals';
import { connect, esdbUrl } from './kurrent-connection.js';

describe('a connection string of EventStoreDB', () => {
  it('is named in messages without credentials and options', () => {
    const { engine } = connect('esdb://admin:ch%40ngeit@db.example.com:2113?tls=false');
    expect(engine).toBe('EventStoreDB at esdb://db.example.com:2113');
  });

  it.each([
    ['kurrentdb://localhost:2113?tls=false', 'esdb://localhost:2113?tls=false'],
    ['kurrent://localhost', 'esdb://localhost'],
    ['kurrentdb+discover://cluster?tls=true', 'esdb+discover://cluster?tls=true&nodePreference=leader'],
  ])('may begin with the newer names: %s', (url, expected) => {
    expect(esdbUrl(url)).toBe(expected);
  });

  it.each([
    ['esdb://one,two,three', 'esdb://one,two,three?nodePreference=leader'],
    ['esdb+discover://cluster?tls=false', 'esdb+discover://cluster?tls=false&nodePreference=leader'],
    ['esdb://one,two?NodePreference=follower', 'esdb://one,two?NodePreference=follower'],
  ])('prefers the leader of a cluster, unless it says otherwise: %s', (url, expected) => {
    expect(esdbUrl(url)).toBe(expected);
  });

  it.each(['', 'http://localhost:2113', 'localhost:2113', 'esdb://localhost:port'])('is not "%s"', (url) => {
    expect(() => connect(url)).toThrow();
  });
});
