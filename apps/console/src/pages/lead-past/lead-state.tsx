import type { Lead } from '@leadline/leads-contracts';
import { Box, Card, Group, Text, Title } from '@mantine/core';
import { IconArrowsDiff, IconClockHour3 } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeText, FieldText } from './change-text.js';
import { labelOf } from './field-text.js';
import type { Differences } from './lead-fields.js';
import { PhaseTrack } from './phase-track.js';
import { stateFields, type StateField } from './state-fields.js';
import { useFieldWords } from './use-field-words.js';
import classes from './lead-state.module.css';

interface Props {
  readonly lead: Lead;
  readonly marks: Differences;
  /** `changed`: what a step changed, from what to what. `differs`: what is otherwise now, with what it is now. */
  readonly marked: 'changed' | 'differs';
  readonly onlyMarked?: boolean;
}

const WIDE: ReadonlySet<string> = new Set(['note', 'subject', 'interests', 'closing.note']);

/** A lead as it was: its phases and fields, read only, with marks on what a step changed or what is otherwise now. */
export function LeadState({ lead, marks, marked, onlyMarked = false }: Props): ReactElement {
  const { t } = useTranslation('replay');
  const groups = useMemo(() => stateFields(lead, marks, onlyMarked), [lead, marks, onlyMarked]);
  const phase = marks.get('phase');
  const areAllCompleted = lead.process.phases.every(({ state }) => state === 'completed');
  return (
    <>
      {(!onlyMarked || phase) && (
        <Card padding="md" className={classes.card} data-marked={phase ? true : undefined}>
          <PhaseTrack phases={lead.process.phases} isMarked={marked === 'changed' && phase !== undefined} />
          {areAllCompleted && (
            <Text size="xs" c="dimmed" ta="center" mt={8}>
              {t('allCompleted')}
            </Text>
          )}
          {phase && (
            <Box className={classes.phaseMark}>
              <Mark marked={marked} />
              {marked === 'changed' ? (
                <ChangeText field="phase" change={phase} />
              ) : (
                <Text span size="sm" className={classes.inLine}>
                  {t('past.now')}: <FieldText field="phase" value={phase.to} />
                </Text>
              )}
            </Box>
          )}
        </Card>
      )}
      {[...groups].map(([group, fields]) => (
        <Card key={group} padding="md" className={classes.card} component="section" aria-label={t(`groups.${group}`)}>
          <Title order={3} className={classes.title}>
            {t(`groups.${group}`)}
          </Title>
          <dl className={classes.fields}>
            {fields.map((field) => (
              <Field key={field.field} {...field} marked={marked} />
            ))}
          </dl>
        </Card>
      ))}
    </>
  );
}

function Field({ field, value, mark, marked }: StateField & Pick<Props, 'marked'>): ReactElement {
  const { t } = useTranslation('replay');
  const words = useFieldWords();
  return (
    <div className={classes.field} data-marked={mark ? marked : undefined} data-wide={WIDE.has(field) || undefined}>
      <dt className={classes.label}>
        {labelOf(field, words)}
        {mark && <Mark marked={marked} />}
      </dt>
      <dd className={classes.value}>
        {mark && marked === 'changed' ? (
          <ChangeText field={field} change={mark} />
        ) : (
          <FieldText field={field} value={value} />
        )}
        {mark && marked === 'differs' && (
          <span className={classes.now}>
            <span className={classes.nowLabel}>{t('past.now')}</span>
            <span>
              <FieldText field={field} value={mark.to} />
            </span>
          </span>
        )}
      </dd>
    </div>
  );
}

function Mark({ marked }: Pick<Props, 'marked'>): ReactElement {
  const { t } = useTranslation('replay');
  const Symbol = marked === 'changed' ? IconArrowsDiff : IconClockHour3;
  return (
    <Group component="span" gap={3} wrap="nowrap" className={classes.mark} data-marked={marked} display="inline-flex">
      <Symbol size={13} stroke={2} aria-hidden />
      {marked === 'changed' ? t('changed') : t('past.differs')}
    </Group>
  );
}
