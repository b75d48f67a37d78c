//! Totals before their parts in one sentence, with no word that says so: `共12件,甲5件,乙7件`, `12件:甲5件、乙7件`.

use super::{FARTHEST, Finder, Join, MOST_PARTS, Site};
use crate::decimal::Decimal;
use crate::figures::{Role, cues};
use crate::span::Run;

/// So far behind a number 中 says that what follows is of those: 57个图斑中.
const LONGEST_NOUN: usize = 6;

impl Finder<'_> {
    /// A figure and those behind it in the same sentence.
    pub(super) fn following(&self, at: usize, sites: &mut Vec<Site>) {
        if !self.is_total(at) || at + 1 >= self.sentence.last {
            return;
        }
        // 231个村中的219个: some of them are told, not what all are.
        let tail = self.figure(at).tail;
        if self.text.ends(tail.start, tail.end, "中的") {
            return;
        }
        let bracket = self.figure(at).bracket;
        let mut parts = Vec::new();
        let mut totals = vec![vec![at]];
        // 上年结转2件、新收63件,…: so it is where it comes first.
        if at > self.sentence.first && self.figure(at - 1).bracket == bracket && self.is_carried_in(at, at - 1) {
            totals.push(vec![at - 1, at]);
        }
        for index in (at + 1..self.sentence.last).take(FARTHEST) {
            if self.figure(index).bracket != bracket {
                continue;
            }
            // 收到63件,上年结转2件,…: what was carried in is part of what was dealt with.
            if index == at + 1 && self.is_carried_in(at, index) {
                totals.push(vec![at, index]);
                continue;
            }
            let anew = parts.first().is_some_and(|&first| self.begins_anew(at, first, index));
            let made = || Decimal::sum(parts.iter().map(|&part: &usize| self.figure(part).quantity.value));
            let is_sum = parts.len() > 1 && self.sums_up(index) && made() == Some(self.figure(index).quantity.value);
            // 受理57件,不予受理4件;受理的案件中审结54件
            let goes_deeper =
                !parts.is_empty() && self.stops(index) && cues::of_these(self.text, self.figure(index).gap).is_some();
            if self.is_marked(index) || parts.len() == MOST_PARTS || anew || is_sum || goes_deeper {
                break;
            }
            if self.may_add(at, index) {
                parts.push(index);
            }
        }
        let Some(&first) = parts.first().filter(|_| parts.len() > 1) else { return };
        let gap = Run::new(self.figure(at).quantity.run.end, self.figure(first).quantity.run.start);
        let of_them = ["中,", "里,", "中", "里"]
            .iter()
            .any(|word| self.text.ends(self.figure(at).tail.start, self.figure(at).tail.end, word));
        // 891件中裁决312件、…
        let label = self.figure(at).label;
        let opening = Run::new(tail.start, tail.end.min(tail.start + LONGEST_NOUN));
        let of_them =
            of_them || !cues::is_told_before(self.text, label) && cues::of_these(self.text, opening).is_some();
        let join = match self.text.at(self.figure(at).tail.end) {
            // 36个单位中,90分以上的12个、…
            _ if of_them && !(at + 1..first).any(|between| self.figure(between).role == Role::Count) => Join::Among,
            // 规章6件:《甲》《乙》…;修改13件、废止16件: titles are listed.
            ':' if first == at + 1
                && self.text.chars(gap).filter(|&ch| ch == ':').count() == 1
                && !self.text.has_any(gap, &["《"]) =>
            {
                Join::Colon
            }
            _ => Join::Following,
        };
        sites.push(Site { totals, parts, nested: None, join });
    }
}
