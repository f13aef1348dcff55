import type { ReplayStep } from '@leadline/leads-contracts';
import { Card, Text, UnstyledButton } from '@mantine/core';
import { memo, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { EventIcon } from '../lead-past/event-icon.js';
import { scrollTo, windowOf } from '../lead-past/windowed.js';
import classes from './step-list.module.css';

interface Props {
  readonly steps: readonly ReplayStep[];
  readonly index: number;
  readonly onIndex: (index: number) => void;
}

/** As in the style sheet. */
const ROW_HEIGHT = 58;

/** All steps to choose from. Of thousands only those in sight are there. */
export function StepList({ steps, index, onIndex }: Props): ReactElement {
  const { t } = useTranslation('replay');
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const { first, end } = windowOf(view.top, view.height, ROW_HEIGHT, steps.length);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.scrollTop = scrollTo(index, element.scrollTop, element.clientHeight, ROW_HEIGHT);
    setView({ top: element.scrollTop, height: element.clientHeight });
  }, [index]);

  return (
    <Card padding={0} className={classes.card}>
      <Text className={classes.title}>{t('steps')}</Text>
      <div
        ref={box}
        className={classes.scroll}
        onScroll={({ currentTarget: { scrollTop, clientHeight } }) => setView({ top: scrollTop, height: clientHeight })}
      >
        <ol className={classes.list} style={{ height: steps.length * ROW_HEIGHT }}>
          {steps.slice(first, end).map((step, offset) => (
            <Row
              key={step.event.id}
              step={step}
              place={first + offset}
              count={steps.length}
              isCurrent={first + offset === index}
              onIndex={onIndex}
            />
          ))}
        </ol>
      </div>
    </Card>
  );
}

interface RowProps {
  readonly step: ReplayStep;
  readonly place: number;
  readonly count: number;
  readonly isCurrent: boolean;
  readonly onIndex: (index: number) => void;
}

const Row = memo(function Row({ step: { event }, place, count, isCurrent, onIndex }: RowProps): ReactElement {
  const format = useFormat();
  return (
    <li className={classes.row} style={{ top: place * ROW_HEIGHT }} aria-setsize={count} aria-posinset={place + 1}>
      <UnstyledButton
        className={classes.step}
        aria-current={isCurrent ? 'step' : undefined}
        tabIndex={isCurrent ? 0 : -1}
        onClick={() => onIndex(place)}
      >
        <EventIcon type={event.type} size={26} />
        <span className={classes.text}>
          <span className={classes.sentence}>{event.text}</span>
          <span className={classes.when}>
            {format.dateTime(event.at)} · {event.actor.name}
          </span>
        </span>
      </UnstyledButton>
    </li>
  );
});
