import { Box, Skeleton, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { useMemo, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from './states.js';
import { directionOf, rowAfter, sortAfter } from './table-rows.js';
import classes from './data-table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** The name that the server sorts by; left out where it cannot. */
  readonly sortBy?: string;
  readonly render: (row: Row) => ReactNode;
  readonly width?: number | string;
  readonly align?: 'left' | 'right' | 'center';
  /** Takes what width is left, and no more: long texts end in dots. */
  readonly grows?: boolean;
  /** A header that is only read out: for symbols. */
  readonly hiddenHeader?: boolean;
}

interface Props<Row> {
  /** What the table is about, for those who cannot see it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while they are loading. */
  readonly rows: readonly Row[] | undefined;
  readonly rowId: (row: Row) => string;
  /** By double click or Enter. */
  readonly onOpen?: (row: Row) => void;
  readonly sort?: string | undefined;
  readonly onSort?: (sort: string | undefined) => void;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  readonly empty: ReactNode;
  /** What a row looks like on a phone. Without it the table scrolls sideways. */
  readonly card?: (row: Row) => ReactNode;
  /** True while newer rows are on their way. */
  readonly isStale?: boolean;
}

const SKELETONS = [0, 1, 2, 3, 4, 5, 6, 7];

/** Rows and columns: sorted by their heads, walked by arrow keys, opened by double click; cards on a phone. */
export function DataTable<Row>(props: Props<Row>): ReactElement {
  const { label, columns, rows, rowId, onOpen, error, onRetry, empty, card, isStale = false } = props;
  const { t } = useTranslation();
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false;

  // Made once for the same rows: a list that only waits for its next page need not be made again.
  const body = useMemo(() => {
    const walk = (event: KeyboardEvent<HTMLTableRowElement>, row: Row, index: number): void => {
      if (event.target !== event.currentTarget) return;
      if (event.key === 'Enter') onOpen?.(row);
      const next = rowAfter(event.key, index, rows?.length ?? 0);
      const target = next === null ? null : event.currentTarget.parentElement?.children.item(next);
      if (!(target instanceof HTMLElement)) return;
      event.preventDefault();
      target.focus();
    };
    return rows?.map((row, index) => (
      <tr
        key={rowId(row)}
        className={classes.row}
        tabIndex={index === 0 ? 0 : -1}
        onDoubleClick={() => onOpen?.(row)}
        onKeyDown={(event) => walk(event, row, index)}
      >
        {columns.map(({ id, render, align, grows }) => (
          <td key={id} data-align={align} className={grows ? classes.grows : undefined}>
            {render(row)}
          </td>
        ))}
      </tr>
    ));
  }, [rows, columns, rowId, onOpen]);

  if (error && !rows) {
    return (
      <Box className={classes.frame}>
        <ErrorState error={error} onRetry={onRetry} />
      </Box>
    );
  }
  if (rows?.length === 0) return <Box className={classes.frame}>{empty}</Box>;
  if (isPhone && card) return <Cards {...props} card={card} />;

  return (
    <Box className={classes.frame} data-stale={isStale || undefined}>
      <div className={classes.scroll}>
        <table aria-label={label} aria-busy={!rows} className={classes.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head key={column.id} column={column} {...props} />
              ))}
            </tr>
          </thead>
          <tbody>
            {body ??
              SKELETONS.map((row) => (
                <tr key={row}>
                  {columns.map(({ id }, index) => (
                    <td key={id}>
                      <Skeleton height={13} my={4} width={`${60 + ((row * 7 + index * 13) % 4) * 10}%`} />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {!rows && <VisuallyHidden role="status">{t('table.loading')}</VisuallyHidden>}
    </Box>
  );
}

function Head<Row>({ column, sort, onSort }: Props<Row> & { readonly column: Column<Row> }): ReactElement {
  const { t } = useTranslation();
  const { header, sortBy, width, align, hiddenHeader } = column;
  if (sortBy === undefined || !onSort) {
    return (
      <th style={{ width }} data-align={align} scope="col">
        {hiddenHeader ? <VisuallyHidden>{header}</VisuallyHidden> : header}
      </th>
    );
  }
  const direction = directionOf(sort, sortBy);
  const Symbol = direction === 'none' ? IconArrowsSort : direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <th style={{ width }} data-align={align} scope="col" aria-sort={direction}>
      <UnstyledButton
        className={classes.sort}
        data-active={direction !== 'none' || undefined}
        title={t('table.sortBy', { column: header })}
        onClick={() => onSort(sortAfter(sort, sortBy))}
      >
        {hiddenHeader ? <VisuallyHidden>{header}</VisuallyHidden> : header}
        <Symbol size={13} stroke={2} aria-hidden />
      </UnstyledButton>
    </th>
  );
}

function Cards<Row>({
  label,
  rows,
  rowId,
  card,
  isStale,
}: Props<Row> & { readonly card: (row: Row) => ReactNode }): ReactElement {
  const { t } = useTranslation();
  return (
    <Box
      component="ul"
      aria-label={label}
      aria-busy={!rows}
      className={classes.cards}
      data-stale={isStale || undefined}
    >
      {rows?.map((row) => (
        <li key={rowId(row)} className={classes.card}>
          {card(row)}
        </li>
      )) ??
        SKELETONS.map((row) => (
          <li key={row} className={classes.card}>
            <Skeleton height={14} width="70%" mb={8} />
            <Skeleton height={12} width="45%" />
          </li>
        ))}
      {!rows && (
        <li>
          <VisuallyHidden role="status">{t('table.loading')}</VisuallyHidden>
        </li>
      )}
    </Box>
  );
}
