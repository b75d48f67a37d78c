// Which files are meant, and what is in them.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { FileFault } from '../www/files/fault.js';
import { open } from '../www/files/open.js';
import { Problem } from './problem.js';

/** What is looked for in a folder. */
const READABLE = ['.txt', '.docx'];

/** The files that are meant; of a folder all that can be read, in the order of their names. `-` is standard input. */
export function collect(names, say) {
  const files = names.flatMap((name) => {
    if (name === '-' || !statSync(name, { throwIfNoEntry: false })?.isDirectory()) return [name];
    const inside = readdirSync(name, { recursive: true }).sort().map((path) => join(name, path));
    return inside.filter((path) => READABLE.includes(extname(path).toLowerCase()) && !/^(\.|~\$)/.test(basename(path)) && statSync(path).isFile());
  });
  if (files.length === 0) throw new Problem('usage', say('cli.empty', { types: READABLE.join(' ') }));
  return files;
}

/** The text of a file, as the page reads it. */
export async function read(name, say) {
  const bytes = await bytesOf(name, say);
  try {
    return (await open(new File([bytes], basename(name)))).text;
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault;
    throw new Problem(fault.code, say(`file.${fault.code}`, fault.values));
  }
}

async function bytesOf(name, say) {
  try {
    return name === '-' ? await input() : readFileSync(name);
  } catch ({ code }) {
    throw new Problem(code, say(code === 'ENOENT' ? 'cli.missing' : 'cli.unreadable', { code }));
  }
}

async function input() {
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}
