import type { EventStreams } from '@leadline/event-sourcing';
import { leadImportAggregate, leadImportCodec, type ImportedLine, type LeadImport } from '@leadline/leads-domain';

/** An import with what became of each line. */
export interface ImportReport extends LeadImport {
  readonly lines: readonly ImportedLine[];
}

interface Kept {
  revision: number;
  state: LeadImport | null;
  readonly lines: ImportedLine[];
}

/** Imports that somebody looks at right now, as a rule by asking every moment. */
const MOST_KEPT = 8;

/** Reads how far imports are. Who watches one that runs causes only what is new to be read. */
export class ImportReports {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly streams: Pick<EventStreams, 'readStream'>) {}

  /** Null where there is no such import. */
  async read(importId: string): Promise<ImportReport | null> {
    const kept = this.kept.get(importId) ?? { revision: -1, state: null, lines: [] };
    const { decider, codec } = leadImportAggregate;
    for await (const stored of this.streams.readStream(codec.streamOf(importId), { from: kept.revision + 1 })) {
      // Two callers may read the same events at once; each counts once.
      if (stored.revision !== kept.revision + 1) continue;
      const event = leadImportCodec.decode(stored);
      kept.revision = stored.revision;
      kept.state = decider.evolve(kept.state, event);
      if (event.type === 'LeadImportLinesProcessed') kept.lines.push(...event.data.lines);
    }
    if (!kept.state) return null;
    this.kept.delete(importId);
    this.kept.set(importId, kept);
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size > MOST_KEPT) this.kept.delete(oldest);
    return { ...kept.state, lines: [...kept.lines] };
  }
}
