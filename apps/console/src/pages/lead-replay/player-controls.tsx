import type { ReplayStep } from '@leadline/leads-contracts';
import { ActionIcon, Card, Group, Loader, Menu, Text, Tooltip, Button } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
  IconPlayerSkipForwardFilled,
  IconPlayerTrackNextFilled,
  IconPlayerTrackPrevFilled,
  IconRefresh,
  type Icon,
} from '@tabler/icons-react';
import type { Dispatch, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { MomentSlider } from '../lead-past/moment-slider.js';
import { SPEEDS, type Player, type PlayerAction } from '../lead-past/player.js';
import classes from './player-controls.module.css';

interface Props {
  readonly player: Player;
  readonly act: Dispatch<PlayerAction>;
  readonly steps: readonly ReplayStep[];
  readonly isComplete: boolean;
}

/** Play and pause, a step on and back, how fast, and how far. */
export function PlayerControls({ player, act, steps, isComplete }: Props): ReactElement {
  const { t } = useTranslation('replay');
  const format = useFormat();
  const { index, isPlaying } = player;
  const last = steps.length - 1;
  const event = steps[index]?.event;
  const place = { step: format.number(index + 1), count: format.number(steps.length) };
  return (
    <Card padding="sm" shadow="sm" className={classes.card} component="section" aria-label={t('player')}>
      <MomentSlider
        label={t('position')}
        steps={steps}
        index={index}
        valueText={event ? `${format.dateTime(event.at)}: ${event.text}` : ''}
        onIndex={(target) => act({ type: 'go', index: target })}
      />
      <Group justify="space-between" wrap="nowrap" mt={8} gap="xs">
        <Group gap={6} wrap="nowrap" className={classes.place}>
          {!isComplete && <Loader size={14} aria-hidden />}
          <Text size="sm" fw={560} className="tabular" truncate>
            {isComplete ? t('step', place) : t('stepLoading', place)}
          </Text>
        </Group>
        <Group gap={2} wrap="nowrap">
          <Control
            label={t('first')}
            icon={IconPlayerTrackPrevFilled}
            isOff={index === 0}
            onClick={() => act({ type: 'first' })}
          />
          <Control
            label={t('previous')}
            icon={IconPlayerSkipBackFilled}
            isOff={index === 0}
            onClick={() => act({ type: 'previous' })}
          />
          <PlayButton
            isPlaying={isPlaying}
            isAtEnd={isComplete && index >= last}
            onClick={() => act({ type: 'playOrPause' })}
          />
          <Control
            label={t('next')}
            icon={IconPlayerSkipForwardFilled}
            isOff={index >= last}
            onClick={() => act({ type: 'next' })}
          />
          <Control
            label={t('last')}
            icon={IconPlayerTrackNextFilled}
            isOff={index >= last}
            onClick={() => act({ type: 'last' })}
          />
        </Group>
        <div className={classes.speed}>
          <SpeedMenu player={player} act={act} />
        </div>
      </Group>
    </Card>
  );
}

function PlayButton({
  isPlaying,
  isAtEnd,
  onClick,
}: {
  readonly isPlaying: boolean;
  readonly isAtEnd: boolean;
  readonly onClick: () => void;
}): ReactElement {
  const { t } = useTranslation('replay');
  const label = isPlaying ? t('pause') : isAtEnd ? t('again') : t('play');
  const Symbol = isPlaying ? IconPlayerPauseFilled : isAtEnd ? IconRefresh : IconPlayerPlayFilled;
  return (
    <Tooltip label={label}>
      <ActionIcon variant="filled" color="petrol" size={42} radius="50%" mx={4} aria-label={label} onClick={onClick}>
        <Symbol size={20} />
      </ActionIcon>
    </Tooltip>
  );
}

interface ControlProps {
  readonly label: string;
  readonly icon: Icon;
  readonly isOff: boolean;
  readonly onClick: () => void;
}

function Control({ label, icon: Symbol, isOff, onClick }: ControlProps): ReactElement {
  return (
    <Tooltip label={label}>
      {/* It keeps the focus at the end of the way, where a disabled one would lose it. */}
      <ActionIcon
        size={34}
        radius="50%"
        aria-label={label}
        aria-disabled={isOff}
        data-disabled={isOff || undefined}
        onClick={onClick}
      >
        <Symbol size={17} />
      </ActionIcon>
    </Tooltip>
  );
}

function SpeedMenu({ player, act }: Pick<Props, 'player' | 'act'>): ReactElement {
  const { t } = useTranslation('replay');
  const format = useFormat();
  const written = (speed: number): string => t('times', { speed: format.number(speed) });
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          className="tabular"
          aria-label={`${t('speed')}: ${written(player.speed)}`}
        >
          {written(player.speed)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('speed')}</Menu.Label>
        <Menu.RadioGroup
          value={String(player.speed)}
          onChange={(chosen) => {
            const speed = SPEEDS.find((each) => String(each) === chosen);
            if (speed !== undefined) act({ type: 'speed', speed });
          }}
        >
          {SPEEDS.map((speed) => (
            <Menu.RadioItem key={speed} value={String(speed)} className="tabular" closeMenuOnClick>
              {written(speed)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
