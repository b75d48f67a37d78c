// The three forms of the answer: what comes first, what each file adds, what comes last.
import { csv } from '../www/export/csv.js';
import { findingsText } from '../www/export/text.js';

export const PRINTERS = { text, json, csv: table };

/** For people: the findings of each file, and at the end how many files there were of each kind. */
function text(settings) {
  const { say } = settings;
  return {
    head: '',
    one: ({ file, text: words, report, problem }) => (problem ? '' : `${say('cli.file', { file })}\n${findingsText(report, words, settings)}\n`),
    foot: (counts) => (counts.n === 1 ? '' : `${say('cli.counts', counts)}\n`),
  };
}

/** For programs: a line for each file, with the text as it was read, in which the places of the report are; or the problem. */
function json() {
  return {
    head: '',
    one: ({ file, text: words, report, problem }) => `${JSON.stringify(problem ? { file, error: { code: problem.code, message: problem.message } } : { file, text: words, report })}\n`,
    foot: () => '',
  };
}

/** For a table: a row for each file. */
function table({ say }) {
  const rows = [];
  return {
    head: '',
    one({ file, report, problem }) {
      const cells = { file, problem: problem?.message, ...(report && figures(report, say)) };
      rows.push(COLUMNS.map((name) => cells[name]));
      return '';
    },
    foot: () => csv(COLUMNS.map((name) => say(`table.${name}`)), rows),
  };
}

const COLUMNS = ['file', 'title', 'organ', 'year', 'level', 'signed', 'standard', 'errors', 'warnings', 'infos',
  'required', 'present', 'usual', 'given', 'agrees', 'disagrees', 'unsure', 'problem'];

function figures({ document: { title, organ, year, level, signed }, standard, summary: { errors, warnings, infos, sections, indicators, relations } }, say) {
  return {
    title: title?.replace(/\s+/g, ''), organ, year, level: level && say(`level.${level}`), signed, standard: standard.id, errors, warnings, infos,
    required: sections.required, present: sections.present, usual: indicators.required, given: indicators.given, ...relations,
  };
}
