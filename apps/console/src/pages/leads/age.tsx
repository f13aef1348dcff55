import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { useNow } from '../../components/use-now.js';
import { useFormat } from '../../format/use-format.js';

/** How long ago something came, in few characters. */
export function Age({ since }: { readonly since: string }): ReactElement {
  const format = useFormat();
  const nowMs = useNow();
  return (
    <Tooltip label={format.dateTime(since)}>
      <time dateTime={since} className="tabular" style={{ whiteSpace: 'nowrap' }}>
        {format.age(since, nowMs)}
      </time>
    </Tooltip>
  );
}
