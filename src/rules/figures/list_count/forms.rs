//! The ways in which a text announces a number of items: in brackets behind the number, behind a
//! colon or 即, or before it; as a measured noun (四项措施) or as a slogan (“四降一升”).

use super::announced::{Announced, MOST_ITEMS, announced, begins_number, is_numeral, measure, slogan, stops_name};
use super::ways::Ways;
use crate::lex::{han, mark, number, unit};
use crate::outline::Outline;
use crate::span::Run;
use crate::text::{END, Text, ends_sentence, is_blank, is_han};

/// A count and its list.
#[derive(Debug)]
pub struct List {
    /// How many are announced.
    pub count: u32,
    /// Where.
    pub announced: Run,
    /// Count and list.
    pub run: Run,
    /// How many are listed.
    pub ways: Ways,
    /// Whether more may be meant than is listed: 等.
    pub open: bool,
    /// Which counts that differ are a mistake.
    pub claim: Claim,
}

/// How sure it is where a list begins and ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Claim {
    /// Both are marked: any other number of items is a mistake.
    Both,
    /// Other things may stand before it: only a lack is a mistake.
    Lack,
    /// Some may be left out: only an excess is a mistake.
    Excess,
    /// Points are counted one by one, however many.
    Points,
    /// Neither: only agreement is sure.
    None,
}

/// Longer ways from the count to its list are not followed.
const FARTHEST: usize = 400;

/// What `9个省(区、市)` is written with: other words for the same, not a list.
const ALTERNATIVES: &str = "省县市区旗州盟乡镇街道村居社部门单位园管委会场、和及 ";

/// Every list of a text that is announced by a number.
#[must_use]
pub fn lists(text: &Text, outline: &Outline) -> Vec<List> {
    let mut lists = Vec::new();
    for index in 0..text.len() {
        lists.extend(match text.at(index) {
            '(' => bracketed(text, index),
            ':' => explained(text, index, 0),
            '—' if text.before(index) == '—' => explained(text, index, 1),
            '即' => explained(text, index, 1),
            '包' if text.starts(index, "包括") => including(text, index),
            '分' if text.starts_any(index, &["分别是", "分别为"]).is_some() => apart(text, index),
            '为' | '是' => named(text, index),
            '“' => slogan_behind(text, index),
            ch if ch.is_ascii_digit() || is_numeral(ch) => behind(text, index),
            _ => None,
        });
    }
    lists.extend(points(text, outline));
    lists
}

/// `六类清单(甲、乙 …)`, `“两减”(甲、乙)`.
fn bracketed(text: &Text, open: usize) -> Option<List> {
    let close = closing(text, open)?;
    let inside = Run::new(open + 1, close);
    let found = announced(text, open)?;
    let ways = Ways::of(text, inside)?;
    let is_part = text.starts_any(inside.start, &["含", "包括", "如", "主要", "其中"]).is_some()
        && !text.starts(inside.start, "主要负责");
    // 六个一(一支队伍、一条热线…)
    let is_article = text.at(inside.start) == '一' && text.has_any(found.run, &["个一"]);
    let counts =
        text.chars(inside).any(|ch| ch.is_ascii_digit()) || !is_article && han::is_numeral(text.at(inside.start));
    if is_part || counts || text.chars(inside).all(|ch| ALTERNATIVES.contains(ch)) {
        return None;
    }
    let run = Run::new(found.run.start, close + 1);
    let claim = if found.composed { Claim::Lack } else { Claim::Both };
    Some(List { count: found.count, announced: found.run, run, ways, open: ends_open(text, inside), claim })
}

fn closing(text: &Text, open: usize) -> Option<usize> {
    let mut depth = 0usize;
    for index in open..(open + FARTHEST).min(text.len()) {
        match text.at(index) {
            '(' => depth += 1,
            ')' if depth == 1 => return Some(index),
            ')' => depth -= 1,
            '\n' | END => return None,
            ch if ends_sentence(ch) => return None,
            _ => {}
        }
    }
    None
}

/// Whether a list ends with 等 or a few characters behind it: 等制度.
fn ends_open(text: &Text, run: Run) -> bool {
    const BEHIND: usize = 3;
    text.has_any(Run::new(run.end.saturating_sub(BEHIND).max(run.start), run.end), &["等"])
}

/// `“四大工程”,即甲、乙、丙、丁`, `5个:甲、乙 …`: the list runs to the end of the sentence.
fn explained(text: &Text, index: usize, word: usize) -> Option<List> {
    let name_end = if word > 0 && matches!(text.before(index), ',' | '—') { index - 1 } else { index };
    let found = announced(text, name_end)?;
    listed(text, &found, index + 1)
}

/// `三项机制,分别是甲、乙、丙`; 分别为12件、5件 lists values.
fn apart(text: &Text, index: usize) -> Option<List> {
    let name_end = index - usize::from(text.before(index) == ',');
    let found = announced(text, name_end)?;
    let list = listed(text, &found, index + 3)?;
    let has_values = text.chars(Run::new(index, list.run.end)).any(|ch| ch.is_ascii_digit());
    (!has_values).then_some(list)
}

/// `5张清单,包括甲、乙 …`: some may be left out.
fn including(text: &Text, index: usize) -> Option<List> {
    let name_end = index - usize::from(text.before(index) == ',');
    let found = announced(text, name_end)?;
    let list = listed(text, &found, index + 2)?;
    Some(List { claim: if list.claim == Claim::Both { Claim::Excess } else { list.claim }, ..list })
}

/// `前5位为甲、乙 …`, `居前三的是甲、乙和丙`.
fn named(text: &Text, index: usize) -> Option<List> {
    let mut end = index;
    for word in ["依次", "分别", "的", "单位", "类别"] {
        if text.ends(0, end, word) {
            end -= word.chars().count();
        }
    }
    let from = end.saturating_sub(6);
    let ranks = (from..end).rev().find(|&at| text.at(at) == '前')?;
    let number = number::read(text, ranks + 1)?;
    let count = u32::try_from(number.value.to_integer()?).ok().filter(|count| (2..=MOST_ITEMS).contains(count))?;
    let start = text.end_of(index + 1, |ch| matches!(ch, ':' | ' '));
    listed(text, &Announced { count, run: Run::new(ranks, end), composed: true }, start)
}

/// The list that begins at `start` and runs to the end of its sentence.
fn listed(text: &Text, found: &Announced, start: usize) -> Option<List> {
    let limit = (start + FARTHEST).min(text.len());
    let end = (start..limit).find(|&at| ends_sentence(text.at(at)) || text.at(at) == '\n').unwrap_or(limit);
    let run = Run::new(start, end);
    let first = text.skip_spaces(start);
    if end == limit && limit < text.len() || text.starts_any(first, &["一是", "一要"]).is_some() {
        return None;
    }
    let item = |run: Run, ways: Ways, claim: Claim| {
        let whole = Run::new(found.run.start, run.end);
        List { count: found.count, announced: found.run, run: whole, ways, open: ends_open(text, run), claim }
    };
    // 会前集体学,专题辅导学,旁听庭审学。 Clauses that are made alike are the items.
    if !text.chars(run).any(|ch| ch == '、')
        && let Some(items) = Ways::clauses(text, run).filter(|_| !found.composed)
    {
        return Some(item(run, items, Claim::Both));
    }
    // 早发现、早报告、早处置,…: what goes on behind the comma is no more of the list.
    let stop = (start..end).find(|&at| matches!(text.at(at), ',' | ';'));
    if let Some(run) = stop.map(|stop| Run::new(start, stop))
        && let Some(ways) = Ways::of(text, run)
        && (Ways::are_parallel(text, run) || ways.holds(found.count))
    {
        let is_sure = Ways::are_parallel(text, run) && !found.composed;
        return Some(item(run, ways, if is_sure { Claim::Both } else { Claim::None }));
    }
    let ways = Ways::of(text, run)?;
    let is_plain = !text.chars(run).any(|ch| matches!(ch, ',' | ':')) && !found.composed;
    Some(item(run, ways, if is_plain { Claim::Both } else { Claim::None }))
}

/// `甲、乙、丙三家单位`, `甲、乙等5类`: the list stands before the numeral.
fn behind(text: &Text, index: usize) -> Option<List> {
    let before = text.before(index);
    if is_numeral(before)
        || before.is_ascii_digit()
        || matches!(before, '第' | '届' | '.' | '、' | ',' | '“' | '约' | '近' | '余')
    {
        return None;
    }
    let number = number::read(text, index)?;
    let count = u32::try_from(number.value.to_integer()?).ok().filter(|count| (2..=MOST_ITEMS).contains(count))?;
    let unit = unit::at(text, number.end).filter(|unit| unit.family.is_amount());
    let countless = ["次", "元", "起", "宗", "件", "人次", "期", "场"];
    let measured = measure(text, number.end).or(unit.map(|unit| unit.length));
    if number.and_more || text.starts_any(number.end, &countless).is_some() && before != '等' {
        return None;
    }
    let open = before == '等';
    let mut end = index - usize::from(open);
    if matches!(before, '共' | '的') {
        end -= 1;
    }
    let noun_end = number.end + measured.unwrap_or(1);
    if before == '”'
        && let Some(start) = (index.saturating_sub(80)..index - 1).rev().find(|&at| text.at(at) == '“')
        && let inside = Run::new(start + 1, index - 1)
        && let Some(ways) = Ways::of(text, inside).or_else(|| Ways::linked(text, inside))
        && (ways.holds(count) || measured.is_some() && Ways::are_alike(text, inside))
    {
        let run = Run::new(start, noun_end);
        let claim = if measured.is_some() { Claim::Both } else { Claim::None };
        return Some(List { count, announced: Run::new(index, noun_end), run, ways, open: false, claim });
    }
    let is_noun = is_han(text.at(noun_end)) || text.at(noun_end) == '“';
    let list = list_before(text, end, count)?;
    // 甲进村、乙进村、丙进村三项: without a noun only items that are alike are told.
    let are_parallel = || list_start(text, end).is_some_and(|start| Ways::are_parallel(text, Run::new(start, end)));
    let is_told = open || is_noun || is_numeral(text.at(index)) && are_parallel();
    if !is_told {
        return None;
    }
    let mut claim = Claim::None;
    let start = list_start(text, end)?;
    if measured.is_some() && list.fewest() > 1 && is_bounded(text, Run::new(start, end), noun_end) {
        claim = Claim::Both;
    } else if measured.is_some() && list.fewest() > 2 && !matches!(before, '的' | '共') && !is_blank(before) {
        claim = Claim::Lack;
    }
    if measured.is_none() && !list.holds(count) {
        return None;
    }
    Some(List { count, announced: Run::new(index, noun_end), run: Run::new(start, noun_end), ways: list, open, claim })
}

/// Whether it is plain where a list before its number begins: behind a preposition, or because every
/// item ends with the noun that is counted (公示制度、培训制度、考核制度三项制度).
fn is_bounded(text: &Text, list: Run, noun: usize) -> bool {
    let opens = matches!(text.at(list.start), '在' | '由' | '对' | '向' | '将' | '把');
    let noun: String = text.chars(Run::new(noun, noun + 2)).collect();
    let ends = |at: usize| text.ends(list.start, at, &noun);
    let mut seams = (list.start..list.end).filter(|&at| text.at(at) == '、');
    opens || (noun.chars().all(is_han) && ends(list.end) && seams.all(ends))
}

/// `甲、乙、丙、丁“四调”联动`: the slogan stands right behind its list.
fn slogan_behind(text: &Text, quote: usize) -> Option<List> {
    let before = text.before(quote);
    if !is_han(before) && before != '”' || matches!(before, '和' | '及' | '与' | '等' | '的') {
        return None;
    }
    let found = slogan(text, quote + 1)?;
    let ways = list_before(text, quote, found.count)?;
    let start = list_start(text, quote)?;
    let claim = if ways.fewest() > 2 && !found.composed { Claim::Lack } else { Claim::None };
    let run = Run::new(start, found.run.end);
    Some(List { count: found.count, announced: found.run, run, ways, open: false, claim })
}

/// How many items stand before an index; with commas between them only where that is the number announced.
fn list_before(text: &Text, end: usize, count: u32) -> Option<Ways> {
    let start = list_start(text, end)?;
    let run = Run::new(start, end);
    let ways = Ways::of(text, run).filter(|_| text.chars(run).any(|ch| matches!(ch, '、' | '”' | '和')))?;
    if ways.holds(count) || text.before(start) != ',' {
        return Some(ways);
    }
    let sentence = (start.saturating_sub(FARTHEST)..start)
        .rev()
        .find(|&at| ends_sentence(text.at(at)) || matches!(text.at(at), ':' | ';' | '\n'))
        .map_or(0, |at| at + 1);
    let mut from = start - 1;
    while let Some(comma) = (sentence..from).rev().find(|&at| text.at(at) == ',') {
        if Ways::of(text, Run::new(comma + 1, end)).is_some_and(|ways| ways.holds(count)) {
            return Some(Ways::one(count));
        }
        from = comma;
    }
    Some(ways)
}

/// Where a list that ends at an index begins: behind the last mark that is no 、.
fn list_start(text: &Text, end: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut start = end;
    for index in (end.saturating_sub(FARTHEST)..end).rev() {
        match text.at(index) {
            ')' | '”' | '》' => depth += 1,
            '(' | '“' | '《' if depth > 0 => depth -= 1,
            '(' | '“' | '《' | ',' | ';' | ':' | '\n' if depth == 0 => break,
            ch if depth == 0 && (ends_sentence(ch) || ch.is_ascii_digit()) => break,
            _ => {}
        }
        start = index;
    }
    // 三、健全制度: the number of a heading parts no items.
    let first = text.skip_spaces(start);
    if let Some(mark) = mark::read(text, first) {
        start = mark.run.end;
    }
    (start < end && depth == 0).then_some(start)
}

/// `措施有三点:一是 …`: the points that follow, as far as they count on.
fn points(text: &Text, outline: &Outline) -> Vec<List> {
    let points = &outline.points;
    let mut lists = Vec::new();
    for (at, first) in points.iter().enumerate().filter(|(_, mark)| mark.number == Some(1)) {
        let Some((announced, count)) = announcement_before(text, first) else { continue };
        let mut listed = 1u32;
        let mut end = first.run.end;
        for mark in &points[at + 1..] {
            if mark.number.map(u32::from) != Some(listed + 1)
                || text.find(Run::new(end, mark.run.start), "\n\n\n").is_some()
            {
                break;
            }
            listed += 1;
            end = mark.run.end;
        }
        let run = Run::new(announced.start, first.run.end);
        let claim = if text.before(first.run.start) == ':' { Claim::Points } else { Claim::Both };
        lists.push(List { count, announced, run, ways: Ways::one(listed), open: false, claim });
    }
    lists
}

/// A numeral with a measure word in the clause that ends right before the first point.
fn announcement_before(text: &Text, first: &mark::Mark) -> Option<(Run, u32)> {
    const LONGEST_CLAUSE: usize = 24;
    const NEAR: usize = 9;
    const POINTS: &[&str] = &["点", "个方面", "方面", "项", "个问题", "条", "个", "步", "大", "类"];
    let end = first.run.start;
    if !matches!(text.before(end), ':' | '。' | ',') {
        return None;
    }
    let from = end.saturating_sub(LONGEST_CLAUSE);
    let start = (from..end - 1).rev().find(|&index| stops_name(text, index)).map_or(from, |index| index + 1);
    let at = (start..end).find(|&index| begins_number(text, index))?;
    let number = number::read(text, at)?;
    let measured = text.starts_any(number.end, POINTS).is_some();
    let count = u32::try_from(number.value.to_integer()?).ok().filter(|count| (2..=20).contains(count))?;
    let is_near = text.before(end) == ':' || end - at <= NEAR;
    (measured && is_near && text.before(at) != '第').then_some((Run::new(at, end), count))
}
