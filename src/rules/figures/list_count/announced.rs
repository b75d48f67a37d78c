//! The number of items that a text announces: a numeral with a measure word, or a slogan in quotes.

use super::composed;
use super::ways::Ways;
use crate::lex::{han, number, unit};
use crate::span::Run;
use crate::text::{END, Text, ends_sentence, is_han};

/// Longer lists are not counted.
pub const MOST_ITEMS: u32 = 99;

/// A number stands no farther before its list.
const LONGEST_NAME: usize = 14;

/// Measure words of things that are listed by name.
const MEASURES: &[&str] = &[
    "项", "类", "个", "大", "条", "种", "支", "家", "点", "名", "张", "方面", "步", "位", "级", "部", "处", "所", "份",
    "档", "件事",
];

/// Measure words of documents, which are listed by their titles: 规章3件(《…》《…》《…》); other things they count one by one.
const OF_TITLES: &[&str] = &["件", "篇", "本", "则"];

/// Measure words of kinds.
pub const CLASSES: &[&str] = &["类", "种", "大", "方面"];

/// What is counted one by one, so that only the kinds may be listed: 食品、药品、特种设备5家企业.
const SINGLES: &[&str] = &[
    "问题", "隐患", "案件", "线索", "纠纷", "建议", "意见", "企业", "商户", "场所", "门店", "路口", "小区", "村", "户",
    "工地", "项目", "站点",
];

/// A number of items, and where it stands.
pub struct Announced {
    pub count: u32,
    pub run: Run,
    /// The last two glyphs of what is counted: 制度, 到位; none in a slogan with several numbers.
    pub word: Run,
    /// Counts things by a measure word, or is the sum of a slogan's numbers.
    pub composed: bool,
}

impl Announced {
    /// Whether it may count nothing, as no item of its list says what is counted: 一体两翼, 一制三化.
    pub fn is_idle(&self, text: &Text, each: Option<Ways>) -> bool {
        if each.is_some() {
            return false;
        }
        let numerals = text.chars(self.run).filter(|&ch| is_numeral(ch)).count();
        self.composed && numerals == 2 && text.at(self.run.start) == '一'
    }

    /// How many items a list has that each say what is counted.
    pub fn each(&self, text: &Text, list: Run) -> Option<Ways> {
        if self.composed { composed::each(text, list, self) } else { Ways::each(text, list, self.word) }
    }

    /// Whether it is counted by one of some measure words.
    pub fn is_by(&self, text: &Text, measures: &[&'static str]) -> bool {
        let measure = number::read(text, self.run.start).map(|number| text.skip_spaces(number.end));
        measure.is_some_and(|at| text.starts_any(at, measures).is_some())
    }

    /// Whether single things are counted, not kinds of them.
    pub fn is_of_singles(&self, text: &Text) -> bool {
        text.starts_any(self.word.start, SINGLES).is_some() && !self.word.is_empty() && !self.is_by(text, CLASSES)
    }
}

/// The number of items in the words that end at `end`: the last one with a measure word, or a slogan in quotes.
/// Their list begins at `list`.
pub fn announced(text: &Text, end: usize, list: usize) -> Option<Announced> {
    let has_titles = text.at(text.skip_spaces(list)) == '《';
    let from = end.saturating_sub(LONGEST_NAME);
    for index in (from..end).rev() {
        if stops_name(text, index) {
            return None;
        }
        if begins_number(text, index) {
            if let Some(open) = (from..index).rev().find(|&at| matches!(text.at(at), '“' | '”'))
                && text.at(open) == '“'
            {
                if let Some(found) = slogan(text, open + 1) {
                    return Some(found);
                }
                // 三个“进一步”: no number.
                if text.ends(open, index + 2, "进一步") {
                    continue;
                }
            }
            let number = number::read(text, index)?;
            let count = u32::try_from(number.value.to_integer()?).ok()?;
            let of_titles = || measured_by(text, number.end, OF_TITLES).filter(|_| has_titles);
            let measured = measure(text, number.end).or_else(of_titles).filter(|&measured| measured <= end);
            if count == 1 && measured.is_none() {
                continue;
            }
            let noun = measured.filter(|_| (1..=MOST_ITEMS).contains(&count) && !number.and_more)?;
            return Some(Announced {
                count,
                run: Run::new(index, end),
                word: last_word(text, Run::new(noun, end)),
                composed: false,
            });
        }
    }
    None
}

pub fn is_numeral(ch: char) -> bool {
    ch == '两' || han::TO_TEN.contains(&ch)
}

pub fn begins_number(text: &Text, index: usize) -> bool {
    let (ch, before) = (text.at(index), text.before(index));
    (ch.is_ascii_digit() || is_numeral(ch))
        && !(before.is_ascii_digit() || is_numeral(before) || matches!(before, '第' | '.' | '〔' | '等' | '余'))
}

pub fn stops_name(text: &Text, index: usize) -> bool {
    matches!(text.at(index), ',' | '、' | ';' | ':' | '(' | ')' | '\n') || ends_sentence(text.at(index))
}

/// Where the measure word ends that a number is followed by at an index.
pub fn measure(text: &Text, index: usize) -> Option<usize> {
    measured_by(text, index, MEASURES)
}

fn measured_by(text: &Text, index: usize, measures: &[&'static str]) -> Option<usize> {
    let index = text.skip_spaces(index);
    let (_, length) = text.starts_any(index, measures)?;
    let unit = unit::at(text, index);
    // 5个工作日, 3个百分点
    let is_of_things = unit.is_none_or(|unit| unit.family.is_amount());
    is_of_things.then(|| index + unit.map_or(length, |unit| unit.length.max(length)))
}

/// The last two glyphs of a noun, without its quotes.
fn last_word(text: &Text, mut noun: Run) -> Run {
    while !noun.is_empty() && !is_han(text.at(noun.end - 1)) {
        noun.end -= 1;
    }
    let from = noun.start.max(noun.end.saturating_sub(2));
    Run::new((from..noun.end).rev().find(|&at| !is_han(text.at(at))).map_or(from, |at| at + 1), noun.end)
}

/// A numeral of one glyph; 三零 is three times 零.
pub fn digit(ch: char) -> Option<u32> {
    let ch = if matches!(ch, '两' | '双') { '二' } else { ch };
    han::to_ten(ch).and_then(|value| u32::try_from(value).ok())
}

/// `“四有”`, `“四降一升”`: a numeral and a word or two, up to three times; `at` is behind the opening quote.
pub fn slogan(text: &Text, at: usize) -> Option<Announced> {
    const LONGEST_SLOGAN: usize = 12;
    const LONGEST_LEAD: usize = 3;
    let close = (at..at + LONGEST_SLOGAN).find(|&index| matches!(text.at(index), '”' | '\n' | END))?;
    // 四个一批, 三个一: so many of one kind.
    let is_of_kind = |index: usize| text.at(index) == '一' && text.before(index) == '个';
    // 统一, 归一: the end of a word.
    let is_ending = |index: usize| text.at(index) == '一' && index + 1 == close && index > at + 1;
    let is_word = |index: usize| {
        text.starts(index, "一体")
            || text.at(index) == '一' && text.before(index) == '统'
            || is_of_kind(index)
            || is_ending(index)
    };
    let counts =
        |&index: &usize| (is_numeral(text.at(index)) || index == at && text.at(index) == '双') && !is_word(index);
    let numerals: Vec<usize> = (at..close).filter(counts).collect();
    let is_last = numerals.last().is_some_and(|&last| last + 1 == close);
    let is_spelled = text.chars(Run::new(at, close)).all(is_han);
    // Two laws, and not what joins them.
    let is_name = text.starts(at, "两法衔接");
    // 法律六进, 清四乱: what is done stands before it.
    let named_from =
        numerals.first().is_some_and(|&first| first > at + LONGEST_LEAD || first > at && numerals.len() > 1);
    if is_name || text.at(close) != '”' || numerals.is_empty() || named_from || is_last || !is_spelled {
        return None;
    }
    let mut count = 0;
    for &index in &numerals {
        count += digit(text.at(index))?;
    }
    let composed = numerals.len() > 1;
    // 一网通办: a numeral that counts nothing.
    let is_count = count > 1 && (!composed || text.at(at) != '一' || numerals.len() > 1);
    let behind = numerals[0] + 1;
    let noun = Run::new(measure(text, behind).map_or(behind, |noun| noun.min(close)), close);
    let word = last_word(text, if composed { Run::new(close, close) } else { noun });
    (is_count && count <= MOST_ITEMS).then_some(Announced { count, run: Run::new(at, close + 1), word, composed })
}
