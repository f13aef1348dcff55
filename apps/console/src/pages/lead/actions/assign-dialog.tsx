import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leads } from '../../../api/clients.js';
import type { Lead } from '../../../api/types.js';
import { PersonSelect } from '../../../components/person-select.js';
import { useLeadCommand } from '../use-lead-command.js';

interface Props {
  readonly lead: Lead;
  readonly onClose: () => void;
}

/** Hands a lead over to somebody else. */
export function AssignDialog({ lead, onClose }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const { t: common } = useTranslation();
  const [assigneeId, setAssigneeId] = useState<string | null>(lead.assigneeId ?? null);
  const assign = useLeadCommand<string>(
    lead,
    (id, headers) =>
      leads.POST('/api/leads/{id}/assign', {
        params: { path: { id: lead.id } },
        headers,
        body: { assigneeId: id },
      }),
    { done: t('actions.assigned'), onDone: onClose },
  );
  const isChanged = assigneeId !== null && assigneeId !== lead.assigneeId;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('actions.assignTitle')}
      closeButtonProps={{ 'aria-label': common('actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged) assign.mutate(assigneeId);
        }}
      >
        <Stack>
          <Text size="sm">{t('actions.assignText')}</Text>
          <PersonSelect
            label={t('fields.assignee')}
            placeholder={t('actions.choosePerson')}
            value={assigneeId}
            onChange={setAssigneeId}
            known={lead.assignee}
            autoFocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common('actions.cancel')}
            </Button>
            <Button type="submit" loading={assign.isPending} disabled={!isChanged}>
              {t('actions.assign')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
