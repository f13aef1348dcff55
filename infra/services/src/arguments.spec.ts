import { describe, expect, it } from '@jest/globals';
import { parseOptions } from './arguments.js';
import { serviceNames } from './services.js';
import { UserError } from './user-error.js';

describe('The command line', () => {
  it('starts every service twice per role when nothing is said', () => {
    expect(parseOptions([])).toEqual({ replicas: 2, services: serviceNames, pidsFile: undefined, restart: true });
  });

  it('takes replicas, services, a file for the ids and the wish for no restarts', () => {
    const args = ['--replicas', '3', '--services', 'leads, identity', '--pids', '/tmp/pids', '--no-restart'];
    expect(parseOptions(args)).toEqual({
      replicas: 3,
      services: ['identity', 'leads'],
      pidsFile: '/tmp/pids',
      restart: false,
    });
  });

  it('helps when asked to', () => {
    expect(parseOptions(['-h'])).toBeNull();
  });

  it.each([[['--replicas', '0']], [['--replicas', '10']], [['--services', 'leeds']], [['--fast']], [['leads']]])(
    'refuses %j with a message for the user',
    (args) => {
      expect(() => parseOptions(args)).toThrow(UserError);
    },
  );
});
