import type { ImportCandidate, ImportedLine } from '@leadline/leads-domain';
import type { Language } from '@leadline/service-kit';
import type { ImportReport } from './import-report.js';
import { sentenceOf } from './import-sentences.js';

/** How far an import is, as it is answered. */
export interface ImportProgress {
  readonly state: 'running' | 'done' | 'failed';
  readonly dryRun: boolean;
  /** 0 until the file was read through. */
  readonly total: number;
  readonly done: number;
  readonly created: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Columns that mean no field; what stands in them is in the leads' notes. */
  readonly ignoredColumns: readonly string[];
  readonly lines: readonly ImportLine[];
  /** Why it failed. */
  readonly error?: { readonly code: string; readonly message: string };
}

export interface ImportLine {
  readonly line: number;
  readonly outcome: ImportedLine['outcome'];
  readonly leadId?: string;
  readonly reasons?: readonly { readonly field?: string; readonly code: string; readonly message: string }[];
  readonly candidates?: readonly ImportCandidate[];
}

/** An import for people: with sentences in their language; of the lines, those with that outcome. */
export function importProgress(
  { state, request, failure, lines, ...counts }: ImportReport,
  language: Language,
  outcome?: ImportedLine['outcome'],
): ImportProgress {
  const shown = outcome === undefined ? lines : lines.filter((line) => line.outcome === outcome);
  return {
    state: state === 'requested' ? 'running' : state,
    dryRun: request.dryRun,
    ...counts,
    lines: shown.map((line) => withSentences(line, language)),
    ...(failure ? { error: { code: failure.code, message: sentenceOf(failure, language) } } : {}),
  };
}

function withSentences({ line, outcome, leadId, reasons, candidates }: ImportedLine, language: Language): ImportLine {
  return {
    line,
    outcome,
    ...(leadId === undefined ? {} : { leadId }),
    ...(reasons === undefined
      ? {}
      : {
          reasons: reasons.map(({ field, ...reason }) => ({
            ...(field === undefined ? {} : { field }),
            code: reason.code,
            message: sentenceOf(reason, language),
          })),
        }),
    ...(candidates === undefined ? {} : { candidates }),
  };
}
