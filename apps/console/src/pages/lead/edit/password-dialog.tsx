import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { PasswordField } from '../../../components/password-field.js';
import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../app/problem-text.js';

interface Props {
  readonly text: string;
  /** Closes the dialog by itself when it is done. @throws Problem */
  readonly onConfirm: (password: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for one's own password, for one change. */
export function PasswordDialog({ text, onConfirm, onClose }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const { t: common } = useTranslation();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    // A form inside of a form's page: neither a field around it nor the page is meant.
    event.stopPropagation();
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm(password);
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('email.title')}
      closeButtonProps={{ 'aria-label': common('actions.close') }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {text}
          </Text>
          {problem !== null && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <PasswordField
            label={t('email.password')}
            autoComplete="current-password"
            data-autofocus
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common('actions.cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={password === ''}>
              {t('email.change')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
