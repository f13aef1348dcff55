import { useQueryClient } from '@tanstack/react-query';
import { leads } from '../../../api/clients.js';
import { answer, command } from '../../../api/command.js';
import { keys, leadQuery } from '../../../api/queries.js';
import type { Lead } from '../../../api/types.js';
import type { Saved } from '../../../components/editable-field.js';
import { useMyself } from '../../../session/use-session.js';
import { historyField } from './lead-fields.js';
import { saveField, type LeadField } from './save-field.js';

/** Sends one change of a lead. @throws Problem */
export type SendChange<Value> = (value: Value, revision: number) => Promise<void>;

export type SaveField = <Value>(
  field: LeadField<Value>,
  /** Left out: as a correction. */
  send?: SendChange<Value>,
) => (value: Value, base: Value) => Promise<Saved<Value>>;

/** Saves the fields of a lead, one at a time; shows it as it is afterwards. */
export function useSaveField(lead: Lead): SaveField {
  const queries = useQueryClient();
  const { id: myId } = useMyself();
  const { id } = lead;
  const path = { id };

  return (field, send) => async (value, base) => {
    const patch = field.patch(value, base);
    const saved = await saveField(field, value, base, {
      known: () => queries.getQueryData(leadQuery(id).queryKey) ?? lead,
      load: () => queries.query({ ...leadQuery(id), staleTime: 0 }),
      async send(body, revision) {
        if (send) return send(value, revision);
        await command((headers) => leads.PATCH('/api/leads/{id}', { params: { path }, headers, body }), { revision });
      },
      lastChangeBy: () => lastChangeBy(id, historyField({ ...patch }), myId),
    });
    await queries.invalidateQueries({ queryKey: keys.lead(id) });
    void queries.invalidateQueries({ queryKey: keys.leads });
    return saved;
  };
}

/** Nice to know; where it cannot be found out, the conflict is told without it. */
async function lastChangeBy(id: string, field: string, myId: string): Promise<string | undefined> {
  const request = leads.GET('/api/leads/{id}/history', { params: { path: { id }, query: { limit: 20 } } });
  const page = await answer(request).catch(() => null);
  const change = page?.items.find(({ changes }) => changes.some((each) => each.field.startsWith(field)));
  return change && change.actor.id !== myId ? change.actor.name : undefined;
}
