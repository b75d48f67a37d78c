// Builds pkg/ with wasm-pack, unless it is already the result of the sources as they are.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asCommand, root, run, say, setUp, Stop } from './setup.mjs';

const SOURCES = ['Cargo.toml', 'Cargo.lock', 'build.rs', 'rust-toolchain.toml', '.cargo', 'src', 'standards', 'scripts/build.mjs'];
const OUTPUTS = ['pkg/hegao.js', 'pkg/hegao.d.ts', 'pkg/hegao_bg.wasm'];
const STAMP = join(root, 'target', 'pkg.stamp');

export async function build() {
  const sources = digest(SOURCES);
  if (built() && read(STAMP) === sources + digest(OUTPUTS)) return say('pkg', 'up to date');
  say('pkg', 'building with wasm-pack (the first time it also gets wasm-bindgen: up to 5 minutes) …');
  await run(['wasm-pack', 'build', '--target', 'web', '--out-dir', 'pkg', '--out-name', 'hegao', '--release']);
  if (!built()) throw new Stop(`pkg: wasm-pack is done, but not all of ${OUTPUTS.join(', ')} are there`);
  mkdirSync(join(root, 'target'), { recursive: true });
  writeFileSync(STAMP, sources + digest(OUTPUTS));
  say('pkg', `built, hegao_bg.wasm has ${Math.ceil(statSync(join(root, OUTPUTS[2])).size / 1000)} kB`);
}

const built = () => OUTPUTS.every((path) => existsSync(join(root, path)));
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

function digest(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) readdirSync(full).sort().forEach((name) => add(`${path}/${name}`));
    else hash.update(`${path}\0${statSync(full).size}\0`).update(readFileSync(full));
  };
  paths.forEach(add);
  return hash.digest('hex');
}

await asCommand(import.meta.url, async () => {
  await setUp();
  await build();
});
