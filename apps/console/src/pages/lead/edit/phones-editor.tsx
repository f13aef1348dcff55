import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorProps } from '../../../components/editable-field.js';
import type { PhoneText } from './lead-fields.js';

const KINDS = ['work', 'mobile', 'home', 'fax'] as const;

/** Any number of phones. */
export function PhonesEditor({
  value,
  onChange,
  error,
  disabled,
}: Omit<EditorProps<readonly PhoneText[]>, 'label'>): ReactElement {
  const { t } = useTranslation('lead');
  const lines = value.length > 0 ? value : [{ kind: 'work', number: '' } as const];
  const change = (index: number, line: PhoneText): void => onChange(lines.with(index, line));
  return (
    <Stack gap={6}>
      {lines.map((line, index) => (
        // Lines have no identity but their place.
        <Group key={index} gap={6} wrap="nowrap">
          <Select
            w={136}
            flex="none"
            aria-label={t('phone.kind')}
            data={KINDS.map((kind) => ({ value: kind, label: t(`phone.${kind}`) }))}
            value={line.kind}
            disabled={disabled}
            allowDeselect={false}
            onChange={(kind) => change(index, { ...line, kind: KINDS.find((each) => each === kind) ?? line.kind })}
          />
          <TextInput
            flex={1}
            miw={0}
            type="tel"
            aria-label={t('phone.number')}
            value={line.number}
            disabled={disabled}
            error={error !== null}
            onChange={(event) => change(index, { ...line, number: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={t('phone.remove', { number: line.number || index + 1 })}
            disabled={disabled}
            onClick={() => onChange(lines.filter((_, each) => each !== index))}
          >
            <IconTrash size={17} />
          </ActionIcon>
        </Group>
      ))}
      {error !== null && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={disabled}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => onChange([...lines, { kind: 'mobile', number: '' }])}
      >
        {t('phone.add')}
      </Button>
    </Stack>
  );
}
