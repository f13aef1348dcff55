/** TypeScript and JavaScript in the documents must stand in the code, which tests run: compared without regard to white space. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const listed = (pattern) =>
  execFileSync('git', ['ls-files', pattern], { encoding: 'utf8' }).split('\n').filter(Boolean);
const plain = (text) => text.replaceAll(/\s+/g, '');
const code = [...listed('*.ts'), ...listed('*.tsx'), ...listed('*.mjs')].map((file) =>
  plain(readFileSync(file, 'utf8')),
);

let snippets = 0;
const strange = [];
for (const file of listed('*.md')) {
  for (const [, snippet] of readFileSync(file, 'utf8').matchAll(/```(?:ts|js)\n([\s\S]*?)```/g)) {
    snippets += 1;
    if (!code.some((text) => text.includes(plain(snippet).replace(/;$/, '')))) strange.push(`${file}:\n${snippet}`);
  }
}
console.log(
  strange.length ? `Not in the code:\n${strange.join('\n')}` : `snippets: ${snippets}, all of them in the code`,
);
process.exitCode = strange.length ? 1 : 0;
