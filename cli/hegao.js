#!/usr/bin/env node
// The check from a command line: files in; findings, reports or one table out.
// Exit codes: 0 nothing must be corrected, 1 something must, 2 bad usage or a text that was not checked.
import { appendFileSync, writeFileSync } from 'node:fs';
import { core } from './core.js';
import { collect, read } from './files.js';
import { settings } from './options.js';
import { PRINTERS } from './printers.js';
import { Problem } from './problem.js';

async function main(args) {
  const { help, names, format, output, options, say } = await settings(args);
  if (help) {
    process.stdout.write(say('cli.usage'));
    return 0;
  }
  const files = collect(names, say);
  const ask = await core(say);
  await fits(options, ask);
  const rules = new Map((await ask('rules', options.locale)).map((rule) => [rule.id, rule]));
  const print = PRINTERS[format]({ say, rules, date: new Date(), previous: options.previous });
  const write = output ? into(output, say) : (text) => process.stdout.write(text);

  write(print.head);
  const counts = { n: files.length, clean: 0, wrong: 0, failed: 0 };
  for (const file of files) {
    const result = await checked(file, (text) => ask('check', text, options), say);
    counts[result.problem ? 'failed' : result.report.summary.errors > 0 ? 'wrong' : 'clean'] += 1;
    if (result.problem) console.error(`${file}: ${result.problem.message}`);
    write(print.one(result));
  }
  write(print.foot(counts));
  return counts.failed > 0 ? 2 : counts.wrong > 0 ? 1 : 0;
}

/** Options that cannot be met are told once, not for every file; of a standard of one's own, everything that is wrong. */
async function fits({ standard, ...options }, ask) {
  const wrong = typeof standard === 'object' ? await ask('validateStandard', standard, options.locale) : [];
  if (wrong.length > 0) throw new Problem('usage', wrong.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  await ask('check', '', { standard, ...options });
}

/** A file with its text and its report, or with the problem that there was. */
async function checked(file, check, say) {
  try {
    const text = await read(file, say);
    return { file, text, report: await check(text) };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { file, problem };
  }
}

/** Writes to a file, which is begun anew. */
function into(output, say) {
  try {
    writeFileSync(output, '');
  } catch ({ code }) {
    throw new Problem(code, say('cli.output', { output, code }));
  }
  return (text) => appendFileSync(output, text);
}

process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 2)); // who reads has seen enough
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (problem) {
  if (!(problem instanceof Problem)) throw problem;
  console.error(problem.message);
  process.exitCode = 2;
}
