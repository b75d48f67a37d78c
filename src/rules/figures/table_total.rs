//! Totals in a table: a row or column labelled 合计, 总计 or 小计 is the sum of those that it closes or opens.
//!
//! Which those are is read off the table itself: of the lists that may be meant (the rows above up to the
//! total before, those below, the subtotals, those numbered outermost, a part of any) the one that adds
//! up in most columns. Where it alone fails, a figure is wrong. Rows and columns are read alike.
//! Silent on rates, means and ranks, on words and gaps among the figures, and where no list adds up
//! in any of several columns; a single column is judged by its label, where it nearly adds up.

use super::equation::{self, Answer, At, Equation, Sum};
use super::slip;
use crate::finding::{Kind, Outcome, Severity};
use crate::lex::mark;
use crate::messages;
use crate::order;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::standard::form::Form;
use crate::tables::label::{self, Standing};
use crate::tables::{Row, Table};

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/table-total",
    title: &messages::TABLE_TOTAL_TITLE,
    why: &messages::TABLE_TOTAL_WHY,
    severity: Severity::Error,
    clause: None,
    fires: "类别\t一季度\t二季度\t三季度\n许可\t120\t135\t128\n处罚\t14\t20\t17\n合计\t134\t155\t⟦146⟧",
    passes: "类别\t一季度\t二季度\t三季度\n许可\t120\t135\t128\n处罚\t14\t20\t17\n合计\t134\t155\t145",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    // What a form lays down is judged by its own equations.
    for table in ctx.tables.iter().filter(|table| Form::of(ctx.standard, ctx.text, table).is_none()) {
        let mut equations = Vec::new();
        for across in [false, true] {
            let lines = Lines::new(ctx, table, across);
            for total in 0..lines.standing.len() {
                if matches!(lines.standing[total], Standing::Total | Standing::Subtotal) {
                    lines.total(total, &mut equations);
                }
            }
        }
        equation::report(ctx, table, Kind::Sum, &equations, out);
    }
}

/// The rows of a table, or across it its columns: one of them is the total, others are its parts.
struct Lines<'c> {
    ctx: &'c Context<'c>,
    table: &'c Table,
    across: bool,
    standing: Vec<Standing>,
    /// The lines the other way, in each of which the sum is made.
    crossing: Vec<usize>,
}

/// Farther lists are not looked at.
const MOST_LINES: usize = 400;
/// Lists across other totals are shorter.
const MOST_ACROSS: usize = 24;

/// How a list of parts does in the crossing lines; the best is the largest.
#[derive(Clone, Copy, Default, Eq, Ord, PartialEq, PartialOrd)]
struct Score {
    fits: usize,
    fails: std::cmp::Reverse<usize>,
    /// It is a whole list, not the beginning of one.
    whole: bool,
}

impl Score {
    fn new(answers: &[Answer], whole: bool) -> Self {
        let count = |answer: Answer| answers.iter().filter(|&&it| it == answer).count();
        Self { fits: count(Answer::Fits), fails: std::cmp::Reverse(count(Answer::Fails)), whole }
    }
}

impl<'c> Lines<'c> {
    fn new(ctx: &'c Context<'c>, table: &'c Table, across: bool) -> Self {
        let columns: Vec<usize> = (0..table.heads.len()).filter(|&column| table.adds_up(ctx.text, column)).collect();
        let (standing, crossing) = if across {
            let mut standing = vec![Standing::Among; table.heads.len()];
            for column in columns {
                standing[column] = label::standing(ctx.text, table.heads[column]);
            }
            (standing, (0..table.rows.len()).collect())
        } else {
            (table.rows.iter().map(|row| standing_of(ctx, row)).collect(), columns)
        };
        Self { ctx, table, across, standing, crossing }
    }

    const fn at(&self, line: usize, crossing: usize) -> At {
        if self.across { (crossing, line) } else { (line, crossing) }
    }

    fn label(&self, line: usize) -> Run {
        if self.across { self.table.heads[line] } else { self.table.rows[line].label() }
    }

    /// The lists that a total may be the sum of, each from the line nearest to it; any beginning of one will do.
    fn lists(&self, total: usize) -> Vec<Vec<usize>> {
        let is_sub = self.standing[total] == Standing::Subtotal;
        let ends = |line: &usize| match self.standing[*line] {
            Standing::Total => true,
            Standing::Subtotal => is_sub,
            _ => false,
        };
        let above: Vec<usize> = (0..total).rev().take_while(|line| !ends(line)).take(MOST_LINES).collect();
        let below: Vec<usize> =
            (total + 1..self.standing.len()).take_while(|line| !ends(line)).take(MOST_LINES).collect();
        let only = |list: &[usize], standing: Standing| -> Vec<usize> {
            let is_title = |line: usize| !self.across && self.table.rows[line].is_title();
            list.iter().copied().filter(|&line| self.standing[line] == standing && !is_title(line)).collect()
        };
        let mut lists = Vec::new();
        for side in [&above, &below] {
            let plain = only(side, Standing::Plain);
            lists.extend([self.outermost(&plain), self.unnested(&plain), only(side, Standing::Subtotal)]);
            lists.insert(lists.len() - 3, plain);
        }
        if !is_sub {
            let all: Vec<usize> = (0..total).rev().take(MOST_ACROSS).collect();
            lists.push(only(&all, Standing::Plain));
            let earlier = (0..total).rev().filter(|&line| self.standing[line] == Standing::Total);
            lists.push(earlier.take(MOST_ACROSS).collect());
        }
        lists.retain(|list| list.len() > 1);
        lists
    }

    /// Of lines with numbers of their own those of the outermost style: 一、 without its (一), (二).
    fn outermost(&self, list: &[usize]) -> Vec<usize> {
        let style = |line: usize| mark::read(self.ctx.text, self.label(line).start).map(|mark| mark.style);
        let Some(outer) = list.iter().filter_map(|&line| style(line)).min() else { return Vec::new() };
        let kept: Vec<usize> = list.iter().copied().filter(|&line| style(line) == Some(outer)).collect();
        if kept.len() < list.len() { kept } else { Vec::new() }
    }

    /// The list without lines that make up the one before them, where the first crossing line shows it.
    fn unnested(&self, list: &[usize]) -> Vec<usize> {
        let Some(&crossing) = self.crossing.first() else { return Vec::new() };
        let mut lines = list.to_vec();
        order::ascending(&mut lines);
        let mut kept = Vec::new();
        let mut index = 0;
        while index < lines.len() {
            kept.push(lines[index]);
            index += 1 + self.children(&lines[index..], crossing);
        }
        if list.first() > list.last() {
            kept.reverse();
        }
        if kept.len() < list.len() { kept } else { Vec::new() }
    }

    /// How many lines, two at least, right behind the first of some add up to it.
    fn children(&self, lines: &[usize], crossing: usize) -> usize {
        let Some(whole) = Sum::of(self.table, &[self.at(lines[0], crossing)]) else { return 0 };
        let mut made = Sum::default();
        for (index, &line) in lines[1..].iter().enumerate() {
            let Some(more) = made.plus(self.table, self.at(line, crossing)) else { break };
            made = more;
            match equation::answer(&whole, &made) {
                Answer::Fits if index > 0 => return index + 1,
                _ if made.value > whole.value => break,
                _ => {}
            }
        }
        0
    }

    /// For every beginning of a list, two parts at least, how it does in each crossing line.
    fn trials(&self, total: usize, list: &[usize]) -> Vec<Vec<Answer>> {
        let wholes: Vec<Option<Sum>> =
            self.crossing.iter().map(|&crossing| Sum::of(self.table, &[self.at(total, crossing)])).collect();
        let mut made = vec![Some(Sum::default()); self.crossing.len()];
        let mut trials = Vec::new();
        for (index, &part) in list.iter().enumerate() {
            for (sum, &crossing) in made.iter_mut().zip(&self.crossing) {
                *sum = sum.and_then(|sum| sum.plus(self.table, self.at(part, crossing)));
            }
            let answer = |(whole, made): (&Option<Sum>, &Option<Sum>)| match (whole, made) {
                (Some(whole), Some(made)) => equation::answer(whole, made),
                _ => Answer::Unknown,
            };
            if index > 0 {
                trials.push(wholes.iter().zip(&made).map(answer).collect());
            }
        }
        trials
    }

    /// Judges a total: adds an equation for each crossing line in which it holds or fails.
    fn total(&self, total: usize, equations: &mut Vec<Equation>) {
        let lists = self.lists(total);
        let trials: Vec<Vec<Vec<Answer>>> = lists.iter().map(|list| self.trials(total, list)).collect();
        let (mut best, mut which, mut index) = (None, 0, 0);
        for (list, trials) in trials.iter().enumerate() {
            for (at, answers) in trials.iter().enumerate() {
                let score = Score::new(answers, at + 1 == trials.len());
                if best.is_none_or(|best| score > best) {
                    (best, which, index) = (Some(score), list, at);
                }
            }
        }
        let Some(score) = best else { return };
        let mut parts = lists[which][..index + 2].to_vec();
        order::ascending(&mut parts);
        // Another list that does as well may be meant where this one fails.
        let as_good = |rival: &&Vec<Answer>| Score::new(rival, false).fits >= score.fits;
        let rivals: Vec<&Vec<Answer>> = trials.iter().flatten().filter(as_good).collect();
        for (position, &crossing) in self.crossing.iter().enumerate() {
            let mut equation = Equation {
                whole: vec![self.at(total, crossing)],
                parts: parts.iter().map(|&part| self.at(part, crossing)).collect(),
                severity: Severity::Error,
            };
            match trials[which][index][position] {
                Answer::Fits => equations.push(equation),
                Answer::Fails if !rivals.iter().any(|rival| rival[position] == Answer::Fits) => {
                    if let Some(severity) = self.severity(&equation, score, [total, crossing], &parts) {
                        equation.severity = severity;
                        equations.push(equation);
                    }
                }
                _ => {}
            }
        }
    }

    /// How bad it is that a total fails in one crossing line: the other lines are the evidence that it should hold.
    fn severity(
        &self,
        equation: &Equation,
        score: Score,
        [total, crossing]: [usize; 2],
        parts: &[usize],
    ) -> Option<Severity> {
        /// What is counted here may be counted in several parts: places, people, firms.
        const OVERLAPPING: &[&str] = &["人", "户", "家", "企业", "单位", "乡", "镇", "街道", "村", "主体"];
        let (whole, made) = (Sum::of(self.table, &equation.whole)?, Sum::of(self.table, &equation.parts)?);
        let exceeds = made.value > whole.value;
        let fails = score.fails.0;
        if score.fits > 1 && score.fits > fails {
            let head = self.table.heads[if self.across { total } else { crossing }];
            let may_overlap = exceeds && self.ctx.text.has_any(head, OVERLAPPING);
            return Some(if may_overlap { Severity::Info } else { Severity::Error });
        }
        if fails != 1 || !slip::is_near(whole.value, made.value) {
            return None;
        }
        let (first, last) = (parts[0].min(total), parts[parts.len() - 1].max(total));
        let is_plain = (first..=last).all(|line| self.standing[line] != Standing::Among)
            && parts.iter().all(|&part| !self.label(part).is_empty());
        match score.fits {
            1 => Some(Severity::Warning),
            _ if !is_plain || !score.whole => None,
            _ if exceeds || self.across => Some(Severity::Warning),
            _ => Some(Severity::Error),
        }
    }
}

/// What the labels of a row say.
fn standing_of(ctx: &Context<'_>, row: &Row) -> Standing {
    let says = |standing: &Standing| row.labels.iter().any(|&label| label::standing(ctx.text, label) == *standing);
    let told = [Standing::Among, Standing::Subtotal, Standing::Total];
    told.into_iter().find(says).unwrap_or(Standing::Plain)
}
