import { DomainError, type Aggregate, type Command, type Decider } from '@leadline/event-sourcing';
import { passedOver } from '../exhaustive.js';
import type { Named } from '../lead/lead-fields.js';
import { mustBeFree, nameGiven } from '../names.js';
import { sourcesCodec, type SourceEvent } from './sources.events.js';

export type SourcesCommand =
  | Command<'AddSource', { readonly sourceId: string; readonly name: string }>
  | Command<'RenameSource', { readonly sourceId: string; readonly name: string }>;

/** All sources are one aggregate, since no two may have the same name: its id. */
export const SOURCES_ID = 'all';

/** Where leads come from: website, fair, portal, phone … None comes with Leadline. */
export const sourcesDecider: Decider<readonly Named[], SourcesCommand, SourceEvent> = {
  initialState: () => [],

  decide({ type, data: { sourceId, name: given } }, sources) {
    const known = sources.find(({ id }) => id === sourceId);
    const name = nameGiven('source', given);
    if (type === 'AddSource' && known) return [];
    if (type === 'RenameSource' && !known) throw new DomainError('source.not-found');
    if (known?.name === name) return [];
    mustBeFree(
      'source',
      name,
      sources.filter((other) => other !== known),
    );
    return [{ type: type === 'AddSource' ? 'SourceAdded' : 'SourceRenamed', data: { sourceId, name } }];
  },

  evolve(sources, event) {
    const { sourceId, name } = event.data;
    switch (event.type) {
      case 'SourceAdded':
        return [...sources, { id: sourceId, name }];
      case 'SourceRenamed':
        return sources.map((source) => (source.id === sourceId ? { ...source, name } : source));
      default:
        return passedOver(sources, event);
    }
  },
};

export const sourcesAggregate: Aggregate<readonly Named[], SourcesCommand, SourceEvent> = {
  decider: sourcesDecider,
  codec: sourcesCodec,
  stateVersion: 1,
};
