import { Alert, Text } from '@mantine/core';
import { IconArchive, IconCircleX, IconTrophy } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';

/** What one must know before all else: that it is put away, or how it ended. */
export function LeadBanner({ lead }: { readonly lead: Lead }): ReactElement | null {
  const { t } = useTranslation('lead');
  const { t: common } = useTranslation();
  const format = useFormat();
  const { active, closing } = lead;
  if (!active && !closing) {
    return (
      <Alert color="orange" icon={<IconArchive size={18} />}>
        {t('banner.deactivated')}
      </Alert>
    );
  }
  if (!closing) return null;
  const isWon = closing.outcome === 'won';
  const reason = closing.reason.name;
  return (
    <Alert
      color={isWon ? 'green' : 'gray'}
      icon={isWon ? <IconTrophy size={18} /> : <IconCircleX size={18} />}
      title={isWon ? t('banner.won', { reason }) : t('banner.lost', { reason })}
    >
      <Text size="sm">
        {t('banner.closedBy', { name: closing.by.name || common('unknownUser'), at: format.dateTime(closing.at) })}
      </Text>
      {closing.note !== undefined && (
        <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap' }}>
          {closing.note}
        </Text>
      )}
      {!active && (
        <Text size="sm" mt={4}>
          {t('banner.deactivated')}
        </Text>
      )}
    </Alert>
  );
}
