import { Alert, Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

interface Props {
  readonly name: string;
  /** Left out where it was shown before. */
  readonly url: string | undefined;
  readonly until: string | undefined;
  readonly onClose: () => void;
}

/** The link that somebody is invited by. Closed by its buttons alone, since it is shown this once. */
export function InvitationDialog({ name, url, until, onClose }: Props): ReactElement {
  const { t } = useTranslation('users');
  const common = useTranslation().t;
  const format = useFormat();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('invitation.title', { name })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': common('actions.close') }}
    >
      <Stack>
        {url === undefined ? (
          <Alert color="blue">{t('invitation.repeated')}</Alert>
        ) : (
          <>
            <Text size="sm">{t('invitation.text', { until: until === undefined ? '' : format.dateTime(until) })}</Text>
            <TextInput
              label={t('invitation.link')}
              value={url}
              readOnly
              onFocus={(event) => event.currentTarget.select()}
            />
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('invitation.done')}
          </Button>
          {url !== undefined && (
            <CopyButton value={url}>
              {({ copied, copy }) => (
                <Button
                  data-autofocus
                  onClick={copy}
                  leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                >
                  {copied ? t('invitation.copied') : t('invitation.copy')}
                </Button>
              )}
            </CopyButton>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
