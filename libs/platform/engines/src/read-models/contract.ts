import { afterEach, beforeEach, describe } from '@jest/globals';
import { findingContract } from './contract-finding.js';
import type { OpenReadModels, ReadModelsUnderTest } from './contract-fixture.js';
import { generationsContract } from './contract-generations.js';
import { pagingContract } from './contract-paging.js';
import { randomFindContract } from './contract-random.js';
import { searchingContract } from './contract-searching.js';
import { writingContract } from './contract-writing.js';

export type { OpenReadModels, ReadModelsUnderTest } from './contract-fixture.js';

/** What every read model store promises. Its data may hold what others wrote. */
export function readModelsContract(name: string, open: OpenReadModels): void {
  describe(`${name}, as a store of read models`, () => {
    let subject: ReadModelsUnderTest;
    const current = (): ReadModelsUnderTest => subject;

    beforeEach(async () => {
      subject = await open();
    });
    afterEach(() => subject.close());

    writingContract(current);
    findingContract(current);
    pagingContract(current);
    searchingContract(current);
    randomFindContract(current);
    generationsContract(current);
  });
}
