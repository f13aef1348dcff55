import { describe, expect, it } from '@jest/globals';
import type { CommandBus } from '@nestjs/cqrs';
import {
  categoryOf,
  handleCommand,
  idOf,
  type Aggregate,
  type Command,
  type DomainEvent,
} from '@leadline/event-sourcing';
import { inMemoryStreams, testMetadata, type InMemoryStreams } from '@leadline/event-sourcing/testing';
import {
  leadAggregate,
  leadImportAggregate,
  leadImportCodec,
  marketplaceAggregate,
  sourcesAggregate,
} from '@leadline/leads-domain';
import type { AggregateCommand } from '@leadline/service-kit';
import fc from 'fast-check';
import { HandleLead } from '../lead/handle-lead.js';
import { HandleMarketplace } from '../settings/marketplaces.http.js';
import { Settings } from '../settings/settings.js';
import { HandleSources } from '../settings/sources.http.js';
import { HandleLeadImport } from './handle-lead-import.js';
import { ImportReports, type ImportReport } from './import-report.js';
import type { ImportTools } from './import-tools.js';
import { runImport } from './run-import.js';

type AnyCommand = AggregateCommand<Command>;

const aggregates = new Map<unknown, unknown>([
  [HandleLead, leadAggregate],
  [HandleLeadImport, leadImportAggregate],
  [HandleSources, sourcesAggregate],
  [HandleMarketplace, marketplaceAggregate],
]);

const IMPORT_ID = '01990000-0000-7000-8000-000000000301';
const BLOB = 'sha256-abc';

const FILE = [
  'Subject;Name;Email;Source;Marketplace;Sender;External ID;Hobby',
  ...Array.from({ length: 127 }, (_, n) => {
    const isTwin = n % 10 === 7;
    const who = isTwin ? n - 1 : n;
    const reference = n % 6 === 0 ? `crm;${n % 60}` : ';';
    return `S ${who};N ${who};${n % 13 === 5 ? 'bad' : `n${who % 50}@example.com`};${['Web', 'web', ''][n % 3]};${n % 40 === 1 ? 'Portal' : ''};${reference};x`;
  }),
].join('\r\n');

/** The command bus over streams in memory, which fails as one does whose process is killed: before, or after the deed. */
function worker(
  streams: InMemoryStreams,
  file: string,
  failures: { readonly at: number; readonly after: boolean }[] = [],
): ImportTools {
  let calls = 0;
  const execute = async ({ id, command, options, constructor }: AnyCommand): Promise<unknown> => {
    const aggregate = aggregates.get(constructor) as Aggregate<unknown, Command, DomainEvent>;
    calls += 1;
    const [failure] = failures;
    if (failure === undefined || calls < failure.at) return handleCommand(streams, aggregate, id, command, options);
    failures.shift();
    calls = 0;
    if (failure.after) await handleCommand(streams, aggregate, id, command, options);
    throw new Error('killed');
  };
  const nothing = {
    find: async () => ({ items: [], next: null }),
    get: async () => null,
    checkpoint: async () => null,
  };
  return {
    commands: { execute } as unknown as CommandBus,
    eventStore: { ...streams, head: async () => null } as unknown as ImportTools['eventStore'],
    blobs: {
      read: async function* () {
        yield new TextEncoder().encode(file);
      },
    } as unknown as ImportTools['blobs'],
    readModels: { reader: () => nothing } as unknown as ImportTools['readModels'],
    settings: new Settings(streams as unknown as ImportTools['eventStore']),
    rights: { mayAssign: async () => true },
    clock: { now: () => testMetadata.at, nowMs: () => Date.parse(testMetadata.at) },
  };
}

async function requested(streams: InMemoryStreams): Promise<Parameters<typeof runImport>[1]> {
  const data = { blobId: BLOB, size: 1, dryRun: false, duplicates: 'create', timeZone: 'UTC' } as const;
  const command = { type: 'RequestImport', data, metadata: testMetadata } as const;
  const { events } = await handleCommand(streams, leadImportAggregate, IMPORT_ID, command);
  const [event] = events;
  if (event?.type !== 'LeadImportRequested') throw new Error('Nothing was requested');
  return event;
}

const never = new AbortController().signal;

async function reportOf(streams: InMemoryStreams): Promise<ImportReport> {
  const report = await new ImportReports(streams).read(IMPORT_ID);
  if (!report) throw new Error('There is no import');
  return report;
}

const streamsOf = (streams: InMemoryStreams, category: string): string[] =>
  streams.log.map(({ stream }) => stream).filter((stream) => categoryOf(stream) === category);

describe('an import', () => {
  it('killed anywhere and done again comes to the same, and makes nothing twice', async () => {
    const whole = inMemoryStreams();
    await runImport(worker(whole, FILE), await requested(whole), never);
    const expected = await reportOf(whole);
    expect(expected).toMatchObject({ state: 'done', total: 127, done: 127 });
    for (const count of [expected.created, expected.duplicates, expected.rejected]) expect(count).toBeGreaterThan(5);

    const failure = fc.record({ at: fc.integer({ min: 1, max: 90 }), after: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(failure, { minLength: 1, maxLength: 6 }), async (failures) => {
        const streams = inMemoryStreams();
        const request = await requested(streams);
        const left = [...failures];
        for (let runs = 0; runs <= failures.length; runs += 1) {
          // Each time a process of its own: nothing is remembered but what is in the store.
          await runImport(worker(streams, FILE, left), request, never).catch((error: unknown) => {
            if (!(error instanceof Error) || !['killed', 'Overtaken'].some((name) => error.message.includes(name)))
              throw error;
          });
        }
        expect(await reportOf(streams)).toEqual(expected);
        for (const category of ['lead', 'sources', 'marketplace']) {
          expect(streamsOf(streams, category).sort()).toEqual(streamsOf(whole, category).sort());
        }
      }),
      { numRuns: 25 },
    );
  });

  it('worked by two at the same time comes to the same', async () => {
    const whole = inMemoryStreams();
    await runImport(worker(whole, FILE), await requested(whole), never);
    const streams = inMemoryStreams();
    const request = await requested(streams);
    const untilDone = async (): Promise<void> => {
      while ((await reportOf(streams)).state !== 'done') {
        await runImport(worker(streams, FILE), request, never).catch((error: unknown) => {
          if ((error as Error).name !== 'OvertakenError') throw error;
        });
      }
    };
    await Promise.all([untilDone(), untilDone()]);
    expect(await reportOf(streams)).toEqual(await reportOf(whole));
    expect(streamsOf(streams, 'lead').sort()).toEqual(streamsOf(whole, 'lead').sort());
  });

  it('leaves off between two batches when it is told to', async () => {
    const streams = inMemoryStreams();
    const request = await requested(streams);
    const stop = new AbortController();
    const tools = worker(streams, FILE);
    const execute: (command: AnyCommand) => Promise<unknown> = async (command) => {
      if (command.command.type === 'RecordImportedLines') stop.abort(new Error('shutdown'));
      return tools.commands.execute(command as never);
    };
    const stopping = { ...tools, commands: { execute } as unknown as CommandBus };
    await expect(runImport(stopping, request, stop.signal)).rejects.toThrow('shutdown');
    const report = await reportOf(streams);
    expect(report).toMatchObject({ state: 'running', done: 50, total: 127 });
    const made = new Set(report.lines.flatMap(({ outcome, leadId }) => (outcome === 'created' ? (leadId ?? []) : [])));
    expect(new Set(streamsOf(streams, 'lead').map(idOf))).toEqual(made);
  });

  it('of a file that is gone, or not readable to its end, fails before anything is made', async () => {
    const broken = `${FILE}\r\n"open;x`;
    const streams = inMemoryStreams();
    await runImport(worker(streams, broken), await requested(streams), never);
    expect(await reportOf(streams)).toMatchObject({
      state: 'failed',
      failure: { code: 'lead-import.quote-open', params: { line: 129 } },
    });
    expect(new Set(streams.log.map(({ stream }) => categoryOf(stream)))).toEqual(new Set([leadImportCodec.category]));
  });

  it('tells each batch in an event that every store takes, whatever stands in the file', async () => {
    const worst = (n: number): string =>
      ['x@', 'y', 'z', '-1', 'abc', 'gestern', 'Nowhere', '1', 'a'.repeat(600)]
        .map((text) => `"${text}${n}€"`)
        .join(';');
    const file = [
      'Email;Phone;Mobile;Quantity;Price;Received;Country;External ID;Subject',
      ...Array.from({ length: 60 }, (_, n) => worst(n)),
    ].join('\n');
    const streams = inMemoryStreams();
    await runImport(worker(streams, file), await requested(streams), never);
    const sizes = streams.log.map(({ data }) => JSON.stringify(data).length);
    expect(await reportOf(streams)).toMatchObject({ state: 'done', rejected: 60 });
    expect(Math.max(...sizes)).toBeLessThan(200_000);
  });
});
