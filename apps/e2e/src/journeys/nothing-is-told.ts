import { describe, expect, it } from '@jest/globals';
import { PASSWORDS } from '../browser/product.js';
import type { Stage } from '../browser/stage.js';

const ADDRESS = /[\w.+-]+@[\w-]+\.[\w.-]+/;
const ACCESS_TOKEN = /eyJ[\w-]{10,}\.[\w-]{10,}/;
const API_KEY = /llk_\w{8,}/;
/** What the first start says on the terminal, so that somebody can sign in at all. */
const GREETING = /^(\S+ +\| )?\s*e-mail: /;

/** After the journeys of a spec: what may stand in no log, and what no browser may have complained about. */
export function nothingIsTold(stage: Stage): void {
  describe('in all this', () => {
    it('no password, token or mail address stands in any log line, and each request does', () => {
      const printed = stage.product.output?.();
      // Where the product is somebody else's, its log is as well.
      if (printed === undefined) return;
      const lines = printed.split('\n').filter((line) => !GREETING.test(line));
      expect(lines.filter((line) => line.includes('/api/identity/sign-in')).length).toBeGreaterThan(0);
      expect(stage.tokens.size).toBeGreaterThan(2);
      const secrets = [...stage.tokens, ...PASSWORDS, stage.product.administrator.password];
      expect(lines.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
      expect(lines.filter((line) => [ADDRESS, ACCESS_TOKEN, API_KEY].some((each) => each.test(line)))).toEqual([]);
    });

    it('no page had an uncaught error, or was refused something by its content security policy', () => {
      expect(stage.troubles).toEqual([]);
    });
  });
}
