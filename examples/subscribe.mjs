import { Kafka } from 'kafkajs';

const [broker = 'localhost:9092', groupId = 'my-software'] = process.argv.slice(2);
const consumer = new Kafka({ clientId: groupId, brokers: [broker] }).consumer({ groupId });
await consumer.connect();
await consumer.subscribe({ topic: 'leadline.leads.v1', fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    const { id, type, subject, time, data } = JSON.parse(message.value);
    console.log(JSON.stringify({ time, type, lead: subject, by: data.by, event: id }));
  },
});
