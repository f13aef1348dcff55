import { promisify } from 'node:util';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib';

const COMPRESSED = /\.(?:js|css|html|svg|json|webmanifest)$/;
/** Below this many bytes the headers outweigh what is saved. */
const SMALLEST = 1_024;
/** What a browser may have to load before the first page shows: bytes of gzipped JavaScript. */
const FIRST_LOAD_LIMIT = 300_000;

/**
 * Puts a `.gz` and a `.br` beside each text file of the build, and fails a build whose first load has grown beyond its
 * limit.
 * @returns {import('vite').Plugin}
 */
export function precompress() {
  let directory = '';
  return {
    name: 'leadline:precompress',
    apply: 'build',
    configResolved(config) {
      directory = resolve(config.root, config.build.outDir);
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const first = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
      for (const name of first) {
        const chunk = bundle[name];
        if (chunk?.type === 'chunk') first.push(...chunk.imports.filter((each) => !first.includes(each)));
      }
      // The largest page and the larger language come on top of what every page needs.
      const size = (name) => (bundle[name]?.type === 'chunk' ? gzipSync(bundle[name].code).length : 0);
      const total = first.reduce((sum, name) => sum + size(name), 0);
      this.info(`first load: ${(total / 1000).toFixed(1)} kB of gzipped JavaScript before the page's own`);
      if (total > FIRST_LOAD_LIMIT) this.error(`The first load is ${total} bytes, over ${FIRST_LOAD_LIMIT}.`);
    },
    async closeBundle() {
      const files = await readdir(directory, { recursive: true });
      await Promise.all(files.filter((file) => COMPRESSED.test(file)).map((file) => compress(join(directory, file))));
    },
  };
}

async function compress(file) {
  if ((await stat(file)).size < SMALLEST) return;
  const content = await readFile(file);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  await Promise.all([
    promisify(gzip)(content, { level: 9 }).then((packed) => writeFile(`${file}.gz`, packed)),
    promisify(brotliCompress)(content, quality).then((packed) => writeFile(`${file}.br`, packed)),
  ]);
}
