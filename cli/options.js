// The command line as values. What an option means is for the core to judge.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messages } from '../www/messages.js';
import { read } from './files.js';
import { Problem } from './problem.js';
import { WORDS } from './words.js';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const OPTIONS = {
  help: { ...flag, short: 'h' }, json: flag, csv: flag, output: { ...text, short: 'o' },
  standard: text, year: text, level: text, locale: text, rules: { ...text, multiple: true }, previous: text,
};

export async function settings(args) {
  const { values, positionals: names } = parsed(args);
  const { help = false, json, csv, output, locale = 'zh-CN' } = values;
  const say = messages(locale, WORDS);
  const wrong = (key, about) => { throw new Problem('usage', `${say(key, about)}\n\n${say('cli.usage')}`); };
  if (json && csv) wrong('cli.formats');
  if (!help && names.length === 0) wrong('cli.nothing');
  const options = { locale };
  for (const name of ['standard', 'level']) if (values[name]) options[name] = values[name];
  if (options.standard?.endsWith('.json')) options.standard = standardIn(options.standard, say);
  if (values.year) options.year = /^\d{4}$/.test(values.year) ? Number(values.year) : wrong('cli.year', values);
  if (values.rules) options.rules = Object.fromEntries(values.rules.join().split(',').map((one) => one.match(/^(.+)=(.+)$/)?.slice(1) ?? wrong('cli.rules', { one })));
  if (values.previous) options.previous = await read(values.previous, say).catch(({ message }) => wrong('cli.previous', { file: values.previous, message }));
  return { help, names, say, output, options, format: json ? 'json' : csv ? 'csv' : 'text' };
}

function parsed(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch ({ message }) {
    throw new Problem('usage', messages('zh-CN', WORDS)('cli.unknown', { message }));
  }
}

function standardIn(file, say) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch ({ message }) {
    throw new Problem('usage', say('cli.standard', { file, message }));
  }
}
