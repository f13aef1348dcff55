import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly shown: number;
  readonly total: number;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

/** Loads what is further back: when one gets there by scrolling, or by its button. */
export function LoadMore({ shown, total, hasMore, isLoading, onMore }: Props): ReactElement {
  const { t } = useTranslation('timeline');
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element || !hasMore || isLoading) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onMore();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasMore, isLoading, onMore]);
  return (
    <Group ref={end} justify="center" gap="md" py="md">
      <Text size="xs" c="dimmed" className="tabular">
        {t('shown', { shown, total })}
      </Text>
      {hasMore && (
        <Button variant="default" onClick={onMore} loading={isLoading}>
          {t('more')}
        </Button>
      )}
    </Group>
  );
}
