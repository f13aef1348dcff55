import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Blobs } from '@leadline/engines/blobs';
import type { EventStore } from '@leadline/engines/event-store';
import type { ReadModelStore } from '@leadline/engines/read-models';
import { leadImportCodec } from '@leadline/leads-domain';
import { BLOBS, CLOCK, EVENT_STORE, READ_MODELS, type Clock } from '@leadline/service-kit';
import type { Reaction } from '@leadline/subscriptions';
import { Rights } from '../rights/rights.js';
import { Settings } from '../settings/settings.js';
import type { ImportTools } from './import-tools.js';
import { runImport } from './run-import.js';

/**
 * Somebody handed in a file: its leads are made. One file after the other, so that the second of two that hold the same
 * leads finds those of the first.
 */
export function whenImportRequestedThenCreateLeads(app: INestApplicationContext): Reaction {
  const anywhere = { strict: false };
  const tools: ImportTools = {
    commands: app.get(CommandBus, anywhere),
    eventStore: app.get<EventStore>(EVENT_STORE, anywhere),
    blobs: app.get<Blobs>(BLOBS, anywhere),
    readModels: app.get<ReadModelStore>(READ_MODELS, anywhere),
    settings: app.get(Settings, anywhere),
    rights: app.get(Rights, anywhere),
    clock: app.get<Clock>(CLOCK, anywhere),
  };
  let last: Promise<void> = Promise.resolve();
  return {
    name: 'leadsImportFiles',
    categories: [leadImportCodec.category],
    async handle(stored, { signal }) {
      const event = leadImportCodec.decode(stored);
      if (event.type !== 'LeadImportRequested') return;
      const work = last.then(() => runImport(tools, event, signal));
      // Whether it failed is told to whoever awaits it; the next one begins in any case.
      last = work.catch(() => undefined);
      await work;
    },
  };
}
