/** Tells those who wait that there may be something new. Counts, so that a call between reading and waiting is not lost. */
export interface Wake {
  /** How often it was called. Take it before reading. */
  readonly calls: number;
  call(): void;
  /** Resolves once `calls` is beyond `seen`, the signal aborts, or the time is up. Never rejects. */
  wait(seen: number, signal: AbortSignal, timeoutMs: number): Promise<void>;
}

export function wake(): Wake {
  let calls = 0;
  const waiting = new Set<() => void>();
  return {
    get calls() {
      return calls;
    },
    call() {
      calls += 1;
      for (const go of [...waiting]) go();
    },
    wait(seen, signal, timeoutMs) {
      if (calls !== seen || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const go = () => {
          waiting.delete(go);
          clearTimeout(timer);
          signal.removeEventListener('abort', go);
          resolve();
        };
        const timer = setTimeout(go, timeoutMs);
        waiting.add(go);
        signal.addEventListener('abort', go, { once: true });
      });
    },
  };
}
