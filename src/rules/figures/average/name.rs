//! What the words of a mean name: 每场 and 场均 the count of 场, 人均 that of people, 每村 that of villages.

use crate::figures::Figure;
use crate::lex::unit::Family;
use crate::rules::Context;
use crate::span::Run;
use crate::text::is_han;

/// What means of a unit are called.
const BY_FAMILY: &[(Family, &[&str])] = &[
    (Family::Person, &["人均", "人次均", "每人", "每名"]),
    (Family::Case, &["案均", "件均", "每案", "每件", "每起", "案件平均"]),
    (Family::Household, &["户均", "每户", "每家"]),
    (Family::Occasion, &["场均", "每场", "期均", "每期", "次均"]),
];

/// What is called shorter after 每: 12所中小学,平均每校2场; 11个调解委员会,平均每个调委会9名.
const SHORT_FOR: &[(&str, &[&str])] = &[("校", &["学校", "小学", "中学"]), ("调委", &["调解委员会"])];

/// Whether the words of a mean name the unit of which it is one.
pub fn names_unit(ctx: &Context<'_>, mean: &Figure) -> bool {
    noun(ctx, mean).is_some() || BY_FAMILY.iter().any(|(_, words)| ctx.text.has_any(mean.label, words))
}

/// `每场` or `场均` beside a count of 场, 人均 beside one of 名, 案均 beside one of 件, 每村 beside 12个村.
pub fn is_named(ctx: &Context<'_>, count: &Figure, mean: &Figure) -> bool {
    // 处罚决定书312份,案均9.5万元: each closes a case.
    let is_decision =
        [count.label, near_words(ctx, count)].iter().any(|&words| ctx.text.has_any(words, &["决定书", "处罚决定"]));
    let family = if is_decision { Family::Case } else { count.quantity.unit.family };
    if BY_FAMILY.iter().any(|&(of, words)| of == family && ctx.text.has_any(mean.label, words)) {
        return true;
    }
    let unit = ctx.text.at(count.quantity.unit_run.start);
    let is_counted = |noun: Run| {
        let noun = ctx.text.string(noun);
        let full = SHORT_FOR.iter().find(|(short, _)| *short == noun).map_or(&[][..], |(_, full)| full);
        let says = |words: Run| ctx.text.has_any(words, &[&noun]) || ctx.text.has_any(words, full);
        says(near_words(ctx, count)) || says(count.label)
    };
    if noun(ctx, mean).is_some_and(is_counted) {
        return true;
    }
    unit != '个'
        && count.quantity.unit_run.len() <= 2
        && (ctx.text.has_any(mean.label, &[&format!("每{unit}")])
            || ctx.text.has_any(mean.label, &[&format!("{unit}均")]))
}

/// What a count counts.
fn near_words(ctx: &Context<'_>, count: &Figure) -> Run {
    const NOUN: usize = 12;
    // 11个街道(镇)调解委员会
    let end = ctx.text.end_of(count.tail.start, |ch| is_han(ch) || matches!(ch, '(' | ')'));
    Run::new(count.tail.start, count.tail.end.max(end).min(count.tail.start + NOUN))
}

/// What a mean is the mean of: 每个乡镇, 每村, 村均.
fn noun(ctx: &Context<'_>, mean: &Figure) -> Option<Run> {
    let (text, label) = (ctx.text, mean.label);
    if let Some(every) = text.find(label, "每") {
        let start = every + 1 + usize::from(matches!(text.at(every + 1), '个' | '家'));
        // 每个乡镇, 每个村(社区), 每个村平均
        let is_long = start > every + 1 && is_han(text.at(start + 1)) && !text.starts(start + 1, "平均");
        let length = 1 + usize::from(is_long);
        return (start + length <= label.end).then(|| Run::new(start, start + length));
    }
    let by = text.find(label, "均").filter(|&by| by > label.start && text.before(by) != '平')?;
    Some(Run::new(by - 1, by))
}
