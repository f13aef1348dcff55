import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kafka, logLevel } from 'kafkajs';
import { outputOf, run } from './commands.js';
import type { Engine, EngineRun, PortName } from './engine.js';
import type { Settings } from './settings.js';
import { ensure, isDone } from './steps.js';

const pom = fileURLToPath(new URL('../kafka/pom.xml', import.meta.url));
const logConfig = fileURLToPath(new URL('../kafka/log4j2.properties', import.meta.url));
const minimalJava = 17;

/** The real broker as one KRaft node: jars from Maven, no distribution needed. */
export const kafka: Engine = {
  name: 'kafka',
  variable: 'KAFKA_BROKERS',
  ports: ['kafka', 'kafkaController'],
  missing,
  setUp,
  prepare,
  start,
  url: (port) => `127.0.0.1:${port('kafka')}`,
};

function jarsStep() {
  return { name: 'kafka-jars', inputs: readFileSync(pom, 'utf8') };
}

async function missing({ cacheFolder }: Settings): Promise<string[]> {
  const lacks: string[] = [];
  const java = parseJavaVersion((await outputOf('java', ['-version'])) ?? '');
  if (java === undefined || java < minimalJava) {
    lacks.push(`kafka: Java ${minimalJava} or later (\`java\` in PATH; found: ${java ?? 'none'}).`);
  }
  if (!isDone(cacheFolder, jarsStep()) && (await outputOf('mvn', ['-v'])) === undefined) {
    lacks.push('kafka: Maven, to fetch the jars (`mvn` in PATH).');
  }
  return lacks;
}

/** The major version in what `java -version` prints: `version "17.0.15"`, or `"1.8.0_402"` before Java 9. */
export function parseJavaVersion(text: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(text);
  return found ? Number(found[1]) : undefined;
}

async function setUp({ cacheFolder }: Settings): Promise<void> {
  await ensure(cacheFolder, {
    ...jarsStep(),
    title: 'kafka: fetching the broker’s jars with Maven',
    work: async (logFile) => {
      const aside = `${jarFolder(cacheFolder)}.new`;
      rmSync(aside, { recursive: true, force: true });
      const args = ['-B', '-q', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${aside}`];
      await run('mvn', args, { logFile, folder: cacheFolder });
      rmSync(jarFolder(cacheFolder), { recursive: true, force: true });
      renameSync(aside, jarFolder(cacheFolder));
    },
  });
}

async function prepare(engineRun: EngineRun): Promise<void> {
  const config = configFile(engineRun);
  writeFileSync(config, brokerConfig(join(engineRun.dataFolder, 'log'), engineRun.port));
  mkdirSync(join(engineRun.dataFolder, 'log'), { recursive: true });
  // One in 64 begins with a hyphen, which by itself would be taken for an option.
  const clusterId = randomBytes(16).toString('base64url');
  await run('java', java(engineRun, 'kafka.tools.StorageTool', ['format', `--cluster-id=${clusterId}`, '-c', config]), {
    logFile: join(engineRun.logFolder, 'kafka-format.log'),
  });
}

async function start(engineRun: EngineRun): Promise<void> {
  engineRun.launch({
    name: 'kafka',
    command: 'java',
    args: java(engineRun, 'kafka.Kafka', [configFile(engineRun)]),
    stopSignal: 'SIGTERM',
  });
  await engineRun.until(() => answers(`127.0.0.1:${engineRun.port('kafka')}`));
}

/** The broker lists itself in its metadata only once it is unfenced, that is ready for topics and records. */
async function answers(broker: string): Promise<void> {
  const client = new Kafka({
    clientId: 'leadline-engines',
    brokers: [broker],
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
  });
  const admin = client.admin();
  try {
    await admin.connect();
    const { brokers } = await admin.describeCluster();
    if (brokers.length === 0) throw new Error('The broker is still fenced.');
  } finally {
    await admin.disconnect();
  }
}

function java({ settings }: EngineRun, main: string, args: readonly string[]): string[] {
  const classPath = join(jarFolder(settings.cacheFolder), '*');
  return ['-Xms256m', '-Xmx512m', `-Dlog4j2.configurationFile=${logConfig}`, '-cp', classPath, main, ...args];
}

function jarFolder(cacheFolder: string): string {
  return join(cacheFolder, 'kafka-jars');
}

function configFile({ dataFolder }: EngineRun): string {
  return join(dataFolder, 'server.properties');
}

/** One node, so every internal topic has one replica and, for a quick start, one partition. */
export function brokerConfig(logFolder: string, port: (name: PortName) => number): string {
  const broker = `PLAINTEXT://127.0.0.1:${port('kafka')}`;
  const controller = `127.0.0.1:${port('kafkaController')}`;
  const entries: readonly (readonly [string, string])[] = [
    ['process.roles', 'broker,controller'],
    ['node.id', '1'],
    ['controller.quorum.voters', `1@${controller}`],
    ['listeners', `${broker},CONTROLLER://${controller}`],
    ['advertised.listeners', broker],
    ['listener.security.protocol.map', 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT'],
    ['controller.listener.names', 'CONTROLLER'],
    ['inter.broker.listener.name', 'PLAINTEXT'],
    ['log.dirs', logFolder],
    ['offsets.topic.replication.factor', '1'],
    ['offsets.topic.num.partitions', '1'],
    ['transaction.state.log.replication.factor', '1'],
    ['transaction.state.log.min.isr', '1'],
    ['transaction.state.log.num.partitions', '1'],
    ['share.coordinator.state.topic.replication.factor', '1'],
    ['share.coordinator.state.topic.min.isr', '1'],
    ['share.coordinator.state.topic.num.partitions', '1'],
    ['group.initial.rebalance.delay.ms', '0'],
    // After a kill the broker may come back only when its old session has run out: by default 9 s.
    ['broker.session.timeout.ms', '3000'],
    ['broker.heartbeat.interval.ms', '500'],
    ['auto.create.topics.enable', 'false'],
  ];
  return entries.map(([key, value]) => `${key}=${value}\n`).join('');
}
