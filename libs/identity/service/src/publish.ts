import { idOf, type StoredEvent } from '@leadline/event-sourcing';
import { IDENTITY_SOURCE, IDENTITY_TOPIC, type PublicEvent } from '@leadline/identity-contracts';
import { userCodec } from '@leadline/identity-domain';
import type { Publication } from '@leadline/subscriptions';

/** What other services learn of users. Passwords are nobody's business. */
export const identityPublication: Publication = {
  name: 'identity',
  topic: IDENTITY_TOPIC,
  categories: [userCodec.category],
  translate(stored) {
    const event = publicEvent(stored);
    return (
      event && {
        key: event.subject,
        headers: { 'content-type': 'application/cloudevents+json' },
        value: JSON.stringify(event),
      }
    );
  },
};

export function publicEvent(stored: StoredEvent): PublicEvent | null {
  const { type, data, metadata, id, stream, revision } = userCodec.decode(stored);
  const by = { kind: metadata.actor.kind, id: metadata.actor.id };
  const attributes = {
    specversion: '1.0',
    id,
    source: IDENTITY_SOURCE,
    subject: idOf(stream),
    time: metadata.at,
    datacontenttype: 'application/json',
    sequence: String(revision),
    correlationid: metadata.correlationId,
    ...(metadata.traceparent !== undefined && { traceparent: metadata.traceparent }),
  } as const;
  switch (type) {
    case 'UserRegistered':
      return { ...attributes, type: 'leadline.identity.UserRegistered.v1', data: { by, ...data } };
    case 'UserDetailsChanged':
      return { ...attributes, type: 'leadline.identity.UserChanged.v1', data: { by, ...data } };
    case 'UserPasswordChanged':
    case 'UserInvited':
    case 'UserLinkedToProvider':
    case 'UserUnlinkedFromProvider':
      return null;
    case 'UserDeactivated':
      return { ...attributes, type: 'leadline.identity.UserDeactivated.v1', data: { by } };
    case 'UserReactivated':
      return { ...attributes, type: 'leadline.identity.UserReactivated.v1', data: { by } };
  }
}
