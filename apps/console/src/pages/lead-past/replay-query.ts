import type { ReplayStep } from '@leadline/leads-contracts';
import {
  experimental_streamedQuery as streamedQuery,
  keepPreviousData,
  queryOptions,
  useQuery,
} from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { transport } from '../../api/clients.js';
import { problemOf, unreachable } from '../../api/problem.js';
import { keys } from '../../api/queries.js';
import type { Lead } from '../../api/types.js';
import { readReplay } from './replay-stream.js';

/** All that ever happened to a lead, step by step; shown while it arrives. Up to a revision it never changes again. */
export const replayQuery = ({ id, revision }: Pick<Lead, 'id' | 'revision'>, language: string) =>
  queryOptions({
    queryKey: [...keys.lead(id), 'replay', revision, language],
    queryFn: streamedQuery<readonly ReplayStep[], readonly ReplayStep[]>({
      streamFn: ({ signal }) => requestReplay(id, signal),
      reducer: (steps, more) => [...steps, ...more],
      initialValue: [],
      refetchMode: 'replace',
    }),
    staleTime: Infinity,
    // What is looked at stays in sight while a step that is new is on its way.
    placeholderData: keepPreviousData,
    // Megabytes that never change: comparing them step by step would cost more than showing them.
    structuralSharing: false,
  });

export interface Replay {
  readonly steps: readonly ReplayStep[];
  /** True when nothing more is to come. */
  readonly isComplete: boolean;
  /** What went wrong, at the beginning or on the way. */
  readonly error: Error | null;
  retry(): void;
}

const NO_STEPS: readonly ReplayStep[] = [];

export function useReplay(lead: Pick<Lead, 'id' | 'revision'>): Replay {
  const { i18n } = useTranslation();
  const { data = NO_STEPS, error, fetchStatus, status, refetch } = useQuery(replayQuery(lead, i18n.language));
  return {
    steps: data,
    isComplete: status === 'success' && fetchStatus === 'idle',
    error,
    retry: () => void refetch(),
  };
}

/** @throws Problem */
async function requestReplay(id: string, signal: AbortSignal): Promise<AsyncIterable<readonly ReplayStep[]>> {
  const url = new URL(`/api/leads/${encodeURIComponent(id)}/replay`, location.origin);
  const response = await transport(new Request(url, { signal, headers: { accept: 'application/x-ndjson' } }));
  if (!response.ok) throw await problemOf(response);
  if (!response.body) throw unreachable();
  return readReplay(response.body);
}
