//! Slogans of several numbers, each with what it counts: `“四所一队”`, `“三张清单一张网”`, `“三升一降”`.

use super::announced::{Announced, digit, is_numeral, measure};
use super::ways::{Ways, split};
use crate::span::Run;
use crate::text::Text;

/// What parts items that say what they are.
const SIGNS: &[char] = &['、', ',', ';', '和', '及', '与', '+'];

/// How many items a list has of which each ends, or begins, with what a slogan counts: `权力清单、责任清单、负面清单和政务服务网`. None
/// where an item says none of it, or where more than one number is another: what is listed may then be something else.
#[must_use]
pub fn each(text: &Text, list: Run, slogan: &Announced) -> Option<Ways> {
    let inside = Run::new(slogan.run.start, slogan.run.end - 1);
    let numerals: Vec<usize> = (inside.start..inside.end).filter(|&at| is_numeral(text.at(at))).collect();
    let ends = numerals.iter().skip(1).copied().chain([inside.end]);
    let counted: Vec<(usize, Run)> = numerals.iter().zip(ends).filter_map(|(&at, end)| part(text, at, end)).collect();
    let items = split(text, list, SIGNS);
    let is_of = |item: &Run, noun: Run| {
        let noun = text.string(noun);
        text.ends(item.start, item.end, &noun) || text.starts(item.start, &noun)
    };
    // “四抓四促”,抓学习促提升、抓执法促规范、…: each item says both.
    let says = |item: &Run, noun: Run| text.find(*item, &text.string(noun)).is_some();
    let joint = items.iter().filter(|item| counted.iter().all(|&(_, noun)| says(item, noun))).count();
    let are_alike = counted.len() > 1 && counted.iter().all(|&(count, _)| count == counted[0].0);
    if are_alike && joint > 1 {
        return u32::try_from(joint * counted.len()).ok().map(Ways::one);
    }
    let told = |noun: Run| items.iter().filter(|item| is_of(item, noun)).count();
    let all: usize = counted.iter().map(|&(_, noun)| told(noun)).sum();
    let differing = counted.iter().filter(|&&(count, noun)| told(noun) != count).count();
    let is_told = counted.len() > 1 && all == items.len() && counted.iter().all(|&(_, noun)| told(noun) > 0);
    u32::try_from(all).ok().filter(|_| is_told && differing < 2).map(Ways::one)
}

/// A number of a slogan, and what it counts up to the next.
fn part(text: &Text, numeral: usize, end: usize) -> Option<(usize, Run)> {
    let count = usize::try_from(digit(text.at(numeral))?).ok()?;
    let behind = numeral + 1;
    let noun = measure(text, behind).filter(|&noun| noun < end).unwrap_or(behind);
    (noun < end).then(|| (count, Run::new(noun, end)))
}
