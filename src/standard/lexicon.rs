//! Terms that have their time (`standards/terms/`), and where a text has them.
//!
//! A term counts where it is used as current: not in a quoted title, not as the issuer of a document, and not in a
//! sentence about the past.

use super::terms::{Terms, Use};
use super::words::{WordFile, WordsFile};
use crate::lex::date;
use crate::span::Run;
use crate::text::{Text, ends_sentence};

/// All terms, ready for a scan.
#[derive(Debug)]
pub struct Lexicon {
    /// The terms.
    pub list: Vec<WordFile>,
    terms: Terms,
}

/// A term in a text.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Index of the term.
    pub term: usize,
    /// Its place.
    pub run: Run,
}

/// The sentence before a term and the clause behind it are looked at no farther than this.
const REACH: usize = 40;

/// Words about the past.
const PAST: &[&str] = &[
    "更名",
    "并入",
    "划转",
    "撤销",
    "整合",
    "改为",
    "改组",
    "机构改革",
    "修订前",
    "修改前",
    "改革前",
    "以前",
    "时任",
    "废止",
    "前身",
    "曾",
    "历史",
    "失效",
];

impl Lexicon {
    /// The built-in terms.
    #[must_use]
    pub fn built_in() -> Self {
        let files: Vec<WordsFile> = super::embedded::list(include_bytes!(concat!(env!("OUT_DIR"), "/terms.bin")));
        let slip = |(word, right)| WordFile { words: vec![word], right, ..WordFile::default() };
        let terms = |file: WordsFile| file.terms.into_iter().chain(file.slips.into_iter().map(slip));
        let list: Vec<WordFile> = files.into_iter().flat_map(terms).collect();
        let mut words = Vec::new();
        for (index, term) in list.iter().enumerate() {
            words.extend(term.words.iter().map(|word| (&**word, Use::Word(index))));
        }
        Self { terms: Terms::of(&words), list }
    }

    /// Every term of a text, the longest where several begin at one place; 十九届二中、三中 is two of them.
    #[must_use]
    pub fn find(&self, text: &Text) -> Vec<Word> {
        let mut found: Vec<Word> = Vec::new();
        for hit in self.terms.find(text) {
            for usage in self.terms.uses(hit.term) {
                let Use::Word(term) = usage else { continue };
                // Of 法制办 and 法制办公室, which begin at one place, the longer comes second.
                found.pop_if(|word| word.term == term && word.run.start == hit.run.start);
                found.push(Word { term, run: Run::new(hit.run.start, closed(text, hit.run)) });
                self.next_plenums(text, hit.run, &mut found);
            }
        }
        found
    }

    /// Behind 十九届二中 the plenums that share its congress: 、三中、四中.
    fn next_plenums(&self, text: &Text, first: Run, found: &mut Vec<Word>) {
        let Some(congress) = text.find(first, "届").filter(|_| text.before(first.end) == '中') else { return };
        let congress = text.string(Run::new(first.start, congress + 1));
        let mut end = first.end;
        while let Some((_, length)) = text.starts_any(end, &["、", "和", "及", "以及"])
            && text.at(end + length + 1) == '中'
        {
            let run = Run::new(end + length, end + length + 2);
            let name = format!("{congress}{}", text.string(run));
            let Some(term) = self.list.iter().position(|term| term.words.contains(&name)) else { break };
            found.push(Word { term, run });
            end = run.end;
        }
    }
}

/// Where a word ends whose bracket goes on: 实施纲要(2021 of 实施纲要(2021—2025年).
fn closed(text: &Text, run: Run) -> usize {
    const LONGEST: usize = 16;
    let goes_on = text.find(run, "(").is_some();
    let closing = (run.end..run.end + LONGEST).find(|&at| goes_on && text.at(at) == ')');
    closing.map_or(run.end, |at| at + 1)
}

/// Whether a word is used as current.
#[must_use]
pub fn is_current(text: &Text, word: Word, term: &WordFile) -> bool {
    let run = word.run;
    let is_title = text.at(run.start) == '《' || text.find(run, "(").is_some();
    let next = text.at(run.end);
    let goes_on = match text.before(run.end) {
        '局' => matches!(next, '部' | '势' | '面' | '限' | '域'),
        '办' => matches!(next, '法' | '理' | '案' | '事' | '学' | '证' | '结' | '公'),
        _ => false,
    };
    // 依法制定 is no 法制.
    let is_part = text.at(run.start) == '法' && matches!(text.before(run.start), '执' | '依' | '立' | '司' | '守');
    if goes_on || is_part || !is_title && is_quoted(text, run) || is_issuer(text, run) {
        return false;
    }
    let from = run.start.saturating_sub(REACH);
    let ends = |ch: char| ends_sentence(ch) || ch == '\n';
    let start = (from..run.start).rev().find(|&at| ends(text.at(at))).map_or(from, |at| at + 1);
    let to = text.len().min(run.end + REACH);
    let stop = (run.end..to).find(|&at| ends(text.at(at)) || matches!(text.at(at), ',' | ';')).unwrap_or(to);
    let around = Run::new(start, stop);
    let is_history =
        text.has_any(around, PAST) || text.find(Run::new(run.start.saturating_sub(4), run.start), "原").is_some();
    let is_dated = |limit| date::years(text, Run::new(start, run.start)).iter().any(|(year, _)| *year < limit);
    // 贯彻十九大精神,…二十大精神: in the whole sentence.
    let end = (run.end..to).find(|&at| ends(text.at(at))).unwrap_or(to);
    let sentence = Run::new(start, end);
    let unless = term.unless.iter().any(|word| text.find(sentence, word).is_some());
    !is_history && !unless && !term.old.is_some_and(is_dated)
}

/// Whether a place lies in a title 《》.
fn is_quoted(text: &Text, run: Run) -> bool {
    let from = run.start.saturating_sub(REACH);
    let mark = (from..run.start).rev().find(|&at| matches!(text.at(at), '《' | '》' | '\n'));
    mark.is_some_and(|at| text.at(at) == '《')
}

/// Whether it issued what is spoken of: 县法制办关于……的通知.
fn is_issuer(text: &Text, run: Run) -> bool {
    let behind = Run::new(run.end, (run.end + 5).min(text.len()));
    text.has_any(behind, &["关于", "印发", "转发", "〔", "["])
}
