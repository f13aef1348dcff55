import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { PAGE_SIZE } from './lead-list-query.js';
import type { LeadListSearching } from './use-lead-list-search.js';
import classes from './leads-page.module.css';

interface Props {
  readonly page: number;
  readonly count: number;
  readonly total: number;
  /** Cursor of the next page. */
  readonly next: string | null;
  readonly onTurn: LeadListSearching['turn'];
}

/** Which part of the list is shown, and the way to the next. */
export function Pager({ page, count, total, next, onTurn }: Props): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const from = (page - 1) * PAGE_SIZE + 1;
  const range = {
    from: format.number(from),
    to: format.number(from + count - 1),
    total: format.number(total),
  };
  return (
    <nav className={classes.pager} aria-label={t('table.range', range)}>
      <Text size="sm" c="dimmed" className="tabular" role="status">
        {t('table.range', range)}
      </Text>
      <Group gap={8}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconChevronLeft size={15} aria-hidden />}
          disabled={page === 1}
          onClick={() => onTurn('previous')}
        >
          {t('table.previous')}
        </Button>
        <Button
          variant="default"
          size="xs"
          rightSection={<IconChevronRight size={15} aria-hidden />}
          disabled={next === null}
          onClick={() => next !== null && onTurn({ next })}
        >
          {t('table.next')}
        </Button>
      </Group>
    </nav>
  );
}
