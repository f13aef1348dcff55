import { useEffect, useEffectEvent } from 'react';
import { typed, type Shortcut } from './shortcuts.js';

/** Between the keys of a sequence. */
const PATIENCE_MS = 1_200;

/** Calls back for each shortcut that is typed outside of a field and of a dialog. */
export function useShortcuts(onShortcut: (shortcut: Shortcut) => void): void {
  const act = useEffectEvent(onShortcut);
  useEffect(() => {
    let keys: readonly string[] = [];
    let lastAt = 0;
    const listener = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isForSomethingElse(event.target)) return;
      const now = performance.now();
      const result = typed(now - lastAt > PATIENCE_MS ? [] : keys, event.key);
      ({ keys } = result);
      lastAt = now;
      if (!result.shortcut) return;
      event.preventDefault();
      act(result.shortcut);
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function isForSomethingElse(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null;
}
