// Makes dist/hegao.html: the whole page in one file, for a double-click on a computer without a network.
//
// Each module becomes a function; nothing in it is rewritten but its imports and exports. What modules fetch
// (styles, the core) stands in the file as data, where single-runtime.js finds it. The policy of the file lets
// in exactly this script and these styles.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Script } from 'node:vm';
import { build } from './build.mjs';
import { asCommand, root, say, setUp, Stop } from './setup.mjs';

const ENTRIES = { page: 'www/app.js', worker: 'www/worker.js' };
const OUTPUT = 'dist/hegao.html';

const text = (path) => readFileSync(join(root, path), 'utf8').replace(/\r\n/g, '\n');
const base64 = (path) => readFileSync(join(root, path)).toString('base64');
const hash = (words) => `'sha256-${createHash('sha256').update(words).digest('base64')}'`;

/** Writes the file, and answers with its path. */
export function single() {
  const html = page(script());
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, OUTPUT), html);
  say('single', `${OUTPUT} has ${Math.ceil(Buffer.byteLength(html) / 1000)} kB`);
  return join(root, OUTPUT);
}

/** The modules that the entries need, and what runs them. */
function script() {
  const modules = new Map();
  const add = (path) => {
    if (modules.has(path)) return;
    const { code, needs } = asFunction(path);
    modules.set(path, code);
    needs.forEach(add);
  };
  Object.values(ENTRIES).forEach(add);
  const table = [...modules].map(([path, code]) => `${JSON.stringify(path)}: ${code}`).join(',\n');
  const whole = `(() => {\n"use strict";\n${text('scripts/single-runtime.js')}\nstart(${JSON.stringify(ENTRIES)}, {\n${table}\n});\n})();\n`;
  new Script(whole); // a slip in the rewriting is told here, not to the user
  return whole;
}

/** A module as a function of what it imports, which fills `exports`; and the modules that it needs. */
function asFunction(path) {
  const needs = [];
  const near = (specifier) => {
    const address = posix.join(posix.dirname(path), specifier.split('?')[0]);
    needs.push(address);
    return JSON.stringify(address);
  };
  const named = (list, mark) => list.split(',').map((one) => one.trim().split(/\s+as\s+/)).filter(([name]) => name).map(([name, other = name]) => (mark ? [other, name] : `${name}: ${other}`));
  const exported = [];
  const code = text(path)
    .replace(/\/\*\*[^]*?\*\//g, '') // types name modules, too
    .replace(/^import ["']([^"']+)["'];$/gm, (_, from) => `need(${near(from)});`)
    .replace(/^import \{([^}]*)\} from ["']([^"']+)["'];$/gm, (_, list, from) => `const { ${named(list).join(', ')} } = need(${near(from)});`)
    .replace(/^export (default )?((?:async )?function|class|const) (\w+)/gm, (_, only, kind, name) => `${kind} ${exported.push([only ? 'default' : name, name]) && name}`)
    .replace(/^export \{([^}]*)\};$/gm, (_, list) => (exported.push(...named(list, true)), ''))
    .replace(/\bimport\((?:(["'])(\.[^"']+))?/g, (_, quote = '', from = '') => (from && near(from), `load(${quote}${from}`))
    .replace(/\bimport\.meta\.url\b/g, 'url');
  const left = code.match(/^.*(?:^\s*(?:import|export)\b|\bimport[.(]).*$/m);
  if (left) throw new Stop(`single: ${path}: this is not understood: ${left[0].trim()}`);
  return { code: `(need, load, url, exports) => {\n${code}\nObject.assign(exports, { ${exported.map(([name, local]) => `${name}: ${local}`).join(', ')} });\n}`, needs };
}

/** The page with everything in it. */
function page(code) {
  const styles = [];
  const sheet = (path, attributes = '') => {
    const css = inside('style', text(path));
    styles.push(hash(css));
    return `<style data-file="${path}"${attributes}>${css}</style>`;
  };
  let html = text('www/index.html')
    .replace(/<link rel="stylesheet" href="([^"]+)"([^>]*)>/g, (_, href, more) => sheet(`www/${href}`, more))
    .replace(/href="icon\.svg"/, `href="data:image/svg+xml;base64,${base64('www/icon.svg')}"`)
    .replace(/<script type="module" src="app\.js"><\/script>\n/, '');
  const others = readdirSync(join(root, 'www')).filter((name) => name.endsWith('.css') && !html.includes(`data-file="www/${name}"`));
  const data = [
    ...others.map((name) => [`www/${name}`, text(`www/${name}`)]),
    ['pkg/hegao_bg.wasm', base64('pkg/hegao_bg.wasm')],
  ].map(([path, words]) => `<script type="text/plain" data-file="${path}">${inside('script', words)}</script>\n`);
  const [, types] = html.match(/; (trusted-types [^;"]+)/) ?? [];
  const policy = [
    "default-src 'none'", `script-src ${hash(code)} 'wasm-unsafe-eval'`, `style-src ${styles.join(' ')}`, 'worker-src blob:', 'img-src data:',
    "connect-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", `${types} hegao-file`,
  ].join('; ');
  html = html
    .replace(/(http-equiv="Content-Security-Policy" content=")[^"]+/, `$1${policy}`)
    .replace('</body>', () => `${data.join('')}<script>${inside('script', code)}</script>\n</body>`);
  const outside = html.replace(/<(script|style)[^]*?<\/\1>/g, '').match(/(?:src|href)="(?!data:|#|https?:)[^"]*"/);
  if (outside || !types || !html.includes(policy)) throw new Stop(`single: www/index.html is not as expected: ${outside ?? 'no policy'}`);
  return html;
}

/** Words that may stand in an element; its end must not be among them. */
function inside(element, words) {
  if (new RegExp(`</${element}|<!--`, 'i').test(words)) throw new Stop(`single: something holds the end of a <${element}>`);
  return words;
}

await asCommand(import.meta.url, async () => {
  await setUp();
  await build();
  single();
});
