// Every test there is, in one run: a failing step does not keep the later ones from telling.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { asCommand, root, setUp, Stop } from './setup.mjs';

// Two files at a time: what CI has cores for. A file that hangs ends after ten minutes.
const node = (folder) => ['node', '--test', '--test-reporter=spec', '--test-concurrency=2', '--test-timeout=600000', ...testsIn(folder)];
const steps = () => [
  { name: 'format', command: ['cargo', 'fmt', '--check'] },
  { name: 'clippy (native)', command: ['cargo', 'clippy', '--all-targets', '--', '-D', 'warnings'] },
  { name: 'clippy (wasm)', command: ['cargo', 'clippy', '--lib', '--target', 'wasm32-unknown-unknown', '--', '-D', 'warnings'] },
  { name: 'cargo test', command: ['cargo', 'test', '--no-fail-fast'], counts: true },
  { name: 'cargo doc', command: ['cargo', 'doc', '--no-deps'], env: { RUSTDOCFLAGS: '-D warnings' } },
  { name: 'boundary', command: node('tests/boundary'), counts: true },
  { name: 'page', command: node('tests/page'), counts: true },
];

function testsIn(folder) {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  return names.filter((name) => name.endsWith('.test.js')).sort().map((name) => join(folder, name));
}

async function main() {
  console.log('== set-up');
  await setUp({ tests: true });
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failed = [];
  const add = (name, result) => {
    for (const key of Object.keys(total)) total[key] += result[key];
    if (result.failed) failed.push(name);
  };

  console.log('\n== build');
  add('build', await attempt(build));
  for (const { name, command, env, counts } of steps()) {
    console.log(`\n== ${name}: ${command.slice(0, 4).join(' ')}${command.length > 4 ? ' …' : ''}`);
    const { status, output } = await show(command, env);
    const result = counts ? countsIn(output) : { passed: status === 0 ? 1 : 0, failed: 0, skipped: 0 };
    // A step that did not get as far as counting (it does not compile, it has no tests) is one failure.
    const silent = result.passed + result.failed === 0;
    if ((status !== 0 && result.failed === 0) || silent) result.failed += 1;
    add(name, result);
  }

  console.log(failed.length ? `\nfailed: ${failed.join(', ')}` : '\nall steps passed');
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
  process.exitCode = failed.length ? 1 : 0;
}

async function attempt(action) {
  try {
    await action();
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    console.log(error instanceof Stop ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Runs a step, shows what it prints as it comes, and answers with it. */
async function show([command, ...args], env = {}) {
  const colour = process.stdout.isTTY ? { CARGO_TERM_COLOR: 'always', FORCE_COLOR: '1' } : {};
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...colour, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => { output += text; process.stdout.write(text); });
  }
  const status = await new Promise((done) => child.on('close', done).on('error', (error) => console.log(error.message)));
  return { status, output: output.replace(/\u001b\[[\d;]*m/g, '') };
}

/** Adds up the closing lines of cargo test (one per binary) and of node's test runner. */
function countsIn(output) {
  const sum = (pattern) => [...output.matchAll(pattern)].reduce((all, match) => all + Number(match[1]), 0);
  return {
    passed: sum(/^test result: .*?(\d+) passed/gm) + sum(/^ℹ pass (\d+)/gm),
    failed: sum(/^test result: .*?(\d+) failed/gm) + sum(/^ℹ (?:fail|cancelled) (\d+)/gm),
    skipped: sum(/^test result: .*?(\d+) ignored/gm) + sum(/^ℹ (?:skipped|todo) (\d+)/gm),
  };
}

await asCommand(import.meta.url, main);
