import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** A field for a password, with a button that shows it for a look, named in the reader's language. */
export function PasswordField(props: PasswordInputProps): ReactElement {
  const { t } = useTranslation();
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': t('actions.togglePassword') }} {...props} />;
}
