import { isDomainError, type CommandMetadata, type DomainError } from '@leadline/event-sourcing';
import {
  DEFAULT_SALES_PROCESS,
  leadDecider,
  type ImportCandidate,
  type ImportedLine,
  type ImportReason,
} from '@leadline/leads-domain';
import type { FileLeads } from './file-leads.js';
import type { KnownLeads } from './known-leads.js';
import { candidatesOf, likenessesOf, type Likeness } from './likeness.js';
import type { LeadRow } from './read-record.js';

/** What is known when a line is judged. */
export interface Circumspection {
  readonly file: FileLeads;
  readonly known: KnownLeads;
  readonly duplicates: 'create' | 'skip';
}

/** What is to become of a line: nothing more, or a lead. */
export type Plan =
  | { readonly outcome: 'duplicate' | 'rejected'; readonly line: ImportedLine }
  | { readonly outcome: 'create'; readonly candidates: readonly ImportCandidate[] };

/**
 * Judges a line that could be read: whether the rules for leads allow it, whether the lead is there already, and which
 * leads are like it.
 */
export function planLine(line: number, row: LeadRow, { file, known, duplicates }: Circumspection): Plan {
  const forbidden = whatForbids(row);
  if (forbidden) return { outcome: 'rejected', line: { line, outcome: 'rejected', reasons: [forbidden] } };

  const alike = likenessesOf(row).flatMap((likeness) => alikeBy(likeness, file, known));
  const same =
    alike.find(({ reason }) => reason === 'externalReference') ?? alike.find(({ reason }) => reason === 'identical');
  const candidates = candidatesOf(alike);
  if (same) return duplicate(line, reasonFor(same), same.leadId, candidates);
  if (duplicates === 'skip' && candidates.length > 0) {
    return duplicate(line, { code: 'lead-import.skipped' }, candidates[0]?.leadId, candidates);
  }
  return { outcome: 'create', candidates };
}

interface Alike {
  readonly reason: Likeness['reason'];
  readonly leadId?: string;
  readonly line?: number;
}

/** The file's own first, since a user sees its lines at once. */
function alikeBy(likeness: Likeness, file: FileLeads, known: KnownLeads): Alike[] {
  const { reason } = likeness;
  const inFile = file.find(likeness).map((lead) => ({ reason, ...lead }));
  return [...inFile, ...(known.get(likeness.key) ?? []).map((leadId) => ({ reason, leadId }))];
}

function reasonFor({ reason, line }: Alike): ImportReason {
  if (reason === 'externalReference') {
    return line === undefined ? REFERENCE_KNOWN : { code: 'lead-import.reference-repeated', params: { line } };
  }
  return line === undefined
    ? { code: 'lead-import.identical' }
    : { code: 'lead-import.identical-line', params: { line } };
}

/** A lead with the line's external reference is there. */
export const REFERENCE_KNOWN: ImportReason = { code: 'lead-import.reference-known' };

function duplicate(
  line: number,
  reason: ImportReason,
  leadId: string | undefined,
  candidates: readonly ImportCandidate[],
): Plan {
  return {
    outcome: 'duplicate',
    line: {
      line,
      outcome: 'duplicate',
      ...(leadId === undefined ? {} : { leadId }),
      reasons: [reason],
      candidates: [...candidates],
    },
  };
}

const ANYBODY: CommandMetadata = {
  id: 'plan',
  actor: { kind: 'system', id: 'plan', name: 'Plan' },
  at: '1970-01-01T00:00:00.000Z',
  correlationId: 'plan',
};

/** Where a user finds what a rule is about. */
const FIELDS: Readonly<Record<string, string>> = {
  'lead.subject-missing': 'subject',
  'lead.customer-missing': 'customer',
};

/** Asks the decision itself, which is pure, so that a dry run says what the import would. */
function whatForbids({ subject, customer }: LeadRow): ImportReason | null {
  try {
    const data = { subject, customer, process: DEFAULT_SALES_PROCESS, imported: true };
    leadDecider.decide({ type: 'CreateLead', data, metadata: ANYBODY }, null);
    return null;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return reasonOf(error);
  }
}

/** A rejection as a line tells it. */
function reasonOf({ code, params }: Pick<DomainError, 'code' | 'params'>): ImportReason {
  const field = FIELDS[code];
  const told = new Map(Object.entries(params).map(([name, value]) => [name, String(value)]));
  return {
    code,
    ...(field === undefined ? {} : { field }),
    ...(told.size > 0 ? { params: Object.fromEntries(told) } : {}),
  };
}
