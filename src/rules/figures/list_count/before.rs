//! Lists that stand before their number: `甲、乙、丙三家单位`, `甲、乙等5类`, `甲、乙、丙、丁“四调”联动`.

use super::announced::{Announced, MOST_ITEMS, begins_number, is_numeral, measure};
use super::forms::{Claim, FARTHEST, List};
use super::levels;
use super::ways::{Ways, split};
use crate::figures::cues;
use crate::lex::{mark, number, unit};
use crate::span::Run;
use crate::text::{Text, ends_sentence, is_han};

/// Nouns that say of things what they are, and never what they do together, as 一个窗口 may.
const KINDS: &[&str] = &["领域", "地方", "方面", "环节"];

/// Words behind which a list begins.
const LEADS: &[&str] = &[
    "包括",
    "包含",
    "涵盖",
    "涉及",
    "分为",
    "下设",
    "类型为",
    "类型有",
    "形式为",
    "形式有",
    "方式为",
    "方式有",
    "种类为",
    "途径为",
    "途径有",
    "渠道为",
    "渠道有",
    "内容为",
    "划分为",
    "归纳为",
];

/// What so many were made of.
const FORMS: &[&str] = &["组成", "成立", "组建", "分成", "编成"];

/// Words that a clause begins with, and with it its list.
const OPENERS: &[&str] = &["即", "通过", "采取", "围绕", "聚焦", "履行", "严格", "成立", "联合"];

/// A longer clause without 、 is no item of a list that has them.
const SHORT: usize = 6;

/// Verbs that may take an item each: 完善会议制度,健全通报、移送、督办四项机制.
const MAKING: &[&str] = &["完善", "修订", "健全", "建立", "推行", "制定", "出台"];

/// `甲、乙、丙三家单位`, `甲、乙等5类`: the list stands before the numeral.
pub fn behind(text: &Text, index: usize) -> Option<List> {
    // 甲、乙 2 个领域: a blank on either side parts nothing.
    let is_spaced = text.before(index) == ' ' && number::read(text, index).is_some_and(|it| text.at(it.end) == ' ');
    let mut end = index - usize::from(is_spaced);
    let before = text.before(end);
    if is_numeral(before)
        || before.is_ascii_digit()
        || matches!(before, '第' | '届' | '.' | '、' | ',' | '+' | '—' | '-' | '~' | '“' | '约' | '近' | '余')
    {
        return None;
    }
    // 由法官、律师组成4个评查组; “企业招用员工”“职工退休”等一件事: what is dealt with as one thing is called so.
    if text.ends_any(0, index, FORMS).is_some() || text.starts(index, "一件事") {
        return None;
    }
    let number = number::read(text, index)?;
    let count = u32::try_from(number.value.to_integer()?).ok().filter(|count| (1..=MOST_ITEMS).contains(count))?;
    let unit = unit::at(text, number.end).filter(|unit| unit.family.is_amount());
    let countless = ["次", "元", "起", "宗", "件", "人次", "期", "场"];
    // 4次专项行动
    let is_campaign = text.starts_any(number.end, &["次专项", "次集中", "期专题"]).is_some();
    let measured = measure(text, number.end).or(unit.map(|unit| number.end + unit.length));
    let is_countless = text.starts_any(number.end, &countless).is_some() && !is_campaign;
    if let Some(list) =
        levels::behind(text, index, number.end, count).or_else(|| titled(text, index, number.end, count))
    {
        return Some(list);
    }
    // “春节返乡”“中秋国庆”2场: several, each in its quotes.
    let is_titled = count > 1 && (before == '》' || before == '”' && has_quotes(text, index));
    if number.and_more || is_countless && before != '等' && !is_titled {
        return None;
    }
    let open = before == '等';
    end -= usize::from(open || matches!(before, '共' | '的'));
    let noun_end = measured.unwrap_or(number.end + 1);
    // “公示、记录、审核”四项制度; “水、电、气”2个窗口 are named after them.
    let counts_kinds = count > 1 && matches!(text.at(number.end), '项' | '种' | '类' | '大');
    // “党建+法治”“网格+法治”两个品牌: the last of several.
    if before == '”'
        && let Some(start) = (end.saturating_sub(80)..end - 1).rev().find(|&at| text.at(at) == '“')
        && !matches!(text.before(start), '”' | '、' | '和' | '及' | '与')
        && let inside = Run::new(start + 1, end - 1)
        && let Some(ways) = Ways::of(text, inside).or_else(|| Ways::linked(text, inside))
        && (ways.holds(count)
            || measured.is_some() && (Ways::are_alike(text, inside) || ways.fewest() > 2 && counts_kinds))
    {
        let run = Run::new(start, noun_end);
        let claim = if measured.is_some() { Claim::NEAR } else { Claim::NONE };
        return Some(List { count, announced: Run::new(index, noun_end), run, ways, open: false, claim });
    }
    let is_noun = is_han(text.at(noun_end)) || text.at(noun_end) == '“';
    // 江苏、广东、山东、河北四省
    let is_place = measured.is_none()
        && is_numeral(text.at(index))
        && matches!(text.at(number.end), '省' | '市' | '县' | '区' | '旗' | '州' | '镇' | '乡');
    let ways = list_before(text, end, count)?;
    let start = list_start(text, end)?;
    let run = Run::new(start, end);
    // 甲有限公司、乙有限公司、丙有限公司等4家企业: nobody writes out all firms but one, so 等 closes the list.
    let are_firms = text.ends_any(start, end, &["公司", "事务所"]).is_some() && Ways::ending(text, run) > 1;
    let is_closed = open && are_firms && ways.fewest() > 2 && count == ways.most() + 1;
    // 许可、处罚、强制、其他类等4类: nothing is left out behind the rest.
    let last = (start..end).rev().find(|&at| text.at(at) == '、').map_or(start, |at| at + 1);
    let is_closed = is_closed || open && text.starts_any(last, cues::REST).is_some();
    let is_partial = ends_open(text, run) || text.at(start) == '含';
    let open = open && !is_closed || is_partial;
    // 主要问题包括甲、乙、丙三类, (甲、乙、丙三类)
    let is_enclosed = text.ends_any(0, start, LEADS).is_some() || text.before(start) == '(' && text.at(noun_end) == ')';
    // 甲进村、乙进村、丙进村三项: without a noun only items that are alike are told.
    let is_alone = measured.is_some() && ways.fewest() > 2 && ways.holds(count);
    let is_told = open
        || is_noun
        || is_enclosed
        || is_place
        || is_alone
        || is_numeral(text.at(index)) && Ways::are_parallel(text, run);
    if !is_told || measured.is_none() && !is_place && !ways.holds(count) {
        return None;
    }
    let word = Run::new(noun_end, text.end_of(noun_end, is_han).min(noun_end + 2));
    let found = Announced { count, run: Run::new(index, word.end), word, composed: false };
    let is_named = ways.fewest() > 1 && (Ways::end_with(text, run, word) || Ways::end_as(text, run, noun_end));
    // 甲、乙、丙的3名律师, 由甲局、乙局2名干部: some of theirs.
    // 柳林、石桥、三合、河东4个村 are the villages.
    let are_villages = text.starts(word.start, "村") && ways.fewest() > 3 && !names_places(text, run);
    let is_of_them = found.is_by(text, &["名", "位"]) || found.is_of_singles(text) && !are_villages;
    let is_apart = is_of_them || matches!(before, '的' | '共' | '各' | '每');
    let is_short = |item: &Run| (2..=3).contains(&item.len());
    if is_place && ways.fewest() > 2 && split(text, run, &['、']).iter().all(is_short) {
        let run = Run::new(start, number.end + 1);
        return Some(List { count, announced: Run::new(index, run.end), run, ways, open, claim: Claim::LACK });
    }
    let claim = if measured.is_some() && (Ways::are_quoted(text, run) || linked(text, run).is_some()) {
        Claim { lack: 1, excess: 1 }
    } else if is_closed {
        Claim::LACK
    } else if measured.is_none() || is_apart && !is_named {
        Claim::NONE
    } else if opens_list(text, run, word) && ways.fewest() > 2 && text.starts_any(word.start, KINDS).is_some() {
        Claim { lack: if count < 10 { u32::MAX } else { 2 }, ..Claim::EXACT }
    } else if is_named || is_enclosed || opens_list(text, run, word) {
        Claim::marked(text, &found, run, ways)
    } else if ways.fewest() > 2 && count > 1 {
        // 健全排查、预警、化解、回访、反馈四项机制
        let counts_rounds = found.is_by(text, &["轮", "批", "级", "次", "期", "场"]);
        let is_marked = Ways::are_parallel_behind_first(text, run) && !counts_rounds;
        let excess = if open || is_marked { 2 } else { 0 };
        Claim { excess, ..Claim::LACK }
    } else {
        Claim::NONE
    };
    let claim = if is_partial { Claim::NONE } else { claim };
    let claim = if ends_with_several(text, run) { Claim { lack: 0, ..claim } } else { claim };
    Some(List { count, announced: Run::new(index, noun_end), run: Run::new(start, noun_end), ways, open, claim })
}

/// Whether several quotes stand side by side before a place: “甲”“乙”, “甲”、“乙”.
fn has_quotes(text: &Text, end: usize) -> bool {
    const LONGEST: usize = 40;
    let open = (end.saturating_sub(LONGEST)..end).rev().find(|&at| text.at(at) == '“');
    open.is_some_and(|open| text.ends_any(0, open, &["”", "”、", "”和"]).is_some())
}

/// `《…》《…》《…》地方性法规草案3件`: what documents are stands between their titles and their number.
fn titled(text: &Text, index: usize, end: usize, count: u32) -> Option<List> {
    const LONGEST: usize = 10;
    let noun = (index.saturating_sub(LONGEST)..index).rev().find(|&at| !is_han(text.at(at)))? + 1;
    let is_document = text.starts_any(end, &["件", "部", "项", "个", "份"]).is_some();
    // 《…》《…》等5个 names some.
    if text.before(noun) != '》' || noun == index || count == 1 || text.at(noun) == '等' || !is_document {
        return None;
    }
    let run = Run::new(list_start(text, noun)?, noun);
    let ways = Ways::of(text, run).filter(|ways| ways.fewest() > 1 && Ways::are_quoted(text, run))?;
    let announced = Run::new(index, end + 1);
    let claim = Claim { lack: 1, excess: 1 };
    Some(List { count, announced, run: run.to(announced), ways, open: false, claim })
}

/// Whether it is plain that a list before its number begins there: behind a preposition. 在甲镇、乙镇2个村: those of
/// 乙镇.
fn opens_list(text: &Text, list: Run, counted: Run) -> bool {
    let opens = matches!(text.at(list.start), '在' | '由' | '对' | '向' | '将' | '把');
    let is_place = matches!(text.before(list.end), '镇' | '乡' | '道' | '区' | '县' | '市' | '村');
    let is_of_last = is_place && text.starts_any(counted.start, &["地", "区", "片", "乡", "镇", "街道"]).is_none();
    opens && !is_of_last
}

/// Whether an item of a list is a place that has villages.
fn names_places(text: &Text, list: Run) -> bool {
    let ends =
        |item: &Run| text.ends_any(item.start, item.end, &["镇", "乡", "街道", "区", "县", "市", "局"]).is_some();
    split(text, list, &['、']).iter().any(ends)
}

/// Whether the last item of a list is several things: 公安、城管及各街道8个单位.
fn ends_with_several(text: &Text, list: Run) -> bool {
    const PLURALS: &[&str] = &["街道", "乡镇", "镇街", "部门", "社区", "学校", "企业", "单位", "科室", "村"];
    const SEVERAL: &[&str] = &["各", "相关", "有关", "部分", "所属", "下属", "所有", "全部"];
    let is_seam = |&at: &usize| matches!(text.at(at), '、' | '和' | '及' | '与');
    let item = (list.start..list.end).rev().find(is_seam).map_or(list.start, |at| at + 1);
    let plural = text.ends_any(item, list.end, PLURALS).map_or(0, |(_, length)| length);
    plural == list.end - item || text.starts_any(item, SEVERAL).is_some()
}

/// `甲、乙、丙、丁“四调”联动`: the slogan stands right behind its list.
pub fn slogan_behind(text: &Text, quote: usize, found: &Announced) -> Option<List> {
    let before = text.before(quote);
    // 扬尘治理“六个百分之百”、冬季质量等检查: one more item.
    if text.at(found.run.end) == '、' {
        return None;
    }
    if !is_han(before) && before != '”' || matches!(before, '和' | '及' | '与' | '等') {
        return None;
    }
    // 同部署、同检查、同考核的“三同”
    let is_of = before == '的';
    let end = quote - usize::from(is_of);
    let ways = list_before(text, end, found.count)?;
    let start = list_start(text, end)?;
    let each = found.each(text, Run::new(start, end));
    if found.is_idle(text, each) || is_of && each.is_none_or(|each| !ways.holds(each.fewest())) {
        return None;
    }
    let run = Run::new(start, found.run.end);
    let list = |ways, claim| List { count: found.count, announced: found.run, run, ways, open: false, claim };
    let is_of_last = matches!(text.before(found.run.end - 1), '类' | '种');
    Some(match each.filter(|_| found.composed) {
        Some(each) => list(each, Claim::EXACT),
        // 预算管理、会计信息、政府采购“四类”问题: the last alone is of so many.
        None if ways.fewest() > 2 && !found.composed && !is_of_last => list(ways, Claim::LACK),
        None => list(ways, Claim::NONE),
    })
}

/// How many items stand before an index; with commas between them only where that is the number announced, and what
/// stands before the comma says no figures and the list does not begin behind it: 严格履行甲、乙、丙三项程序.
fn list_before(text: &Text, end: usize, count: u32) -> Option<Ways> {
    let start = list_start(text, end)?;
    let run = Run::new(start, end);
    // 甲处、乙处、丙处三部门对4个分局: the list is that of the number before.
    let last = (start..end).rev().find(|&at| text.at(at) == '、').map_or(end, |at| at + 1);
    if (last + 1..end).any(|at| begins_number(text, at) && counts_bodies(text, at)) {
        return None;
    }
    let is_list = |_: &Ways| text.chars(run).any(|ch| matches!(ch, '、' | '”' | '》' | '和' | '及' | '与'));
    let ways = Ways::of(text, run).filter(is_list).or_else(|| linked(text, run))?;
    let holds = |&from: &usize| Ways::of(text, Run::new(from, end)).is_some_and(|ways| ways.holds(count));
    // 对人防、技防、物防不到位的甲市场、乙市场等两家: what has them is listed behind 的.
    if !ways.holds(count) && (start..end).rev().find(|&at| text.before(at) == '的').is_some_and(|from| holds(&from)) {
        return Some(Ways::one(count));
    }
    if ways.holds(count) || text.before(start) != ',' || text.starts_any(start, OPENERS).is_some() {
        return Some(ways);
    }
    let low = start.saturating_sub(FARTHEST);
    let sentence = (low..start)
        .rev()
        .find(|&at| ends_sentence(text.at(at)) || matches!(text.at(at), ':' | ';' | '\n' | '0'..='9'))
        .map_or(low, |at| at + 1);
    let mut starts: Vec<usize> = (sentence..start - 1).filter(|&at| text.at(at) == ',').map(|at| at + 1).collect();
    let takes = |words: &[&'static str]| text.starts_any(sentence, words).is_some();
    if takes(&["通过", "采取", "采用", "以", "由", "对", "在", "围绕"])
        || takes(MAKING) && text.starts_any(start, MAKING).is_some()
    {
        starts.push(sentence);
    }
    // 均按规定备案,报备率、及时率、规范率: what goes before is told for itself.
    let is_item = |clause: &Run| clause.len() <= SHORT || text.chars(*clause).any(|ch| matches!(ch, '、' | '”' | '》'));
    let making =
        |clause: &Run| text.starts_any(clause.start, MAKING).is_some() && text.starts_any(start, MAKING).is_some();
    let are_items = |&from: &usize| {
        let before = Run::new(from, start - 1);
        split(text, before, &[',']).iter().all(|clause| is_item(clause) || making(clause))
    };
    Some(if starts.iter().any(|from| are_items(from) && holds(from)) { Ways::one(count) } else { ways })
}

/// `线上+线下两种形式`: outside of quotes a sign parts items, whatever else they hold.
fn linked(text: &Text, list: Run) -> Option<Ways> {
    let is_free = !text.chars(list).any(|ch| matches!(ch, '“' | '《' | '('));
    Ways::linked(text, list).filter(|_| is_free && Ways::of(text, list).is_none())
}

/// Whether 等 stands in the last item: 不平等对待企业、民族团结、生态环境保护等专项清理.
fn ends_open(text: &Text, list: Run) -> bool {
    let item = (list.start..list.end).rev().find(|&at| text.at(at) == '、').map_or(list.end, |at| at + 1);
    let is_word = |at: usize| {
        matches!(text.before(at), '平' | '同' | '对' | '高' | '中' | '初' | '均')
            || matches!(text.at(at + 1), '级' | '次' | '额')
    };
    (item + 1..list.end).any(|at| text.at(at) == '等' && !is_word(at))
}

/// Whether a number counts bodies, with a measure word or without: 三家单位, 三部门.
fn counts_bodies(text: &Text, at: usize) -> bool {
    let Some(number) = number::read(text, at) else { return false };
    let nouns = [Some(number.end), measure(text, number.end)];
    nouns
        .into_iter()
        .flatten()
        .any(|noun| text.starts_any(noun, &["部门", "单位", "科室", "方面", "方", "地"]).is_some())
}

/// Where a list that ends at an index begins: behind the last mark that is no 、.
pub fn list_start(text: &Text, end: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut start = end;
    for index in (end.saturating_sub(FARTHEST)..end).rev() {
        match text.at(index) {
            ')' | '”' | '》' => depth += 1,
            '(' | '“' | '《' if depth > 0 => depth -= 1,
            '(' | '“' | '《' | ',' | ';' | ':' | '\n' if depth == 0 => break,
            // 取消、承接审批事项.先后4批次…
            '.' if depth == 0 && is_han(text.at(index + 1)) && is_han(text.before(index)) => break,
            ch if depth == 0 && (ends_sentence(ch) || ch.is_ascii_digit()) => break,
            _ => {}
        }
        start = index;
    }
    let pause = (start..end).find(|&at| text.at(at) == '、');
    let first = pause.unwrap_or(start);
    // 4个重点时段和网吧、歌舞厅、旅行社3类场所: behind what was counted before.
    if text.before(start).is_ascii_digit()
        && let Some(join) = (start..pause.unwrap_or(end)).find(|&at| matches!(text.at(at), '和' | '及' | '与'))
    {
        start = join + 1;
    }
    if let Some((at, length)) = (start..first).find_map(|at| Some((at, text.starts_any(at, LEADS)?.1))) {
        start = at + length;
    }
    // 省、市、县三级市场监管、文化市场等5支队伍: behind the levels that have them.
    if let Some(behind) = (start..end).rev().find(|&at| levels::ends_levels(text, at)).map(|at| at + 1) {
        start = behind;
    }
    // 三、健全制度: the number of a heading parts no items.
    let first = text.skip_spaces(start);
    if let Some(mark) = mark::read(text, first) {
        start = mark.run.end;
    }
    (start < end && depth == 0).then_some(start)
}
