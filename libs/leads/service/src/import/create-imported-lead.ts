import { derivedId, idOf } from '@leadline/event-sourcing';
import type { CreateLead, ImportCandidate, ImportedLine, ImportReason } from '@leadline/leads-domain';
import { HandleLead } from '../lead/handle-lead.js';
import { leadIdOf } from '../lead/lead-input.js';
import { importNames } from './import-names.js';
import { wrongValue } from './import-problem.js';
import { importMetadata, type ImportRequested, type ImportTools } from './import-tools.js';
import { REFERENCE_KNOWN } from './plan-line.js';
import type { LeadRow } from './read-record.js';

/** A line that is to become a lead. */
export interface PlannedLead {
  /** Of the record: 1 is the first after the header. */
  readonly number: number;
  readonly line: number;
  readonly row: LeadRow;
  readonly candidates: readonly ImportCandidate[];
}

export interface LeadMaker {
  /** The id that the lead has, or gets. Undefined in a dry run. */
  leadId(lead: Pick<PlannedLead, 'number' | 'row'>): string | undefined;
  /** Makes the lead, unless it is a dry run, and tells what became of the line. Safe to repeat. */
  make(lead: PlannedLead): Promise<ImportedLine>;
}

/** Makes the leads of one import. */
export function leadMaker(tools: ImportTools, request: ImportRequested): LeadMaker {
  const { dryRun } = request.data;
  const metadata = importMetadata(tools.clock, request);
  const names = importNames({ ...tools, importer: request.metadata.actor, metadata });

  const leadId: LeadMaker['leadId'] = ({ number, row: { externalReference } }) => {
    if (dryRun) return undefined;
    if (externalReference) return leadIdOf(externalReference);
    return derivedId(`lead-import\n${idOf(request.stream)}\nlead ${number}`);
  };

  async function dataOf(row: LeadRow, assigneeId: string | undefined): Promise<CreateLead['data']> {
    const { source, marketplace, assigneeEmail: _, ...given } = row;
    const [sourceId, marketplaceId] = await Promise.all([
      source === undefined ? undefined : names.sourceId(source),
      marketplace === undefined ? undefined : names.marketplaceId(marketplace),
    ]);
    const process = await tools.settings.processOf(marketplaceId);
    if (!process) throw new Error(`The marketplace ${marketplaceId} is listed but has no events`);
    return { ...given, sourceId, marketplaceId, assigneeId, process, imported: true };
  }

  return {
    leadId,

    async make({ number, line, row, candidates }) {
      const { assigneeEmail } = row;
      const assigneeId = assigneeEmail === undefined ? undefined : await names.assigneeId(assigneeEmail);
      const reasons: ImportReason[] =
        assigneeId === null ? [wrongValue('lead-import.assignee-unknown', 'assigneeEmail', assigneeEmail ?? '')] : [];
      const more = {
        ...(reasons.length > 0 ? { reasons } : {}),
        ...(candidates.length > 0 ? { candidates: [...candidates] } : {}),
      };
      const id = leadId({ number, row });
      if (id === undefined) return { line, outcome: 'created', ...more };

      const data = await dataOf(row, assigneeId ?? undefined);
      const command = { type: 'CreateLead' as const, data, metadata: metadata(`lead ${number}`) };
      const { events, repeated } = await tools.commands.execute(new HandleLead(id, command));
      // Nothing happened, and not because this very line was here before: the external reference came in elsewhere.
      const isKnown = events.length === 0 && !repeated;
      if (isKnown) return { line, outcome: 'duplicate', leadId: id, reasons: [REFERENCE_KNOWN] };
      return { line, outcome: 'created', leadId: id, ...more };
    },
  };
}
