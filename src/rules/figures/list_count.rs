//! An announced number of items that the list beside it does not have.
//!
//! Three ways of announcing: `四项措施(甲、乙、丙、丁)`, `甲、乙、丙三家单位` or `甲、乙、丙等3家单位`,
//! and `措施有三点:一是 … 二是 … 三是 …`. Silent where the list stays open: fewer items before 等 than
//! announced, or 等 inside the bracket; and where items hold 和 or 及 and may count as one or two.

use crate::finding::{Certainty, Finding, Kind, Operand, Outcome, Relation, Severity, Verdict};
use crate::lex::han;
use crate::lex::number::{self, Script};
use crate::lex::{mark::Mark, unit};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{END, Text, ends_sentence, is_han};

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/list-count",
    title: &messages::LIST_TITLE,
    why: &messages::LIST_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "落实⟦四项措施(完善机制、加强培训、严格考核)⟧。",
    passes: "落实三项措施(完善机制、加强培训、严格考核)。",
    check,
};

/// Longer lists and longer ways from the count to its list are not followed.
const MOST_ITEMS: usize = 30;
const FARTHEST: usize = 400;

/// What `9个省(区、市)` is written with: other words for the same, not a list.
const ALTERNATIVES: &str = "省县市区旗州盟乡镇街道村居社部门单位园管委会场、和及 ";

/// A count, its list, and how many items the list may be said to have.
struct List {
    count: i64,
    announced: Run,
    run: Run,
    items: Vec<i64>,
    /// Whether more may be meant than is listed.
    open: bool,
}

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let text = ctx.text;
    for index in 0..text.len() {
        let ch = text.at(index);
        let list = match ch {
            '(' => bracketed(text, index),
            '即' => explained(text, index),
            _ if ch.is_ascii_digit() || is_numeral(ch) => behind(text, index),
            _ => None,
        };
        if let Some(list) = list {
            judge(ctx, &list, out);
        }
    }
    for list in points(ctx) {
        judge(ctx, &list, out);
    }
}

fn is_numeral(ch: char) -> bool {
    matches!(ch, '两' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn judge(ctx: &Context<'_>, list: &List, out: &mut Outcome) {
    let is_far = list.items.iter().all(|&listed| listed + 2 < list.count);
    let verdict = if list.items.contains(&list.count) {
        Verdict::Agrees
    } else if is_far
        || (list.open && ctx.text.find(list.announced, "个").is_some())
        || (list.open && list.items.iter().any(|&listed| listed < list.count))
    {
        Verdict::Unsure
    } else {
        Verdict::Disagrees
    };
    let span = ctx.text.span(list.run);
    let announced = ctx.text.string(list.announced);
    let announced = announced.trim_end_matches(['”', ':', ',', ' ']);
    let listed = if verdict == Verdict::Agrees { list.count } else { list.items[0] };
    let sign = match verdict {
        Verdict::Agrees => "=",
        Verdict::Disagrees => "≠",
        Verdict::Unsure => "≥",
    };
    let operands = vec![Operand {
        role: "count",
        value: crate::decimal::Decimal::whole(list.count),
        unit: String::new(),
        span: ctx.text.span(list.announced),
    }];
    let equation = format!("{announced} {sign} {listed}");
    out.relations.push(Relation { kind: Kind::ListCount, verdict, span, operands, equation });
    if verdict == Verdict::Disagrees {
        let message = messages::LIST_WRONG.with(&[&list.count.to_string(), &listed.to_string()]);
        out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, span, message));
    }
}

/// `六类清单(甲、乙 …)`, `“两减”(甲、乙)`: the numeral stands in the words right before the bracket.
fn bracketed(text: &Text, open: usize) -> Option<List> {
    const LONGEST_NAME: usize = 12;
    let close = closing(text, open)?;
    let inside = Run::new(open + 1, close);
    let (items, is_open) = items(text, inside)?;
    let from = open.saturating_sub(LONGEST_NAME);
    let announced = (from..open)
        .rev()
        .take_while(|&index| !stops_name(text, index))
        .find(|&index| is_announcement(text, index, open))?;
    let number = number::read(text, announced)?;
    let count = number.value.to_integer()?;
    let is_slogan = text.chars(Run::new(number.end, open)).any(is_numeral);
    let is_part = text.starts_any(inside.start, &["含", "包括", "如", "主要", "其中"]).is_some();
    if is_slogan
        || is_part
        || han::is_numeral(text.at(inside.start))
        || text.chars(inside).all(|ch| ALTERNATIVES.contains(ch))
    {
        return None;
    }
    Some(List {
        count,
        announced: Run::new(announced, open),
        run: Run::new(announced, close + 1),
        items,
        open: is_open,
    })
}

fn stops_name(text: &Text, index: usize) -> bool {
    matches!(text.at(index), ',' | '、' | ';' | ':' | '(' | ')' | '\n') || ends_sentence(text.at(index))
}

/// A numeral that counts what the bracket lists: with a measure word, or opening a quoted slogan.
fn is_announcement(text: &Text, index: usize, open: usize) -> bool {
    if !is_numeral(text.at(index)) && !text.at(index).is_ascii_digit()
        || is_numeral(text.before(index))
        || text.before(index).is_ascii_digit()
    {
        return false;
    }
    if matches!(text.before(index), '第' | '.' | '〔') {
        return false;
    }
    let Some(number) = number::read(text, index) else { return false };
    let is_quoted = text.before(index) == '“' && text.at(open - 1) == '”';
    let is_quoted_before = text.before(index) == '“' && text.find(Run::new(index, open), "”").is_some();
    let measured = unit::at(text, number.end).is_some_and(|unit| counts_items(text, number.end, unit.length, open));
    let small =
        number.value.to_integer().is_some_and(|value| (2..=i64::try_from(MOST_ITEMS).unwrap_or(30)).contains(&value));
    small && (measured || is_quoted || is_quoted_before) && (measured || number.script == Script::Chinese)
}

/// Measure words that count items of a list; the thing itself must follow.
fn counts_items(text: &Text, at: usize, length: usize, open: usize) -> bool {
    const MEASURES: &[&str] = &["项", "类", "个", "大", "条", "种", "支", "家", "点", "名", "张", "方面"];
    MEASURES.iter().any(|word| text.starts(at, word)) && at + length <= open
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

/// How many items a run lists, in every way of counting; and whether it ends open. None where it is no list.
fn items(text: &Text, run: Run) -> Option<(Vec<i64>, bool)> {
    let (mut depth, mut separators, mut commas, mut joins) = (0usize, 0i64, 0i64, 0i64);
    for index in run.start..run.end {
        match text.at(index) {
            '(' | '《' | '“' => depth += 1,
            ')' | '》' | '”' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => separators += 1,
            ',' | ';' if depth == 0 => commas += 1,
            '和' | '及' | '与' if depth == 0 => joins += 1,
            '0'..='9' if depth == 0 => return None,
            _ => {}
        }
    }
    let is_open = text.at(run.end - 1) == '等' || text.find(run, "等").is_some_and(|at| at + 3 >= run.end);
    let mut counts = Vec::new();
    if separators > 0 {
        counts.push(separators + 1);
        counts.extend((1..=joins).map(|more| separators + 1 + more));
    }
    if commas > 0 {
        counts.push(commas + 1);
        counts.push(commas + separators + 1);
        counts.extend((1..=joins).map(|more| commas + separators + 1 + more));
    }
    if counts.is_empty() && joins > 0 {
        counts.extend((1..=joins).map(|more| 1 + more));
    }
    (!counts.is_empty()).then_some((counts, is_open))
}

/// `“四大工程”,即甲、乙、丙、丁`: the list runs to the end of the sentence.
fn explained(text: &Text, index: usize) -> Option<List> {
    const LONGEST_NAME: usize = 12;
    if text.before(index) != ',' {
        return None;
    }
    let name_end = index - 1;
    let from = name_end.saturating_sub(LONGEST_NAME);
    let announced = (from..name_end)
        .rev()
        .take_while(|&at| !stops_name(text, at))
        .find(|&at| is_announcement(text, at, name_end))?;
    let count = number::read(text, announced)?.value.to_integer()?;
    let end = (index..(index + FARTHEST).min(text.len()))
        .find(|&at| ends_sentence(text.at(at)) || matches!(text.at(at), ';' | '\n'))?;
    let is_slogan = text.chars(Run::new(announced + 1, name_end)).any(is_numeral);
    let (items, open) = items(text, Run::new(index + 1, end)).filter(|_| !is_slogan)?;
    // What follows the list may go on with commas, so only an agreement is sure.
    let open = open || !items.contains(&count);
    Some(List { count, announced: Run::new(announced, name_end), run: Run::new(announced, end), items, open })
}

/// `甲、乙、丙三家单位`, `甲、乙等5类`: the list stands before the numeral.
fn behind(text: &Text, index: usize) -> Option<List> {
    if is_numeral(text.before(index))
        || text.before(index).is_ascii_digit()
        || matches!(text.before(index), '第' | '.' | '、' | ',' | '“' | '约' | '近' | '余')
    {
        return None;
    }
    let number = number::read(text, index)?;
    let count = number.value.to_integer().filter(|count| (2..=30).contains(count))?;
    let unit = unit::at(text, number.end);
    let measured = ["大", "方面"].iter().any(|word| text.starts(number.end, word))
        || unit.is_some_and(|unit| {
            unit.family.is_amount() && !text.starts(number.end, "次") && !text.starts(number.end, "元")
        });
    if !measured || number.and_more || matches!(text.at(number.end + 1), '次') {
        return None;
    }
    let before = text.before(index);
    let is_open = before == '等';
    let mut end = index - usize::from(is_open);
    if before == '”' {
        return quoted(text, index, count);
    }
    if before == '共' || before == '的' {
        end -= 1;
    }
    let start = list_start(text, end)?;
    let run = Run::new(start, end);
    let has_list = text.chars(run).any(|ch| ch == '、');
    let (items, _) = items(text, run).filter(|_| has_list)?;
    let noun_end = number.end + unit.map_or(1, |unit| unit.length);
    let is_exact_end = is_han(text.at(noun_end)) || text.at(noun_end) == '“';
    if !is_exact_end && !is_open {
        return None;
    }
    if !is_open && !items.contains(&count) && !is_slip(text, &number, before, items[0]) {
        return None;
    }
    Some(List { count, announced: Run::new(index, noun_end), run: Run::new(start, noun_end), items, open: is_open })
}

/// `“甲、乙、丙”三项重点`: the list is in the quotes right before the numeral.
fn quoted(text: &Text, index: usize, count: i64) -> Option<List> {
    const LONGEST_QUOTE: usize = 80;
    let close = index - 1;
    let open = (close.saturating_sub(LONGEST_QUOTE)..close).rev().find(|&at| text.at(at) == '“')?;
    let (items, is_open) = items(text, Run::new(open + 1, close)).filter(|(items, _)| items.contains(&count))?;
    Some(List { count, announced: Run::new(index, index + 1), run: Run::new(open, index + 2), items, open: is_open })
}

/// Without 等 the numeral may count something else; only next to the number of items it is a slip.
fn is_slip(text: &Text, number: &number::Number, before: char, listed: i64) -> bool {
    let measured = ["家", "项", "类", "支", "种", "大"].iter().any(|word| text.starts(number.end, word));
    let near = number.value.to_integer().is_some_and(|count| (count - listed).abs() == 1);
    measured && near && listed > 2 && before != '的' && before != '共'
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
    (start < end && depth == 0).then_some(start)
}

/// `措施有三点:一是 …`: the points that follow, as far as they count on.
fn points(ctx: &Context<'_>) -> Vec<List> {
    let text = ctx.text;
    let points = &ctx.outline.points;
    let mut lists = Vec::new();
    for (at, first) in points.iter().enumerate().filter(|(_, mark)| mark.number == Some(1)) {
        let Some((announced, count)) = announcement_before(text, first) else { continue };
        let mut listed = 1i64;
        let mut end = first.run.end;
        for mark in &points[at + 1..] {
            if i64::from(mark.number.unwrap_or(0)) != listed + 1
                || text.find(Run::new(end, mark.run.start), "\n\n\n").is_some()
            {
                break;
            }
            listed += 1;
            end = mark.run.end;
        }
        lists.push(List {
            count,
            announced,
            run: Run::new(announced.start, first.run.end),
            items: vec![listed],
            open: false,
        });
    }
    lists
}

/// A numeral with a measure word in the clause that ends right before the first point.
fn announcement_before(text: &Text, first: &Mark) -> Option<(Run, i64)> {
    const LONGEST_CLAUSE: usize = 24;
    let end = first.run.start;
    if !matches!(text.before(end), ':' | '。' | ',') {
        return None;
    }
    let from = end.saturating_sub(LONGEST_CLAUSE);
    let start = (from..end - 1).rev().find(|&index| stops_name(text, index)).map_or(from, |index| index + 1);
    let at = (start..end).find(|&index| is_numeral(text.at(index)) || text.at(index).is_ascii_digit())?;
    let number = number::read(text, at)?;
    let measured =
        ["点", "个方面", "方面", "项", "个问题", "条", "个"].iter().any(|word| text.starts(number.end, word));
    let count = number.value.to_integer().filter(|count| (2..=20).contains(count))?;
    let behind_unit = text.before(end) == ':';
    (measured && behind_unit && text.before(at) != '第').then_some((Run::new(at, end), count))
}
