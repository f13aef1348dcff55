import { useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { command, type CommandHeaders, type Fetched } from '../../api/command.js';
import { Problem } from '../../api/problem.js';
import { keys } from '../../api/queries.js';
import type { Lead } from '../../api/types.js';
import { tellProblem } from '../../app/toasts.js';
import { useCommand } from '../../app/use-command.js';

interface LeadCommandUse<Input> {
  /** What to say when it is done. */
  readonly done: string | ((input: Input) => string);
  readonly onDone?: () => void;
}

/**
 * A command to a lead, by the revision that is on the screen. Where somebody else was faster, the lead is read again and the
 * person asked to look again: nothing is decided on what nobody sees any more.
 */
export function useLeadCommand<Input>(
  lead: Lead,
  send: (input: Input, headers: CommandHeaders) => Promise<Fetched<unknown>>,
  { done, onDone }: LeadCommandUse<Input>,
): UseMutationResult<unknown, unknown, Input> {
  const { t } = useTranslation('lead');
  const queries = useQueryClient();
  return useCommand<Input, unknown>(
    (input) => command((headers) => send(input, headers), { revision: lead.revision }),
    {
      changes: [keys.lead(lead.id), keys.leads],
      done: (_answer, input) => (typeof done === 'string' ? done : done(input)),
      onDone,
      onProblem(error) {
        if (!(error instanceof Problem) || error.status !== 412) return false;
        void queries.invalidateQueries({ queryKey: keys.lead(lead.id) });
        tellProblem(new Problem(412, error.code, t('actions.stale')));
        return true;
      },
    },
  );
}
