//! What the names of parts say: members of a closed class, states of one thing, a thing and its opposite.

use super::List;
use crate::figures::{Figure, cues};
use crate::rules::Context;
use crate::span::Run;
use crate::standard::file::ClassFile;
use crate::standard::terms::Use;
use crate::text::Text;

/// As many members of a class as this are taken for all of them that occurred.
pub const LONG_CLASS: usize = 4;

/// Whether the names of the parts belong together.
pub fn is_classed(list: &List<'_>) -> bool {
    list.class.is_some() || are_states(list)
}

pub fn is_whole_class(list: &List<'_>) -> bool {
    list.class.is_some_and(|class| list.parts.len() == class.members.len())
}

pub fn is_long_class(list: &List<'_>) -> bool {
    let enough = |class: &ClassFile| class.enough.unwrap_or(class.members.len().min(LONG_CLASS));
    let is_closed = list.parts.len() >= LONG_CLASS && list.has_rest;
    list.class.is_some_and(|class| is_closed || list.parts.len() >= enough(class))
}

/// Whether every part is a state of the same things: 已办结, 未办结, 待接收.
pub fn are_states(list: &List<'_>) -> bool {
    const STATES: &[&str] =
        &["已", "未", "不", "待", "正在", "尚", "拟", "阶段性", "在办", "剩余", "部分", "基本", "满意"];
    list.parts.iter().all(|part| list.says(name(list.ctx.text, part), STATES))
}

/// Two parts, one settled and one pending: 已办结9件、正在办理19件.
pub fn are_settled_and_pending(list: &List<'_>) -> bool {
    const DONE: &[&str] = &["已", "完成", "到位", "销号"];
    let [a, b] = list.parts[..] else { return false };
    let says = |part: &Figure, words: &[&str]| list.says(name(list.ctx.text, part), words);
    let is_done = |part: &Figure| says(part, DONE) || says(part, cues::SETTLED);
    let is_open = |part: &Figure| says(part, cues::PENDING) || says(part, cues::NEXT_PERIOD);
    let is_pair = |a: &Figure, b: &Figure| is_done(a) && !is_open(a) && is_open(b);
    is_pair(a, b) || is_pair(b, a)
}

/// Whether the total counts what is found and mended, and is not carried on from year to year as cases are.
pub fn are_tasks(list: &List<'_>) -> bool {
    list.says(list.total.label, &["问题", "线索", "隐患", "意见", "建议", "提案", "图斑"])
}

/// Whether every part is named after a place: 云城区52件、罗定市40件、郁南县38件.
pub fn are_places(list: &List<'_>) -> bool {
    const ENDINGS: &[&str] = &["区", "县", "市", "旗", "镇", "乡", "街道", "州"];
    let text = list.ctx.text;
    list.parts.iter().all(|part| text.ends_any(part.label.start, part.label.end, ENDINGS).is_some())
}

/// Two parts, one named as the other with 非, 未 or 不 before it: 有效72件、无效4件, 准予备案72件、不予备案4件.
pub fn are_opposites(ctx: &Context<'_>, parts: &[&Figure]) -> bool {
    const MARKS: [char; 9] = ['非', '未', '不', '已', '无', '有', '予', '以', '尚'];
    let &[a, b] = parts else { return false };
    let [a, b] = [a, b].map(|part| ctx.text.string(name(ctx.text, part)));
    let [bare_a, bare_b] = [&a, &b].map(|words| words.trim_start_matches(MARKS));
    let is_marked = bare_a.len() < a.len() || bare_b.len() < b.len();
    let negates = |words: &str, bare: &str, other: &str| {
        words.starts_with(['不', '未', '非', '尚'])
            && bare.chars().count() > 1
            && (other.ends_with(bare) || other.starts_with(bare))
            // 从轻减轻处罚 is not all that 不予处罚 is not, nor 修改后出台 that 不予出台.
            && !["从轻", "减轻", "改后", "补正后"].iter().any(|some| other.contains(some))
    };
    // 受理 and 因线索不详而未受理
    let denies = |words: &str, other: &str| {
        let bare = words.strip_suffix(other).filter(|_| other.chars().count() > 1);
        bare.is_some_and(|lead| lead.ends_with(['不', '未']))
    };
    let is_denial = denies(&b, &a) || denies(&a, &b);
    let is_negation = negates(&b, bare_b, &a) && !a.starts_with(['不', '未', '非', '尚']) || negates(&a, bare_a, &b);
    is_denial || is_marked && (!bare_a.is_empty() && bare_a == bare_b || is_negation)
}

/// Whether the names of all parts end alike, in two characters or more, or in 类, 级 or 型.
pub fn are_alike(text: &Text, parts: &[&Figure]) -> bool {
    let ending = |part: &Figure| {
        let end = name(text, part).end;
        (text.before(end), text.before(end.saturating_sub(1)))
    };
    let first = ending(parts[0]);
    let is_kind = |ending: (char, char)| matches!(ending.0, '类' | '级' | '型' | '性');
    parts.iter().all(|part| {
        let own = ending(part);
        name(text, part).len() > 1 && own.0 == first.0 && (is_kind(own) || own.1 == first.1)
    })
}

/// Whether the names of all parts end as that of the total, which comes first: `图斑386个,合法图斑291个,其他图斑95个`.
pub fn are_named_after(list: &List<'_>) -> bool {
    let (text, total) = (list.ctx.text, list.total.label);
    let opens = list.total.gap.start == list.ctx.figures.sentences[list.total.sentence].run.start;
    let noun = text.string(Run::new(total.end.saturating_sub(2).max(total.start), total.end));
    let is_so = |part: &&Figure| text.ends(part.label.start, part.label.end, &noun);
    opens && total.len() > 1 && list.parts.iter().all(is_so)
}

/// The words that name a part: those before its number, or, where they say no more than that there are so many,
/// those behind it.
pub fn name(text: &Text, figure: &Figure) -> Run {
    let says_nothing = ["", "尚有", "还有", "另有", "仍有"].contains(&text.string(figure.label).as_str());
    let mut run = if says_nothing && !figure.tail.is_empty() { figure.tail } else { figure.label };
    if let Some((_, length)) = text.starts_any(run.start, &["其中的", "其中", "分别为", "包括", "含"]) {
        run.start += length;
    }
    run
}

/// The closed class of which every part is a different member, and the total the whole; any such class, if none is given.
pub fn class<'c>(ctx: &Context<'c>, total: Option<&Figure>, figures: &[&Figure]) -> Option<&'c ClassFile> {
    let is_of = |words: &[String]| {
        let name = total.map(|total| Run::new(total.label.start, total.tail.end.max(total.label.end)));
        let says = |word: &String| name.is_some_and(|name| ctx.text.find(name, word).is_some());
        words.is_empty() || name.is_none() || words.iter().any(says)
    };
    let uses = |figure: &Figure| ctx.coverage.uses(ctx.standard, name(ctx.text, figure));
    let holds = |&class: &usize| {
        let mut seen = 0u64;
        // What is the whole of one thing only is named by itself: 举报, not 举报立案.
        let is_strict = !ctx.standard.classes[class].of.is_empty();
        figures.iter().all(|figure| {
            let members = uses(figure).filter_map(|(usage, run)| match usage {
                Use::Member(of, member) if of == class => Some((run.len(), member, run)),
                _ => None,
            });
            let Some((_, member, word)) = members.max() else { return false };
            if is_strict && !is_named_by(ctx, total, name(ctx.text, figure), word) {
                return false;
            }
            let bit = 1 << (member % 64);
            let is_new = seen & bit == 0;
            seen |= bit;
            is_new
        })
    };
    let of_first = uses(figures.first()?).filter_map(|(usage, _)| match usage {
        Use::Member(class, _) => Some(class),
        _ => None,
    });
    let class = of_first.filter(|&class| is_of(&ctx.standard.classes[class].of)).filter(holds).min();
    class.map(|class| &ctx.standard.classes[class])
}

/// Whether a name says no more than a word of it: besides it stands only what is in the name of the total, or what any
/// name may have.
fn is_named_by(ctx: &Context<'_>, total: Option<&Figure>, name: Run, word: Run) -> bool {
    const BEFORE: &[&str] = &["", "对", "的", "适用", "因", "用于", "定点", "其中的", "以"];
    const BEHIND: &[&str] = &[
        "",
        "类",
        "案件",
        "案件数量",
        "案件数量为",
        "案",
        "信息",
        "案卷",
        "人员",
        "的",
        "金额",
        "书",
        "等",
        "单位",
        "问题",
        "数",
        "款",
        "事项",
        "收入",
        "类案件",
        "违法行为",
        "有",
        "名义",
        "名义印发",
        "名义制发",
        "名义发布",
        "名义出台",
    ];
    let is_told = |words: &str| total.is_some_and(|total| ctx.text.find(total.label, words).is_some());
    let [before, behind] =
        [Run::new(name.start, word.start), Run::new(word.end, name.end)].map(|run| ctx.text.string(ctx.text.trim(run)));
    let may = |words: &String, any: &[&str]| any.contains(&words.as_str()) || is_told(words);
    may(&before, BEFORE) && may(&behind, BEHIND)
}
