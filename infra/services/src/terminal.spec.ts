import { describe, expect, it } from '@jest/globals';
import { terminal } from './terminal.js';

describe('The terminal', () => {
  const signIn = [
    '  First administrator, shown this once:',
    '    e-mail:   admin@leadline.example',
    '    password: p4ss',
  ];

  it('puts the name of the process before each line, and leaves out empty ones', () => {
    const written: string[] = [];
    const screen = terminal((text) => written.push(text), 12);
    screen.show('leads-api-1', 'Hello');
    screen.show('leads-api-1', ' ');
    screen.show('edge', 'Hello');
    expect(written).toEqual(['leads-api-1  | Hello\n', 'edge         | Hello\n']);
  });

  it('keeps the first sign-in back until it is asked for', () => {
    const written: string[] = [];
    const screen = terminal((text) => written.push(text), 1);
    for (const line of signIn) screen.show('identity-api-2', line);
    expect(written).toEqual([]);
    expect(screen.firstSignIn()).toEqual(signIn);
  });

  it('shows a sign-in that comes later where it comes', () => {
    const written: string[] = [];
    const screen = terminal((text) => written.push(text), 1);
    expect(screen.firstSignIn()).toEqual([]);
    for (const line of signIn) screen.show('identity-api-1', line);
    expect(written).toHaveLength(3);
  });
});
