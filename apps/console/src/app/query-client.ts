import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem.js';
import { retryDelayMs } from '../api/command.js';

/** Queries are asked again while that may help; commands see to that themselves, under one key. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) =>
          failures < 3 && error instanceof Problem && retryDelayMs(error, failures + 1) !== null,
        retryDelay: (failures, error) =>
          error instanceof Problem ? (retryDelayMs(error, failures + 1) ?? 1000) : 1000,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
