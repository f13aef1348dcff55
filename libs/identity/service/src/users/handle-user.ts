import type { UserCommand, UserEvent } from '@leadline/identity-domain';
import { AggregateCommand } from '@leadline/service-kit';

/** The envelope of all commands to a user. */
export class HandleUser extends AggregateCommand<UserCommand, UserEvent> {}
