// Which files are meant, and what is in them.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { Problem } from './problem.js';

/** What is looked for in a folder. */
const READABLE = ['.txt'];

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

/** The text of a file. */
export async function read(name, say) {
  let bytes;
  try {
    bytes = name === '-' ? await input() : readFileSync(name);
  } catch ({ code }) {
    throw new Problem(code, say(code === 'ENOENT' ? 'cli.missing' : 'cli.unreadable', { code }));
  }
  const text = decoded(bytes);
  if (text === null) throw new Problem('encoding', say('cli.encoding'));
  return text;
}

async function input() {
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}

function decoded(bytes) {
  const marks = { fffe: 'utf-16le', feff: 'utf-16be' };
  for (const encoding of [marks[bytes.toString('hex', 0, 2)] ?? 'utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  }
  return null;
}
