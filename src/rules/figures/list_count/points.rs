//! Points that are told one by one, announced before them or summed up behind: `措施有三点:一是 …`,
//! `三项任务:(一)…`, `做好三点文章。第一, …`, `一是 …;二是 ….以上两个问题`.

use super::announced::{MOST_ITEMS, announced, begins_number, is_numeral, stops_name};
use super::forms::{Claim, List};
use super::is_doubled;
use super::ways::Ways;
use crate::lex::mark::{self, Mark};
use crate::lex::{han, number};
use crate::outline::Outline;
use crate::span::Run;
use crate::text::{Text, ends_sentence};

/// What points are counted by.
const MEASURES: &[&str] = &["点", "个方面", "方面", "项", "个问题", "条", "个", "步", "大", "类"];

/// The first of some points, and how they go on.
struct Points {
    first: Run,
    listed: u32,
    /// The mark of the last of them.
    last: Run,
    /// More may belong to them: others begin inside the last, or the next stands far away.
    open: bool,
}

/// Every list of points whose number is told.
pub fn lists(text: &Text, outline: &Outline) -> Vec<List> {
    let run_in = (0..outline.points.len()).filter_map(|at| run_in(text, &outline.points, at));
    let places: Vec<usize> = (0..text.len()).filter(|&at| begins(text, at) && may_begin(text.at(at))).collect();
    let numbered = (0..places.len()).filter_map(|at| numbered(text, &places[at..]));
    let mut lists = Vec::new();
    for points in run_in.chain(numbered) {
        lists.extend(announced_before(text, &points));
        lists.extend(summed_up(text, &points));
    }
    lists
}

/// 一是 …;二是 ….
fn run_in(text: &Text, marks: &[Mark], at: usize) -> Option<Points> {
    const LONGEST_NEST: usize = 20;
    let first = marks.get(at).filter(|mark| mark.number == Some(1))?.run;
    let follows = |at: usize, listed: u32| marks[at].number.map(u32::from) == Some(listed + 1);
    let mut points = Points { first, listed: 1, last: first, open: false };
    for next in at + 1..marks.len() {
        let between = Run::new(points.last.end, marks[next].run.start);
        if !follows(next, points.listed) || text.find(between, "\n\n\n").is_some() {
            // …做到两个到位:一是责任到位,二是措施到位;二是强化监督
            let resumes = |at: usize| follows(at, points.listed) && !follows(at - 1, points.listed - 1);
            points.open = follows(next, 0)
                && !text.has_any(between, &["\n"])
                && (!text.has_any(between, &["。"]) || (next + 1..marks.len().min(next + LONGEST_NEST)).any(resumes));
            break;
        }
        points = Points { listed: points.listed + 1, last: marks[next].run, ..points };
    }
    Some(points)
}

/// How a point begins besides 一是: with # a Chinese numeral, @ a digit, ① a digit in a circle.
const FORMS: &[&str] = &["第#,", "第#、", "第#步", "#要", "(#)", "(@)", "@.", "@、", "①"];

/// More points than these are told in chapters.
const MOST_POINTS: u32 = 20;

/// The mark of a point, from 0, at an index where one may begin.
fn mark(text: &Text, at: usize, form: &str, number: u32) -> Option<Run> {
    let mut end = at;
    for ch in form.chars() {
        end = match ch {
            '#' => numeral(text, end, &han::written(number as usize + 1)),
            '@' => numeral(text, end, &(number + 1).to_string()),
            '①' => (text.at(end) as u32 == ch as u32 + number).then_some(end + 1),
            ch => (text.at(end) == ch).then_some(end + 1),
        }?;
    }
    // 第1、2号楼; 四要求到位
    let is_word = begins_number(text, end) || text.starts(end - 1, "要求");
    (!is_word).then_some(Run::new(at, end))
}

/// Where a numeral ends that stands at an index.
fn numeral(text: &Text, at: usize, written: &str) -> Option<usize> {
    text.starts(at, written).then(|| at + written.chars().count())
}

/// Whether a point may begin at an index.
fn begins(text: &Text, at: usize) -> bool {
    let before = text.before(at);
    matches!(before, ':' | ';' | ',' | '\n' | ' ') || ends_sentence(before)
}

/// Whether a first point begins at an index.
pub fn begin(text: &Text, at: usize) -> bool {
    text.starts(at, "一是") || begins(text, at) && FORMS.iter().any(|form| mark(text, at, form, 0).is_some())
}

/// Whether the mark of a point may begin with a glyph.
fn may_begin(ch: char) -> bool {
    FORMS.iter().any(|form| match form.chars().next() {
        Some('#') => is_numeral(ch),
        Some('@') => ch.is_ascii_digit(),
        Some('①') => matches!(ch, '①'..='⑳'),
        first => first == Some(ch),
    })
}

/// Points of one form that follow each other, at least two, from the first of the places where any may begin.
fn numbered(text: &Text, places: &[usize]) -> Option<Points> {
    const FARTHEST: usize = 400;
    let start = places[0];
    let form = FORMS.iter().find(|form| mark(text, start, form, 0).is_some())?;
    let first = mark(text, start, form, 0)?;
    let mut points = Points { first, listed: 1, last: first, open: false };
    for number in 1..MOST_POINTS {
        let from = points.last.end;
        let behind = &places[places.partition_point(|&at| at < from)..];
        let next = behind
            .iter()
            .copied()
            .take_while(|&at| at < from + 10 * FARTHEST)
            .take_while(|&at| mark(text, at, form, 0).is_none())
            .find_map(|at| mark(text, at, form, number));
        let Some(last) = next else { break };
        points.open = last.start > from + FARTHEST;
        if points.open {
            break;
        }
        points = Points { listed: number + 1, last, ..points };
    }
    (points.listed > 1).then_some(points)
}

/// A number of points, and where its measure word ends.
fn counted(text: &Text, at: usize) -> Option<(u32, usize)> {
    let number = number::read(text, at).filter(|_| begins_number(text, at))?;
    let measure = text.skip_spaces(number.end);
    let (_, length) = text.starts_any(measure, MEASURES)?;
    let count = u32::try_from(number.value.to_integer()?).ok()?;
    (1..=MOST_ITEMS).contains(&count).then_some((count, measure + length))
}

/// A number of points in the clause that ends right before the first of them.
fn announced_before(text: &Text, points: &Points) -> Option<List> {
    const LONGEST_CLAUSE: usize = 24;
    const NEAR: usize = 9;
    // What follows is all there is.
    const TELLING: &[&str] = &[
        "以下",
        "方面",
        "存在",
        "采取",
        "做好",
        "抓好",
        "做法",
        "措施",
        "举措",
        "不足",
        "困难",
        "短板",
        "特点",
        "原因",
        "项重点",
        "个重点",
    ];
    // One of them may take several steps.
    const TASKS: &[&str] = &["项工作", "项重点", "项任务"];
    let before = Run::new(points.first.start.saturating_sub(LONGEST_CLAUSE), points.first.start);
    let end = text.trim(before).end;
    // 第3项工作。(一)…: the numbers of headings are points behind a colon only.
    let is_run_in = matches!(text.at(points.first.start), '一' | '第');
    let is_introduced = text.before(end) == ':';
    if !(is_introduced || is_run_in && matches!(text.before(end), '。' | ',')) {
        return None;
    }
    let from = end.saturating_sub(LONGEST_CLAUSE);
    let start = (from..end - 1).rev().find(|&index| stops_name(text, index)).map_or(from, |index| index + 1);
    // 12个乡镇存在3个问题:, 5个方面28项任务: the number next to the points, or the one that fits.
    let mut counts: Vec<_> =
        (start..end).filter_map(|at| counted(text, at).map(|(count, end)| (at, count, end))).collect();
    if counts.is_empty() && is_introduced {
        // “四学”:(1)会前学;…
        let found = announced(text, end - 1, end).filter(|it| !it.composed);
        counts.extend(found.map(|it| (it.run.start, it.count, it.word.start)));
    }
    let fitting = counts.iter().find(|(_, count, _)| *count == points.listed);
    let &(at, count, measured) = fitting.or(counts.last())?;
    let clause = Run::new(start, end);
    let is_told = text.has_any(clause, TELLING) || text.before(measured) == '点';
    let is_plausible = match count {
        1 => is_told && points.listed > 2 && !text.has_any(clause, TASKS),
        2..=20 => true,
        _ => is_told && is_doubled(count, points.listed),
    };
    let mut claim = if is_told { Claim::EXACT } else { Claim::NEAR };
    if points.open || points.go_on(text) {
        claim.lack = 0;
    }
    // 隐患6个:一是消防2个,…: what is counted is not the points.
    if !is_told && points.count_by(text, measured) {
        claim = Claim::NONE;
    }
    let announced = Run::new(at, end);
    let run = Run::new(at, points.first.end);
    (is_plausible && (is_introduced || announced.len() <= NEAR)).then(|| points.list(count, announced, run, claim))
}

/// `…;三是 ….以上三个问题`: behind the last point; 等三个问题 may be those of the last alone.
fn summed_up(text: &Text, points: &Points) -> Option<List> {
    const FARTHEST: usize = 120;
    const LONGEST_LINE: usize = 1000;
    const WORDS: &[&str] = &["以上", "上述", ",共", "等"];
    const NOUNS: &[&str] = &["问题", "部分", "不足", "困难", "短板", "方面", "措施", "原因", "环节"];
    const TASKS: &[&str] = &["举措", "任务", "工作", "重点"];
    let line = |at: usize| text.at(at) == '\n';
    let from = points.last.end;
    let end = (from + FARTHEST).min(text.len());
    let own_line = (from..end).find(|&at| line(at)).unwrap_or(end);
    // Of several lists in a line the sum may be that of all.
    let earlier = points.first.start.saturating_sub(LONGEST_LINE)..points.first.start;
    let is_second = earlier.rev().take_while(|&at| !line(at)).any(|at| text.starts(at, "一是"));
    if points.listed < 2 || is_second {
        return None;
    }
    (from..end).find_map(|at| {
        let (word, length) = text.starts_any(at, WORDS)?;
        let refers = matches!(word, "以上" | "上述");
        let is_near = at < own_line || refers && points.is_summed_up_below(text, at);
        let (count, measured) = counted(text, at + length)?;
        let announced = Run::new(at + length, measured);
        let claim = if word == "等" { Claim::NONE } else { Claim::NEAR };
        let noun = Run::new(at, measured + 2);
        let is_told = text.has_any(noun, NOUNS) || refers && text.has_any(noun, TASKS);
        let is_of_points = is_near && count > 1 && is_told;
        is_of_points.then(|| points.list(count, announced, Run::new(points.last.start, measured), claim))
    })
}

impl Points {
    /// `不足:一是 …;三是 ….⏎三、下一步安排⏎针对上述三个方面的不足`: whether a number in a line below is of these shortcomings, which
    /// are no part of another list.
    fn is_summed_up_below(&self, text: &Text, at: usize) -> bool {
        const LONGEST_LEAD: usize = 30;
        let leads = text.ends_any(0, at, &["针对"]).is_some() && text.starts(self.first.start, "一是");
        let low = self.first.start.saturating_sub(LONGEST_LEAD);
        let line = (low..self.first.start).rev().find(|&at| text.at(at) == '\n').map_or(low, |at| at + 1);
        let says = text.has_any(Run::new(low, self.first.start), &["不足", "问题", "短板", "困难"]);
        let is_item = mark::read(text, line).is_some();
        leads && says && !is_item && !text.has_any(Run::new(self.last.end, at), &["一是"])
    }

    /// Whether what may be the next point stands in the line behind the last: 三要, 三、.
    fn go_on(&self, text: &Text) -> bool {
        const FARTHEST: usize = 300;
        let from = self.last.end;
        let numeral = han::TO_TEN.get(self.listed as usize).copied();
        let mut line = (from..from + FARTHEST).take_while(|&at| text.at(at) != '\n');
        line.any(|at| {
            let number = at + usize::from(matches!(text.at(at), '第' | '('));
            begins(text, at) && Some(text.at(number)) == numeral
        })
    }

    /// Whether the points tell figures with the measure word that ends at an index.
    fn count_by(&self, text: &Text, measured: usize) -> bool {
        const LAST: usize = 30;
        let is_figure = |at: usize| text.at(at) == text.before(measured) && text.before(at).is_ascii_digit();
        (self.first.end..self.last.end + LAST).any(is_figure)
    }

    fn list(&self, count: u32, announced: Run, run: Run, claim: Claim) -> List {
        List { count, announced, run, ways: Ways::one(self.listed), open: false, claim }
    }
}
