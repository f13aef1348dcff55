import { describe, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import { sourcesDecider, type SourcesCommand } from './sources.js';

const command = (type: SourcesCommand['type'], sourceId: string, name: string): SourcesCommand => ({
  type,
  data: { sourceId, name },
  metadata: testMetadata,
});
const fair = { type: 'SourceAdded', data: { sourceId: 'fair', name: 'Fair' } } as const;
const web = { type: 'SourceAdded', data: { sourceId: 'web', name: 'Website' } } as const;

describe('sources', () => {
  it('are added, once', () => {
    given(sourcesDecider)
      .when(command('AddSource', 'fair', ' Fair '))
      .then(fair);
    given(sourcesDecider, fair)
      .when(command('AddSource', 'fair', 'Fair'))
      .then();
  });

  it('are renamed', () => {
    given(sourcesDecider, fair)
      .when(command('RenameSource', 'fair', 'FAIR'))
      .then({ type: 'SourceRenamed', data: { sourceId: 'fair', name: 'FAIR' } });
    given(sourcesDecider, fair)
      .when(command('RenameSource', 'fair', 'Fair'))
      .then();
    given(sourcesDecider)
      .when(command('RenameSource', 'fair', 'Fair'))
      .thenRejects('source.not-found');
  });

  it('have names of their own', () => {
    given(sourcesDecider, fair)
      .when(command('AddSource', 'other', 'fair'))
      .thenRejects('source.name-taken');
    given(sourcesDecider, fair, web)
      .when(command('RenameSource', 'fair', 'website'))
      .thenRejects('source.name-taken');
    given(sourcesDecider)
      .when(command('AddSource', 'fair', ' '))
      .thenRejects('source.name-missing');
  });
});
