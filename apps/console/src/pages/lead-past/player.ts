/** Where a replay is, and whether it goes on by itself. */
export interface Player {
  readonly index: number;
  readonly isPlaying: boolean;
  readonly speed: Speed;
}

export const SPEEDS = [0.5, 1, 2, 5, 20] as const;
export type Speed = (typeof SPEEDS)[number];

export type PlayerAction =
  | { readonly type: 'playOrPause' | 'next' | 'previous' | 'first' | 'last' | 'tick' | 'pause' }
  | { readonly type: 'go'; readonly index: number }
  | { readonly type: 'speed'; readonly speed: Speed };

/** How many steps have arrived, and whether there are more to come. */
export interface Reel {
  readonly count: number;
  readonly isComplete: boolean;
}

/** Between two steps at normal speed: long enough to read a sentence. */
const STEP_MS = 2_000;

export function pauseMs({ speed }: Player): number {
  return STEP_MS / speed;
}

/** The player after an action. Whoever goes somewhere by hand wants to look at it: it stops playing. */
export function played(player: Player, action: PlayerAction, { count, isComplete }: Reel): Player {
  const last = Math.max(count - 1, 0);
  const at = (index: number): Player => ({ ...player, index: Math.min(Math.max(index, 0), last), isPlaying: false });
  switch (action.type) {
    case 'playOrPause':
      // From its end it begins anew.
      if (!player.isPlaying && isComplete && player.index >= last) return { ...player, index: 0, isPlaying: last > 0 };
      return { ...player, isPlaying: !player.isPlaying };
    case 'pause':
      return { ...player, isPlaying: false };
    case 'next':
      return at(player.index + 1);
    case 'previous':
      return at(player.index - 1);
    case 'first':
      return at(0);
    case 'last':
      return at(last);
    case 'go':
      return at(action.index);
    case 'tick': {
      if (!player.isPlaying) return player;
      const index = Math.min(player.index + 1, last);
      return { ...player, index, isPlaying: !isComplete || index < last };
    }
    case 'speed':
      return { ...player, speed: action.speed };
    default:
      return action satisfies never;
  }
}

/** What a key does; null where it means something else. */
export function actionOf(key: string): PlayerAction | null {
  switch (key) {
    case 'ArrowRight':
      return { type: 'next' };
    case 'ArrowLeft':
      return { type: 'previous' };
    case 'Home':
      return { type: 'first' };
    case 'End':
      return { type: 'last' };
    case ' ':
      return { type: 'playOrPause' };
    default:
      return null;
  }
}
