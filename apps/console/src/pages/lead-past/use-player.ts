import { useEffect, useEffectEvent, useReducer, type Dispatch } from 'react';
import { actionOf, pauseMs, played, type Player, type PlayerAction, type Reel } from './player.js';

/** A player over the steps that have arrived; it starts at one of them and listens to its keys. */
export function usePlayer(start: number, reel: Reel): readonly [Player, Dispatch<PlayerAction>] {
  const { count, isComplete } = reel;
  const initial: Player = { index: start, isPlaying: false, speed: 1 };
  const [player, dispatch] = useReducer(
    (before: Player, action: PlayerAction) => played(before, action, reel),
    initial,
  );
  const { index, isPlaying } = player;
  const waitMs = pauseMs(player);

  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => dispatch({ type: 'tick' }), waitMs);
    return () => clearTimeout(timer);
    // A new step that has arrived, or was reached, is waited for anew.
  }, [isPlaying, index, waitMs, count, isComplete]);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isForSomethingElse(event)) return;
    const action = actionOf(event.key);
    if (!action) return;
    event.preventDefault();
    dispatch(action);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return [player, dispatch];
}

/** Space presses the button that has the focus; arrows move what they belong to. */
function isForSomethingElse({ target, key, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || !(target instanceof HTMLElement)) return defaultPrevented;
  if (
    target.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="tablist"], [role="radiogroup"]')
  ) {
    return true;
  }
  return key === ' ' && target.closest('button, a, summary') !== null;
}
