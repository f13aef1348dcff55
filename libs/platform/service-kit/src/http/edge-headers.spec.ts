import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { apiHeaders, pageHeaders } from './security-headers.js';

/** nginx serves the console's files in the distributed form, and its own problem documents. */
const template = readFileSync(resolve(import.meta.dirname, '../../../../../infra/edge/nginx.conf.template'), 'utf8');

function headersIn(location: string): Record<string, string> {
  const [, block = ''] = template.split(`location ${location} {`);
  const [own = ''] = block.split(/^ {4}\}$/m, 1);
  const lines = own.matchAll(/^ +add_header (\S+) (?:"([^"]*)"|(\S+?))(?: always)?;$/gm);
  return Object.fromEntries(
    [...lines].map(([, name = '', quoted, plain = '']) => [name.toLowerCase(), quoted ?? plain]),
  );
}

describe('the edge', () => {
  const ofItsOwn = { 'cache-control': expect.any(String), 'strict-transport-security': '$edge_strict_transport' };

  it('sends the same headers with the console as Leadline itself', () => {
    expect(headersIn('/')).toEqual({ ...pageHeaders({}), ...ofItsOwn });
  });

  it.each(['@problem', '@unavailable'])('sends the same headers with a problem as Leadline itself (%s)', (location) => {
    expect(headersIn(location)).toMatchObject({ ...apiHeaders({}), ...ofItsOwn });
  });

  it('asks for TLS as long as Leadline itself', () => {
    const { 'strict-transport-security': value = '' } = pageHeaders({ publicUrl: 'https://leads.example' });
    expect(template).toContain(`~^https:// "${value}";`);
  });
});
