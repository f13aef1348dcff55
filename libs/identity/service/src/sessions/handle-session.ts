import type { SessionCommand, SessionEvent } from '@leadline/identity-domain';
import { AggregateCommand } from '@leadline/service-kit';

/** The envelope of all commands to a session. */
export class HandleSession extends AggregateCommand<SessionCommand, SessionEvent> {}
