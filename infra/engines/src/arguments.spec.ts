import { describe, expect, it } from '@jest/globals';
import { parseCommand } from './arguments.js';
import { engineNames } from './engine.js';
import { UserError } from './user-error.js';

describe('The command line', () => {
  it('starts every engine when none is named', () => {
    expect(parseCommand(['start'])).toEqual({ name: 'start', engines: engineNames, json: false });
  });

  it('starts only the named engines, each once, in the usual order', () => {
    expect(parseCommand(['start', '--only', 'mongodb, kafka,mongodb', '--json'])).toEqual({
      name: 'start',
      engines: ['kafka', 'mongodb'],
      json: true,
    });
  });

  it('names the engines to kill or restart', () => {
    expect(parseCommand(['kill', 'kafka'])).toEqual({ name: 'kill', engines: ['kafka'] });
    expect(parseCommand(['restart', 'mongodb', 'event-store'])).toEqual({
      name: 'restart',
      engines: ['mongodb', 'event-store'],
    });
  });

  it.each([
    [[], 'table'],
    [['--env'], 'env'],
    [['--json'], 'json'],
  ])('prints the status with %j as %s', (options, format) => {
    expect(parseCommand(['status', ...options])).toEqual({ name: 'status', format });
  });

  it('tells where an nginx is, and takes nothing more', () => {
    expect(parseCommand(['nginx'])).toEqual({ name: 'nginx' });
    expect(() => parseCommand(['nginx', 'now'])).toThrow(UserError);
  });

  it.each([[[]], [['help']], [['--help']], [['start', '-h']]])('helps on %j', (args) => {
    expect(parseCommand(args)).toEqual({ name: 'help' });
  });

  it.each([
    [['begin']],
    [['start', 'kafka']],
    [['start', '--only', 'redis']],
    [['start', '--only', '']],
    [['start', '--env']],
    [['stop', '--json']],
    [['stop', 'kafka']],
    [['kill']],
    [['restart', 'redis']],
    [['status', '--fast']],
  ])('refuses %j with a message for the user', (args) => {
    expect(() => parseCommand(args)).toThrow(UserError);
  });
});
