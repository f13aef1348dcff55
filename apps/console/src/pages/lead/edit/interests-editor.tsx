import { ActionIcon, Box, Button, Grid, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorProps } from '../../../components/editable-field.js';
import { CURRENCIES, lineWithBadPrice, NO_INTEREST, type InterestText } from './interests.js';
import classes from './edit.module.css';

/** What the customer wants, line by line. */
export function InterestsEditor({
  value,
  onChange,
  error,
  disabled,
}: Omit<EditorProps<readonly InterestText[]>, 'label'>): ReactElement {
  const { t } = useTranslation('lead');
  const lines = value.length > 0 ? value : [NO_INTEREST];
  const bad = lineWithBadPrice(lines);
  const message = bad >= 0 ? t('interest.badPrice', { line: bad + 1 }) : error;
  return (
    <Stack gap="xs">
      {lines.map((line, index) => (
        <Line
          key={index}
          line={line}
          number={index + 1}
          isBad={index === bad}
          disabled={disabled}
          onChange={(changed) => onChange(lines.with(index, changed))}
          onRemove={() => onChange(lines.filter((_, each) => each !== index))}
        />
      ))}
      {message !== null && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {message}
        </Text>
      )}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={disabled}
        style={{ alignSelf: 'flex-start' }}
        onClick={() =>
          onChange([...lines, { ...NO_INTEREST, currency: lines.at(-1)?.currency ?? NO_INTEREST.currency }])
        }
      >
        {t('interest.add')}
      </Button>
    </Stack>
  );
}

interface LineProps {
  readonly line: InterestText;
  readonly number: number;
  readonly isBad: boolean;
  readonly disabled: boolean;
  readonly onChange: (line: InterestText) => void;
  readonly onRemove: () => void;
}

function Line({ line, number, isBad, disabled, onChange, onRemove }: LineProps): ReactElement {
  const { t } = useTranslation('lead');
  const currencies = [...new Set([...CURRENCIES, line.currency])];
  return (
    <Box className={classes.line}>
      <Grid gap={6} align="end">
        <Grid.Col span={{ base: 10, xs: 11 }}>
          <TextInput
            label={t('interest.description')}
            value={line.description}
            disabled={disabled}
            maxLength={500}
            onChange={(event) => onChange({ ...line, description: event.currentTarget.value })}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 2, xs: 1 }}>
          <ActionIcon
            size={34}
            aria-label={t('interest.remove', { line: number })}
            disabled={disabled}
            onClick={onRemove}
          >
            <IconTrash size={17} />
          </ActionIcon>
        </Grid.Col>
        <Grid.Col span={{ base: 6, xs: 3 }}>
          <TextInput
            label={t('interest.quantity')}
            inputMode="decimal"
            value={line.quantity}
            disabled={disabled}
            onChange={(event) => onChange({ ...line, quantity: event.currentTarget.value })}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 6, xs: 3 }}>
          <TextInput
            label={t('interest.unit')}
            value={line.unit}
            disabled={disabled}
            maxLength={50}
            onChange={(event) => onChange({ ...line, unit: event.currentTarget.value })}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 7, xs: 3 }}>
          <TextInput
            label={t('interest.price')}
            inputMode="decimal"
            value={line.price}
            disabled={disabled}
            error={isBad}
            onChange={(event) => onChange({ ...line, price: event.currentTarget.value })}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 5, xs: 3 }}>
          <Select
            label={t('interest.currency')}
            data={currencies}
            value={line.currency}
            disabled={disabled}
            allowDeselect={false}
            onChange={(currency) => onChange({ ...line, currency: currency ?? line.currency })}
          />
        </Grid.Col>
      </Grid>
    </Box>
  );
}
