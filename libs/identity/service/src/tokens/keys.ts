import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '@leadline/engines/event-store';
import { CLOCK, EVENT_STORE, type Clock } from '@leadline/service-kit';
import { keyRing, type KeyRing } from './key-ring.js';

/** The key ring for whatever Nest makes. */
@Injectable()
export class Keys {
  readonly ring: KeyRing;

  constructor(@Inject(EVENT_STORE) eventStore: EventStore, @Inject(CLOCK) clock: Clock) {
    this.ring = keyRing(eventStore, clock);
  }
}
