import { Problem } from '../api/problem.js';
import { i18n } from '../i18n/i18n.js';

/** A sentence for any error: the server's own where it has one, since it knows the rule, and what it says of fields. */
export function problemText(error: unknown): string {
  const t = i18n.getFixedT(null, 'common');
  if (!(error instanceof Problem)) return t('errors.unexpected');
  if (error.status === 0) return t('errors.network');
  if (error.detail) return [error.detail, ...error.errors.map(({ message }) => message)].join(' ');
  switch (error.status) {
    case 403:
      return t('errors.forbidden');
    case 404:
      return t('errors.notFound');
    case 429:
      return t('errors.tooMany');
    case 502:
    case 503:
    case 504:
      return t('errors.unavailable');
    default:
      return t('errors.unexpected');
  }
}
