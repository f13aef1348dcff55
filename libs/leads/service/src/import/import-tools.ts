import type { CommandBus } from '@nestjs/cqrs';
import type { Blobs } from '@leadline/engines/blobs';
import type { EventStore } from '@leadline/engines/event-store';
import type { ReadModelStore } from '@leadline/engines/read-models';
import { idOf, nameId, type CommandMetadata, type Recorded } from '@leadline/event-sourcing';
import type { LeadImportEventOf } from '@leadline/leads-domain';
import type { Clock } from '@leadline/service-kit';
import type { Rights } from '../rights/rights.js';
import type { Settings } from '../settings/settings.js';

/** What an import works with. */
export interface ImportTools {
  readonly commands: CommandBus;
  readonly eventStore: EventStore;
  readonly blobs: Blobs;
  readonly readModels: ReadModelStore;
  readonly settings: Settings;
  readonly rights: Pick<Rights, 'mayAssign'>;
  readonly clock: Clock;
}

export type ImportRequested = Recorded<LeadImportEventOf<'LeadImportRequested'>>;

/** The circumstances of a command that follows from an import, by what it does. */
export type MetadataOf = (what: string) => CommandMetadata;

/**
 * Whoever asked for the import does all that follows from it. A command's id follows from the import and from what it
 * does, so that done again it is the same command.
 */
export function importMetadata(clock: Clock, request: ImportRequested): MetadataOf {
  const { actor, correlationId } = request.metadata;
  const importId = idOf(request.stream);
  return (what) => ({
    id: nameId(`lead-import\n${importId}\n${what}`),
    actor,
    at: clock.now(),
    correlationId,
    causationId: request.id,
  });
}
