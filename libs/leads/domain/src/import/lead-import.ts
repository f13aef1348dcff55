import { DomainError, type Aggregate, type Command, type Decider } from '@leadline/event-sourcing';
import { noRule, passedOver } from '../exhaustive.js';
import {
  leadImportCodec,
  type ImportedLine,
  type ImportFailure,
  type LeadImportEvent,
  type LeadImportEventOf,
} from './lead-import.events.js';

type Data<Type extends LeadImportEvent['type']> = LeadImportEventOf<Type>['data'];

export type RequestImport = Command<'RequestImport', Omit<Data<'LeadImportRequested'>, 'requesterId'>>;

export type LeadImportCommand =
  | RequestImport
  | Command<'StartImport', Data<'LeadImportStarted'>>
  | Command<'RecordImportedLines', { readonly first: number; readonly lines: readonly ImportedLine[] }>
  | Command<'CompleteImport', Record<never, never>>
  | Command<'FailImport', { readonly reason: ImportFailure }>;

/** How far an import is. */
export interface LeadImport {
  readonly state: 'requested' | 'running' | 'done' | 'failed';
  readonly request: Data<'LeadImportRequested'>;
  /** Records of the file; 0 until it was read through. */
  readonly total: number;
  /** Records dealt with: the first so many of the file. The sum of the three below. */
  readonly done: number;
  readonly created: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly ignoredColumns: readonly string[];
  /** There exactly where it failed. */
  readonly failure?: ImportFailure | undefined;
}

/**
 * The import of a file of leads. It says what was asked and what became of every record, in the file's order and each
 * once: whoever does the work may stop anywhere and begin again behind the last record that is told here.
 */
export const leadImportDecider: Decider<LeadImport | null, LeadImportCommand, LeadImportEvent> = {
  initialState: () => null,

  decide(command, leadImport) {
    if (command.type === 'RequestImport') {
      if (leadImport) return [];
      return [{ type: 'LeadImportRequested', data: { ...command.data, requesterId: command.metadata.actor.id } }];
    }
    if (!leadImport) throw new DomainError('lead-import.not-found');
    // What comes too late comes from a worker that was overtaken: it has nothing to add.
    if (leadImport.state === 'done' || leadImport.state === 'failed') return [];
    switch (command.type) {
      case 'StartImport':
        return leadImport.state === 'requested' ? [{ type: 'LeadImportStarted', data: command.data }] : [];
      case 'RecordImportedLines':
        return recordLines(command.data, mustRun(leadImport));
      case 'CompleteImport':
        if (mustRun(leadImport).done < leadImport.total) throw new DomainError('lead-import.lines-missing');
        return [{ type: 'LeadImportCompleted', data: {} }];
      case 'FailImport':
        return [{ type: 'LeadImportFailed', data: command.data }];
      default:
        return noRule(command);
    }
  },

  evolve(leadImport, event) {
    if (event.type === 'LeadImportRequested') return leadImport ?? requested(event.data);
    return leadImport && evolved(leadImport, event);
  },
};

export const leadImportAggregate: Aggregate<LeadImport | null, LeadImportCommand, LeadImportEvent> = {
  decider: leadImportDecider,
  codec: leadImportCodec,
  stateVersion: 1,
  // Its events are large, with many lines in each, and its state is a handful of counts.
  snapshotEvery: 10,
};

/** @throws DomainError `lead-import.lines-missing`, `lead-import.lines-beyond-end` */
function recordLines(
  { first, lines }: { readonly first: number; readonly lines: readonly ImportedLine[] },
  { done, total }: LeadImport,
): LeadImportEvent[] {
  if (first <= done || lines.length === 0) return [];
  if (first > done + 1) throw new DomainError('lead-import.lines-missing');
  if (done + lines.length > total) throw new DomainError('lead-import.lines-beyond-end');
  return [{ type: 'LeadImportLinesProcessed', data: { first, lines: [...lines] } }];
}

/** @throws DomainError `lead-import.not-started` */
function mustRun(leadImport: LeadImport): LeadImport {
  if (leadImport.state === 'requested') throw new DomainError('lead-import.not-started');
  return leadImport;
}

function requested(request: Data<'LeadImportRequested'>): LeadImport {
  return {
    state: 'requested',
    request,
    total: 0,
    done: 0,
    created: 0,
    duplicates: 0,
    rejected: 0,
    ignoredColumns: [],
  };
}

function evolved(leadImport: LeadImport, event: Exclude<LeadImportEvent, { type: 'LeadImportRequested' }>): LeadImport {
  switch (event.type) {
    case 'LeadImportStarted': {
      const { total, ignoredColumns } = event.data;
      return { ...leadImport, state: 'running', total, ignoredColumns };
    }
    case 'LeadImportLinesProcessed': {
      const { lines } = event.data;
      const counted = (outcome: ImportedLine['outcome']): number =>
        lines.filter((line) => line.outcome === outcome).length;
      return {
        ...leadImport,
        done: leadImport.done + lines.length,
        created: leadImport.created + counted('created'),
        duplicates: leadImport.duplicates + counted('duplicate'),
        rejected: leadImport.rejected + counted('rejected'),
      };
    }
    case 'LeadImportCompleted':
      return { ...leadImport, state: 'done' };
    case 'LeadImportFailed':
      return { ...leadImport, state: 'failed', failure: event.data.reason };
    default:
      return passedOver(leadImport, event);
  }
}
