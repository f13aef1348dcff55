import { Card, Group, Progress, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

interface Props {
  readonly label: string;
  readonly done?: number;
  /** 0 or left out: not known yet. */
  readonly total?: number;
  readonly hint?: string;
}

/** How far it is. */
export function ImportRunning({ label, done = 0, total = 0, hint }: Props): ReactElement {
  const { t } = useTranslation('leadsImport');
  const format = useFormat();
  const isKnown = total > 0;
  const percent = isKnown ? (done / total) * 100 : 100;
  return (
    <Card padding="lg" role="status">
      <Group justify="space-between" mb="sm">
        <Text fw={600}>{label}</Text>
        {isKnown && (
          <Text size="sm" c="dimmed" className="tabular">
            {t('progress', { done: format.number(done), total: format.number(total) })}
          </Text>
        )}
      </Group>
      <Progress.Root size="lg" radius="xl">
        <Progress.Section value={percent} animated={!isKnown} striped={!isKnown} aria-label={label} />
      </Progress.Root>
      {hint !== undefined && (
        <Text size="sm" c="dimmed" mt="sm">
          {hint}
        </Text>
      )}
    </Card>
  );
}
