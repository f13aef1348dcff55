import { Button, FileButton, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { useRef, useState, type DragEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './drop-zone.module.css';

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
}

const ACCEPTED = '.csv,.txt,.tsv,text/csv,text/plain';

/** Where a file is dropped, or chosen by its button. */
export function DropZone({ onFiles }: Props): ReactElement {
  const { t } = useTranslation('leadsImport');
  const [isOver, setOver] = useState(false);
  // Of elements within it come events of their own.
  const depth = useRef(0);
  const enter = (event: DragEvent, step: 1 | -1): void => {
    event.preventDefault();
    depth.current += step;
    setOver(depth.current > 0);
  };
  return (
    <div
      className={classes.zone}
      data-over={isOver || undefined}
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <Stack align="center" gap="xs" ta="center">
        <ThemeIcon size={58} radius="50%" variant="light" color="petrol">
          <IconFileTypeCsv size={30} stroke={1.6} aria-hidden />
        </ThemeIcon>
        <Text fw={620} size="lg" mt={4}>
          {isOver ? t('drop.release') : t('drop.title')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('drop.or')}
        </Text>
        <FileButton onChange={(file) => onFiles(file ? [file] : [])} accept={ACCEPTED}>
          {(props) => <Button {...props}>{t('drop.choose')}</Button>}
        </FileButton>
        <Text size="sm" c="dimmed" maw={460} mt="xs">
          {t('drop.hint')}
        </Text>
      </Stack>
    </div>
  );
}
