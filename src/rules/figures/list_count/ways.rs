//! How many items a run of text lists, in every way of counting.

use crate::span::Run;
use crate::text::Text;

/// The numbers of items that a list may be said to have, one bit each; longer lists than there are bits are not
/// counted.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Ways(u128);

/// What parts the items of a run, outside its brackets and quotes.
#[derive(Clone, Copy, Debug, Default)]
struct Seams {
    /// 、
    pauses: u32,
    /// ,
    commas: u32,
    /// ;
    semicolons: u32,
    /// 和, 及, 与, 或: between items or inside one, but not at the start of one, nor inside a word (参与).
    joins: u32,
    /// `”“`, `》《`: quoted items with nothing between them.
    quotes: u32,
}

impl Ways {
    /// Just one way.
    #[must_use]
    pub const fn one(items: u32) -> Self {
        Self(if items < u128::BITS { 1 << items } else { 0 })
    }

    /// From so many to so many.
    #[must_use]
    pub fn between(least: u32, most: u32) -> Self {
        let mut ways = Self::one(least);
        ways.add(least, most.saturating_sub(least));
        ways
    }

    /// The one way of counting so many, where they are counted at all.
    fn counted(items: usize) -> Option<Self> {
        u32::try_from(items).ok().map(Self::one).filter(|ways| ways.0 != 0)
    }

    /// Every way of counting the items of a run; none where it is no list.
    #[must_use]
    pub fn of(text: &Text, run: Run) -> Option<Self> {
        let seams = Seams::of(text, run);
        let mut ways = Self(0);
        if seams.semicolons > 0 {
            ways.add(seams.semicolons + 1, 0);
        }
        if seams.commas > 0 {
            ways.add(seams.commas + 1, 0);
            ways.add(seams.commas + seams.pauses + seams.semicolons + 1, seams.joins);
        }
        if seams.commas == 0 && seams.pauses + seams.semicolons + seams.joins > 0 {
            let least = u32::from(seams.pauses + seams.semicolons == 0);
            ways.add(seams.pauses + seams.semicolons + 1 + least, seams.joins - least);
        }
        if seams.quotes > 0 {
            ways.add(seams.quotes + seams.pauses + 1, seams.joins);
        }
        (ways.0 != 0).then_some(ways)
    }

    /// The way of counting items each of which says the word that is counted once, one glyph at its start or end:
    /// `机构到位;人员到位,每所两人`, `会前学;网上学`.
    #[must_use]
    pub fn each(text: &Text, run: Run, word: Run) -> Option<Self> {
        let is_there = |at: usize| text.glyphs(Run::new(at, at + word.len())) == text.glyphs(word);
        let says = |item: Run| (item.start..item.end).filter(|&at| is_there(at)).count();
        let all = says(run);
        if word.is_empty() || all < 2 || Seams::of(text, run).joins > 0 {
            return None;
        }
        let says_once =
            |item: Run| says(item) == 1 && (word.len() > 1 || is_there(item.start) || is_there(item.end - 1));
        let signs: [&[char]; 3] = [&[';'], &[';', ','], &[';', ',', '、']];
        let is_told = signs.iter().any(|signs| {
            let items = split(text, run, signs);
            items.len() == all && items.iter().all(|&item| says_once(item))
        });
        let runs_on = word.len() > 1 && split(text, run, signs[2]).len() == 1;
        Self::counted(all).filter(|_| is_told || runs_on)
    }

    /// Whether each of the items that 、 or ; parts ends with a word: 公示制度、培训制度.
    #[must_use]
    pub fn end_with(text: &Text, run: Run, word: Run) -> bool {
        let ends = |item: &Run| {
            let from = item.end.saturating_sub(word.len()).max(item.start);
            text.glyphs(Run::new(from, item.end)) == text.glyphs(word)
        };
        word.len() > 1 && split(text, run, &['、', ';']).iter().all(ends)
    }

    /// Whether each of the items ends with what stands at a place, in three glyphs or more: 甲律师事务所、乙律师事务所2家律师事务所.
    #[must_use]
    pub fn end_as(text: &Text, run: Run, place: usize) -> bool {
        const SHORTEST: usize = 3;
        let ending = |length: usize| text.glyphs(Run::new(run.end - length, run.end));
        let stands = |length: usize| ending(length) == text.glyphs(Run::new(place, place + length));
        (SHORTEST..=Self::ending(text, run)).any(stands)
    }

    /// How many glyphs all of the items that 、 or 和 parts end with: 有限公司.
    #[must_use]
    pub fn ending(text: &Text, run: Run) -> usize {
        let items = split(text, run, &['、', '和']);
        let end = |item: &Run, same: usize| text.before(item.end - same);
        let goes_on =
            |same: &usize| items.iter().all(|item| item.len() > *same && end(item, *same) == end(&run, *same));
        if items.len() > 1 { (0..run.len()).take_while(goes_on).count() } else { 0 }
    }

    /// Whether what stands behind the first quote of a run is quoted items and what joins them: 公布《甲》《乙》.
    #[must_use]
    pub fn are_quoted(text: &Text, run: Run) -> bool {
        let mut depth = 0usize;
        let first = (run.start..run.end).find(|&at| matches!(text.at(at), '《' | '“')).unwrap_or(run.end);
        let is_so = |at: usize| {
            match text.at(at) {
                '《' | '“' => depth += 1,
                '》' | '”' => depth = depth.saturating_sub(1),
                ch => return depth > 0 || matches!(ch, '、' | '和' | '及' | '与'),
            }
            true
        };
        matches!(text.before(run.end), '》' | '”') && (first..run.end).all(is_so)
    }

    /// The ways of counting what + or a dash links: 自查+互查+抽查, 收集—研判—化解—回访.
    #[must_use]
    pub fn linked(text: &Text, run: Run) -> Option<Self> {
        let links = text.chars(run).filter(|ch| matches!(ch, '+' | '—' | '-' | '→')).count();
        Self::counted(links + 1).filter(|_| links > 0)
    }

    /// The way of counting clauses that end, or begin, with the same glyph; what comes of them is none (…,并建立台账).
    #[must_use]
    pub fn clauses(text: &Text, run: Run) -> Option<Self> {
        const RESULTS: &[&str] = &["并", "确保", "推动", "促进", "实现", "形成", "有效", "切实"];
        let mut items = split(text, run, &[',', ';']);
        let is_result = |item: &Run| text.starts_any(item.start, RESULTS).is_some();
        if items.last().is_some_and(is_result) && !is_result(&items[0]) {
            items.pop();
        }
        let alike = |of: &dyn Fn(&Run) -> char| items.windows(2).all(|two| of(&two[0]) == of(&two[1]));
        let is_alike = alike(&|item| text.before(item.end)) || alike(&|item| text.at(item.start));
        let is_list = items.len() > 2 && items.iter().all(|item| !item.is_empty() && item.len() <= LONGEST_CLAUSE);
        Self::counted(items.len()).filter(|_| is_list && is_alike)
    }

    /// Whether it is plain what is an item: they are parallel, or linked by signs.
    #[must_use]
    pub fn are_alike(text: &Text, run: Run) -> bool {
        Self::are_parallel(text, run) || (Self::of(text, run).is_none() && Self::linked(text, run).is_some())
    }

    /// Whether the items that 、 or ; parts are made alike: of one length, or with the same first or last glyph.
    #[must_use]
    pub fn are_parallel(text: &Text, run: Run) -> bool {
        let items = split(text, run, &['、', ';']);
        let alike = |of: &dyn Fn(&Run) -> usize| items.windows(2).all(|two| of(&two[0]) == of(&two[1]));
        let is_short = items.iter().all(|item| !item.is_empty() && item.len() <= 16);
        items.len() > 1
            && is_short
            && (alike(&|item| item.len())
                || alike(&|item| text.at(item.start) as usize)
                || alike(&|item| text.before(item.end) as usize))
    }

    /// Whether the items that 、 parts are short and of one length, but for the words that the first begins with.
    #[must_use]
    pub fn are_parallel_behind_first(text: &Text, run: Run) -> bool {
        const LONGEST: usize = 4;
        let items = split(text, run, &['、']);
        let [first, rest @ ..] = &items[..] else { return false };
        let length = rest.first().map_or(0, |item| item.len());
        let is_so = |item: &Run| item.len() == length;
        rest.len() > 2 && (2..=LONGEST).contains(&length) && rest.iter().all(is_so) && first.len() >= length
    }

    /// `items` and up to `more` beyond.
    fn add(&mut self, items: u32, more: u32) {
        for count in items..=items + more.min(64) {
            self.0 |= Self::one(count).0;
        }
    }

    /// Whether the list may be said to have so many.
    #[must_use]
    pub const fn holds(self, count: u32) -> bool {
        self.0 & Self::one(count).0 != 0
    }

    /// The fewest it has.
    #[must_use]
    pub const fn fewest(self) -> u32 {
        self.0.trailing_zeros()
    }

    /// The most it has.
    #[must_use]
    pub const fn most(self) -> u32 {
        (self.0 | 1).ilog2()
    }
}

/// A longer clause is no item.
const LONGEST_CLAUSE: usize = 24;

/// The parts of a run between signs.
pub fn split(text: &Text, run: Run, signs: &[char]) -> Vec<Run> {
    let mut items = Vec::new();
    let mut start = run.start;
    for at in (run.start..run.end).filter(|&at| signs.contains(&text.at(at))).chain([run.end]) {
        items.push(Run::new(start, at));
        start = at + 1;
    }
    items
}

impl Seams {
    fn of(text: &Text, run: Run) -> Self {
        let mut seams = Self::default();
        let mut depth = 0usize;
        let mut start = run.start;
        for index in run.start..run.end {
            match text.at(index) {
                '“' | '《' if depth == 0 && index > run.start && matches!(text.before(index), '”' | '》') => {
                    seams.quotes += 1;
                    depth = 1;
                }
                '(' | '《' | '“' => depth += 1,
                ')' | '》' | '”' => depth = depth.saturating_sub(1),
                _ if depth > 0 => {}
                sign @ ('、' | ',' | ';') => {
                    start = index + 1;
                    match sign {
                        '、' => seams.pauses += 1,
                        ',' => seams.commas += 1,
                        _ => seams.semicolons += 1,
                    }
                }
                '和' | '及' | '与' | '或' | '并' if joins(text, index) && index > start => seams.joins += 1,
                _ => {}
            }
        }
        seams
    }
}

/// Whether a glyph that may join two things does, and is no part of a word: 参与, 及时.
fn joins(text: &Text, index: usize) -> bool {
    const FIRST: &[&str] = &["及时", "与会", "和谐", "和解", "和平", "并联", "并行", "并网", "并案", "或有"];
    const LAST: &[&str] = &[
        "参与",
        "涉及",
        "普及",
        "不及",
        "合并",
        "一并",
        "共和",
        "调和",
        "总和",
        "加强与",
        "强化与",
        "深化与",
        "密切与",
        "建立与",
        "开展与",
    ];
    text.starts_any(index, FIRST).is_none() && text.ends_any(0, index + 1, LAST).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(written: &str) -> Option<(u32, u32)> {
        let text = Text::new(written);
        Ways::of(&text, text.all()).map(|ways| (ways.fewest(), ways.most()))
    }

    #[test]
    fn pauses_part_items_and_a_join_may() {
        assert_eq!(ways("甲、乙、丙"), Some((3, 3)));
        assert_eq!(ways("甲、乙和丙"), Some((2, 3)));
        assert_eq!(ways("甲和乙"), Some((2, 2)));
        assert_eq!(ways("甲"), None);
    }

    #[test]
    fn commas_part_groups_or_items() {
        assert_eq!(ways("甲、乙上升,丙下降"), Some((2, 3)));
        assert_eq!(ways("甲12件,乙;丙"), Some((2, 3)));
    }

    #[test]
    fn what_stands_in_brackets_parts_nothing() {
        assert_eq!(ways("甲(一、二)、乙《三、四》"), Some((2, 2)));
        assert_eq!(ways("“甲”“乙”"), Some((2, 2)));
    }
}
