// Serves www/ and pkg/ to this machine, under the content security policy that the page promises to work with.
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { build } from './build.mjs';
import { asCommand, root, setUp, Stop } from './setup.mjs';

const FOLDERS = ['www', 'pkg'];
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; "
    + "trusted-types hegao hegao-html; base-uri 'none'; form-action 'none'; object-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
};

/** Serves on `port` or the next free one; with port 0 on any. `url` ends in a slash. */
export async function serve({ port = 0 } = {}) {
  const server = createServer(answer);
  const free = await listen(server, port, port === 0 ? port : Math.min(port + 50, 65_535));
  return {
    url: `http://127.0.0.1:${free}/`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}

async function listen(server, port, last) {
  try {
    await new Promise((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', () => done(server.off('error', fail))));
    return server.address().port;
  } catch (error) {
    if (error.code !== 'EADDRINUSE' || port >= last) throw new Stop(`cannot listen on port ${port}: ${error.code}`);
    return listen(server, port + 1, last);
  }
}

function answer(request, response) {
  const send = (status, headers = {}, body = '') => response.writeHead(status, { ...HEADERS, ...headers }).end(body);
  if (!['GET', 'HEAD'].includes(request.method)) return send(405, { Allow: 'GET, HEAD' });
  const path = pathOf(request.url);
  if (path === '/') return send(302, { Location: '/www/' });
  const file = path && fileAt(path);
  if (!file) return send(404, { 'Content-Type': TYPES['.txt'] }, 'not found\n');
  if (file.folder) return send(302, { Location: `${request.url.split('?')[0]}/` });
  response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[extname(file.path)] ?? 'application/octet-stream', 'Content-Length': file.size });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(file.path).on('error', () => response.destroy()).pipe(response);
}

function pathOf(url) {
  try {
    return decodeURIComponent(url.split('?')[0]);
  } catch {
    return null;
  }
}

// Nothing but files that really lie in the folders: no `..`, no hidden file, no link that leads out.
function fileAt(path) {
  const [first, ...names] = path.split('/');
  const plain = names.every((name, at) => /^[^.\\\0:][^\\\0:]*$/.test(name) || (name === '' && at === names.length - 1));
  if (first !== '' || !plain || !FOLDERS.includes(names[0])) return null;
  const full = join(root, ...names, path.endsWith('/') ? 'index.html' : '');
  try {
    if (!`${realpathSync(full)}${sep}`.startsWith(join(realpathSync(root), names[0], sep))) return null;
    const stat = statSync(full);
    return { path: full, size: stat.size, folder: stat.isDirectory() };
  } catch {
    return null; // not there, or taken away just now: pkg/ is rewritten by each build
  }
}

await asCommand(import.meta.url, async () => {
  const port = Number(process.argv[2] ?? process.env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Stop('usage: npm start [-- PORT]');
  await setUp();
  await build();
  const { url } = await serve({ port });
  console.log(`\nHegao is at ${url}www/ (Ctrl+C ends it)`);
});
