import { notifications } from '@mantine/notifications';
import { i18n } from '../i18n/i18n.js';
import { problemText } from './problem-text.js';

/** Says that something was done; read out by screen readers. */
export function tellDone(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 4000 });
}

/** Says why something was not done. Stays longer: there is something to read. */
export function tellProblem(error: unknown): void {
  notifications.show({
    title: i18n.t('errors.title', { ns: 'common' }),
    message: problemText(error),
    color: 'red',
    autoClose: 9000,
    role: 'alert',
  });
}
