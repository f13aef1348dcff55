import type { ReplayStep } from '@leadline/leads-contracts';
import { useMemo, type CSSProperties, type ReactElement } from 'react';
import { ticksOf } from './ticks.js';
import classes from './moment-slider.module.css';

interface Props {
  readonly label: string;
  readonly steps: readonly ReplayStep[];
  readonly index: number;
  /** The moment in words, for those who cannot see where the thumb is. */
  readonly valueText: string;
  readonly onIndex: (index: number) => void;
}

/** A slider over the steps of a lead's life, with a mark for each. Arrow keys move it by one. */
export function MomentSlider({ label, steps, index, valueText, onIndex }: Props): ReactElement {
  const last = Math.max(steps.length - 1, 0);
  const ticks = useMemo(() => ticksOf(steps.map(({ event }) => event.type)), [steps]);
  const style: CSSProperties & Record<'--done', string> = { '--done': String(last === 0 ? 1 : index / last) };
  return (
    <div className={classes.slider} style={style}>
      <input
        type="range"
        className={classes.input}
        min={0}
        max={last}
        step={1}
        value={index}
        disabled={last === 0}
        aria-label={label}
        aria-valuetext={valueText}
        onChange={(event) => onIndex(event.currentTarget.valueAsNumber)}
      />
      <svg className={classes.ticks} width="100%" height="8" aria-hidden>
        {ticks.map(({ at, group }) => (
          <rect key={at} x={`${at * 100}%`} width="2" height="8" rx="1" data-group={group} className={classes.tick} />
        ))}
      </svg>
    </div>
  );
}
