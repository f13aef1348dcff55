import { describe, it } from '@jest/globals';
import { messageBusContract } from './contract.js';
import { openKafkaMessageBus } from './kafka.js';

const brokers = process.env['KAFKA_BROKERS']?.split(',');

if (brokers) {
  const options = { brokers, clientId: 'contract', sessionTimeoutMs: 6_000, backoff: { firstMs: 20, maxMs: 200 } };
  messageBusContract('Kafka', () => openKafkaMessageBus(options), {
    module: new URL('./kafka.ts', import.meta.url),
    open: 'openKafkaMessageBus',
    options,
  });
} else {
  describe.skip('message bus: Kafka', () => {
    it('is not tried: KAFKA_BROKERS is not set', () => undefined);
  });
}
