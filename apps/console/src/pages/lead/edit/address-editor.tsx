import { Grid, Select, Text, TextInput } from '@mantine/core';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorProps } from '../../../components/editable-field.js';
import { countries } from '../../../format/countries.js';
import type { AddressText } from './lead-fields.js';

/** A postal address, part by part. */
export function AddressEditor({
  value,
  onChange,
  error,
  disabled,
}: Omit<EditorProps<AddressText>, 'label'>): ReactElement {
  const { t, i18n } = useTranslation('lead');
  const choices = useMemo(() => countries(i18n.language), [i18n.language]);
  const part = (name: 'street' | 'postalCode' | 'city' | 'region', maxLength: number): ReactElement => (
    <TextInput
      label={t(`address.${name}`)}
      value={value[name]}
      disabled={disabled}
      maxLength={maxLength}
      onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Grid gap="xs">
      <Grid.Col span={12}>{part('street', 200)}</Grid.Col>
      <Grid.Col span={4}>{part('postalCode', 20)}</Grid.Col>
      <Grid.Col span={8}>{part('city', 100)}</Grid.Col>
      <Grid.Col span={6}>{part('region', 100)}</Grid.Col>
      <Grid.Col span={6}>
        <Select
          label={t('address.country')}
          data={choices}
          value={value.countryCode || null}
          disabled={disabled}
          searchable
          clearable
          onChange={(code) => onChange({ ...value, countryCode: code ?? '' })}
        />
      </Grid.Col>
      {error !== null && (
        <Grid.Col span={12}>
          <Text size="xs" c="var(--mantine-color-error)" role="alert">
            {error}
          </Text>
        </Grid.Col>
      )}
    </Grid>
  );
}
