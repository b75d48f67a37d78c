// Measures the built package and prints a table. It asserts nothing: times on a shared machine only compare
// within one run, so they are given as multiples of a floor of the same run.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { typing } from './bench-page.mjs';
import { build } from './build.mjs';
import { element, packed } from './element.mjs';
import { asCommand, root, setUp } from './setup.mjs';

const SAMPLE = join(root, '..', 'shared', 'reports', 'lianjiang-2020.txt');
const MOST = 10_000_000; // bytes
const PATIENCE = 1_500; // milliseconds for one check; growth is not followed further
const encoder = new TextEncoder();
const bytes = (text) => encoder.encode(text).length;
const now = () => performance.now();

/** Stands in where no real report is at hand: as long, and as dense with figures. */
function generated(parts = 120) {
  const part = (at) => `（${'一二三四五六七八九'[at % 9]}）规范工作第${at + 1}组\n全县共办理各类案件${at * 7 + 30}件，其中简易程序${at * 4 + 10}件，`
    + `普通程序${at * 3 + 20}件，办结率${90 + (at % 10)}.5%。各单位组织培训${at + 2}期，参训${at * 11 + 40}人次，较上年增长${at % 30}.2%。`
    + '同时坚持问题导向，健全工作机制，压实工作责任，推动各项任务落到实处，群众的满意程度持续提高。\n';
  return `某县2024年法治政府建设年度报告\n一、主要举措和成效\n${Array.from({ length: parts }, (_, at) => part(at)).join('')}`;
}

/** The same text as a report of the year before; for times, whatever it says. */
const lastYear = (text) => `2023年法治政府建设年度报告\n${text}`;

const upTo = (text, size) => {
  const whole = text.repeat(Math.ceil(size / bytes(text)));
  return new TextDecoder().decode(encoder.encode(whole).subarray(0, size - (size % 3))).replace(/\uFFFD+$/, '');
};

/** Median over at least `least` runs and about `budget` milliseconds. */
function median(action, { least = 3, budget = 400 } = {}) {
  const times = [];
  for (const end = now() + budget; times.length < least || (now() < end && times.length < 2_000);) {
    const start = now();
    action();
    times.push(now() - start);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

/** Times from 50 kB upwards in steps of four, and the slope of log time over log size between the ends. */
function growth(check, text) {
  const points = [];
  for (let size = 50_000; ; size = Math.min(size * 4, MOST)) {
    const part = upTo(text, size);
    points.push({ size, time: median(() => check(part), { budget: 100 }) });
    if (size === MOST || points.at(-1).time > PATIENCE) break;
  }
  const [first, last] = [points[0], points.at(-1)];
  return { first, last, exponent: Math.log(last.time / first.time) / Math.log(last.size / first.size) };
}

function print(rows) {
  const width = (text) => [...text].reduce((sum, one) => sum + (one.codePointAt(0) > 0x2e80 ? 2 : 1), 0);
  const most = Math.max(...rows.map(([name]) => width(name)));
  for (const [name, value] of rows) console.log(`${name}${' '.repeat(most - width(name))}   ${value}`);
}

async function main() {
  await setUp();
  await build();
  const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
  const kb = (value) => `${(value / 1000).toFixed(1)} kB`;

  console.log('\nsize');
  const rows = ['hegao_bg.wasm', 'hegao.js'].map((name) => {
    const content = readFileSync(join(root, 'pkg', name));
    return [`  ${name}`, `${kb(content.length).padStart(9)} raw ${kb(brotliCompressSync(content).length).padStart(9)} brotli`];
  });
  await element();
  print([...rows, ['  element, worker, styles', `${'in dist/element/'.padStart(13)} ${kb(packed()).padStart(9)} brotli`]]);

  const text = existsSync(SAMPLE) ? readFileSync(SAMPLE, 'utf8') : generated();
  console.log(`\ntime on ${existsSync(SAMPLE) ? 'lianjiang-2020' : 'a generated report'}, ${kb(bytes(text))} of UTF-8`);
  const api = await import(pathToFileURL(join(root, 'pkg', 'hegao.js')));
  const wasm = api.initSync({ module: readFileSync(join(root, 'pkg', 'hegao_bg.wasm')) });
  const start = now();
  api.check(text);
  const cold = now() - start;
  const checker = new api.Checker();
  const warm = median(() => checker.check(text), { least: 20, budget: 3_000 });
  const buffer = new Uint8Array(bytes(text) + 16);
  const floor = median(() => encoder.encodeInto(text, buffer), { least: 200, budget: 500 });
  const oneShot = median(() => api.check(text), { least: 20, budget: 1_500 });
  const last = lastYear(text);
  const made = median(() => new api.Checker({ previous: last }).free(), { least: 10, budget: 1_000 });
  const beside = new api.Checker({ previous: last, year: 2024 });
  const compared = median(() => beside.check(text), { least: 20, budget: 1_500 });
  beside.free();
  print([
    ['  first check after instantiation', ms(cold)],
    ['  encodeInto of the same text', `${(floor * 1000).toFixed(0)} µs`],
    ['  Checker.check, warm, median', `${ms(warm)} = ${(warm / floor).toFixed(1)} × encodeInto`],
    ['  check, warm, median', `${ms(oneShot)} = ${(oneShot / floor).toFixed(1)} × encodeInto`],
    ['  a Checker with last year\'s report', `${ms(made)} to make, ${ms(compared)} a check`],
  ]);

  const resting = wasm.memory.buffer.byteLength;
  checker.check(upTo(text, 1_000_000));
  console.log('\nmemory of the wasm instance');
  print([
    ['  after the checks above', kb(resting)],
    ['  after a text of 1 MB', kb(wasm.memory.buffer.byteLength)],
  ]);

  console.log('\ngrowth exponent, 50 kB to 10 MB');
  const flat = text.replace(/\s+/g, '');
  const kinds = { 'repeated report': text, 'one line': flat, 'digits only': '7', 'brackets only': '（', 'newlines only': '\n' };
  for (const [name, unit] of Object.entries(kinds)) {
    const { exponent, first, last } = growth((all) => checker.check(all), unit.length < 2 ? unit.repeat(1_000) : unit);
    const short = last.size < MOST ? `   stopped at ${kb(last.size)}` : '';
    print([[`  ${name.padEnd(16)}`, `${exponent.toFixed(3)}   ${ms(first.time).padStart(9)} → ${ms(last.time).padStart(9)}${short}`]]);
  }
  const both = (all) => {
    const two = new api.Checker({ previous: lastYear(all), year: 2024 });
    two.check(all);
    two.free();
  };
  const { exponent, first, last: end } = growth(both, text);
  print([['  with last year\'s ', `${exponent.toFixed(3)}   ${ms(first.time).padStart(9)} → ${ms(end.time).padStart(9)}   up to ${kb(end.size)}, both read anew`]]);
  checker.free();

  const draft = generated(500).slice(0, 50_000);
  const page = await typing(draft);
  console.log(`\ntyping in a draft of ${draft.length} characters`);
  print(page ?? [['  not measured', 'no Chromium was found']]);
}

await asCommand(import.meta.url, main);
