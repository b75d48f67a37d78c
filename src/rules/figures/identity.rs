//! What the standard says about figures by their names: 新收 and 旧存 make up 审结 and 未结.
//!
//! A figure is known by the words right before it. In the smallest passage that prints every term of an
//! equation once (a clause up to a semicolon, or two or three sentences in a row) its two sides are compared; sums
//! that the writer may mean instead are tried as well. One that fits is for the ledger; one that comes near
//! and does not fit is a warning. Where parts may be left out, only an excess is one, or where these are few, more
//! missing than a twentieth.
//! A rate that is defined by other figures (`identity/rates.rs`) is held against them in the same way.
//! Silent where a term is missing, stands twice with two values or may be another's, on approximate figures,
//! and where another rule has already spoken of the same figures.

mod rates;

use super::ledger::Ledger;
use super::slip;
use crate::decimal::Decimal;
use crate::figures::{Figure, Role, cues, elsewhen};
use crate::finding::{Certainty, Finding, Kind, Operand, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::{Run, Span};
use crate::standard::equations::{EquationFile, IdentityFile};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/identity",
    title: &messages::IDENTITY_TITLE,
    why: &messages::IDENTITY_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "全年新收行政案件⟦512件,旧存38件。审结479件,未结53件⟧。",
    passes: "全年新收行政案件512件,旧存38件。审结497件,未结53件。",
    previous: None,
    check,
};

/// A figure that one of the terms names.
struct Named {
    figure: usize,
    term: usize,
    clause: usize,
}

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut judge = Judge { ctx, known: Ledger::of(&out.relations), found: Outcome::default() };
    for family in &ctx.standard.identities {
        let terms: Vec<&[String]> = family.terms.iter().map(|term| &term.words[..]).collect();
        let mut passage: Vec<Named> = Vec::new();
        let mut clause = 0;
        for sentence in &ctx.figures.sentences {
            if sentence.opens_line {
                judge.paragraph(family, &passage);
                passage.clear();
            }
            clause += 1;
            for figure in sentence.first..sentence.last {
                let (it, is_first) = (&ctx.figures.list[figure], figure == sentence.first);
                clause += usize::from(!is_first && cues::stops(ctx.text, it.gap));
                if let Some(term) = named(ctx, it, &terms) {
                    passage.push(Named { figure, term, clause });
                }
            }
        }
        judge.paragraph(family, &passage);
    }
    let Judge { mut found, .. } = judge;
    out.relations.append(&mut found.relations);
    out.findings.append(&mut found.findings);
}

/// Of several terms the one that names a figure: by the longest word that stands shortly before it, where
/// no other term has a word there.
#[must_use]
pub fn named(ctx: &Context<'_>, figure: &Figure, terms: &[&[String]]) -> Option<usize> {
    /// The name and what is counted stand closely before the figure.
    const LONGEST: usize = 24;
    /// Words behind a name that make it another's: 审结案件中, 办结率, 受理后.
    const TURNS: &[&str] = &["中", "后", "前", "率", "其", "需", "应", "以来"];
    let is_rate = figure.role == Role::Rate;
    if !(is_rate || matches!(figure.role, Role::Count | Role::Elsewhen)) || figure.quantity.approx != Approx::Exact {
        return None;
    }
    // 2件正在审理: what has no name before it may have one behind.
    let words = if figure.label.is_empty() { figure.tail } else { figure.label };
    let label = Run::new(words.start.max(words.end.saturating_sub(LONGEST)), words.end);
    let held = ctx.text.held(label);
    let mut found: Vec<(Run, usize)> = Vec::new();
    for (term, words) in terms.iter().enumerate() {
        for word in words.iter().filter(|word| held.may_hold(word)) {
            if let Some(at) = ctx.text.find(label, word) {
                found.push((Run::new(at, at + word.chars().count()), term));
            }
        }
    }
    let (name, term) = *found.iter().rev().max_by_key(|(name, _)| name.len())?;
    // 未结案 is neither 未结 and more, nor 结案.
    let is_other = |&(run, of): &(Run, usize)| of != term && (run.start < name.start || name.end < run.end);
    if found.iter().any(is_other) {
        return None;
    }
    let behind = Run::new(name.end, label.end);
    // A value of another year is a term only where the name itself speaks of that year.
    let is_old = figure.role == Role::Elsewhen && !ctx.text.has_any(name, elsewhen::ELSEWHEN);
    let is_kind = is_rate == (ctx.text.before(name.end) == '率');
    (is_kind && !is_old && !ctx.text.has_any(behind, TURNS)).then_some(term)
}

/// What was found before, and what identities add to it.
struct Judge<'c> {
    ctx: &'c Context<'c>,
    known: Ledger<'c>,
    found: Outcome,
}

impl Judge<'_> {
    /// Looks for the equations of a family in one paragraph, the smallest passages first.
    fn paragraph(&mut self, family: &IdentityFile, passage: &[Named]) {
        const MOST_CLAUSES: usize = 3;
        if passage.len() < 2 || !in_context(self.ctx, family, passage) {
            return;
        }
        // Equations with the first part of the passage that they were judged in.
        let mut judged: BTreeSet<usize> = BTreeSet::new();
        let mut rated: BTreeSet<usize> = BTreeSet::new();
        for length in 1..=MOST_CLAUSES {
            for (start, first) in passage.iter().enumerate() {
                if start > 0 && passage[start - 1].clause == first.clause {
                    continue;
                }
                let end = passage[start..].iter().take_while(|named| named.clause < first.clause + length).count();
                let window = Window { ctx: self.ctx, family, named: &passage[start..start + end] };
                if window.is_parted() {
                    continue;
                }
                for (index, rate) in family.rates.iter().enumerate() {
                    let Some(at) = window.all(std::slice::from_ref(&rate.rate)) else { continue };
                    let key = at[0] * family.rates.len() + index;
                    if !rated.contains(&key) && self.rate(&window, rate, at[0]) {
                        rated.insert(key);
                    }
                }
                for (index, equation) in family.equations.iter().enumerate() {
                    let is_wide = equation.clauses.is_some_and(|most| length > usize::from(most));
                    let Some(parts) = window.parts(equation).filter(|_| !is_wide) else { continue };
                    let key = parts[0] * family.equations.len() + index;
                    if !judged.contains(&key) && self.compare(&window, equation, &parts) {
                        judged.insert(key);
                    }
                }
            }
        }
    }

    /// Holds an equation against a passage that prints its parts; whether that settles it.
    fn compare(&mut self, window: &Window, equation: &EquationFile, parts: &[usize]) -> bool {
        let list = &self.ctx.figures.list;
        let wholes: Vec<Option<Vec<usize>>> = equation.whole.iter().map(|terms| window.all(terms)).collect();
        let Some(fullest) = wholes.iter().flatten().next() else { return false };
        let family = list[parts[0]].quantity.unit.family;
        if fullest.iter().chain(parts).any(|&index| !list[index].quantity.unit.family.adds_to(family)) {
            return true;
        }
        for whole in wholes.iter().flatten() {
            if let Some(parts) = window.fitting(whole, parts, &equation.maybe) {
                self.add(whole, &parts, "=", Verdict::Agrees);
                return true;
            }
        }
        // Where the fullest sum is not printed it may be meant.
        let is_full = wholes.first().is_some_and(Option::is_some);
        // 普通程序855件(其中已结171件、未结684件)。全年办理案件836件: what a bracket tells is of what stands before it.
        let is_apart =
            parts.iter().all(|&part| list[part].bracket.is_some_and(|own| list[fullest[0]].bracket != Some(own)));
        if (is_full || equation.open) && !is_apart {
            // Where what else there is counts for little, all of it that is printed counts.
            let others = if equation.few { window.each(&equation.maybe) } else { Vec::new() };
            self.disagree(window.family, equation, fullest, &[parts, &others].concat());
        }
        is_full
    }

    fn disagree(&mut self, family: &IdentityFile, equation: &EquationFile, whole: &[usize], parts: &[usize]) {
        let ctx = self.ctx;
        let value = |index: usize| ctx.figures.list[index].quantity.value;
        let total = |figures: &[usize]| Decimal::sum(figures.iter().copied().map(value));
        let (Some(all), Some(made)) = (total(whole), total(parts)) else { return };
        let [most, rest] = [20, 19].map(Decimal::whole);
        let is_far = || made.times(most).zip(all.times(rest)).is_some_and(|(made, least)| made < least);
        let is_short = equation.open && made < all;
        if is_short && !(equation.few && is_far()) {
            self.add(whole, parts, "≤", Verdict::Agrees);
            return;
        }
        let sign = if equation.open && !is_short { ">" } else { "≠" };
        let sides = [(parts, &messages::PART, all, made), (whole, &messages::TOTAL, made, all)];
        let mended =
            |right, wrong| move |&index: &usize| Some((index, value(index), value(index).plus(right)?.minus(wrong)?));
        let wanted =
            sides.iter().flat_map(|&(figures, _, right, wrong)| figures.iter().filter_map(mended(right, wrong)));
        let slips: Vec<(usize, Decimal)> = slip::slips(wanted).collect();
        let is_exact = !equation.open || is_short;
        let is_slip = is_exact && (!equation.open || all >= Decimal::HUNDRED) && !slips.is_empty();
        if !(slip::is_near(all, made) || is_slip)
            || self.is_accounted(whole, parts, all.distance(made))
            || self.is_of_another(whole, parts)
            || !self.add(whole, parts, sign, Verdict::Disagrees)
        {
            return;
        }
        let Some(relation) = self.found.relations.last() else { return };
        let (severity, certainty) =
            if equation.hint { (Severity::Info, Certainty::Possible) } else { (Severity::Warning, Certainty::Likely) };
        let sums = [made, all].map(|sum| ctx.in_words(sum, &ctx.figures.list[whole[0]]));
        let message = messages::IDENTITY_WRONG.with(&[&relation.equation, &sums[0], &sums[1]]);
        let mut finding = Finding::new(severity, certainty, relation.span, message).clause(&family.clause);
        for (figures, role, ..) in sides {
            for &index in figures {
                finding = finding.related(ctx.text.span(ctx.figures.list[index].quantity.run), role.plain());
            }
        }
        if is_exact && let [(index, right)] = slips[..] {
            let figure = &ctx.figures.list[index];
            let right = ctx.in_words(right, figure);
            let title = messages::CHANGE_ONE.with(&[&ctx.text.string(figure.quantity.numeral), &right]);
            finding = finding.fix(title, ctx.text.span(figure.quantity.numeral), right);
        }
        self.found.findings.push(finding);
    }

    /// Whether another figure of the passage is what is missing (审结61件,终止3件,未结9件), or what goes with all parts but one
    /// (已答复322件,结转14件。…未审结1件).
    fn is_accounted(&self, whole: &[usize], parts: &[usize], gap: Option<Decimal>) -> bool {
        let figures = &self.ctx.figures;
        let own = || whole.iter().chain(parts).copied();
        let sentence = |index: usize| &figures.sentences[figures.list[index].sentence];
        let (Some(first), Some(last)) = (own().min(), own().max()) else { return false };
        let family = figures.list[first].quantity.unit.family;
        (sentence(first).first..sentence(last).last).any(|index| {
            let figure = &figures.list[index];
            let is_other = figure.quantity.unit.family == family && !own().any(|own| own == index);
            let value = figure.quantity.value;
            let replaces = || {
                let is_pending = self.ctx.text.has_any(figure.label, &["结转", "待", "在办", "未"]);
                is_pending && parts.iter().any(|&part| figures.list[part].quantity.value.distance(value) == gap)
            };
            is_other && (gap == Some(value) || replaces())
        })
    }

    /// `新收案件701件,上年结转317件,审结741件,未结277件。收到申请5990件,…`: whether what was carried in goes with figures of
    /// another equation, which holds.
    fn is_of_another(&self, whole: &[usize], parts: &[usize]) -> bool {
        let spans = |figures: &[usize]| -> Vec<Span> {
            figures.iter().map(|&index| self.ctx.text.span(self.ctx.figures.list[index].quantity.run)).collect()
        };
        let (whole, parts) = (spans(whole), spans(parts));
        let own = [&whole[..], &parts].concat();
        whole[1..].iter().any(|&carried| {
            self.known.at(carried).any(|relation| {
                let holds = |place: Span| relation.operands.iter().any(|operand| operand.span == place);
                let is_other = relation.operands.iter().any(|operand| !own.contains(&operand.span));
                // 新收436件,加上上年结转37件,共473件: of the same.
                let is_of_others = !holds(whole[0]) && is_other;
                // 审结59件,其中上年结转5件、当年受理54件,年底在办10件: of one part.
                let divides =
                    || whole.iter().all(|&it| holds(it)) && parts.iter().filter(|&&it| holds(it)).count() == 1;
                relation.verdict == Verdict::Agrees && (is_of_others || !is_other && divides())
            })
        })
    }

    /// Adds a line to the ledger, unless another rule has one of the same figures, or calls one of them wrong.
    fn add(&mut self, whole: &[usize], parts: &[usize], sign: &str, verdict: Verdict) -> bool {
        let ctx = self.ctx;
        let written = |figures: &[usize]| {
            let numerals: Vec<String> =
                figures.iter().map(|&index| ctx.text.string(ctx.figures.list[index].quantity.numeral)).collect();
            numerals.join("+")
        };
        let equation = format!("{} {sign} {}", written(parts), written(whole));
        let operand = |role: &'static str, index: usize| ctx.operand(role, &ctx.figures.list[index]);
        let mut operands: Vec<Operand> = whole.iter().map(|&index| operand("total", index)).collect();
        operands.extend(parts.iter().map(|&index| operand("part", index)));
        let relation = Relation::new(Kind::Identity, verdict, operands, equation);
        let is_new = !self.is_known(&relation);
        if is_new {
            self.found.relations.push(relation);
        }
        is_new
    }

    fn is_known(&self, relation: &Relation) -> bool {
        relation.operands.iter().any(|own| {
            self.known.at(own.span).any(|other| {
                let holds = |operand: &Operand| other.operands.iter().any(|one| one.span == operand.span);
                other.verdict == Verdict::Disagrees || relation.operands.iter().all(holds)
            })
        })
    }
}

/// The named figures of a passage.
struct Window<'w> {
    ctx: &'w Context<'w>,
    family: &'w IdentityFile,
    named: &'w [Named],
}

impl Window<'_> {
    /// Whether a semicolon parts it: what stands on either side are items of a list, each with its own subject. What
    /// begins with the bare name of the figure has none: `新收64件,旧存9件;审结61件,未结12件`.
    fn is_parted(&self) -> bool {
        const BARE: usize = 4;
        let figure = |named: &Named| &self.ctx.figures.list[named.figure];
        self.named.windows(2).any(|two| {
            let (before, behind) = (figure(&two[0]), figure(&two[1]));
            two[0].clause != two[1].clause && before.sentence == behind.sentence && behind.label.len() > BARE
        })
    }

    /// The figures of some terms; none where one is missing or has two values.
    fn all(&self, terms: &[String]) -> Option<Vec<usize>> {
        let value = |figure: usize| self.ctx.figures.list[figure].quantity.value;
        let mut figures = Vec::new();
        for id in terms {
            let is_it = |named: &&Named| self.family.terms[named.term].id == *id;
            let mut found = self.named.iter().filter(is_it).map(|named| named.figure);
            let first = found.next()?;
            if found.any(|other| value(other) != value(first)) {
                return None;
            }
            figures.push(first);
        }
        Some(figures)
    }

    /// All figures of some terms, of which the first must be printed.
    fn printed(&self, terms: &[String]) -> Vec<usize> {
        const MOST: usize = 12;
        let is_of = |named: &Named, id: &String| self.family.terms[named.term].id == *id;
        let is_led = terms.first().is_some_and(|first| self.named.iter().any(|named| is_of(named, first)));
        let all = self.named.iter().filter(|named| is_led && terms.iter().any(|id| is_of(named, id)));
        all.map(|named| named.figure).take(MOST).collect()
    }

    /// The parts of an equation; none where one that it needs is missing.
    fn parts(&self, equation: &EquationFile) -> Option<Vec<usize>> {
        /// So many are printed where all are told.
        const FEWEST: usize = 2;
        let counted = self.each(&equation.counted);
        let is_told = equation.counted.is_empty() || counted.len() >= FEWEST;
        self.all(&equation.parts).filter(|_| is_told).map(|parts| [parts, counted].concat())
    }

    /// The figures of those terms that are printed.
    fn each(&self, terms: &[String]) -> Vec<usize> {
        const MOST: usize = 6;
        terms.iter().filter_map(|id| self.all(std::slice::from_ref(id))).flatten().take(MOST).collect()
    }

    /// The parts, with those that may be counted among them, that add up to a whole.
    fn fitting(&self, whole: &[usize], parts: &[usize], maybe: &[String]) -> Option<Vec<usize>> {
        let may = self.each(maybe);
        let whole = super::sum::sum(self.ctx, whole)?;
        (0..1usize << may.len()).find_map(|subset| {
            let mut with = parts.to_vec();
            with.extend(may.iter().enumerate().filter(|(at, _)| subset >> at & 1 == 1).map(|(_, &index)| index));
            super::sum::sum(self.ctx, &with).is_some_and(|made| made.meets(whole)).then_some(with)
        })
    }
}

/// Whether the paragraph or a heading above it speaks of the subject.
fn in_context(ctx: &Context<'_>, family: &IdentityFile, passage: &[Named]) -> bool {
    /// Farther words of a paragraph speak of something else.
    const NEAR: usize = 300;
    let says = |run: Run| family.context.iter().any(|word| ctx.text.find(run, word).is_some());
    let first = &ctx.figures.list[passage[0].figure];
    let last = &ctx.figures.list[passage[passage.len() - 1].figure];
    let heading = ctx.outline.heading_at(first.quantity.run.start);
    let opens = &ctx.figures.list[ctx.figures.sentences[first.sentence].line];
    let start = ctx.figures.sentences[opens.sentence].run.start.max(first.quantity.run.start.saturating_sub(NEAR));
    family.context.is_empty()
        || says(Run::new(start, last.quantity.run.end.min(start + 2 * NEAR)))
        || ctx.outline.path(heading).any(|index| says(ctx.outline.headings[index].title))
}
