import { describe, expect, it } from '@jest/globals';
import { fileProblem, MAX_BYTES } from './file-check.js';

describe('a file that was chosen', () => {
  it.each([
    ['leads.csv', 10, null],
    ['leads.txt', MAX_BYTES, null],
    ['leads', 1, null],
    ['leads.csv', 0, 'empty'],
    ['leads.csv', MAX_BYTES + 1, 'tooLarge'],
    ['Leads.XLSX', 10, 'workbook'],
    ['leads.pdf', 10, 'noText'],
  ])('%s of %i bytes: %s', (name, size, problem) => {
    expect(fileProblem({ name, size })).toBe(problem);
  });
});
