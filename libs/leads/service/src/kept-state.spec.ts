import { describe, expect, it } from '@jest/globals';
import { handleCommand, newId } from '@leadline/event-sourcing';
import { inMemoryStreams, testMetadata } from '@leadline/event-sourcing/testing';
import { colleagueAggregate, SOURCES_ID, sourcesAggregate } from '@leadline/leads-domain';
import { keepState, keepStates } from './kept-state.js';

async function add(streams: ReturnType<typeof inMemoryStreams>, name: string): Promise<void> {
  const metadata = { ...testMetadata, id: newId() };
  const command = { type: 'AddSource', data: { sourceId: name, name }, metadata } as const;
  await handleCommand(streams, sourcesAggregate, SOURCES_ID, command);
}

describe('a kept state', () => {
  it('is present, whoever appended', async () => {
    const streams = inMemoryStreams();
    const sources = keepState(streams, sourcesAggregate, SOURCES_ID);
    expect(await sources.present()).toEqual({ state: [], revision: -1 });
    await add(streams, 'Fair');
    await add(streams, 'Web');
    expect((await sources.present()).state.map(({ name }) => name)).toEqual(['Fair', 'Web']);
  });

  it('folds each event once, however many ask at a time', async () => {
    const streams = inMemoryStreams();
    const sources = keepState(streams, sourcesAggregate, SOURCES_ID);
    for (let n = 0; n < 20; n += 1) await add(streams, `Source ${n}`);
    const all = await Promise.all(Array.from({ length: 10 }, () => sources.present()));
    for (const { state, revision } of all) expect([state.length, revision]).toEqual([20, 19]);
  });

  it('of several streams is one each, and none for an id that leads nowhere', async () => {
    const streams = inMemoryStreams();
    const colleague = keepStates(streams, colleagueAggregate);
    expect((await colleague('ada')).state).toBeNull();
    const command = { type: 'RecordColleague', data: { name: 'Ada', role: 'agent' }, metadata: testMetadata } as const;
    await handleCommand(streams, colleagueAggregate, 'ada', command);
    expect((await colleague('ada')).state).toMatchObject({ name: 'Ada', active: true });
    expect((await colleague('ben')).state).toBeNull();
  });
});
