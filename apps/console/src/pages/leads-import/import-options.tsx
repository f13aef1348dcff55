import { IMPORT_FIELDS, isImportField } from '@leadline/leads-contracts/import-fields';
import { Badge, Button, Card, Collapse, Group, Radio, Select, Stack, Table, Text, Title } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CsvText } from './csv-text.js';
import type { ImportOptions } from './import-query.js';
import { mapped } from './mapping.js';
import classes from './leads-import.module.css';

interface Props {
  readonly options: ImportOptions;
  readonly csv: CsvText | null;
  /** What the check said: columns without a meaning; undefined where it has not said so. */
  readonly ignoredColumns: readonly string[] | undefined;
  /** True where the columns are what is wrong. */
  readonly areColumnsOpen?: boolean;
  readonly onOptions: (options: ImportOptions) => void;
}

/** What somebody can choose before an import: what becomes of duplicates, and what the columns mean. */
export function ImportOptionsCard({
  options,
  csv,
  ignoredColumns,
  areColumnsOpen = false,
  onOptions,
}: Props): ReactElement {
  const { t } = useTranslation('leadsImport');
  const [isOpen, setOpen] = useState(areColumnsOpen);
  const columns = csv?.header.cells ?? [];
  const known = ignoredColumns && columns.length - ignoredColumns.length;
  const Symbol = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <Card padding="md" component="section" aria-label={t('options.title')}>
      <Radio.Group
        label={t('options.duplicates')}
        description={t('options.duplicatesHint')}
        value={options.duplicates}
        onChange={(chosen) => onOptions({ ...options, duplicates: chosen === 'skip' ? 'skip' : 'create' })}
      >
        <Group mt={8} gap="lg">
          <Radio value="create" label={t('options.create')} />
          <Radio value="skip" label={t('options.skip')} />
        </Group>
      </Radio.Group>
      {columns.length > 0 && (
        <Stack gap="xs" mt="md" pt="md" className={classes.columns}>
          <Group justify="space-between" gap="xs">
            <Group gap="sm">
              <Title order={2} className={classes.subtitle}>
                {t('columns.title')}
              </Title>
              {known !== undefined && (
                <Badge color={known === columns.length ? 'green' : 'amber'}>
                  {t('columns.summary', { known, total: columns.length })}
                </Badge>
              )}
            </Group>
            <Button
              variant="subtle"
              size="compact-sm"
              rightSection={<Symbol size={15} aria-hidden />}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? t('columns.hide') : t('columns.show')}
            </Button>
          </Group>
          {ignoredColumns && ignoredColumns.length > 0 && !isOpen && (
            <Text size="sm" c="dimmed">
              {t('columns.ignored', { names: ignoredColumns.join(', ') })}
            </Text>
          )}
          <Collapse expanded={isOpen}>
            {isOpen && csv && (
              <ColumnTable csv={csv} options={options} ignoredColumns={ignoredColumns} onOptions={onOptions} />
            )}
          </Collapse>
        </Stack>
      )}
    </Card>
  );
}

function ColumnTable({ csv, options, ignoredColumns, onOptions }: Props & { readonly csv: CsvText }): ReactElement {
  const { t } = useTranslation('leadsImport');
  const meanings = [
    { value: '', label: t('columns.automatic') },
    { value: 'ignore', label: t('columns.ignore') },
    ...IMPORT_FIELDS.map((field) => ({ value: field, label: t(`fields.${field}`) })),
  ];
  return (
    <Table verticalSpacing={6} aria-label={t('columns.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('columns.column')}</Table.Th>
          <Table.Th scope="col" visibleFrom="sm">
            {t('columns.example')}
          </Table.Th>
          <Table.Th scope="col">{t('columns.meaning')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {csv.header.cells.map((name, index) => {
          const column = name.trim();
          const called = column || t('columns.unnamed', { number: index + 1 });
          const isIgnored = ignoredColumns?.includes(column || String(index + 1));
          const example = csv.records.find(({ cells }) => cells[index]?.trim())?.cells[index];
          return (
            // Columns may share a name.
            <Table.Tr key={index}>
              <Table.Td className={classes.column}>
                <Text size="sm" fw={540}>
                  {called}
                </Text>
                {isIgnored !== undefined && (
                  <Text size="xs" c={isIgnored ? 'amber' : 'dimmed'}>
                    {isIgnored ? t('columns.unknown') : t('columns.recognised')}
                  </Text>
                )}
              </Table.Td>
              <Table.Td visibleFrom="sm" className={classes.example}>
                {example}
              </Table.Td>
              <Table.Td>
                <Select
                  aria-label={t('columns.meaningOf', { column: called })}
                  data={meanings}
                  value={options.mapping[column] ?? ''}
                  disabled={column === ''}
                  allowDeselect={false}
                  searchable
                  maw={240}
                  onChange={(chosen) => {
                    const meaning = chosen === 'ignore' || (chosen !== null && isImportField(chosen)) ? chosen : null;
                    onOptions({ ...options, mapping: mapped(options.mapping, column, meaning) });
                  }}
                />
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
