//! Totals that stand in another sentence or clause than their parts.

use super::{FARTHEST, FARTHEST_TOTAL, Finder, Join, MOST_PARTS, Site};
use crate::figures::{Role, cues};
use crate::span::Run;

impl Finder<'_> {
    /// The last figure of the sentence before, summed up by the heads of this sentence's clauses.
    pub(super) fn next_sentence(&self, sites: &mut Vec<Site>) {
        // More words before the first part speak of something else.
        const LONGEST_LEAD: usize = 12;
        let Some(earlier) = self.earlier.filter(|earlier| earlier.last > earlier.first) else { return };
        let total = earlier.last - 1;
        let announces = self.is_total(total) && self.text.has_any(self.figure(total).label, cues::IN_ALL);
        if !announces || earlier.last - earlier.first > 2 {
            return;
        }
        let mut inside = false;
        let mut parts = Vec::new();
        for index in (self.sentence.first..self.sentence.last).take(FARTHEST) {
            let figure = self.figure(index);
            if figure.depth > 0 {
                continue;
            }
            if cues::stops(self.text, figure.gap) {
                inside = false;
            }
            inside |= self.is_marked(index);
            if !inside && self.may_add(total, index) && parts.len() < MOST_PARTS {
                parts.push(index);
            }
        }
        let goes_on = parts.first().is_some_and(|&first| self.figure(first).gap.len() <= LONGEST_LEAD);
        if parts.len() > 1 && goes_on {
            sites.push(Site { totals: vec![vec![total]], parts, nested: None, join: Join::NextSentence });
        }
    }

    /// Lists that begin with the sentence, with a clause behind a semicolon or colon, or with 其中.
    pub(super) fn loose(&self, sentence: usize, sites: &mut Vec<Site>) {
        const MOST_TOTALS: usize = 8;
        const SENTENCES_ON: usize = 2;
        let last = self.figures.sentences[sentence + 1..]
            .iter()
            .take(SENTENCES_ON)
            .take_while(|next| !next.opens_line)
            .map(|next| next.last)
            .last()
            .unwrap_or(self.sentence.last);
        let line = self.sentence.line;
        // 5人及以上司法所6个、…: a threshold begins no list.
        let first = (self.sentence.first..self.sentence.last).find(|&at| self.may_add(at, at));
        for at in self.sentence.first..self.sentence.last {
            let begins = first == Some(at) || self.text.has_any(self.figure(at).gap, &[";", ":", "其中"]);
            if !begins || !self.may_add(at, at) || self.figure(at).role != Role::Count {
                continue;
            }
            let bracket = self.figure(at).bracket;
            let beside = |&index: &usize| self.figure(index).bracket == bracket && self.may_add(at, index);
            let mut parts: Vec<usize> = (at..last).take(FARTHEST).filter(beside).take(MOST_PARTS).collect();
            if self.is_marked(at) {
                parts.truncate(self.end_of(&parts));
            }
            // 受理34件。⏎受理案件中,…: of what is named so, in a line before as well.
            let verb = self.verb_of_these(at);
            let is_named = |index: usize| {
                index >= line || verb.as_ref().is_some_and(|verb| self.text.has_any(self.figure(index).label, &[verb]))
            };
            let from = if verb.is_some() { line.min(at.saturating_sub(FARTHEST_TOTAL)) } else { line };
            let is_total = |&index: &usize| self.is_total(index) && self.may_add(at, index) && is_named(index);
            let totals: Vec<Vec<usize>> = (from..at)
                .rev()
                .take(FARTHEST_TOTAL)
                .filter(is_total)
                .take(MOST_TOTALS)
                .map(|index| vec![index])
                .collect();
            if parts.len() > 1 && !totals.is_empty() {
                sites.push(Site { totals, parts, nested: None, join: Join::Loose });
            }
        }
    }

    /// 受理 of `受理案件中,…` and 立案 of `在已立案提案中,…`: what was done with the things that a list divides.
    fn verb_of_these(&self, at: usize) -> Option<String> {
        let gap = self.figure(at).gap;
        let these = cues::THESE.iter().find_map(|these| self.text.find(gap, these))?;
        let end = these - usize::from(self.text.before(these) == '的');
        (end >= gap.start + 2).then(|| self.text.string(Run::new(end - 2, end)))
    }
}
