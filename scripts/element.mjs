// Makes dist/element/: what a portal serves for the element, in four files instead of some forty. They have the
// names and places that they have in the project, so the one folder can stand for the other. esbuild puts the
// modules together and leaves out what only readers need.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { measured, NAMES } from '../www/styles.js';
import { build } from './build.mjs';
import { asCommand, root, say, setUp } from './setup.mjs';

const OUTPUT = join(root, 'dist', 'element');
const TARGET = ['chrome97', 'firefox101', 'safari16.4'];
/** What the element and its worker are made of; the core is apart, in pkg/. */
export const MADE = ['www/hegao-checker.js', 'www/worker.js'];
const COPIED = ['www/hegao-checker.d.ts', 'pkg/hegao.d.ts', 'pkg/hegao.js', 'pkg/hegao_bg.wasm'];

/** Writes the folder, and answers with its path. */
export async function element() {
  const esbuild = await import('esbuild'); // here, as set-up may only just have installed it
  const settings = {
    absWorkingDir: root, entryPoints: MADE, outbase: '.', outdir: OUTPUT, bundle: true, minify: true, format: 'esm', charset: 'utf8',
    target: TARGET, external: ['../pkg/*'], logLevel: 'error', metafile: true,
  };
  const { inputs } = (await esbuild.build({ ...settings, write: false })).metafile;
  const own = Object.keys(inputs).filter((path) => path !== 'www/messages.js').map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
  const put = (build, file, contents) => build.onLoad({ filter: new RegExp(`[\\\\/]www[\\\\/]${file}$`) }, async () => ({ contents: await contents() }));
  const inlined = {
    name: 'inlined',
    setup(to) {
      put(to, 'styles.js', () => styles(esbuild));
      put(to, 'messages.js', () => words(own));
      // The words come first: brotli then makes less of the whole.
      put(to, 'hegao-checker.js', () => `import "./messages.js";\n${readFileSync(join(root, MADE[0]), 'utf8')}`);
    },
  };
  await esbuild.build({ ...settings, plugins: [inlined] });
  mkdirSync(join(OUTPUT, 'pkg'), { recursive: true });
  for (const path of COPIED) copyFileSync(join(root, path), join(OUTPUT, path));
  say('element', `dist/element/: the element, its worker and its styles have ${(packed() / 1000).toFixed(1)} kB in brotli`);
  return OUTPUT;
}

/** How large the element is when it is sent. */
export const packed = () => MADE.reduce((sum, path) => sum + brotliCompressSync(readFileSync(join(OUTPUT, path))).length, 0);

/** The style sheets, in the module: one request less for each, and none that could fail. */
async function styles(esbuild) {
  const sheets = await Promise.all(NAMES.map(async (name) => {
    const css = readFileSync(join(root, 'www', `${name}.css`), 'utf8');
    return (await esbuild.transform(css, { loader: 'css', minify: true, target: TARGET, charset: 'utf8' })).code;
  }));
  return `const measured = ${measured};
    const sheets = new CSSStyleSheet().replace(measured(${JSON.stringify(sheets.join(''))})).then((sheet) => [sheet]);
    export const styles = () => sheets;`;
}

/**
 * The message table without what only other pages say, and column by column: of words in one language after the
 * other, and then in the other, brotli makes less.
 */
async function words(own) {
  const markup = readFileSync(join(root, 'www/index.html'), 'utf8');
  const asked = new Set([...own.matchAll(/["'`]([\w.-]+)["'`]/g)].map(([, key]) => key)
    .filter((key) => !markup.includes(`data-say="${key}"`) || own.includes(`say("${key}"`)));
  const groups = [...own.matchAll(/`([\w-]+\.)\$\{/g)].map(([, group]) => group);
  const source = readFileSync(join(root, 'www/messages.js'), 'utf8');
  const [whole] = source.match(/^const TABLE = \{$[^]*?^\};$/m);
  const { TABLE } = await import(`data:text/javascript,${encodeURIComponent(`export ${whole}`)}`);
  const kept = Object.keys(TABLE).filter((key) => asked.has(key) || groups.some((group) => key.startsWith(group)));
  const columns = [kept, ...[0, 1].map((column) => kept.map((key) => TABLE[key][column]))].map((list) => JSON.stringify(list.join('\n')));
  return source.replace(whole, () => `const [KEYS, ...COLUMNS] = [${columns}].map((words) => words.split("\\n"));
    const TABLE = Object.fromEntries(KEYS.map((key, at) => [key, COLUMNS.map((words) => words[at])]));`);
}

await asCommand(import.meta.url, async () => {
  await setUp();
  await build();
  await element();
});
