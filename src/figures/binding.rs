//! What each figure is bound to, as a value that one can print: what it counts, for where and when,
//! and its place in a list. A reading of the wording alone; whether anything adds up is for the rules.
//!
//! [`bind`] is how tests and people look at what the passes made of a sentence; rules ask [`name`], [`scope`] and
//! [`period`] about single figures, to know them again in another report.
//!
//! What is not said is empty. A figure without a noun of its own counts what its total counts, a change
//! what changed.

mod words;

use super::groups::{Join, Site};
use super::{Figure, Figures, Role, cues, is_separator};
use crate::decimal::Decimal;
use crate::lex::date;
use crate::lex::unit::Family;
use crate::span::Run;
use crate::text::{Text, is_han};
use std::fmt;
use words::{BEHIND, CHANGES, EARLIER, HEADS, NARROW, PERIODS, TAILS, VERBS, WIDE};

/// A figure and what it is bound to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Binding {
    /// Number and unit as read.
    pub written: String,
    /// What it counts.
    pub noun: String,
    /// Units that it may be added to.
    pub family: Family,
    /// What its wording makes of it.
    pub role: Role,
    /// Whether parts of it are given.
    pub is_total: bool,
    /// The figure that it is a part of, as written.
    pub part_of: String,
    /// Where it was counted: 全县, 县级, 部门.
    pub scope: String,
    /// When: 2024年, 上年, 截至10月底.
    pub period: String,
    /// How many brackets are open around it.
    pub depth: u8,
}

/// What every figure of a text is bound to, in their order.
#[must_use]
pub fn bind(text: &Text, figures: &Figures, sites: &[Site]) -> Vec<Binding> {
    let mut totals = vec![false; figures.list.len()];
    let mut wholes: Vec<Option<&Vec<usize>>> = vec![None; figures.list.len()];
    for site in sites.iter().filter(|site| !matches!(site.join, Join::Loose | Join::Following | Join::Summary)) {
        let parts = parts(text, figures, site);
        let value = |index: &usize| figures.list[*index].quantity.value;
        let holds = |total: &&Vec<usize>| {
            let whole = Decimal::sum(total.iter().map(value));
            whole.is_some_and(|whole| parts.iter().all(|part| value(part) <= whole))
        };
        let Some(total) = site.totals.iter().find(holds).filter(|_| !parts.is_empty()) else { continue };
        for &part in parts.iter().filter(|part| !total.contains(part)) {
            wholes[part].get_or_insert(total);
        }
        for &index in total {
            totals[index] = true;
        }
    }
    let mut bindings: Vec<Binding> = Vec::new();
    for (index, figure) in figures.list.iter().enumerate() {
        let sentence = &figures.sentences[figure.sentence];
        let written = |index: usize| text.string(figures.list[index].quantity.run);
        let name = listed(text, figures, index);
        let mut noun = name.map_or_else(|| noun(text, figure), |name| text.string(name));
        if noun.is_empty() {
            let whole = wholes[index].map(|total| total[0]).filter(|&total| total < index);
            let source = whole.or_else(|| inherited(text, figures, index));
            noun = source.map(|at| bindings[at].noun.clone()).unwrap_or_default();
        }
        bindings.push(Binding {
            written: written(index),
            noun,
            family: figure.quantity.unit.family,
            role: figure.role,
            is_total: totals[index] || text.ends_any(figure.label.start, figure.label.end, cues::IN_ALL).is_some(),
            part_of: wholes[index].map(|total| join(total.iter().map(|&at| written(at)))).unwrap_or_default(),
            scope: text.string(scope(text, figure, sentence.run.start)),
            period: text.string(
                name.and_then(|name| last(text, name, PERIODS))
                    .unwrap_or_else(|| period(text, figure, sentence.run.start)),
            ),
            depth: figure.depth,
        });
    }
    bindings
}

fn join(written: impl Iterator<Item = String>) -> String {
    written.collect::<Vec<_>>().join("+")
}

/// Where a figure that names nothing takes its noun from: a change from what changed, a share and a second
/// value from the figure before, as does what stands right behind another (292项419份) unless it counts people.
fn inherited(text: &Text, figures: &Figures, index: usize) -> Option<usize> {
    let figure = &figures.list[index];
    let first = figures.sentences[figure.sentence].first;
    if figure.role == Role::Change {
        return (first..index).rev().find(|&at| figures.list[at].role != Role::Change);
    }
    let is_compared = text.starts_any(figure.label.start, CHANGES).is_some() || figure.role == Role::Elsewhen;
    let counts_people = matches!(figure.quantity.unit.family, Family::Person | Family::Attendance);
    let is_joined = figure.gap.is_empty() && !counts_people;
    (index > first && (figure.role == Role::Rate || is_compared || is_joined)).then(|| index - 1)
}

/// Its name where several are named first and counted behind: 维持、撤销分别为12件、5件.
fn listed(text: &Text, figures: &Figures, index: usize) -> Option<Run> {
    const MOST: usize = 20;
    let sentence = &figures.sentences[figures.list[index].sentence];
    let leads =
        |at: usize| text.find(figures.list[at].label, "分别").or_else(|| text.find(figures.list[at].label, "依次"));
    let follows = |at: usize| figures.list[at].label.is_empty() && figures.list[at].gap.len() == 1;
    let leader = (sentence.first.max(index.saturating_sub(MOST))..=index).rev().find(|&at| !follows(at))?;
    let end = leads(leader)?;
    let row = (leader + 1..sentence.last).take(MOST).take_while(|&at| follows(at)).count() + 1;
    let mut names: Vec<Run> = Vec::new();
    let (mut at, mut stop) = (end, end);
    while at > sentence.run.start && names.len() < row {
        let before = text.before(at);
        if matches!(before, '、' | '和' | '与') || is_separator(before) {
            names.insert(0, Run::new(at, stop));
            stop = at - 1;
            if is_separator(before) && before != '、' {
                break;
            }
        }
        at -= 1;
    }
    if names.len() < row && at == sentence.run.start {
        let (name, bare) = (Run::new(at, stop), without_setting(text, Run::new(at, stop)));
        names.insert(0, if bare.is_empty() { name } else { bare });
    }
    (row > 1 && names.len() == row).then(|| text.trim(names[index - leader]))
}

/// The parts of a site up to where its list ends: at an inner 其中, at a semicolon that does not part all of
/// them, at a clause that tells what else was done, at a value of another period.
fn parts<'s>(text: &Text, figures: &Figures, site: &'s Site) -> &'s [usize] {
    let parts = &site.parts[..site.nested.unwrap_or(site.parts.len())];
    let says = |at: usize, sign: &str| text.has_any(figures.list[parts[at]].gap, &[sign]);
    let is_listed_so = parts.len() > 1 && says(1, ";");
    let ends = |at: usize| {
        let figure = &figures.list[parts[at]];
        let is_clause = says(at, ",") || says(at, ";");
        let tells = is_clause && site.join != Join::Bracket && strip_head(text, figure.label, VERBS) != figure.label;
        (says(at, ";") && !is_listed_so) || figure.role != Role::Count || tells
    };
    let is_behind = site.join == Join::Before;
    let end = (1..parts.len()).find(|&at| !is_behind && ends(at)).unwrap_or(parts.len());
    let is_earlier = parts.first().is_some_and(|&first| figures.list[first].role != Role::Count && !is_behind);
    if is_earlier { &[] } else { &parts[..end] }
}

/// The words that name what is counted: those behind the number if it goes on with them, else those before it.
fn noun(text: &Text, figure: &Figure) -> String {
    let family = figure.quantity.unit.family;
    let is_compared = matches!(family, Family::Percent | Family::Points | Family::Fold);
    let behind = if is_compared || family == Family::Time { Run::default() } else { named_behind(text, figure) };
    if !behind.is_empty() && figure.role != Role::Change {
        return text.string(behind);
    }
    let mut run = text.trim(figure.label);
    let is_change = figure.role == Role::Change || text.starts_any(run.start, CHANGES).is_some();
    loop {
        let words = [TAILS, EARLIER].into_iter().chain(is_change.then_some(CHANGES));
        let lengths = words.filter_map(|words| text.ends_any(run.start, run.end, words)).map(|(_, length)| length);
        let Some(length) = lengths.max() else { break };
        run.end -= length;
    }
    let begun = without_setting(text, run);
    if is_compared {
        let is_said = !begun.is_empty() && text.string(begun) != "占";
        let behind = if is_said || is_change { Run::default() } else { named_behind(text, figure) };
        return text.string(if is_said { begun } else { behind });
    }
    let mut named = begun;
    loop {
        let next = without_setting(text, strip_head(text, named, VERBS));
        if next == named || next.len() < 2 {
            break;
        }
        named = next;
    }
    let is_named = named.len() > 1 && !text.starts(named.start, "成功");
    text.string(if is_named { named } else { begun })
}

/// What is counted and what was done with it, in two pieces, before the number and behind it: 受理行政复议案件|, 新增|执法人员.
#[must_use]
pub fn name(text: &Text, figure: &Figure) -> (Run, Run) {
    let family = figure.quantity.unit.family;
    let has_behind = family.is_amount();
    let mut run = text.trim(figure.label);
    loop {
        let lengths = [TAILS, EARLIER].into_iter().filter_map(|words| text.ends_any(run.start, run.end, words));
        let Some(length) = lengths.map(|(_, length)| length).max() else { break };
        run.end -= length;
    }
    (without_setting(text, run), if has_behind { named_behind(text, figure) } else { Run::default() })
}

/// What a number goes on with: 35名|执法人员|参加, 三分之二的|案件.
fn named_behind(text: &Text, figure: &Figure) -> Run {
    let mut start = figure.tail.start;
    if start != figure.quantity.run.end {
        return Run::default();
    }
    let is_share = figure.quantity.unit.family == Family::Percent;
    start += usize::from(is_share && text.at(start) == '的');
    let mut end = start;
    while end < figure.tail.end && is_han(text.at(end)) && text.starts_any(end, BEHIND).is_none() {
        end += 1;
    }
    Run::new(start, end)
}

/// A run without the words of time, place and connection that it begins with.
fn without_setting(text: &Text, mut run: Run) -> Run {
    loop {
        let mut next = run;
        for words in [HEADS, PERIODS, EARLIER, WIDE] {
            next = strip_head(text, next, words);
        }
        let inner = strip_head(text, next, NARROW);
        if inner != next && text.starts_any(inner.start, VERBS).is_some() {
            next = inner;
        }
        if let Some(end) = dated(text, next.start).filter(|&end| end <= next.end) {
            next.start = end;
        }
        if next == run {
            return run;
        }
        run = text.trim(next);
    }
}

fn strip_head(text: &Text, run: Run, words: &[&'static str]) -> Run {
    match text.starts_any(run.start, words) {
        Some((_, length)) if run.start + length <= run.end => Run::new(run.start + length, run.end),
        _ => run,
    }
}

/// The last of `words` in a run; of those that begin one another, the longest is listed first.
fn last(text: &Text, run: Run, words: &[&'static str]) -> Option<Run> {
    let (mut at, mut found) = (run.start, None);
    while at < run.end {
        match text.starts_any(at, words) {
            Some((_, length)) if at + length <= run.end => {
                found = Some(Run::new(at, at + length));
                at += length;
            }
            _ => at += 1,
        }
    }
    found
}

/// For where it was counted; `sentence` is where its sentence, or the part of it that is looked at, begins.
#[must_use]
pub fn scope(text: &Text, figure: &Figure, sentence: usize) -> Run {
    let own = last(text, figure.label, NARROW).or_else(|| last(text, figure.label, WIDE));
    let said = || last(text, Run::new(sentence, figure.quantity.run.start), WIDE);
    // 全省前10名, 全市第一 rank; they say not where the rest was counted.
    let is_rank = |run: &Run| matches!(text.at(run.end), '前' | '第' | '排');
    own.or_else(said).filter(|run| !is_rank(run)).unwrap_or_default()
}

/// For when it was counted; `sentence` as for [`scope`].
#[must_use]
pub fn period(text: &Text, figure: &Figure, sentence: usize) -> Run {
    if let Some(run) = last(text, figure.label, EARLIER) {
        return Run::new(run.start + usize::from(matches!(text.at(run.start), '比' | '较')), run.end);
    }
    let before = Run::new(sentence, figure.quantity.run.start);
    let named = last(text, before, PERIODS);
    let dated = (before.start..before.end).rev().find_map(|at| Some(Run::new(at, dated(text, at)?)));
    match (named, dated) {
        (Some(named), Some(dated)) => {
            if named.start < dated.start {
                dated
            } else {
                named
            }
        }
        (named, dated) => named.or(dated).or_else(|| last(text, before, &["累计"])).unwrap_or_default(),
    }
}

/// Where a date that begins at an index ends: 2024年度, 2024年1—10月, 截至10月底.
fn dated(text: &Text, index: usize) -> Option<usize> {
    const LONGEST: usize = 14;
    if text.starts_any(index, &["截至", "截止"]).is_some() {
        let end = (index..index + LONGEST)
            .find(|&at| is_separator(text.at(at)) || matches!(text.at(at), '底' | '末' | '日'))?;
        return Some(end + usize::from(!is_separator(text.at(end))));
    }
    let (_, end) = date::year(text, index).filter(|&(_, end)| text.at(end) == '年')?;
    if text.before(index) == '至' && text.ends_any(0, index, &["截至"]).is_some() {
        return None;
    }
    let months = text.end_of(end + 1, |ch| ch.is_ascii_digit() || matches!(ch, '—' | '-' | '至'));
    if months > end + 1 && text.at(months) == '月' {
        return Some(months + 1);
    }
    Some(end + 1 + usize::from(text.at(end + 1) == '度'))
}

impl fmt::Display for Binding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.written, if self.noun.is_empty() { "?" } else { &self.noun })?;
        let family = format!("{:?}", self.family).to_lowercase();
        write!(f, " · {}", family.split('(').next().unwrap_or_default())?;
        write!(f, " · {}", format!("{:?}", self.role).to_lowercase())?;
        if self.is_total {
            write!(f, " · total")?;
        }
        for (name, said) in [(" · part of ", &self.part_of), (" · in ", &self.scope), (" · at ", &self.period)] {
            if !said.is_empty() {
                write!(f, "{name}{said}")?;
            }
        }
        if self.depth > 0 {
            write!(f, " · depth {}", self.depth)?;
        }
        Ok(())
    }
}
