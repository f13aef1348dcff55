import fastify from 'fastify';
import { bareCommits } from './bare-commits.js';

/**
 * The bare limit for a command over HTTP: Fastify as it comes, and each body stored by one durable insert before it is
 * answered. `node bare-server.js FILE`, on PORT.
 */
const [file] = process.argv.slice(2);
if (file === undefined) throw new TypeError('Which file?');
const commits = bareCommits(file);
const server = fastify();
server.get('/', () => 'ready');
server.post('/*', (request, reply) => {
  commits.insert('LeadCreated.v1', JSON.stringify(request.body));
  return reply.code(201).send({ id: '01990000-0000-7000-8000-0000000000aa', revision: 0 });
});
process.once('SIGTERM', () => {
  void server.close().then(() => commits.close());
});
await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
