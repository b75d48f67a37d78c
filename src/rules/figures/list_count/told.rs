//! What a slogan counts, told behind it or before it by items that each say its word:
//! `“三个重点”,抓实重点人群、重点领域、重点时段`, `做到“四个亲自”。重要工作亲自部署、重大问题亲自过问、…`,
//! `执法与普法相结合、线上与线下相结合的“两结合”`.

use super::announced::Announced;
use super::forms::{Claim, List};
use super::ways::{Ways, split};
use crate::figures::cues;
use crate::span::Run;
use crate::text::{END, Text, ends_sentence};

/// A slogan is told in its own sentence or the next, or not at all.
const FARTHEST: usize = 160;

/// The items of a slogan behind it.
pub fn behind(text: &Text, found: &Announced) -> Option<List> {
    let own = sentence(text, text.end_of(found.run.end, |ch| matches!(ch, ',' | ':' | ' ')))?;
    let next = || sentence(text, text.end_of(own.end + 1, |ch| ch == '\n' || ch == ' '));
    let told = items(text, own, found).or_else(|| items(text, next()?, found))?;
    // “四有”(有牌子、有场地、有人员): another form.
    let is_introduced = text.chars(Run::new(found.run.end, told[0].end)).any(|ch| matches!(ch, '(' | ':'));
    (found.word.len() > 1 || !is_introduced || text.starts(found.word.start, "一")).then(|| list(text, found, &told))
}

/// The items that end with 的 before a slogan, or, of a slogan with a word, with a comma.
pub fn before(text: &Text, found: &Announced) -> Option<List> {
    // Its quote stands between.
    let is_word = found.word.len() > 1;
    let ends = |&end: &usize| text.at(end) == '的' || is_word && text.at(end) == ',';
    let end = found.run.start.checked_sub(2).filter(ends)?;
    let ends = |&at: &usize| ends_sentence(text.at(at)) || matches!(text.at(at), '\n' | ':' | ';');
    let low = end.saturating_sub(FARTHEST);
    let start = (low..end).rev().find(ends).map(|at| at + 1).or((low == 0).then_some(0))?;
    items(text, Run::new(start, end), found)
        .filter(|told| told[told.len() - 1].end == end)
        .map(|told| list(text, found, &told))
}

/// The items in quotes right before a slogan: `“一窗受理、一网通办、一次办好”“三个一”`, `围绕“查医德、查医风”开展“两查”`.
pub fn quoted(text: &Text, found: &Announced) -> Option<List> {
    const VERBS: &[&str] = &["开展", "落实", "推进", "推行", "实行", "做到", "强化", "深化", "的"];
    let quote = found.run.start - 1;
    let low = quote.saturating_sub(FARTHEST);
    let verb = text.ends_any(low, quote, VERBS).map_or(0, |(_, length)| length);
    let close = (quote - verb).checked_sub(1).filter(|&close| text.at(close) == '”')?;
    let open = (low..close).rev().find(|&at| matches!(text.at(at), '“' | '”')).filter(|&at| text.at(at) == '“')?;
    let inside = Run::new(open + 1, close);
    items(text, inside, found)
        .filter(|told| told[0].start == inside.start && told[told.len() - 1].end == inside.end)
        .map(|told| list(text, found, &told))
}

fn list(text: &Text, found: &Announced, told: &[Run]) -> List {
    let last = told[told.len() - 1];
    let listed = u32::try_from(told.len()).unwrap_or(u32::MAX);
    let open = text.find(last, cues::AND_SO_ON).is_some();
    // 会商机制、通报机制、考核办法: one more that is called otherwise; 进机关进校园、进社区: two in the first.
    let lack = u32::from(text.at(last.end) != '、' && !says_again(text, told[0], &text.string(found.word)));
    let claim = if listed > 2 { Claim { lack, excess: 1 } } else { Claim::NONE };
    let run = found.run.to(told[0].to(last));
    List { count: found.count, announced: found.run, run, ways: Ways::one(listed), open, claim }
}

/// From a place to the end of its sentence, where that is not far.
fn sentence(text: &Text, start: usize) -> Option<Run> {
    let ends = |&at: &usize| ends_sentence(text.at(at)) || matches!(text.at(at), '\n' | END);
    (start..start + FARTHEST).find(ends).map(|end| Run::new(start, end.max(start)))
}

/// The items of a sentence that say a word once each, as far from their ends or their beginnings; parted by 、, or by
/// commas where no 、 stands between them.
fn items(text: &Text, sentence: Run, found: &Announced) -> Option<Vec<Run>> {
    let word = text.string(found.word);
    let place = |item: &Run| text.find(*item, &word).unwrap_or(item.start);
    let says = |item: &Run| text.find(*item, &word).is_some();
    // 推进法律进机关、进乡村: what leads to the first may say it, too.
    let is_told =
        |told: &[Run]| !told.iter().skip(usize::from(told.len() > 2)).any(|item| says_again(text, *item, &word));
    let are_same = |places: &[usize]| places.windows(2).all(|two| two[0] == two[1]);
    let parts = [&['、'][..], &[';', ','][..]];
    parts.into_iter().find_map(|signs| {
        let all = split(text, sentence, signs);
        let first = all.iter().position(says)?;
        let told: Vec<Run> = all[first..].iter().copied().take_while(says).collect();
        let from_end: Vec<usize> = told.iter().map(|item| item.end - place(item)).collect();
        let from_start: Vec<usize> = told.iter().skip(1).map(|item| place(item) - item.start).collect();
        let is_edge = |item: &Run| place(item) == item.start || place(item) + 1 == item.end;
        let are_alike = (are_same(&from_end) || are_same(&from_start))
            && (found.word.len() > 1 || told.iter().skip(1).all(is_edge));
        let is_mixed = signs[0] != '、' && told.iter().any(|item| text.find(*item, "、").is_some());
        let goes_on = all[first + told.len()..].iter().any(says);
        // One glyph is said by chance, but for three that begin with it in a row: 进机关、进学校、进社区, 一口受理、….
        // “三不”“四必”,…: of two slogans; “五进”活动,今年已进机关、…: so far.
        let is_of_two = text.at(found.run.start.saturating_sub(2)) == '”';
        let is_so_far = || told.first().is_some_and(|first| text.find(*first, "已").is_some());
        let is_chance = found.word.len() == 1 && (told.len() < 3 || signs[0] != '、' || is_of_two || is_so_far());
        (told.len() > 1 && are_alike && is_told(&told) && !goes_on && !is_mixed && !is_chance).then_some(told)
    })
}

/// Whether an item says a word twice.
fn says_again(text: &Text, item: Run, word: &str) -> bool {
    text.string(item).matches(word).count() > 1
}
