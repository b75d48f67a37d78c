//! What the wording around a list says of its being whole: how it is introduced, joined and summed up.

use super::List;
use crate::decimal::Decimal;
use crate::figures::groups::Join;
use crate::figures::{Figure, cues, is_separator};
use crate::lex::number;
use crate::rules::Context;
use crate::rules::figures::slip;
use crate::span::Run;

/// `按案件类型分,…`, `按申请方式,…`, `从结果看,…`, `处理方式为:…`: a list that begins so divides something.
#[must_use]
pub fn divides(ctx: &Context<'_>, first: usize) -> bool {
    let (text, figure) = (ctx.text, &ctx.figures.list[first]);
    let gap = figure.gap;
    let is_led = (gap.start..gap.end).any(|from| cues::leads_division(text, from, gap.end));
    let label = figure.label.start;
    let is_led = is_led || text.has_any(figure.label, &["清理结果为", "审查结果为", "处理结果为"]);
    is_led || text.before(label) == ':' && text.ends_any(gap.start, label - 1, WAYS).is_some()
}

/// 从领域看 and 按领域 tell the chief kinds, 按领域分 and 从审结情况看 all of them.
pub fn looks_at(list: &List<'_>) -> bool {
    const KINDS: &[&str] =
        &["领域", "类别", "类型", "内容", "诉求", "问题", "案由", "事由", "区域", "产业", "行业", "地区", "部门"];
    let is_looked = list.says_first(&["看,", "看:"]) || !list.says_first(&["分,", "分:", "分类", "统计", "划分"]);
    list.divides && is_looked && list.says_first(KINDS)
}

/// Before a colon: how something is divided.
const WAYS: &[&str] = &["方式为", "结果为", "情况为", "方式", "结果", "情况", "分布", "构成", "类型", "来源"];

/// `甲代办点62个、乙代办点38个,共设代办点100个`: the total is named as all its parts are, or says that it is the number of all.
pub fn is_summary(list: &List<'_>) -> bool {
    let text = list.ctx.text;
    let mut label = list.total.label;
    if list.site.join != Join::Summary || label.len() < 2 {
        return false;
    }
    if text.has_any(label, cues::NUMBER_OF_ALL)
        || text.has_any(label, cues::SUM)
        || text.has_any(label, &["各类", "各项", "以上", "上述"])
    {
        return true;
    }
    // 移送公安11件、移送纪检6件,共移送17件; 事前处罚74起、事故处罚12起,全年共处罚86起
    if let Some((_, length)) = text.starts_any(label.start, &["全年", "今年", "年内", "累计"]) {
        label.start += length.min(label.len() - 2);
    }
    let verb = text.string(Run::new(label.start + 1, label.end.min(label.start + 3)));
    // 办理经营许可142件、零售许可297件,共办理439件: one verb for all that 、 joins; not where all but one make the total, which is
    // then something else (审核文件370件、合同140件、退回89件,共审核510件).
    let value = |part: &Figure| part.quantity.value;
    let made = Decimal::sum(list.parts.iter().map(|part| value(part)));
    let lacks = |part: &&Figure| made.and_then(|made| made.minus(value(part))) == Some(value(list.total));
    // 调解纠纷120件、代理案件35件,共调解成功140件
    let is_step = || list.says(label, cues::SETTLED) || list.says(label, &["成功"]);
    let is_another = list.parts.iter().any(lacks) || is_step();
    let is_joined = |part: &Figure| {
        let has_own = || cues::GATHERED.iter().any(|verb| text.starts(part.label.start, verb));
        text.at(part.gap.start) == '、' && !has_own() && !is_another
    };
    let goes_on = |part: &&Figure| part.label.is_empty() || list.says(part.label, &[&verb]) || is_joined(part);
    if text.at(label.start) == '共' && list.says(list.first.label, &[&verb]) && list.parts.iter().all(goes_on) {
        return true;
    }
    // 废止27件、修订18件,共废止和修订45件
    let holds = |part: &&Figure| !part.label.is_empty() && list.says(label, &[&text.string(part.label)]);
    if list.parts.iter().all(holds) {
        return true;
    }
    label.start = label.end - 2;
    let ending = text.string(label);
    list.parts.iter().all(|part| text.ends(part.label.start, part.label.end, &ending))
}

/// No more words stand between a total and what tells off its parts.
const NEAREST: usize = 6;

/// Two names that end in so many same glyphs are of things beside one another.
const SAME: usize = 3;

/// `编制253名,分别为86名、41名、126名`, `排查82起,甲镇、乙镇分别排查35起、47起`: numbers without names, right behind
/// their total.
pub fn is_list_of_numbers(list: &List<'_>) -> bool {
    let is_near = list.first.gap.len() <= NEAREST;
    let is_named = list.ctx.text.starts_any(list.first.label.start, &["分别"]).is_none() && list.says_first(&["、"]);
    let leads = list.says_first(&["分别为", "分别是", "依次为"]) && is_near
        || list.says(list.first.label, &["分别"]) && is_named;
    let is_behind = list.first.gap.start == list.total.quantity.run.end;
    // 养老保险参保174.3万人,失业、工伤保险参保分别为63.7万人、82.4万人: of what is named.
    let is_parallel = || {
        let text = list.ctx.text;
        let told =
            text.find(list.first.label, "分别").map_or(list.first.label, |each| Run::new(list.first.label.start, each));
        let total = list.total.label;
        let ending = text.string(Run::new(told.end.saturating_sub(SAME), told.end));
        total.len() >= SAME && told.len() >= SAME && text.ends(total.start, total.end, &ending)
    };
    // 审结1842件,作出撤销、变更决定分别为201件、87件: some of what is named, unless they come near or one digit is wrong.
    let leads = leads && !(is_named && (is_parallel() || !may_be_all(list)));
    leads && is_behind && list.parts[1..].iter().all(|part| matches!(part.label.len(), 0 | 1))
}

/// Whether the parts make more than the total, or come near it, or one digit of one figure takes them there.
fn may_be_all(list: &List<'_>) -> bool {
    let whole = list.total.quantity.value;
    let values = || list.parts.iter().map(|part| part.quantity.value);
    let Some((made, missing)) = Decimal::sum(values()).and_then(|made| Some((made, whole.minus(made)?))) else {
        return false;
    };
    let mends = values().filter_map(|value| Some((0, value, value.plus(missing)?)));
    made > whole || slip::is_near(whole, made) || slip::slips(mends.chain([(0, whole, made)])).next().is_some()
}

/// `审计项目86个,分别为预算执行审计32个、…`: named one by one right behind the total.
pub fn is_told_off(list: &List<'_>) -> bool {
    let gap = list.first.gap;
    let is_behind = gap.start == list.total.quantity.run.end;
    // 复议案件分别为612件、703件,诉讼案件分别为987件、…: of something else.
    let opening = Run::new(gap.start, gap.end.min(gap.start + NEAREST));
    // 草案3件,分别是《甲》《乙》《丙》,…: titles are told off.
    let is_titled = list.says(gap, &["《"]);
    is_behind && !is_titled && list.parts.len() > 2 && list.says(opening, &["分别为", "分别是"])
}

/// `复议机关2个,即县政府1个、…`; 即办件 is a kind.
pub fn says_namely(list: &List<'_>) -> bool {
    let text = list.ctx.text;
    let start = list.first.label.start;
    text.starts(start, "即") && text.starts_any(start, &["即办", "即时", "即收", "即接", "即报"]).is_none()
}

/// `12名,由3名学者和9名律师组成`.
pub fn is_composed(list: &List<'_>) -> bool {
    let leads = list.ctx.text.starts_any(list.first.label.start, &["由"]).is_some();
    leads && list.says(list.last.tail, &["组成", "构成"])
}

/// `五类案件总数为57件,其中…`: all of as many kinds as there are parts; 三类断面32个 may be divided otherwise.
pub fn tells_how_many(list: &List<'_>) -> bool {
    const FARTHEST: usize = 12;
    let (text, end) = (list.ctx.text, list.total.quantity.run.start);
    let start = list.ctx.figures.sentences[list.total.sentence].run.start.max(end.saturating_sub(FARTHEST));
    let is_separated = |&at: &usize| is_separator(text.at(at));
    let start = (start..end).rev().find(is_separated).map_or(start, |at| at + 1);
    let counts = |at: usize| {
        let kinds = number::read(text, at).filter(|number| matches!(text.at(number.end), '类' | '种'))?;
        kinds.value.to_integer()
    };
    let kinds = (start..end).find_map(counts).and_then(|kinds| usize::try_from(kinds).ok());
    let says_all = list.says(Run::new(start, end), &["总数", "总量"]);
    says_all && list.parts.len() > 2 && kinds == Some(list.parts.len())
}

/// `规范性文件共63件,继续有效8件、…`.
pub fn says_in_all(list: &List<'_>) -> bool {
    let label = list.total.label;
    list.ctx.text.ends_any(label.start, label.end, cues::IN_ALL).is_some()
}

/// `图斑286个,经核查,合法231个、…`: what looking at each of them found.
pub fn is_found(list: &List<'_>) -> bool {
    const LOOKED: &[&str] = &[
        "核查", "核实", "审查", "审核", "复核", "甄别", "认定", "鉴定", "评查", "比对", "研判", "排查", "梳理", "清理",
    ];
    const LONGEST: usize = 8;
    let (text, gap) = (list.ctx.text, list.first.gap);
    // 经营主体, 经济开发区
    let is_word = |at: usize| matches!(text.at(at), '营' | '济' | '费' | '办' | '验' | '常' | '过' | '历');
    let is_led = |at: usize| at == gap.start || is_separator(text.before(at));
    let begins = |&at: &usize| text.at(at) == '经' && is_led(at) && !is_word(at + 1);
    let by = (gap.start..gap.end).find(begins);
    by.is_some_and(|by| list.says(Run::new(by, gap.end.min(by + LONGEST)), LOOKED))
}

/// Whether nothing but 、 or ; stands between the parts and their short names.
pub fn are_enumerated(list: &List<'_>) -> bool {
    const LONGEST_NAME: usize = 16;
    let joined = |part: &&Figure| {
        part.gap.len() <= LONGEST_NAME && list.says(part.gap, &["、", ";"]) && !list.says(part.gap, &[","])
    };
    list.parts[1..].iter().all(joined)
}

/// `讲座28场,进机关5场、进校园12场、进企业11场`: a list parted by 、 right behind its total.
pub fn is_listed_behind(list: &List<'_>) -> bool {
    let text = list.ctx.text;
    let end = list.total.quantity.run.end;
    let is_adjacent = (end..=end + 1).contains(&list.first.gap.start);
    let opening = text.chars(list.first.gap).find(|&ch| is_separator(ch));
    let pauses = list.parts[1..].iter().all(|part| !list.says(part.gap, &[",", ";"]));
    list.site.join == Join::Following && is_adjacent && opening != Some('、') && pauses && are_enumerated(list)
}

/// Whether a separator stands before each part but the first.
pub fn are_parted(list: &List<'_>) -> bool {
    list.parts[1..].iter().all(|part| list.says(part.gap, &["、", ",", ";", ":", "和", "及", "与"]))
}

/// Whether the clause of the first figure says that something was gathered: it is a total, not the first item.
pub fn is_gathered(list: &List<'_>) -> bool {
    let end = list.total.tail.end.min(list.first.quantity.run.start);
    let words = Run::new(list.total.label.start, end.max(list.total.label.start));
    list.says(words, cues::IN_ALL) || list.says(words, cues::GATHERED)
}
