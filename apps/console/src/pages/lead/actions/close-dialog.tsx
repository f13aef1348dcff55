import { Alert, Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leads } from '../../../api/clients.js';
import { closingReasonsQuery, marketplacesQuery } from '../../../api/queries.js';
import type { Lead } from '../../../api/types.js';
import { closingAnswer, type ClosingAnswer } from '../closing-rule.js';
import { useLeadCommand } from '../use-lead-command.js';

interface Props {
  readonly lead: Lead;
  readonly outcome: 'won' | 'lost';
  readonly onClose: () => void;
}

/** Closes a lead with a reason; where that is not possible yet, says why. */
export function CloseDialog({ lead, outcome, onClose }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const { t: common } = useTranslation();
  const [reasonId, setReasonId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const reasons = useQuery(closingReasonsQuery).data?.items.filter((each) => each.outcome === outcome && !each.hidden);
  const rules = useQuery(marketplacesQuery).data?.items.find(({ id }) => id === lead.marketplaceId);
  const answer = closingAnswer(lead, outcome, rules);
  const chosen = reasonId ?? (reasons?.length === 1 ? (reasons[0]?.id ?? null) : null);
  const isWon = outcome === 'won';

  const close = useLeadCommand<{ reasonId: string; note?: string }>(
    lead,
    (body, headers) => {
      const request = { params: { path: { id: lead.id } }, headers, body };
      return isWon ? leads.POST('/api/leads/{id}/win', request) : leads.POST('/api/leads/{id}/lose', request);
    },
    { done: isWon ? t('actions.won') : t('actions.lost'), onDone: onClose },
  );

  return (
    <Modal
      opened
      onClose={onClose}
      title={isWon ? t('actions.winTitle') : t('actions.loseTitle')}
      closeButtonProps={{ 'aria-label': common('actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) close.mutate({ reasonId: chosen, ...(note.trim() ? { note: note.trim() } : {}) });
        }}
      >
        <Stack>
          {answer.kind === 'allowed' ? (
            <>
              <Select
                label={t('actions.reason')}
                placeholder={t('actions.chooseReason')}
                data={reasons?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
                value={chosen}
                onChange={setReasonId}
                allowDeselect={false}
                required
                data-autofocus
              />
              <Textarea
                label={t('actions.note')}
                value={note}
                maxLength={10_000}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
            </>
          ) : (
            <WhyNot answer={answer} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {answer.kind === 'allowed' ? common('actions.cancel') : common('actions.close')}
            </Button>
            {answer.kind === 'allowed' && (
              <Button type="submit" color={isWon ? 'green.9' : 'red.9'} loading={close.isPending} disabled={!chosen}>
                {isWon ? t('actions.winAction') : t('actions.loseAction')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function WhyNot({ answer }: { readonly answer: Exclude<ClosingAnswer, { kind: 'allowed' }> }): ReactElement {
  const { t } = useTranslation('lead');
  return (
    <Alert color="blue" icon={<IconInfoCircle size={18} />} title={t('actions.notYet')}>
      {answer.kind === 'notAccepted'
        ? t('actions.notAccepted')
        : t('actions.phasesMissing', { phases: answer.phases.join(', ') })}
    </Alert>
  );
}
