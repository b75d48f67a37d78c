//! Levels of administration, and how many they are: `省市县三级`, `县、乡、村三级`.

use super::announced::is_numeral;
use super::before::list_start;
use super::forms::{Claim, List};
use super::ways::Ways;
use crate::span::Run;
use crate::text::Text;

/// A level that is said in one glyph.
const LEVELS: &str = "省州盟市县区旗乡镇街村组";

/// Two glyphs that may be one level or two.
const PAIRS: &[&str] = &["乡镇", "镇街", "街镇", "乡街", "区县", "县区", "市县", "县市", "市区", "旗县", "村组"];

/// A level that is said in two glyphs.
const LONG: &[&str] = &[
    "国家", "中央", "街道", "社区", "村居", "村社", "苏木", "嘎查", "省级", "市级", "县级", "区级", "镇级", "乡级",
    "村级",
];

/// The levels right before a number.
pub fn behind(text: &Text, index: usize, end: usize, count: u32) -> Option<List> {
    if text.at(end) != '级' {
        return None;
    }
    let (written, ways) = together(text, index).or_else(|| apart(text, index))?;
    let announced = Run::new(index, end + 1);
    Some(List { count, announced, run: written.to(announced), ways, open: false, claim: Claim::NEAR })
}

/// Whether a number of levels ends at an index: 三级, 两级.
pub fn ends_levels(text: &Text, at: usize) -> bool {
    let is_level = |at: usize| LEVELS.contains(text.before(at)) || text.before(at) == '道';
    text.at(at) == '级' && at > 1 && is_numeral(text.before(at)) && is_level(at - 1)
}

/// `省市县三级`, `镇村两级`: a glyph each.
fn together(text: &Text, index: usize) -> Option<(Run, Ways)> {
    let quoted = usize::from(text.before(index) == '”');
    let last = index - quoted;
    let start = (0..last).rev().take_while(|&at| LEVELS.contains(text.at(at))).last()?;
    let written = Run::new(start, last);
    let is_list = matches!(text.before(start), '、' | '和' | '及' | '与' | '全' | '各' | '我' | '本');
    if is_list || !(2..=5).contains(&written.len()) || quoted > 0 && text.before(start) != '“' {
        return None;
    }
    let pairs = (start..last).filter(|&at| text.starts_any(at, PAIRS).is_some()).count();
    let [all, twice] = [written.len(), pairs.min(written.len() / 2)].map(|it| u32::try_from(it).unwrap_or(0));
    Some((written, Ways::between((all - twice).max(1), all)))
}

/// `县、乡、村三级`, `市、县(区)、乡镇三级`: each behind its 、; words may lead to the first.
fn apart(text: &Text, index: usize) -> Option<(Run, Ways)> {
    let list = Run::new(list_start(text, index)?, index);
    let items: Vec<Run> = outside_brackets(text, list);
    let is_level = |item: &Run| {
        let item = without_bracket(text, *item);
        let is_short = item.len() == 1 && LEVELS.contains(text.at(item.start));
        let is_long = item.len() == 2 && [LONG, PAIRS].iter().any(|words| text.starts_any(item.start, words).is_some());
        is_short || is_long
    };
    let (first, others) = items.split_first()?;
    let first = without_bracket(text, *first);
    let end = |length: usize| Run::new(first.end.saturating_sub(length).max(first.start), first.end);
    let length = [2, 1].into_iter().find(|&length| first.len() >= length && is_level(&end(length)))?;
    // 省市县、乡镇、村: several in the first.
    let is_one = first.len() == length || !LEVELS.contains(text.before(end(length).start));
    if others.is_empty() || !is_one || !others.iter().all(is_level) {
        return None;
    }
    let pairs = items.iter().filter(|item| item.len() == 2 && text.starts_any(item.start, PAIRS).is_some()).count();
    let [all, twice] = [items.len(), pairs].map(|it| u32::try_from(it).unwrap_or(0));
    Some((Run::new(end(length).start, index), Ways::between(all, all + twice)))
}

/// A list parted by 、 or 和 outside its brackets.
fn outside_brackets(text: &Text, list: Run) -> Vec<Run> {
    let (mut items, mut start, mut depth) = (Vec::new(), list.start, 0usize);
    for at in list.start..list.end {
        match text.at(at) {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '、' | '和' | '及' | '与' if depth == 0 => {
                // 以及
                let end = at - usize::from(at > start && text.before(at) == '以');
                items.push(Run::new(start, end));
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(Run::new(start, list.end));
    items
}

/// 县(市、区) is 县.
fn without_bracket(text: &Text, item: Run) -> Run {
    let open = (item.start..item.end).rev().find(|&at| text.at(at) == '(').filter(|_| text.before(item.end) == ')');
    Run::new(item.start, open.unwrap_or(item.end))
}
