//! The ways in which a text announces a number of items: in brackets behind the number, behind a
//! colon or 即, or before it; as a measured noun (四项措施) or as a slogan (“四降一升”).

use super::announced::{Announced, CLASSES, MOST_ITEMS, announced, is_numeral, measure, slogan};
use super::before;
use super::points;
use super::told;
use super::ways::Ways;
use crate::figures::cues;
use crate::lex::{number, unit};
use crate::span::Run;
use crate::text::{END, Text, ends_sentence};

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

/// How many items a list may lack, or have too many, and still be the list that was announced.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Claim {
    /// So many too few are a mistake.
    pub lack: u32,
    /// So many too many.
    pub excess: u32,
}

impl Claim {
    /// It is not marked where the list begins or ends: only agreement is sure.
    pub const NONE: Self = Self { lack: 0, excess: 0 };
    /// Other things may stand before it: only a lack is a mistake.
    pub const LACK: Self = Self { lack: 1, excess: 0 };
    /// Both ends are marked, but not what is an item: a number far off is that of something else.
    pub const NEAR: Self = Self { lack: 2, excess: 2 };
    /// Points are counted one by one, however many.
    pub const EXACT: Self = Self { lack: u32::MAX, excess: u32::MAX };

    /// The claim of a list whose ends are marked: a number far off is a mistake too where it is plain what is an
    /// item, and one item only where all say what is counted (1项制度:公示制度、…). Of what is counted one by one
    /// only the kinds may be listed: 问题8个(程序不规范、文书不规范), 顾问5名(律师、教师).
    pub fn marked(text: &Text, found: &Announced, list: Run, ways: Ways) -> Self {
        let is_named = Ways::end_with(text, list, found.word);
        let is_plain = ways.fewest() > 2 && (is_named || Ways::are_parallel(text, list));
        let is_person = found.is_by(text, &["名", "位"]);
        let is_single = found.word.is_empty() && !found.is_by(text, CLASSES);
        if found.count == 1 && !(is_plain && is_named) || is_person && !is_named {
            Self { excess: if found.count > 1 { 2 } else { 0 }, ..Self::NONE }
        } else if (is_single || found.is_of_singles(text)) && !is_named {
            Self { lack: 1, ..Self::NEAR }
        } else if is_plain {
            Self { lack: if found.count < 10 { u32::MAX } else { 2 }, excess: u32::MAX }
        } else {
            Self::NEAR
        }
    }
}

/// Longer ways from the count to its list are not followed.
pub const FARTHEST: usize = 400;

/// What `9个省(区、市)` is written with: other words for the same, not a list.
const ALTERNATIVES: &str = "省县市区旗州盟乡镇街道村居社部门单位园管委会场、和及 ";

/// Every list of a text that is announced by a number.
#[must_use]
pub fn lists(text: &Text) -> Vec<List> {
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
            '“' => in_quotes(text, index),
            ch if ch.is_ascii_digit() || is_numeral(ch) => before::behind(text, index),
            _ => None,
        });
    }
    lists
}

/// A slogan in quotes, and its list before or behind it.
fn in_quotes(text: &Text, quote: usize) -> Option<List> {
    let found = slogan(text, quote + 1)?;
    before::slogan_behind(text, quote, &found).or_else(|| {
        let behind = || told::behind(text, &found);
        let told = || told::quoted(text, &found).or_else(|| told::before(text, &found)).or_else(behind);
        (!found.composed).then(told).flatten()
    })
}

/// `六类清单(甲、乙 …)`, `“两减”(甲、乙)`.
fn bracketed(text: &Text, open: usize) -> Option<List> {
    // What they do, or some of them.
    const PARTS: &[&str] =
        &["含", "不含", "不包括", "包括", "如", "主要", "其中", "分别负责", "分别由", "负责", "涉及", "覆盖", "由"];
    let close = closing(text, open)?;
    let inside = Run::new(open + 1, close);
    let found = announced(text, open, inside.start)?;
    let each = found.each(text, inside);
    if found.is_idle(text, each) {
        return None;
    }
    let ways = each.or_else(|| Ways::of(text, inside)).or_else(|| Ways::linked(text, inside))?;
    // 三项制度试点(甲市、乙县): where it is tried.
    let is_place = text.has_any(Run::new(found.run.start, open), &["试点", "地区"]);
    let is_part = is_place || text.starts_any(inside.start, PARTS).is_some() && !text.starts(inside.start, "主要负责");
    // 六个一(一支队伍、一条热线…), “三零”(零上访、…)
    let first = text.at(inside.start);
    let is_article = text.chars(found.word).any(|ch| ch == first);
    let is_count = number::read(text, inside.start)
        .is_some_and(|number| measure(text, number.end).is_some() || unit::at(text, number.end).is_some());
    let counts = has_figures(text, inside) || is_count && !is_article;
    if is_part || counts || text.chars(inside).all(|ch| ALTERNATIVES.contains(ch)) {
        return None;
    }
    let run = Run::new(found.run.start, close + 1);
    let claim = match each {
        Some(_) if found.composed => Claim::EXACT,
        _ if found.composed => Claim::LACK,
        _ => Claim::marked(text, &found, inside, ways),
    };
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
    text.find(Run::new(run.end.saturating_sub(BEHIND).max(run.start), run.end), cues::AND_SO_ON).is_some()
}

/// `“四大工程”,即甲、乙、丙、丁`, `5个:甲、乙 …`: the list runs to the end of the sentence.
fn explained(text: &Text, index: usize, word: usize) -> Option<List> {
    let mut name_end = if word > 0 && matches!(text.before(index), ',' | '—') { index - 1 } else { index };
    // 9个镇(街道):
    if text.before(name_end) == ')'
        && let Some(open) = (name_end.saturating_sub(6)..name_end).rev().find(|&at| text.at(at) == '(')
        && text.chars(Run::new(open + 1, name_end - 1)).all(|ch| ALTERNATIVES.contains(ch))
    {
        name_end = open;
    }
    let found = announced(text, name_end, index + 1)?;
    listed(text, &found, index + 1)
}

/// `三项机制,分别是甲、乙、丙`; 分别为12件、5件 lists values.
fn apart(text: &Text, index: usize) -> Option<List> {
    let name_end = index - usize::from(text.before(index) == ',');
    let found = announced(text, name_end, index + 3)?;
    let list = listed(text, &found, index + 3)?;
    let has_values = has_figures(text, Run::new(index, list.run.end));
    // One is not told apart.
    let claim = if list.count == 1 { Claim::EXACT } else { list.claim };
    (!has_values).then_some(List { claim, ..list })
}

/// `5张清单,包括甲、乙 …`: some may be left out, but nobody leaves out just one, unless 主要 says so.
fn including(text: &Text, index: usize) -> Option<List> {
    let name_end = index - usize::from(text.before(index) == ',');
    let found = announced(text, name_end, index + 2)?;
    let list = listed(text, &found, index + 2)?;
    let is_partial = list.claim.excess < u32::MAX || text.ends_any(0, index, &["主要", "其中", "重点"]).is_some();
    Some(List { claim: Claim { lack: list.claim.lack.min(u32::from(!is_partial)), ..list.claim }, ..list })
}

/// What goes on behind a comma in so few glyphs may be one more item.
const SHORTEST_REST: usize = 8;

/// Whether what goes on behind a comma is no item of the list before it: 甲、乙、丙,均已公开征求意见.
fn is_no_item(text: &Text, rest: Run) -> bool {
    const ELSE: &[&str] = &[
        "均",
        "全部",
        "已",
        "并",
        "切实",
        "做到",
        "确保",
        "实现",
        "推动",
        "促进",
        "有效",
        "形成",
        "同时",
        "进一步",
        "持续",
        "不断",
    ];
    const LONGEST: usize = 24;
    let is_listed = text.chars(rest).any(|ch| ch == '、');
    let counts = || has_figures(text, rest);
    !is_listed && (rest.len() > LONGEST || text.starts_any(rest.start, ELSE).is_some() || counts())
}

/// Whether a list has figures of its own, as where its items count something else: `“三项制度”:年底前10个县、56个部门全部制定方案`.
fn has_figures(text: &Text, list: Run) -> bool {
    text.chars(list).any(|ch| ch.is_ascii_digit())
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
    listed(text, &Announced { count, run: Run::new(ranks, end), word: Run::default(), composed: true }, start)
}

/// The list that begins at `start` and runs to the end of its sentence.
fn listed(text: &Text, found: &Announced, start: usize) -> Option<List> {
    let limit = (start + FARTHEST).min(text.len());
    let end = (start..limit).find(|&at| ends_sentence(text.at(at)) || text.at(at) == '\n').unwrap_or(limit);
    let run = Run::new(start, end);
    let first = text.skip_spaces(start);
    if end == limit && limit < text.len() || points::begin(text, first) {
        return None;
    }
    let item = |run: Run, ways: Ways, claim: Claim| {
        let whole = Run::new(found.run.start, run.end);
        List { count: found.count, announced: found.run, run: whole, ways, open: ends_open(text, run), claim }
    };
    let each = found.each(text, run);
    // 权力清单、责任清单,负面清单
    if let Some(items) = each.filter(|items| items.holds(found.count)) {
        return Some(item(run, items, Claim::EXACT));
    }
    if !(text.chars(run).any(|ch| ch == '、') || found.composed || each.is_none() && has_figures(text, run)) {
        // 会前集体学,专题辅导学,旁听庭审学。 Clauses that are made alike are the items.
        if let Some(items) = Ways::clauses(text, run) {
            return Some(item(run, items, Claim::NEAR));
        }
        if let Some(items) = each {
            let runs_on = text.chars(run).any(|ch| ch == ',') && !text.chars(run).any(|ch| ch == ';');
            return Some(item(run, items, if runs_on { Claim::LACK } else { Claim::EXACT }));
        }
    }
    // 早发现、早报告、早处置,…: what goes on behind the comma is no more of the list.
    let stop = (start..end).find(|&at| matches!(text.at(at), ',' | ';'));
    if let Some(part) = stop.map(|stop| Run::new(start, stop))
        && let each = found.each(text, part)
        && let Some(ways) = each.or_else(|| Ways::of(text, part))
        && !found.is_idle(text, each)
        && (each.is_some()
            || Ways::are_parallel(text, part)
            || ways.holds(found.count)
            || text.chars(part).any(|ch| ch == '、') && is_no_item(text, Run::new(part.end + 1, end)))
    {
        // 人员保障、经费保障,落实场地保障: and far fewer may be examples.
        let goes_on = found.word.len() > 1 && text.find(Run::new(part.end, end), &text.string(found.word)).is_some();
        let claim = match each {
            Some(_) => Claim::EXACT,
            None if found.composed => Claim::NONE,
            None => Claim::marked(text, found, part, ways),
        };
        // 简化材料、压缩时限、优化流程,全市通办: a short one may be the last item.
        let rest = Run::new(part.end + 1, end);
        let may_be_last = each.is_none() && rest.len() <= SHORTEST_REST && !is_no_item(text, rest);
        let claim = if each.is_none() && has_figures(text, part) { Claim::NONE } else { claim };
        let lack = if goes_on || may_be_last { 0 } else { claim.lack.min(2) };
        return Some(item(part, ways, Claim { lack, ..claim }));
    }
    if found.is_idle(text, each) {
        return None;
    }
    let ways = each.or_else(|| Ways::of(text, run))?;
    let has = |sign: char| text.chars(run).any(|ch| ch == sign);
    let ends_paragraph = matches!(text.at(end + 1), '\n' | END) || text.at(end) == '\n';
    let claim = match (has(','), ends_paragraph) {
        _ if found.composed && each.is_some() => Claim::EXACT,
        _ if each.is_none() && has_figures(text, run) => Claim::NONE,
        _ if has(':') || found.composed || text.has_any(run, &["其中", "其余", "另"]) => Claim::NONE,
        (false, _) => Claim::marked(text, found, run, ways),
        (true, true) => Claim::LACK,
        (true, false) => Claim::NONE,
    };
    Some(item(run, ways, claim))
}
