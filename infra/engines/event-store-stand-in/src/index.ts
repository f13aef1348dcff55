import { Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { append, batchAppend, type AppendCall, type BatchAppendCall } from './append.js';
import { openEventLog } from './event-log.js';
import { unsupported } from './failures.js';
import { read, type ReadCall } from './read.js';

export interface StandIn {
  /** The connection string to reach it by. */
  readonly url: string;
  readonly port: number;
  /** Finishes what is under way, ends subscriptions, closes the log. */
  stop(): Promise<void>;
}

type Supported = InstanceType<typeof features.SupportedMethods>;

/**
 * Starts the stand-in for EventStoreDB: a test server on loopback that speaks so much of its protocol as our adapter
 * needs, over the client's own gRPC definitions, on our SQLite event store. Port 0: any free one.
 */
export async function startStandIn(options: { readonly port: number; readonly dataFolder: string }): Promise<StandIn> {
  const log = await openEventLog(options.dataFolder);
  const stopping = new AbortController();
  const reading = new Set<Promise<void>>();
  const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });

  server.addService(streamsService.StreamsService, {
    read(call: ReadCall) {
      const done = read(log, call, stopping.signal).finally(() => reading.delete(done));
      reading.add(done);
    },
    append: (call: AppendCall, answer: sendUnaryData<InstanceType<typeof streams.AppendResp>>) =>
      void append(log, call, answer),
    batchAppend: (call: BatchAppendCall) => batchAppend(log, call, stopping.signal),
    delete: (_: unknown, answer: sendUnaryData<never>) => answer(unsupported('delete').toStatus()),
    tombstone: (_: unknown, answer: sendUnaryData<never>) => answer(unsupported('tombstone').toStatus()),
  });
  server.addService(featuresService.ServerFeaturesService, {
    getSupportedMethods: (
      _: ServerUnaryCall<InstanceType<typeof shared.Empty>, Supported>,
      answer: sendUnaryData<Supported>,
    ) => answer(null, supportedMethods()),
  });

  const port = await bind(server, options.port).catch(async (error: unknown) => {
    await log.close();
    throw error;
  });
  return {
    url: `esdb://127.0.0.1:${port}?tls=false`,
    port,
    async stop() {
      stopping.abort();
      await Promise.all(reading);
      await log.close();
      server.forceShutdown();
    },
  };
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
}

/** The version is that of the server whose behaviour was read up on. */
function supportedMethods(): Supported {
  const supported = new features.SupportedMethods();
  supported.setEventStoreServerVersion('24.10.0');
  supported.setMethodsList(
    ['read', 'append', 'batchappend'].map((name) => {
      const method = new features.SupportedMethod();
      method.setServiceName('event_store.client.streams.Streams');
      method.setMethodName(name);
      return method;
    }),
  );
  return supported;
}
