import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** 0 to 1, and what to say beside it. */
  show(share: number, note: string): void;
  end(): void;
}

/** A bar on a terminal, a line every tenth otherwise; on standard error, so that output can be piped. */
export function progress(title: string): Progress {
  if (!process.stderr.isTTY) return lines(title);
  const bar = new SingleBar(
    {
      format: `${title} {bar} {percentage} %  {note}`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  );
  bar.start(1_000, 0, { note: '' });
  return {
    show: (share, note) => bar.update(Math.round(share * 1_000), { note }),
    end: () => bar.stop(),
  };
}

function lines(title: string): Progress {
  let shown = -1;
  return {
    show: (share, note) => {
      const tenth = Math.floor(share * 10);
      if (tenth <= shown) return;
      shown = tenth;
      process.stderr.write(`${title}: ${tenth * 10} %  ${note}\n`);
    },
    end: () => undefined,
  };
}
