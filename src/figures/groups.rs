//! Wholes and their parts: where the wording puts a total beside figures that may make it up.
//!
//! A [`Site`] lists every reading that the wording allows: which figures may be the total, and
//! which may be its parts. Whether one of them adds up is for the rule to say.

mod apart;
mod following;
mod points;
mod summed;

use super::{Figure, Figures, Role, Sentence, cues};
use crate::decimal::Decimal;
use crate::lex::unit::Family;
use crate::span::Run;
use crate::text::Text;

/// A place where figures may be parts of a total.
#[derive(Clone, Debug)]
pub struct Site {
    /// The totals that may be meant, nearest first; each one figure, or several that add up.
    pub totals: Vec<Vec<usize>>,
    /// The parts, in order; one at least.
    pub parts: Vec<usize>,
    /// From here on the parts may belong to the part before them (其中 inside 其中).
    pub nested: Option<usize>,
    /// How the wording joins them.
    pub join: Join,
}

impl Site {
    /// Whether words or marks join the list to a total before it.
    #[must_use]
    pub const fn is_joined(&self) -> bool {
        matches!(self.join, Join::Among | Join::Bracket | Join::Colon)
    }
}

/// How the wording joins parts and total.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Join {
    /// `12件(甲5件、乙7件)`.
    Bracket,
    /// `12件,其中甲5件、乙7件`; also in brackets.
    Among,
    /// `12件:甲5件、乙7件`.
    Colon,
    /// `共12件,甲5件,乙7件`.
    Following,
    /// `甲5件、乙7件,共12件`.
    Before,
    /// `甲代办点5个、乙代办点7个,共设代办点12个`: other words stand between the sign of totals and the number.
    Summary,
    /// `共收到12件。甲5件;乙7件`.
    NextSentence,
    /// A list that begins with its sentence or clause, and a total somewhere before it in the line:
    /// enough to recognise a sum; to claim one, the list must say that it is whole.
    Loose,
}

/// Parts beyond this many are no list that a person adds up.
const MOST_PARTS: usize = 40;
/// No figure farther away belongs to a list.
const FARTHEST: usize = 120;
/// Words before the first part of a list that goes on from the sentence before: 具体为:维持决定.
const LONGEST_LEAD_ON: usize = 10;
/// By a quarter more than a total: no slip of either makes one a part of the other.
const FAR_MORE: [Decimal; 2] = [Decimal::whole(5), Decimal::whole(4)];
/// No figure farther back is a total.
const FARTHEST_TOTAL: usize = 40;

/// All sites of a text, in its order.
#[must_use]
pub fn sites(text: &Text, figures: &Figures) -> Vec<Site> {
    let mut sites = Vec::new();
    for (index, sentence) in figures.sentences.iter().enumerate() {
        let earlier = figures.earlier(index);
        let finder = Finder { text, figures, sentence, earlier };
        for at in sentence.first..sentence.last {
            finder.bracket(at, &mut sites);
            finder.among(at, &mut sites);
            finder.following(at, &mut sites);
            finder.before(at, &mut sites);
        }
        finder.next_sentence(&mut sites);
        finder.loose(index, &mut sites);
    }
    sites.retain(|site| !site.parts.is_empty() && !points::are_in_two(text, figures, site));
    sites
}

/// 信访1745件次,其中来信412件、来访237批次: whether a figure is one of them.
#[must_use]
pub fn is_petition(text: &Text, figure: &Figure) -> bool {
    let unit = text.string(figure.quantity.unit_run);
    matches!(&unit[..], "件" | "件次" | "封" | "批" | "批次" | "件(批)" | "批(次)")
        && text.has_any(figure.label, cues::CHANNELS)
}

struct Finder<'t> {
    text: &'t Text<'t>,
    figures: &'t Figures,
    sentence: &'t Sentence,
    /// The sentence before it in the same line.
    earlier: Option<&'t Sentence>,
}

impl Finder<'_> {
    fn figure(&self, index: usize) -> &Figure {
        &self.figures.list[index]
    }

    fn says(&self, index: usize, cues: &[&str]) -> bool {
        self.text.has_any(self.figure(index).gap, cues)
    }

    /// Whether a semicolon parts a figure from the one before it.
    fn stops(&self, index: usize) -> bool {
        cues::stops(self.text, self.figure(index).gap)
    }

    /// Whether 其中 introduces a figure.
    fn is_marked(&self, index: usize) -> bool {
        cues::says_among(self.text, self.figure(index).gap)
    }

    /// Whether a figure is introduced as part of what came before: 其中 anywhere since the last figure,
    /// its like only in the figure's own clause.
    fn is_among(&self, index: usize) -> bool {
        let figure = self.figure(index);
        let start = figure.gap.start.max(figure.label.start.saturating_sub(4));
        let clause = Run::new(start, figure.quantity.run.start);
        // 社会保险(含工伤待遇)693件: what a bracket says is of the bracket.
        let closed = (clause.start..clause.end).rev().find(|&at| self.text.at(at) == ')');
        let clause = Run::new(closed.unwrap_or(clause.start), clause.end);
        self.is_marked(index) || self.text.has_any(clause, cues::AMONG)
    }

    /// Whether `part` may be counted towards `total`.
    fn may_add(&self, total: usize, part: usize) -> bool {
        let (total, part) = (self.figure(total), self.figure(part));
        let (of, family) = (total.quantity.unit.family, part.quantity.unit.family);
        // 治安类13件,去年为6件,投诉类21件: what was then is no part of what is now.
        let label = part.label;
        let is_then = || {
            let opens = self.text.starts_any(label.start, &["去年", "上年", "同期"]).is_some();
            part.role == Role::Elsewhen && opens && matches!(self.text.before(label.end), '年' | '期' | '为')
        };
        let adds = || of.adds_to(family) || is_petition(self.text, total) && is_petition(self.text, part);
        matches!(part.role, Role::Count | Role::Elsewhen) && family.is_amount() && adds() && !is_then()
    }

    /// Whether both count things, in whatever unit: 微视频86部、海报118幅,共204件.
    fn are_things(&self, total: usize, part: usize) -> bool {
        let is_of_things = |index: usize| self.figure(index).quantity.unit.family.is_of_things();
        self.figure(part).role == Role::Count && is_of_things(total) && is_of_things(part)
    }

    /// Whether a figure is an item of a list that begins in its sentence.
    fn is_item(&self, from: usize, index: usize) -> bool {
        let is_listed = cues::pauses(self.text, self.figure(index).gap);
        is_listed || (from..=index).any(|part| self.is_marked(part))
    }

    /// Whether a figure is what was carried in, beside what is new.
    fn is_carried_in(&self, new: usize, carried: usize) -> bool {
        self.may_add(new, carried) && cues::is_carried_in(self.text, self.figure(carried).label)
    }

    fn is_total(&self, index: usize) -> bool {
        self.figure(index).role == Role::Count
    }

    /// The figures from `from` on in the same bracket that may add to `total`, up to the end of the sentence;
    /// where another 其中 comes between, its place in the list.
    fn parts(&self, total: usize, from: usize) -> (Vec<usize>, Option<usize>) {
        let bracket = self.figure(from).bracket;
        let mut nested = None;
        let mut parts = Vec::new();
        for index in (from..self.sentence.last).take(FARTHEST) {
            let figure = self.figure(index);
            if figure.bracket != bracket {
                if bracket.is_some() && figure.depth < self.figure(from).depth {
                    break;
                }
                continue;
            }
            let is_next = index > from && figure.role != Role::Rate;
            if is_next && (self.begins_anew(total, from, index) || self.sums_up(index) && !self.sums_up(from)) {
                break;
            }
            nested = nested.or_else(|| (index > from && self.says(index, cues::INNER)).then_some(parts.len()));
            if self.may_add(total, index) && parts.len() < MOST_PARTS {
                parts.push(index);
            }
        }
        (parts, nested.filter(|&at| at > 0))
    }

    /// Whether a figure is named by the verb of the total, as none of its parts is: 办理复议案件30件,…,办理应诉案件2件;
    /// or is one that was told before: 其中处罚类20件,该20件中….
    fn begins_anew(&self, total: usize, from: usize, index: usize) -> bool {
        let label = |index: usize| self.figure(index).label;
        // 备案326个 of 审批核准备案386个 is a part.
        // …;主持召开复议、督察专题会议12次
        let Figure { gap, label: Run { end, .. }, .. } = *self.figure(index);
        let behind = (gap.start..gap.end).rev().find(|&at| self.text.at(at) == ';').map(|stop| stop + 1);
        let opens = |at: usize, verb: &str| self.text.starts(at, verb) && end.saturating_sub(at) > verb.chars().count();
        let named = |verb: &&&str| opens(label(index).start, verb) || behind.is_some_and(|at| opens(at, verb));
        let verb = cues::GATHERED.iter().find(named);
        let is_verb =
            |verb: &&str| self.text.has_any(label(total), &[verb]) && !self.text.has_any(label(from), &[verb]);
        verb.is_some_and(is_verb) || cues::is_told_before(self.text, label(index))
    }

    /// How many parts stand before the semicolon that ends a list; all where semicolons part its items too.
    fn end_of(&self, parts: &[usize]) -> usize {
        let stops = |&part: &usize| self.stops(part);
        let is_parted_so = parts.get(1).is_none_or(stops) && parts.get(2).is_none_or(stops);
        let end = parts.iter().skip(1).position(stops).map(|at| at + 1);
        end.filter(|_| !is_parted_so).unwrap_or(parts.len())
    }

    /// Totals that end with `last`: itself, and the sums of the list that it closes.
    fn totals_ending_with(&self, last: usize) -> Vec<Vec<usize>> {
        const LONGEST_LIST: usize = 6;
        let mut totals = vec![vec![last]];
        let mut row = vec![last];
        for index in (self.sentence.first..last).rev().take(FARTHEST_TOTAL) {
            let figure = self.figure(index);
            if figure.bracket != self.figure(last).bracket {
                continue;
            }
            // 向4个镇赋权24项: what is counted in other units is no item beside it.
            let is_like =
                || self.text.string(figure.quantity.unit_run) == self.text.string(self.figure(last).quantity.unit_run);
            if !self.may_add(last, index) || !is_like() || row.len() == LONGEST_LIST || self.stops(row[0]) {
                break;
            }
            row.insert(0, index);
            totals.push(row.clone());
        }
        totals
    }

    /// The first figure in a bracket that stands behind a figure.
    fn bracket(&self, at: usize, sites: &mut Vec<Site>) {
        let Some(open) = self.figure(at).bracket else { return };
        let is_first = at == self.sentence.first || self.figure(at - 1).bracket != Some(open);
        if !is_first || self.figure(at).gap.start > open + 1 {
            return;
        }
        let Some(anchor) = (self.sentence.first..at)
            .rev()
            .take(FARTHEST_TOTAL)
            .find(|&index| self.figure(index).depth < self.figure(at).depth)
        else {
            return;
        };
        let between = Run::new(self.figure(anchor).quantity.numeral.end, open);
        let is_apart = self.text.chars(between).any(super::is_separator);
        if is_apart || !self.is_total(anchor) {
            return;
        }
        let (parts, nested) = self.parts(anchor, at);
        let join = if self.is_among(at) { Join::Among } else { Join::Bracket };
        sites.push(Site { totals: self.totals_ending_with(anchor), parts, nested, join });
    }

    /// A figure introduced by 其中 or its like.
    fn among(&self, at: usize, sites: &mut Vec<Site>) {
        let figure = self.figure(at);
        if !self.is_among(at) {
            return;
        }
        // 撤销、终止的案件分别为7件、8件: of nothing in the sentence before.
        let goes_on = self.is_marked(at) || figure.gap.len() <= LONGEST_LEAD_ON;
        let earlier = self.earlier.filter(|_| self.sentence.first == at && goes_on);
        let from = earlier.map_or(self.sentence.first, |sentence| sentence.first);
        // 留言15件;来电8947个,其中转办2274件: of nothing before the semicolon, if the clause has a total.
        let stops = |&index: &usize| index + 1 < at && self.stops(index + 1);
        let clause = (from..at).rev().take(FARTHEST_TOTAL).take_while(|index| !stops(index));
        let is_told = |&index: &usize| self.figure(index).bracket == figure.bracket && self.is_total(index);
        let from = if clause.clone().any(|index| is_told(&index)) { clause.last().unwrap_or(from) } else { from };
        let totals: Vec<usize> = (from..at)
            .rev()
            .take(FARTHEST_TOTAL)
            .filter(|&index| self.figure(index).depth <= figure.depth && self.is_total(index))
            .filter(|&index| self.figure(index).bracket.is_none() || self.figure(index).bracket == figure.bracket)
            // 其中县公安局15件、镇政府7件。案件涉及…: a part there is no total here.
            .filter(|&index| earlier.is_none() || !self.is_item(from, index))
            .filter(|&index| self.may_add(index, at) || self.figures.list[at..self.sentence.last].len() > 1)
            .take(4)
            .collect();
        // 立案655件、结案559件。其中,市级部门立案302件: of what bears their verb.
        let verb = cues::GATHERED.iter().find(|verb| earlier.is_some() && self.text.has_any(figure.label, &[verb]));
        let is_named = |&&index: &&usize| {
            verb.is_some_and(|verb| self.text.has_any(self.figure(index).label, &[verb])) && self.may_add(index, at)
        };
        let may_add = |&&index: &&usize| self.may_add(index, at);
        let Some(&nearest) = totals.iter().find(is_named).or(totals.iter().find(may_add)).or(totals.first()) else {
            return;
        };
        // 劳资纠纷1125宗,涉及员工4386人,物业纠纷317宗: it leads to no list.
        let counts_people = matches!(figure.quantity.unit.family, Family::Person | Family::Money);
        if !self.is_marked(at) && !self.may_add(nearest, at) && counts_people && self.says(at, &["涉及"]) {
            return;
        }
        let (mut parts, mut nested) = self.parts(nearest, at);
        // 企业19万户,其中外资319户;个体34万户: what is more stands behind the semicolon for itself.
        let whole = self.figure(nearest).quantity.value.times(FAR_MORE[0]);
        let value = |part: usize| self.figure(part).quantity.value.times(FAR_MORE[1]);
        let exceeds = |&part: &usize| value(part).zip(whole).is_some_and(|(value, whole)| value > whole);
        let more = parts.iter().position(exceeds).filter(|&more| more == 1 && self.stops(parts[more]));
        parts.truncate(more.unwrap_or(parts.len()));
        // 免罚871宗,减免643.8万元;免强制126宗: nor what has no money of its own.
        let has_money = |part: usize| {
            let next = self.figures.list.get(part + 1).filter(|next| next.sentence == figure.sentence);
            next.is_some_and(|next| next.quantity.unit.family == Family::Money)
        };
        if let [first, second] = parts[..]
            && self.stops(second)
            && has_money(first)
            && !has_money(second)
        {
            parts.truncate(1);
        }
        nested = nested.filter(|&nested| nested < parts.len());
        let mut alternatives = vec![vec![nearest]];
        if earlier.is_none() {
            alternatives = self.totals_ending_with(nearest);
        }
        // 131人,较上年减少22人,其中退休10人、调出12人: the change may be divided.
        let is_changed = |&index: &usize| {
            let figure = self.figure(index);
            figure.role == Role::Change && figure.bracket == self.figure(at).bracket && self.may_add(index, at)
        };
        alternatives
            .extend(at.checked_sub(1).filter(|&index| index >= from && is_changed(&index)).map(|index| vec![index]));
        // 新收64件,上年结转1件,其中予以公开33件、…: of both together.
        if self.is_carried_in(nearest, nearest + 1) && nearest + 1 < at {
            alternatives.push(vec![nearest, nearest + 1]);
        }
        // A total farther away has no part behind a semicolon that ends the list of the nearest.
        let end = self.end_of(&parts);
        let others = || totals.iter().filter(|&&index| index != nearest).map(|&index| vec![index]);
        if end == parts.len() {
            alternatives.extend(others());
        } else {
            let (parts, nested) = (parts[..end].to_vec(), nested.filter(|&nested| nested < end));
            let totals: Vec<Vec<usize>> = others().collect();
            if !totals.is_empty() {
                sites.push(Site { totals, parts, nested, join: Join::Loose });
            }
        }
        sites.push(Site { totals: alternatives, parts, nested, join: Join::Among });
    }
}
