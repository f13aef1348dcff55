import { Button, Popover, Stack } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { IconCalendarTime } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { instantOf, localTime } from './zoned-time.js';

interface Props {
  readonly at: string;
  /** The lead's first moment, and its last. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onPick: (instant: string) => void;
}

/** Goes to a moment by its date and time, on the clocks of the reader's time zone. */
export function MomentPicker({ at, from, to, onPick }: Props): ReactElement {
  const { t } = useTranslation('replay');
  const { locale } = useFormat();
  const { timeZone } = locale;
  const [opened, setOpened] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const local = (instant: string | undefined): string | undefined => instant && localTime(instant, timeZone);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus withArrow>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconCalendarTime size={16} aria-hidden />}
          onClick={() => {
            setPicked(localTime(at, timeZone));
            setOpened(!opened);
          }}
        >
          {t('past.pick')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const instant = picked === null ? null : instantOf(picked, timeZone);
            if (instant === null) return;
            onPick(instant);
            setOpened(false);
          }}
        >
          <Stack gap="xs" w={250}>
            <DateTimePicker
              label={t('past.pick')}
              value={picked}
              onChange={setPicked}
              defaultDate={local(at)}
              minDate={local(from)?.slice(0, 10)}
              maxDate={local(to)?.slice(0, 10).concat(' 23:59:59')}
              withSeconds
              valueFormat={locale.language === 'de' ? 'DD.MM.YYYY HH:mm:ss' : 'DD MMM YYYY HH:mm:ss'}
              popoverProps={{ withinPortal: false }}
            />
            <Button type="submit" disabled={picked === null}>
              {t('past.go')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
