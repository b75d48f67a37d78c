// The server of `npm start`: two folders, this machine only, under the policy that the page promises.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';

/** Asks for a path as it is written: fetch() would tidy `..` away. */
const get = (url, path, method = 'GET') => new Promise((done, fail) => {
  const { port } = new URL(url);
  request({ port, host: '127.0.0.1', path, method }, (response) => {
    let size = 0;
    response.on('data', (chunk) => { size += chunk.length; }).on('end', () => done({ status: response.statusCode, headers: response.headers, size }));
  }).on('error', fail).end();
});

test('serve', async (t) => {
  const server = await serve();
  t.after(() => server.close());

  await t.test('starts at the page', async () => {
    const { status, headers } = await get(server.url, '/');
    assert.deepEqual([status, headers.location], [302, '/www/']);
    assert.equal((await get(server.url, '/www')).headers.location, '/www/');
  });

  await t.test('sends types and headers', async () => {
    const types = { '/www/': 'text/html; charset=utf-8', '/pkg/hegao.js': 'text/javascript; charset=utf-8', '/pkg/hegao_bg.wasm': 'application/wasm' };
    for (const [path, type] of Object.entries(types)) {
      const { status, headers, size } = await get(server.url, path);
      assert.deepEqual([status, headers['content-type'], Number(headers['content-length'])], [200, type, size], path);
      assert.equal(headers['content-security-policy'],
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; "
        + "trusted-types hegao hegao-html; base-uri 'none'; form-action 'none'; object-src 'none'");
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['cache-control'], 'no-cache');
    }
    assert.deepEqual(await get(server.url, '/www/', 'HEAD').then(({ status, size }) => [status, size]), [200, 0]);
    assert.equal((await get(server.url, '/www/', 'POST')).status, 405);
  });

  await t.test('gives out nothing else', async () => {
    for (const path of ['/package.json', '/www/../package.json', '/www/%2e%2e/package.json', '/www/..%2fpackage.json', '/www/..\\package.json',
      '//www/', '/www//', '/www/%00', '/www/%zz', '/pkg/', '/pkg/.gitignore', '/scripts/serve.mjs', '/src/lib.rs', 'http://elsewhere/www/']) {
      assert.equal((await get(server.url, path)).status, 404, path);
    }
  });

  await t.test('takes the next port when one is taken', async () => {
    const port = Number(new URL(server.url).port);
    const second = await serve({ port });
    assert.ok(Number(new URL(second.url).port) > port);
    await second.close();
  });
});
