import { describe, expect, it } from '@jest/globals';
import { actionOf, pauseMs, played, type Player, type PlayerAction, type Reel } from './player.js';

const three: Reel = { count: 3, isComplete: true };
const start: Player = { index: 0, isPlaying: false, speed: 1 };

const after = (player: Player, actions: readonly PlayerAction['type'][], reel = three): Player =>
  actions.reduce<Player>(
    (now, type) => (type === 'go' || type === 'speed' ? now : played(now, { type }, reel)),
    player,
  );

describe('a player', () => {
  it('plays to the end and stops there', () => {
    const playing = after(start, ['playOrPause', 'tick']);
    expect(playing).toMatchObject({ index: 1, isPlaying: true });
    expect(after(playing, ['tick'])).toMatchObject({ index: 2, isPlaying: false });
  });

  it('begins anew when it is played at its end', () => {
    expect(after({ ...start, index: 2 }, ['playOrPause'])).toMatchObject({ index: 0, isPlaying: true });
  });

  it('waits at the end of what has arrived while more is to come', () => {
    const arriving = { count: 2, isComplete: false };
    const waiting = after({ ...start, index: 1 }, ['playOrPause', 'tick'], arriving);
    expect(waiting).toMatchObject({ index: 1, isPlaying: true });
    expect(after(waiting, ['tick'], three)).toMatchObject({ index: 2, isPlaying: false });
  });

  it('never leaves what is there, and stops when it is moved by hand', () => {
    expect(after(start, ['previous'])).toMatchObject({ index: 0 });
    expect(after({ ...start, isPlaying: true }, ['last', 'next'])).toMatchObject({ index: 2, isPlaying: false });
    expect(played(start, { type: 'go', index: 99 }, three).index).toBe(2);
    expect(played(start, { type: 'go', index: 1 }, { count: 0, isComplete: false }).index).toBe(0);
  });

  it('does not move when a tick comes after the pause', () => {
    expect(after(start, ['playOrPause', 'pause', 'tick'])).toEqual(start);
  });

  it('has nothing to play in a single step', () => {
    expect(after(start, ['playOrPause'], { count: 1, isComplete: true })).toEqual(start);
  });

  it('takes half the time at double speed', () => {
    const fast = played(start, { type: 'speed', speed: 2 }, three);
    expect(pauseMs(fast)).toBe(pauseMs(start) / 2);
  });

  it('obeys its keys and no others', () => {
    expect(['ArrowRight', 'ArrowLeft', 'Home', 'End', ' ', 'a'].map((key) => actionOf(key)?.type ?? null)).toEqual([
      'next',
      'previous',
      'first',
      'last',
      'playOrPause',
      null,
    ]);
  });
});
