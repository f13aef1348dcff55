import { VisuallyHidden } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { linesOf } from './field-text.js';
import type { Difference, FieldValue } from './lead-fields.js';
import { useFieldWords } from './use-field-words.js';
import classes from './change-text.module.css';

interface ValueProps {
  readonly field: string;
  readonly value: FieldValue;
}

/** What stands in a field, a line for each thing in it. */
export function FieldText({ field, value }: ValueProps): ReactElement {
  const { t } = useTranslation('replay');
  const words = useFieldWords();
  const lines = linesOf(field, value, words);
  if (lines.length === 0) return <span className={classes.empty}>{t('nothing')}</span>;
  return (
    <>
      {lines.map((line, index) => (
        // Lines have no identity but their place.
        <span key={index} className={classes.line}>
          {line}
        </span>
      ))}
    </>
  );
}

interface ChangeProps {
  readonly field: string;
  readonly change: Difference;
}

/** From what to what: told apart by a line through the old one and an arrow, not by colour alone. */
export function ChangeText({ field, change: { from, to } }: ChangeProps): ReactElement {
  const { t } = useTranslation('replay');
  const isFirst = from.value === null;
  return (
    <span className={classes.change}>
      {!isFirst && (
        <>
          <del className={classes.from}>
            <VisuallyHidden>{t('was')} </VisuallyHidden>
            <FieldText field={field} value={from} />
          </del>
          <IconArrowRight className={classes.arrow} size={15} stroke={2} aria-hidden />
        </>
      )}
      <ins className={classes.to}>
        <VisuallyHidden>{t('is')} </VisuallyHidden>
        <FieldText field={field} value={to} />
      </ins>
    </span>
  );
}
