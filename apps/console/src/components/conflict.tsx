import { Alert, Box, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './conflict.module.css';

interface Props {
  readonly theirs: ReactNode;
  readonly mine: ReactNode;
  /** Who it was, where that is known. */
  readonly by?: string | undefined;
  readonly loading?: boolean;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Two people changed the same field: both values, and the choice between them. */
export function Conflict({ theirs, mine, by, loading = false, onTakeTheirs, onKeepMine }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <Alert color="amber" icon={<IconGitMerge size={18} />} title={t('conflict.title')} role="alert" mt={8}>
      <Text size="sm" mb="sm">
        {t('conflict.text')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Side label={by ?? t('conflict.theirs')} value={theirs} />
        <Side label={t('conflict.mine')} value={mine} />
      </SimpleGrid>
      <Group gap="xs" mt="sm">
        <Button size="xs" variant="default" onClick={onTakeTheirs} disabled={loading}>
          {t('conflict.takeTheirs')}
        </Button>
        <Button size="xs" onClick={onKeepMine} loading={loading}>
          {t('conflict.keepMine')}
        </Button>
      </Group>
    </Alert>
  );
}

function Side({ label, value }: { readonly label: string; readonly value: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const isEmpty = value === '' || value === null || value === undefined;
  return (
    <Box className={classes.side}>
      <Text size="xs" c="dimmed" fw={560}>
        {label}
      </Text>
      <Text size="sm" component="div" className={classes.value} fs={isEmpty ? 'italic' : undefined}>
        {isEmpty ? t('conflict.empty') : value}
      </Text>
    </Box>
  );
}
