import { Badge, Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AREAS, byArea, LEVELS } from './scopes.js';

/** What a key may do, area by area. */
export function ScopeList({ scopes }: { readonly scopes: readonly string[] }): ReactElement {
  const { t } = useTranslation('apiKeys');
  const nameOf = (area: string): string => {
    const known = AREAS.find((each) => each === area);
    return known ? t(`area.${known}`) : area;
  };
  const levelOf = (level: string): string => {
    const known = LEVELS.find((each) => each === level);
    return known ? t(`level.${known}`) : level;
  };
  return (
    <Group gap={6}>
      {byArea(scopes).map(({ area, levels }) => (
        <Badge key={area} color="gray" tt="none">
          {nameOf(area)}: {levels.map(levelOf).join(', ')}
        </Badge>
      ))}
    </Group>
  );
}
