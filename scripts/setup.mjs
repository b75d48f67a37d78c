// What the project needs on a machine: found or installed, and said in one line each.
//
// Assumes git, rustup and Node. Everything here may be called any number of times: what is there is only
// looked at. Tools end up where their own installers put them; nothing is written outside of that, of
// node_modules/ and of target/.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const WASM_PACK = '0.15.1';
const TARGET = 'wasm32-unknown-unknown';
const HEARTBEAT = 10; // seconds
const windows = process.platform === 'win32';

// First ours (wasm-opt), then cargo's, which a shell opened before rustup's installation does not know.
process.env.PATH = [
  join(root, 'node_modules', '.bin'),
  process.env.PATH,
  join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'bin'),
].join(delimiter);

/** A failure that is explained by its message alone: no stack is shown. */
export class Stop extends Error {}

/** All set-up: what `npm start` needs, and with `tests` also what `npm test` needs. */
export async function setUp({ tests = false } = {}) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Stop(`node: found ${process.versions.node}, but 20 or later is needed`);
  await npmPackages();
  await linker();
  await rust(tests ? ['rustfmt', 'clippy'] : []);
  await wasmPack();
  if (tests) process.env.CHROME_PATH = await chromium();
}

async function npmPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && mtime(installed) >= mtime(join(root, 'package-lock.json'))) {
    return say('npm packages', 'found');
  }
  say('npm packages', 'installing …');
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  await run([...npm, 'ci', '--no-audit', '--no-fund'], { fix: 'Is the npm registry reachable?' });
}

async function linker() {
  if (windows || probe('cc', '--version')) return;
  if (!aptGet()) throw new Stop('C compiler: not found; rustc links with it. Install gcc or clang so that `cc` is on PATH');
  say('C compiler', 'installing with apt-get …');
  await apt('gcc', 'libc6-dev');
}

async function rust(components) {
  if (!probe('rustup', '--version')) throw new Stop('rustup: not found. Install it from rustup.rs, then run this again');
  if (!probe('cargo', '--version')) {
    say('rust', 'installing the toolchain that rust-toolchain.toml names …');
    await run(['rustup', 'toolchain', 'install']);
  }
  const tools = { rustfmt: 'fmt', clippy: 'clippy' };
  for (const name of components.filter((name) => !probe('cargo', tools[name], '--version'))) {
    say(name, 'installing with rustup …');
    await run(['rustup', 'component', 'add', name]);
  }
  if (probeAll('rustup', 'target', 'list', '--installed')?.split(/\s+/).includes(TARGET)) {
    return say('rust', `found ${probe('cargo', '--version').split(' ')[1]} with ${TARGET}`);
  }
  say(TARGET, 'installing with rustup …');
  await run(['rustup', 'target', 'add', TARGET]);
}

async function wasmPack() {
  const version = probe('wasm-pack', '--version');
  if (version) return say('wasm-pack', `found ${version.split(' ')[1]}`);
  say('wasm-pack', `installing ${WASM_PACK} with cargo (about 2 minutes) …`);
  await run(['cargo', 'install', 'wasm-pack', '--version', WASM_PACK, '--locked'], { fix: 'Is crates.io reachable?' });
}

/** Path of a Chromium that runs; installs one when there is none. */
export async function chromium() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!chromiumVersion(named)) throw new Stop('chromium: CHROME_PATH is set, but what it names does not run');
    return foundChromium(named, ' (CHROME_PATH)');
  }
  const path = await findChromium();
  if (path) return foundChromium(path);

  say('chromium', 'downloading with playwright-core …');
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  const install = [process.execPath, cli, 'install', '--no-shell', '--no-progress', 'chromium'];
  const downloaded = await run(install, { limit: 600, optional: true, env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' } });
  if (!downloaded) say('chromium', 'that download does not work here');

  if (!(await findChromium()) && aptGet()) {
    say('chromium', 'installing with apt-get …');
    await apt('chromium', 'fonts-noto-cjk');
  }
  const fresh = await findChromium();
  if (!fresh) {
    throw new Stop('chromium: none found, and none could be installed. '
      + 'Install Chromium, Chrome or Edge (Debian: apt-get install chromium), or set CHROME_PATH to one, then run this again');
  }
  return foundChromium(fresh);
}

/** Path of an installed Chromium that runs, or undefined. Installs nothing. */
export async function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const onPath = process.env.PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((app) =>
    ['/', homedir()].map((base) => join(base, 'Applications', `${app}.app`, 'Contents', 'MacOS', app)));
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean)
    .flatMap((base) => ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].map((app) =>
      join(base, app, 'Application', app.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe')));
  const places = windows ? programs : process.platform === 'darwin' ? [...apps, ...onPath] : onPath;
  const playwright = await import('playwright-core').catch(() => null);
  const own = playwright && (playwright.default ?? playwright).chromium.executablePath();
  return [...new Set([...places, own])].find((path) => path && existsSync(path) && chromiumVersion(path));
}

// A file of that name need not be a browser that starts: Ubuntu has a script that only asks for a snap, and a
// download may lack libraries. Windows opens a window for --version, so there the file must do.
function chromiumVersion(path) {
  return windows ? existsSync(path) && 'a browser' : probe(path, '--version');
}

function foundChromium(path, how = '') {
  say('chromium', `found ${chromiumVersion(path).match(/^.*?\d[\d.]*/)?.[0] ?? 'one'}${how}`);
  return path;
}

const aptGet = () => process.getuid?.() === 0 && probe('apt-get', '--version');

async function apt(...packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if (await run(['apt-get', 'update', '-q'], { env, optional: true })) {
    await run(['apt-get', 'install', '-q', '-y', '--no-install-recommends', ...packages], { env, optional: true });
  }
}

/**
 * Runs a long command in the root. Its output is kept back: a line every few seconds shows that it goes on, and
 * the end of the output is shown when it fails. Answers whether it succeeded; a failure that is not `optional` throws.
 */
export async function run([command, ...args], { env = {}, limit, optional = false, fix = '' } = {}) {
  const child = spawn(command, args, {
    cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], shell: windows, detached: !!limit && !windows,
  });
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => { output = (output + text).slice(-20_000); });
  }
  const end = () => { try { windows ? child.kill() : process.kill(-child.pid); } catch { /* it is gone */ } };
  const clock = setInterval(() => {
    console.log(`  … ${seconds()} s  ${lines(output).at(-1)?.slice(0, 100) ?? ''}`);
    if (limit && seconds() >= limit) end();
  }, HEARTBEAT * 1000);
  if (limit) process.once('exit', end);
  const status = await new Promise((done) => child.on('close', done).on('error', (error) => { output += error.message; }));
  process.off('exit', end);
  clearInterval(clock);
  if (status === 0 || optional) return status === 0;
  throw new Stop([...lines(output).slice(-40), `failed: ${command} ${args[0] ?? ''}. ${fix}`].join('\n'));
}

// Whole lines, without colours and without the addresses that package managers name when they fail.
function lines(output) {
  const plain = output.replace(/\u001b\[[\d;]*[A-Za-z]/g, '').replace(/[a-z+]*:\/\/[^\s"'`)>]+/g, '(address)');
  return plain.split(/[\r\n]+/).filter((line) => line.trim());
}

/** First line that a quick command prints, or undefined when it is missing or fails. */
export const probe = (...command) => probeAll(...command)?.split('\n')[0];

function probeAll(command, ...args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8', timeout: 30_000, stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout.trim() || ' ' : undefined;
}

export function say(what, how) {
  console.log(`${what}: ${how}`);
}

const mtime = (path) => statSync(path).mtimeMs;

/** Runs `main` when `module` is the script that node was started with, and ends with a plain message when it stops. */
export async function asCommand(module, main) {
  if (!process.argv[1] || module !== pathToFileURL(realpathSync(process.argv[1])).href) return;
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exitCode = 1;
  }
}

await asCommand(import.meta.url, () => setUp({ tests: true }));
