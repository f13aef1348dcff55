import { Button, Divider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { signInOptionsQuery } from './sign-in-options.js';

interface Props {
  /** `_blank` where the page must stay as it is: the session begins there and is taken up here. */
  readonly target?: '_blank';
  readonly returnTo?: string;
}

/** The way in through an external provider, where there is one. */
export function ProviderButton({ target, returnTo = '/leads' }: Props): ReactElement | null {
  const { t } = useTranslation('signIn');
  const { data } = useQuery(signInOptionsQuery);
  const provider = data?.provider;
  if (!provider) return null;
  const address = `/api/identity/oidc/start?returnTo=${encodeURIComponent(returnTo)}`;
  return (
    <>
      <Divider label={t('or')} />
      <Button component="a" href={address} target={target} variant="default" fullWidth>
        {t('provider', { name: provider.name })}
      </Button>
    </>
  );
}
