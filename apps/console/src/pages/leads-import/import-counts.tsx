import { Card, Group, SimpleGrid, Text, ThemeIcon } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconCopy, IconFileText, type Icon } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import type { ImportProgress } from './import-query.js';
import classes from './leads-import.module.css';

/** How many lines there are, and what became of them, or would. */
export function ImportCounts({ progress }: { readonly progress: ImportProgress }): ReactElement {
  const { t } = useTranslation('leadsImport');
  const { dryRun, total, created, duplicates, rejected } = progress;
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
      <Count label={t('counts.total')} value={total} icon={IconFileText} color="gray" />
      <Count
        label={dryRun ? t('counts.wouldCreate') : t('counts.created')}
        value={created}
        icon={IconCircleCheck}
        color="green"
      />
      <Count label={t('counts.duplicates')} value={duplicates} icon={IconCopy} color="amber" />
      <Count label={t('counts.rejected')} value={rejected} icon={IconCircleX} color="red" />
    </SimpleGrid>
  );
}

interface CountProps {
  readonly label: string;
  readonly value: number;
  readonly icon: Icon;
  readonly color: string;
}

function Count({ label, value, icon: Symbol, color }: CountProps): ReactElement {
  const format = useFormat();
  return (
    <Card padding="md">
      <Group gap="sm" wrap="nowrap">
        <ThemeIcon size={38} radius="50%" variant="light" color={value === 0 ? 'gray' : color} aria-hidden>
          <Symbol size={20} stroke={1.7} />
        </ThemeIcon>
        <div>
          <Text className={`${classes.figure} tabular`}>{format.number(value)}</Text>
          <Text size="xs" c="dimmed">
            {label}
          </Text>
        </div>
      </Group>
    </Card>
  );
}
