/** The only source of time for services, so that tests set it. */
export interface Clock {
  /** ISO 8601, UTC, milliseconds. */
  now(): string;
  nowMs(): number;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  nowMs: () => Date.now(),
};
