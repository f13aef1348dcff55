import type { JournalEntry } from '../../../api/types.js';

export const KINDS = ['note', 'call', 'mail', 'meeting'] as const;
export const DIRECTIONS = ['out', 'in'] as const;
export const OUTCOMES = ['reached', 'notReached', 'leftMessage'] as const;

export type Kind = (typeof KINDS)[number];
export type Direction = (typeof DIRECTIONS)[number];
export type Outcome = (typeof OUTCOMES)[number];

/** A journal entry as it is typed. */
export interface EntryText {
  readonly kind: Kind;
  readonly text: string;
  readonly direction: Direction;
  readonly outcome: Outcome;
  /** Whole minutes; empty where nobody looked at the clock. */
  readonly minutes: string;
}

export const NEW_ENTRY: EntryText = { kind: 'note', text: '', direction: 'out', outcome: 'reached', minutes: '' };

interface EntryBody {
  readonly text: string;
  readonly direction?: Direction;
  readonly outcome?: Outcome;
  readonly durationSeconds?: number;
}

/** What is sent: only what an entry of its kind has. */
export function bodyOf({ kind, text, direction, outcome, minutes }: EntryText): EntryBody {
  const duration = durationOf(minutes);
  return {
    text: text.trim(),
    ...(kind === 'call' || kind === 'mail' ? { direction } : {}),
    ...(kind === 'call' ? { outcome } : {}),
    ...((kind === 'call' || kind === 'meeting') && duration !== null ? { durationSeconds: duration } : {}),
  };
}

/** A correction also clears what was there and is not any more. */
export function correctionOf(
  entry: EntryText,
): Omit<EntryBody, 'durationSeconds'> & { durationSeconds?: number | null } {
  const hasDuration = entry.kind === 'call' || entry.kind === 'meeting';
  return { ...(hasDuration ? { durationSeconds: null } : {}), ...bodyOf(entry) };
}

export function textOf({ kind, text, direction, outcome, durationSeconds }: JournalEntry): EntryText {
  return {
    kind,
    text,
    direction: direction ?? NEW_ENTRY.direction,
    outcome: outcome ?? NEW_ENTRY.outcome,
    minutes: durationSeconds === undefined ? '' : String(Math.round(durationSeconds / 60)),
  };
}

/** Seconds; null where nothing, or no number, is typed. */
function durationOf(minutes: string): number | null {
  return /^\d{1,4}$/.test(minutes.trim()) ? Number(minutes) * 60 : null;
}

/** A draft that was left: read back from where the browser keeps it for this tab; whatever else is there is none. */
export function readDraft(stored: string | null): EntryText {
  const draft: unknown = parsed(stored);
  if (typeof draft !== 'object' || draft === null || !('text' in draft) || typeof draft.text !== 'string') {
    return NEW_ENTRY;
  }
  const kind = 'kind' in draft ? KINDS.find((each) => each === draft.kind) : undefined;
  const minutes = 'minutes' in draft && typeof draft.minutes === 'string' ? draft.minutes : '';
  const direction = 'direction' in draft ? DIRECTIONS.find((each) => each === draft.direction) : undefined;
  const outcome = 'outcome' in draft ? OUTCOMES.find((each) => each === draft.outcome) : undefined;
  return {
    kind: kind ?? NEW_ENTRY.kind,
    text: draft.text,
    direction: direction ?? NEW_ENTRY.direction,
    outcome: outcome ?? NEW_ENTRY.outcome,
    minutes,
  };
}

function parsed(stored: string | null): unknown {
  try {
    return JSON.parse(stored ?? 'null');
  } catch {
    // Not ours, so no draft.
    return null;
  }
}
