import { describe, expect, it } from '@jest/globals';
import { replicasOf } from './services.js';

describe('The processes', () => {
  it('are so many per role of each service, each with a name and a port of its own', () => {
    const replicas = replicasOf(['leads', 'contacts'], 2, [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(replicas.map(({ name, port }) => [name, port])).toEqual([
      ['leads-api-1', 1],
      ['leads-api-2', 2],
      ['leads-work-1', 3],
      ['leads-work-2', 4],
      ['contacts-api-1', 5],
      ['contacts-api-2', 6],
      ['contacts-work-1', 7],
      ['contacts-work-2', 8],
    ]);
  });

  it('are refused where the ports do not suffice', () => {
    expect(() => replicasOf(['leads'], 1, [1])).toThrow(RangeError);
  });
});
