import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { trace } from '@opentelemetry/api';
import { loadConfig } from '../config/config.js';
import { createLogger } from '../logging/logger.js';
import { readSpans } from '../testing/read-spans.js';
import { startTracing } from './start-tracing.js';

const folder = mkdtempSync(join(tmpdir(), 'leadline-tracing-'));
const logger = createLogger('silent');

afterEach(() => trace.disable());

function makeSpans(count: number): void {
  for (let index = 0; index < count; index += 1) trace.getTracer('spec').startSpan(`span ${index}`).end();
}

describe('tracing', () => {
  it('is nothing where it is not configured', async () => {
    const tracing = await startTracing(loadConfig({}), 'spec', logger);
    expect(trace.getTracer('spec').startSpan('span').isRecording()).toBe(false);
    await tracing.stop();
  });

  it('goes to a collector by OTLP, all of it before it stops', async () => {
    const asked: { url: string | undefined; body: string }[] = [];
    const collector = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        asked.push({ url: request.url, body: Buffer.concat(chunks).toString() });
        response.end();
      });
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const address = collector.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const config = loadConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/` });
    const tracing = await startTracing(config, 'leadline-spec', logger);
    makeSpans(3);
    await tracing.stop();
    collector.close();
    expect(asked.map(({ url }) => url)).toEqual(['/v1/traces']);
    expect(asked[0]?.body).toContain('leadline-spec');
    for (const name of ['span 0', 'span 1', 'span 2']) expect(asked[0]?.body).toContain(name);
  });

  it('takes of what begins here as much as it is told to', async () => {
    const file = join(folder, 'ratio.jsonl');
    const config = loadConfig({ LEADLINE_TRACE_FILE: file, OTEL_TRACES_SAMPLER_ARG: '0.5' });
    const tracing = await startTracing(config, 'spec', logger);
    makeSpans(400);
    await tracing.stop();
    const { length } = await readSpans(file);
    // By chance outside of that: once in 10^23.
    expect(length).toBeGreaterThan(100);
    expect(length).toBeLessThan(300);
  });

  it('says so where its file cannot be written', async () => {
    const config = loadConfig({ LEADLINE_TRACE_FILE: join(folder, 'ratio.jsonl', 'below-a-file.jsonl') });
    await expect(startTracing(config, 'spec', logger)).rejects.toMatchObject({
      name: 'ConfigError',
      problems: [expect.stringContaining('LEADLINE_TRACE_FILE')],
    });
  });
});
