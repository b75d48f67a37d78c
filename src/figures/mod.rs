//! Figures: quantities in their context, sentence by sentence; what every rule about figures reads.
//!
//! A figure knows the words before and after its number, how deep in brackets it stands, and the
//! part that its wording gives it: a count, a rate, a change, a value of another year, a bound.

pub mod binding;
pub mod cues;
pub mod elsewhen;
pub mod groups;
mod lines;
pub mod numbered;
mod role;
pub mod years;

use crate::decimal::{Decimal, Interval};
use crate::lex::Lexed;
use crate::lex::quantity::{Approx, Quantity};
use crate::lex::unit::Family;
use crate::span::Run;
use crate::text::{Text, ends_sentence};
pub use role::Role;

/// A quantity in its context.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// The quantity.
    pub quantity: Quantity,
    /// Index of its sentence.
    pub sentence: usize,
    /// How many brackets are open around it.
    pub depth: u8,
    /// Where the innermost of them opens.
    pub bracket: Option<usize>,
    /// Everything since the figure before it in the same bracket, or since the sentence or bracket began.
    pub gap: Run,
    /// The words before it in its own clause.
    pub label: Run,
    /// The words behind it up to the next separator or figure.
    pub tail: Run,
    /// What its wording makes of it.
    pub role: Role,
}

/// A sentence and the figures in it.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// Its glyphs, the stop not included.
    pub run: Run,
    /// Its first figure.
    pub first: usize,
    /// The figure after its last.
    pub last: usize,
    /// Whether a line begins with it.
    pub opens_line: bool,
    /// The first figure of its line.
    pub line: usize,
}

/// All figures of a text.
#[derive(Debug, Default)]
pub struct Figures {
    /// In the order of the text.
    pub list: Vec<Figure>,
    /// In the order of the text, those without figures included.
    pub sentences: Vec<Sentence>,
}

impl Figure {
    /// Whether it counts something, to the last digit.
    #[must_use]
    pub fn is_exact_count(&self) -> bool {
        self.role == Role::Count && self.quantity.approx == Approx::Exact
    }
}

impl Figures {
    /// Puts the quantities of a text into their context.
    #[must_use]
    pub fn new(text: &Text, lexed: &Lexed) -> Self {
        let mut figures = Self::default();
        let mut quantities = lexed.quantities.iter().peekable();
        let mut marks = lexed.marks.iter().peekable();
        let (mut line_first, mut before) = (0, Run::default());
        for line in text.lines().map(|line| text.trim(line)).filter(|line| !line.is_empty()) {
            let mut opens_line = !lines::goes_on(text, before, line);
            before = line;
            if opens_line {
                line_first = figures.list.len();
            }
            for mut run in sentences(text, line) {
                while let Some(mark) = marks.next_if(|mark| mark.run.start < run.end) {
                    if mark.run.start == text.skip_spaces(run.start) {
                        run.start = mark.run.end;
                    }
                }
                let first = figures.list.len();
                let mut walk = Walk::new(text, run);
                while let Some(quantity) = quantities.next_if(|q| q.run.start < run.end) {
                    if quantity.run.start >= run.start {
                        let previous = figures.list.len().checked_sub(1).filter(|&index| index >= first);
                        let mut figure = walk.figure(*quantity, figures.sentences.len());
                        if let Some(previous) = previous {
                            let before = &mut figures.list[previous];
                            if goes_on(text, before, &figure) {
                                figure.role = before.role;
                            }
                            // 36302件,比去年同期(35667)增长1.78%
                            let is_bare = figure.quantity.unit.family == Family::Bare && figure.depth > before.depth;
                            if is_bare && figure.role == Role::Elsewhen {
                                figure.quantity.unit.family = before.quantity.unit.family;
                            }
                            before.tail.end = before.tail.end.min(figure.quantity.run.start);
                        }
                        figures.list.push(figure);
                    }
                }
                figures.sentences.push(Sentence { run, first, last: figures.list.len(), opens_line, line: line_first });
                opens_line = false;
            }
        }
        figures
    }

    /// The sentence before another one in the same line.
    #[must_use]
    pub fn earlier(&self, sentence: usize) -> Option<&Sentence> {
        let is_first = self.sentences[sentence].opens_line;
        sentence.checked_sub(1).filter(|_| !is_first).map(|earlier| &self.sentences[earlier])
    }

    /// The first figure in reach of a sentence: that of the one before it in the line, or its own.
    #[must_use]
    pub fn reach(&self, sentence: usize) -> usize {
        self.earlier(sentence).unwrap_or(&self.sentences[sentence]).first
    }

    /// Whether two figures stand in one sentence.
    #[must_use]
    pub fn is_beside(&self, a: usize, b: usize) -> bool {
        self.list[a].sentence == self.list[b].sentence
    }

    /// The first figure of the bracket that opens right behind a figure: 上升12.6%(上年925起).
    #[must_use]
    pub fn in_bracket_behind(&self, text: &Text, at: usize) -> Option<usize> {
        let (figure, inner) = (self.list.get(at)?, self.list.get(at + 1)?);
        let opens = text.at(figure.quantity.run.end) == '(' && inner.depth == figure.depth + 1;
        opens.then_some(at + 1)
    }

    /// The two values right behind a change between them, the earlier first: 缩短11天,由48天压至37天.
    #[must_use]
    pub fn from_to_behind(&self, text: &Text, at: usize) -> Option<(usize, usize)> {
        let (change, then, now) = (self.list.get(at)?, self.list.get(at + 1)?, self.list.get(at + 2)?);
        let start = then.gap.start + usize::from(text.at(then.gap.start) == ',');
        let is_led = text.starts_any(start, &["由", "从"]).is_some();
        let leads = is_led && cues::goes_from_to(text, then.gap, now.gap);
        let beside = [then, now].iter().all(|it| it.sentence == change.sentence && it.bracket == change.bracket);
        (leads && beside).then_some((at + 1, at + 2))
    }

    /// What the last two or more counts of a unit in a row before a figure make: 农村8316人、城市1204人,上年9900人.
    #[must_use]
    pub fn sums_before(&self, at: usize, family: Family) -> Vec<Interval> {
        const MOST: usize = 8;
        let bracket = at.checked_sub(1).and_then(|before| self.list[before].bracket);
        let is_like = |other: &&Figure| {
            other.role == Role::Count && other.bracket == bracket && other.quantity.unit.family == family
        };
        let first = self.sentences[self.list[at].sentence].first;
        let before = self.list[first..at].iter().rev().take_while(is_like).take(MOST);
        let add = |all: &mut Interval, other: &Figure| {
            *all = all.plus(other.quantity.interval)?;
            Some(*all)
        };
        before.scan(Interval::exactly(Decimal::ZERO), add).skip(1).collect()
    }

    /// The words of a figure's sentence that stand near it.
    #[must_use]
    pub fn around(&self, figure: &Figure) -> Run {
        const NEAR: usize = 150;
        let sentence = self.sentences[figure.sentence].run;
        let at = figure.quantity.run;
        Run::new(sentence.start.max(at.start.saturating_sub(NEAR)), sentence.end.min(at.end + NEAR))
    }

    /// The figures of a sentence.
    #[must_use]
    pub fn of(&self, sentence: &Sentence) -> &[Figure] {
        &self.list[sentence.first..sentence.last]
    }
}

/// Whether a number without words goes on where another left off: 各减少6起、4人, 分别下降18.8%和16%, (上年32起、25人).
fn goes_on(text: &Text, before: &Figure, figure: &Figure) -> bool {
    let is_joined = |figure: &Figure| matches!(text.string(figure.gap).as_str(), "、" | "和" | "及" | "与");
    // 去年同期467件649人
    let is_bare =
        is_joined(figure) || figure.gap.is_empty() && before.quantity.unit.family != figure.quantity.unit.family;
    let is_percent = |it: &Figure| it.quantity.unit.family == Family::Percent;
    // 分别增长20%、15.6%和9.7%: the second went on itself.
    let is_several = before.role == Role::Elsewhen
        || is_percent(figure)
        || is_joined(before)
        || text.has_any(before.label, &["分别", "各", "均"])
        || text.has_any(before.label, cues::COMPARED);
    let may = matches!(before.role, Role::Change | Role::Elsewhen) && matches!(figure.role, Role::Count | Role::Rate);
    is_bare && may && is_several && before.bracket == figure.bracket && is_percent(before) == is_percent(figure)
}

/// The sentences of a line, without their stops.
fn sentences<'t>(text: &'t Text, line: Run) -> impl Iterator<Item = Run> + 't {
    let mut start = line.start;
    std::iter::from_fn(move || {
        if start >= line.end {
            return None;
        }
        let end = (start..line.end).find(|&index| stops(text, index)).unwrap_or(line.end);
        let run = Run::new(start, end);
        start = end + 1;
        Some(run)
    })
}

/// A stop; `%o` is what a scanner makes of `%。`.
fn stops(text: &Text, index: usize) -> bool {
    ends_sentence(text.at(index)) || (text.at(index) == 'o' && text.before(index) == '%')
}

/// Goes along a sentence once, keeping the brackets that are open.
struct Walk<'t> {
    text: &'t Text<'t>,
    run: Run,
    at: usize,
    /// The brackets that are open, the sentence first.
    open: Vec<Bracket>,
    /// Where the last separator, bracket or figure ended.
    clause: usize,
    /// Where the last figure outside brackets ended, if it is a change.
    changed: Option<usize>,
    /// The labels of the counts outside brackets.
    counted: Vec<Run>,
}

/// An open bracket.
struct Bracket {
    /// Where it opened.
    start: usize,
    /// Where the figure before ended inside it.
    since: usize,
    /// Where the clause began in which it opened, as long as no figure stands in it.
    clause: Option<usize>,
}

/// Words farther behind a figure do not belong to it.
const LONGEST_TAIL: usize = 60;

/// No count farther back than so many is what another year is told of.
const MOST_NAMES: usize = 8;

/// More brackets than this are not text.
const DEEPEST: usize = 8;

impl<'t> Walk<'t> {
    fn new(text: &'t Text, run: Run) -> Self {
        let sentence = Bracket { start: run.start, since: run.start, clause: None };
        Self { text, run, at: run.start, open: vec![sentence], clause: run.start, changed: None, counted: Vec::new() }
    }

    fn figure(&mut self, quantity: Quantity, sentence: usize) -> Figure {
        self.advance(quantity.run.start);
        let (bracket, since) =
            self.open.last().map_or((self.run.start, self.run.start), |open| (open.start, open.since));
        let start = quantity.run.start;
        let label = self.text.trim(Run::new(self.clause.min(start), start));
        let end = quantity.run.end.max(quantity.numeral.end);
        let tail = self.text.trim(Run::new(end, self.clause_end(end)));
        let depth = self.open.len() - 1;
        self.open.iter_mut().for_each(|open| open.clause = None);
        if let Some(innermost) = self.open.last_mut() {
            innermost.since = end;
        }
        self.clause = end;
        self.at = end;
        let gap = Run::new(since.min(start), start);
        Figure {
            quantity,
            sentence,
            depth: u8::try_from(depth).unwrap_or(u8::MAX),
            bracket: (depth > 0).then_some(bracket),
            gap,
            label,
            tail,
            role: self.keep_role(&quantity, bracket, label, tail),
        }
    }

    /// The role of a figure, which is kept for what may stand in a bracket behind it.
    fn keep_role(&mut self, quantity: &Quantity, bracket: usize, label: Run, tail: Run) -> Role {
        let is_then = self.is_told_against(quantity, bracket, label) || self.is_of_then(bracket, quantity.run.start);
        let role = if is_then { Role::Elsewhen } else { role::of(self.text, quantity, label, tail) };
        if self.open.len() == 1 {
            self.changed = (role == Role::Change).then_some(quantity.run.end);
            self.counted.extend((role == Role::Count).then_some(label));
        }
        role
    }

    /// `死亡54人,同比减少9人(2023年死亡63人)`: alone in a bracket right behind a change, of a year, and named as a count before it.
    fn is_told_against(&self, quantity: &Quantity, bracket: usize, label: Run) -> bool {
        let is_alone = self.text.at(quantity.run.end) == ')' && self.text.at(label.start).is_ascii_digit();
        if self.changed != Some(bracket) || !is_alone {
            return false;
        }
        let Some(name) = years::name(self.text, label) else { return false };
        // 2023年上半年办结140件
        let is_of_part = self.text.has_any(label, &["半年", "季度", "月"]);
        let is_named = |count: &Run| self.text.has_any(*count, &[&name]);
        let may_be = !is_of_part && quantity.unit.family.is_amount();
        may_be && self.counted.iter().rev().take(MOST_NAMES).any(is_named)
    }

    /// `比上年度(968宗)增加82宗`: a bracket that opens behind the name of another time and right before a number.
    fn is_of_then(&self, bracket: usize, start: usize) -> bool {
        let opens = self.text.at(bracket) == '(' && bracket + 1 == start;
        opens && self.text.ends_any(self.run.start, bracket, cues::THEN).is_some()
    }

    fn advance(&mut self, to: usize) {
        while self.at < to {
            match self.text.at(self.at) {
                '(' | '[' if self.open.len() < DEEPEST => {
                    self.open.push(Bracket { start: self.at, since: self.at + 1, clause: Some(self.clause) });
                    self.clause = self.at + 1;
                }
                ')' | ']' => {
                    let closed = if self.open.len() > 1 { self.open.pop() } else { None };
                    // A remark such as (社区) belongs to the name in which it stands; a bracket with figures
                    // introduces nothing behind it.
                    if let Some(clause) = closed.and_then(|closed| closed.clause) {
                        self.clause = clause;
                    } else {
                        if let Some(outer) = self.open.last_mut() {
                            outer.since = self.at + 1;
                        }
                        self.clause = self.at + 1;
                    }
                }
                ch if is_separator(ch) => self.clause = self.at + 1,
                _ => {}
            }
            self.at += 1;
        }
    }

    fn clause_end(&self, from: usize) -> usize {
        let is_end =
            |index: &usize| is_separator(self.text.at(*index)) || matches!(self.text.at(*index), '(' | ')' | '[' | ']');
        let end = self.run.end.min(from + LONGEST_TAIL);
        (from..end).find(is_end).unwrap_or(end.max(from))
    }
}

/// Whether a clause or an item of a list ends with it.
#[must_use]
pub fn is_separator(ch: char) -> bool {
    matches!(ch, ',' | ';' | ':' | '、' | '\t' | '|')
}
