import { Button, CloseButton, Group, UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filter-bar.module.css';

/** A filter in use. */
export interface ActiveFilter {
  readonly id: string;
  /** What is filtered: "Source". */
  readonly name: string;
  /** What is let through: "Website, Fair". */
  readonly value: string;
  readonly onRemove: () => void;
}

interface Props {
  /** The controls that filters are chosen with. */
  readonly children: ReactNode;
  readonly active: readonly ActiveFilter[];
  readonly onClearAll: () => void;
}

/** Filters, and below them those in use: marked as such, and removed one by one or all at once. */
export function FilterBar({ children, active, onClearAll }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <div>
      <Group gap={8} role="group" aria-label={t('filters.label')}>
        {children}
      </Group>
      {active.length > 0 && (
        <Group gap={7} mt={10}>
          <VisuallyHidden component="h2">{t('filters.active')}</VisuallyHidden>
          {active.map(({ id, name, value, onRemove }) => (
            <span key={id} className={classes.chip}>
              <span className={classes.name}>{name}:</span>
              <span className={classes.value}>{value}</span>
              <CloseButton
                size={20}
                iconSize={13}
                variant="transparent"
                className={classes.remove}
                aria-label={t('filters.clear', { name })}
                onClick={onRemove}
              />
            </span>
          ))}
          <Button variant="subtle" size="compact-xs" onClick={onClearAll}>
            {t('filters.clearAll')}
          </Button>
        </Group>
      )}
    </div>
  );
}

interface TriggerProps extends ComponentPropsWithRef<'button'> {
  readonly label: string;
  /** How many values are chosen. */
  readonly count: number;
}

/** What a filter is opened by; one in use looks different. To be put into a `Popover.Target`. */
export function FilterTrigger({ label, count, ...button }: TriggerProps): ReactElement {
  return (
    <UnstyledButton {...button} className={classes.trigger} data-active={count > 0 || undefined}>
      {label}
      {count > 0 && <span className={classes.count}>{count}</span>}
    </UnstyledButton>
  );
}
