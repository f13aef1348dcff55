import { describe, expect, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import type { LeadImportEventOf } from './lead-import.events.js';
import { leadImportDecider, type LeadImportCommand } from './lead-import.js';

const file = {
  blobId: 'sha256-abc',
  size: 1_000,
  dryRun: false,
  duplicates: 'create' as const,
  timeZone: 'Europe/Berlin',
};
const requested: LeadImportEventOf<'LeadImportRequested'> = {
  type: 'LeadImportRequested',
  data: { ...file, requesterId: testMetadata.actor.id },
};
const started: LeadImportEventOf<'LeadImportStarted'> = {
  type: 'LeadImportStarted',
  data: { total: 3, encoding: 'utf-8', delimiter: ';', ignoredColumns: ['Hobby'] },
};
const created = (line: number) => ({ line, outcome: 'created' as const, leadId: `lead ${line}` });
const processed = (first: number, ...lines: number[]): LeadImportEventOf<'LeadImportLinesProcessed'> => ({
  type: 'LeadImportLinesProcessed',
  data: { first, lines: lines.map(created) },
});
const record = (first: number, ...lines: number[]): LeadImportCommand => ({
  type: 'RecordImportedLines',
  data: { first, lines: lines.map(created) },
  metadata: testMetadata,
});
const command = <C extends LeadImportCommand>(type: C['type'], data: C['data']): LeadImportCommand =>
  ({ type, data, metadata: testMetadata }) as LeadImportCommand;
const request = command('RequestImport', file);
const start = command('StartImport', started.data);
const complete = command('CompleteImport', {});
const fail = command('FailImport', { reason: { code: 'lead-import.file-empty' } });

describe('an import of leads', () => {
  it('is asked for once, by somebody', () => {
    given(leadImportDecider).when(request).then(requested);
    given(leadImportDecider, requested).when(request).then();
  });

  it('begins when the file was read through', () => {
    given(leadImportDecider, requested).when(start).then(started);
    given(leadImportDecider, requested, started).when(start).then();
  });

  it('tells the records in the order of the file, each once', () => {
    given(leadImportDecider, requested, started)
      .when(record(1, 2, 3))
      .then(processed(1, 2, 3));
    given(leadImportDecider, requested, started, processed(1, 2, 3))
      .when(record(1, 2, 3))
      .then();
    given(leadImportDecider, requested, started, processed(1, 2, 3))
      .when(record(3, 7))
      .then(processed(3, 7));
    given(leadImportDecider, requested, started).when(record(1)).then();
  });

  it('leaves no record out and knows no more than the file has', () => {
    given(leadImportDecider, requested, started).when(record(2, 3)).thenRejects('lead-import.lines-missing');
    given(leadImportDecider, requested, started)
      .when(record(1, 2, 3, 4, 5))
      .thenRejects('lead-import.lines-beyond-end');
    given(leadImportDecider, requested, started, processed(1, 2))
      .when(complete)
      .thenRejects('lead-import.lines-missing');
  });

  it('is done when every record was dealt with', () =>
    given(leadImportDecider, requested, started, processed(1, 2, 3, 4))
      .when(complete)
      .thenState((state) =>
        expect(state).toMatchObject({ state: 'done', total: 3, done: 3, created: 3, ignoredColumns: ['Hobby'] }),
      ));

  it('counts what became of the records', () =>
    given(leadImportDecider, requested, started)
      .when({
        type: 'RecordImportedLines',
        data: { first: 1, lines: [created(2), { line: 3, outcome: 'rejected' }, { line: 5, outcome: 'duplicate' }] },
        metadata: testMetadata,
      })
      .thenState((state) => expect(state).toMatchObject({ done: 3, created: 1, duplicates: 1, rejected: 1 })));

  it('can fail before and while it runs, with a reason', () => {
    const failed = { type: 'LeadImportFailed', data: { reason: { code: 'lead-import.file-empty' } } } as const;
    given(leadImportDecider, requested).when(fail).then(failed);
    given(leadImportDecider, requested, started, processed(1, 2)).when(fail).then(failed);
    given(leadImportDecider, requested)
      .when(fail)
      .thenState((state) =>
        expect(state).toMatchObject({ state: 'failed', failure: { code: 'lead-import.file-empty' } }),
      );
  });

  it('hears no more of a worker that was overtaken once it is over', () => {
    const over = [requested, started, processed(1, 2, 3, 4), { type: 'LeadImportCompleted', data: {} }] as const;
    for (const late of [start, record(3, 4), record(4, 9), complete, fail]) {
      given(leadImportDecider, ...over)
        .when(late)
        .then();
    }
  });

  it('must be asked for, and begun, before it goes on', () => {
    for (const early of [start, record(1, 2), complete, fail]) {
      given(leadImportDecider).when(early).thenRejects('lead-import.not-found');
    }
    given(leadImportDecider, requested).when(record(1, 2)).thenRejects('lead-import.not-started');
    given(leadImportDecider, requested).when(complete).thenRejects('lead-import.not-started');
  });
});
