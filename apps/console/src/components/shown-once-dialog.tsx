import { Alert, Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly title: string;
  /** What it is called: "API key". */
  readonly label: string;
  /** Left out where a repeated request had none to show. */
  readonly secret: string | undefined;
  /** What to do with it. */
  readonly text: string;
  /** What to say where there is none. */
  readonly missing: string;
  readonly copy: string;
  /** Below the secret. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** A secret that is shown this once, to be copied. Closed by its buttons alone, since there is no second look. */
export function ShownOnceDialog({ title, label, secret, text, missing, copy, children, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <Stack>
        {secret === undefined ? (
          <Alert color="blue">{missing}</Alert>
        ) : (
          <>
            <Text size="sm">{text}</Text>
            <TextInput label={label} value={secret} readOnly onFocus={(event) => event.currentTarget.select()} />
            {children}
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('actions.done')}
          </Button>
          {secret !== undefined && (
            <CopyButton value={secret}>
              {(copying) => (
                <Button
                  data-autofocus
                  onClick={copying.copy}
                  leftSection={
                    copying.copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
                  }
                >
                  {copying.copied ? t('actions.copied') : copy}
                </Button>
              )}
            </CopyButton>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
