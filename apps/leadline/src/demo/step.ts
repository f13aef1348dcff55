import type { DemoRequest } from './demo-api.js';

/** One thing that somebody did with a lead. */
export interface Step extends Pick<DemoRequest, 'atMs' | 'as' | 'method' | 'body'> {
  /** After `/api/leads/<id>`; null: this creates the lead. */
  readonly path: string | null;
  /** The number of the phase, from 0, that the lead is set back to: its id stands in the lead. */
  readonly setBackTo?: number;
}

/** From when to when the firm has been working with Leadline. */
export interface Span {
  readonly fromMs: number;
  /** The present: nothing happens after it. */
  readonly toMs: number;
}
