import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { transport } from '../../api/clients.js';
import { problemOf } from '../../api/problem.js';
import type { LeadsQuery } from '../../api/queries.js';
import { tellDone, tellProblem } from '../../app/toasts.js';

/** Saves all that the list shows, not just this page, as a file. */
export function useExport({ limit: _limit, after: _after, ...query }: LeadsQuery): {
  readonly onClick: () => void;
  readonly loading: boolean;
} {
  const { t } = useTranslation('leads');
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
      const response = await transport(new Request(`/api/leads/export?${search}`));
      if (!response.ok) throw await problemOf(response);
      save(await response.blob(), 'leads.csv');
    },
    onSuccess: () => tellDone(t('exported')),
    onError: tellProblem,
  });
  return { onClick: () => mutate(), loading: isPending };
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
