import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Money as Amount } from '../api/types.js';
import { useFormat } from '../format/use-format.js';

/** An amount as the reader writes it. */
export function Money({ amount }: { readonly amount: Amount }): ReactElement {
  const format = useFormat();
  return (
    <Text span inherit className="tabular">
      {format.money(amount)}
    </Text>
  );
}
