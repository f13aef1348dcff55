import { describe, it } from '@jest/globals';
import { checkGoldenEvents } from '@leadline/event-sourcing/testing';
import { resolve } from 'node:path';
import { leadImportAggregate } from './lead-import.js';

describe('import events once stored', () => {
  it('still fold into an import', () =>
    checkGoldenEvents({
      folder: resolve(import.meta.dirname, '../../golden/lead-import'),
      codec: leadImportAggregate.codec,
      ...leadImportAggregate.decider,
      examples: {
        LeadImportRequested: {
          requesterId: '01990000-0000-7000-8000-0000000000aa',
          blobId: 'sha256-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
          size: 98_765,
          dryRun: false,
          duplicates: 'skip',
          mapping: { Thema: 'subject' },
          timeZone: 'Europe/Berlin',
        },
        LeadImportStarted: { total: 400, encoding: 'windows-1252', delimiter: ';', ignoredColumns: ['Hobby'] },
        LeadImportLinesProcessed: {
          first: 1,
          lines: [
            { line: 2, outcome: 'created', leadId: '01990000-0000-7000-8000-000000000901' },
            {
              line: 3,
              outcome: 'duplicate',
              leadId: '01990000-0000-7000-8000-000000000901',
              reasons: [{ code: 'lead-import.identical' }],
              candidates: [{ leadId: '01990000-0000-7000-8000-000000000901', line: 2, reasons: ['identical'] }],
            },
            {
              line: 5,
              outcome: 'rejected',
              reasons: [{ code: 'lead-import.email-invalid', field: 'email', params: { value: 'eva(at)example.com' } }],
            },
          ],
        },
        LeadImportCompleted: {},
        LeadImportFailed: { reason: { code: 'lead-import.quote-open', params: { line: 7 } } },
      },
    }));
});
