//! What speaks against a list being whole: it is opened by 等, its classes overlap, its rest is told elsewhere, its
//! total is one more item.

use super::List;
use super::aspects;
use super::names::{class, is_whole_class, name};
use crate::decimal::Decimal;
use crate::figures::groups::Join;
use crate::figures::{Figure, Role, cues, is_separator};
use crate::lex::han;
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::rules::Context;
use crate::rules::figures::difference::flow;
use crate::span::Run;

/// Whether 等 or 主要 leaves the list open, its remainder not named. 优秀等次 and 主要证据不足 are names.
pub fn is_open(list: &List<'_>) -> bool {
    const NAMES: &[&str] = &["等次", "等级", "中等", "高等", "平等", "主要证据", "主要事实", "主要负责"];
    let is_name = |part: &Figure| list.says(part.label, NAMES);
    // 规划、财政等目录信息72条 names one thing.
    let ends_so = |part: &Figure| list.ctx.text.before(part.label.end) == '等';
    // 从办理结果看,维持2件、直接纠错5件,另有2件终止: the last of what is divided.
    let is_last = |part: &Figure| list.divides && part.gap == list.last.gap;
    let adds = |part: &Figure| list.says(part.label, &["另有", "还有"]) && !is_last(part);
    let opens = |part: &&Figure| (ends_so(part) || adds(part) || list.says(part.label, &["中的"])) && !is_name(part);
    let opened = list.says_first(cues::OPEN) && !is_name(list.first)
        || list.parts.iter().any(opens)
        || list.ctx.text.starts(list.last.tail.start, "等");
    opened && !list.has_rest && list.site.join != Join::Before
}

/// Done with what came in, or about to be.
const DEALT_WITH: &[&str] = &["审理", "答复"];

/// `上年结转136件,新收2418件,全年办结2397件`: what was settled is no sum of what came in.
pub fn sums_up_settled(list: &List<'_>) -> bool {
    let says = |run: Run| list.says(run, cues::SETTLED) || list.says(run, DEALT_WITH);
    list.site.join == Join::Summary
        && says(list.total.label)
        && !list.parts.iter().any(|part| says(part.label))
        && !is_added(list)
}

/// `新受理的121件加上年结转的14件,共审理135件`: the wording adds them up.
pub fn is_added(list: &List<'_>) -> bool {
    let text = list.ctx.text;
    let adds = |part: &&Figure| {
        let start = part.gap.start + usize::from(is_separator(text.at(part.gap.start)));
        text.starts_any(start, cues::ADDS).is_some()
    };
    // …,全年共审结130件: not all of them were.
    let is_settled = list.says(list.total.label, cues::SETTLED);
    is_summed_up(list) && !is_settled && list.parts[1..].iter().all(adds)
}

/// `收到120件。审结案件中,…`: what was settled is not all that came in.
pub fn is_of_settled(list: &List<'_>) -> bool {
    let names = |run: Run| [cues::SETTLED, DEALT_WITH, &["结转", "受理"]].iter().any(|words| list.says(run, words));
    let is_apart = matches!(list.site.join, Join::NextSentence | Join::Loose);
    let tells_pending = list.parts.iter().any(|part| list.says(part.label, cues::PENDING));
    let of_settled = names(Run::new(list.first.gap.start, list.first.label.start)) && !names(list.total.label);
    is_apart && of_settled && !tells_pending
}

/// `受理318件。审结案件中,维持126件、…`: a list of what has come farther than the total; what is pending may make it up.
pub fn is_of_another_stage(list: &List<'_>) -> bool {
    let is_apart = matches!(list.site.join, Join::NextSentence | Join::Loose);
    let tells_pending = list.parts.iter().any(|part| list.says(part.label, cues::PENDING));
    is_apart && !tells_pending && cues::is_of_another_stage(list.ctx.text, list.first.gap, list.total.label)
}

/// `制定规范性文件11件,废止7件、修改3件`: what was done to older ones.
pub fn is_of_older(list: &List<'_>) -> bool {
    const OLDER: &[&str] = &["废止", "修改", "修订", "失效"];
    let label = list.total.label;
    let is_new = list.says(label, &["制定", "出台", "印发"]) && !list.says(label, OLDER);
    let is_older = |part: &&Figure| list.says(part.label, OLDER);
    list.site.join == Join::Following && is_new && list.parts.iter().all(is_older)
}

/// `主动公开信息312条,公示许可249条、处罚93条`: something else that was done.
pub fn is_publicity(list: &List<'_>) -> bool {
    let is_so = |label: Run| list.ctx.text.starts_any(label.start, &["公示", "双公示"]).is_some();
    list.site.join == Join::Following && is_so(list.first.label) && !list.says(list.total.label, &["公示"])
}

/// `维持220件、驳回60件,其余为调解终止`: what is left is told without a number. What is still being dealt with
/// was not settled: `审结186件:维持120件、撤销66件,其余正在审理`.
pub fn tells_rest(list: &List<'_>) -> bool {
    const NEAR: usize = 6;
    const FAR: usize = 24;
    const CLAUSE: usize = 14;
    let end = list.last.quantity.run.end;
    let is_pending =
        || list.says(list.total.label, cues::SETTLED) && list.says(Run::new(end, end + CLAUSE), cues::PENDING);
    let says_so = list.says(Run::new(end, end + NEAR), cues::REST)
        || list.says(Run::new(end, end + FAR), &["其余", "剩余", "部分案件"]);
    // 1项其他行政权力 has its number.
    let is_told = || list.last.label.is_empty() && list.has_rest;
    says_so && !is_pending() && !denies_rest(list) && !is_told()
}

/// `即办件8620件、承诺件3000件,其余为联办件`: and no number follows.
pub fn tells_rest_in_words(list: &List<'_>) -> bool {
    const FAR: usize = 16;
    let end = list.last.quantity.run.end;
    let text = list.ctx.text;
    let rest = (end..end + 3).find(|&at| text.starts_any(at, cues::REST).is_some());
    let is_bare = |from: usize| {
        !text.chars(Run::new(from, from + FAR)).take_while(|&ch| ch != '。').any(|ch| ch.is_ascii_digit())
    };
    rest.is_some_and(is_bare) && tells_rest(list)
}

/// `咨询61件、投诉15件,无其他类型`.
pub fn denies_rest(list: &List<'_>) -> bool {
    const NEAR: usize = 6;
    let end = list.last.quantity.run.end;
    list.says(Run::new(end, end + NEAR), &["无其他", "没有其他"])
}

/// `新建5个、改造6个,累计50个`: what there is by now, not what these make.
pub fn is_cumulated(list: &List<'_>) -> bool {
    list.site.join == Join::Before && list.says(list.total.gap, &["累计"])
}

/// `房管、人事各3件`, `各乡镇设站15个`: a number of each of several. 市直部门1174人,各县区2688人 is of all of them, which is more than
/// half.
pub fn tells_each(list: &List<'_>) -> bool {
    let text = list.ctx.text;
    let whole = list.total.quantity.value;
    let is_most = |part: &Figure| part.quantity.value.times(Decimal::whole(2)).is_some_and(|twice| twice > whole);
    let is_each = |part: &&Figure| {
        let label = part.label;
        let leads = text.starts(label.start, "各") && !is_most(part);
        // 市长督办5件,副市长分别督办3件; but 城管、交通分别办理20件和28件.
        let goes_on = matches!(text.at(part.tail.end), '、' | '和' | '与' | '及');
        let is_led = text.has_any(label, &["分别"]) && !goes_on && part.label.len() > 4;
        let leads = leads || is_led;
        leads || text.ends_any(label.start, label.end, &["各", "各有", "各设", "各建", "各配备"]).is_some()
    };
    list.parts.iter().any(is_each)
}

/// Whether what came is told behind a list of what left, or the other way round.
pub fn tells_counterflow(list: &List<'_>) -> bool {
    let rises = list.says(list.total.label, &["增"]);
    let end = list.ctx.figures.sentences[list.last.sentence].run.end;
    let behind = Run::new(list.last.quantity.run.end.min(end), end);
    list.says(behind, flow::against(rises))
}

/// `28个部门中,有9个…`: some of them; 其中有 says nothing.
pub fn has_some(list: &List<'_>) -> bool {
    let (text, gap) = (list.ctx.text, list.first.gap);
    cues::of_these(text, gap).is_some_and(|at| text.starts_any(at + 1, &["有", ",有"]).is_some())
}

/// `复议58件、应诉37件,共80件已办结`: whether what sums up a list says how far some have come.
pub fn tells_some_done(list: &List<'_>) -> bool {
    const NEAR: usize = 6;
    const FAR: usize = 12;
    let end = list.total.quantity.run.end;
    let is_done = list.ctx.text.starts_any(end, &["已", "移送", "被", "获", "按期", "按时", "得到", "办结"]).is_some();
    let tells_others = || list.says(Run::new(end, end + FAR), &["另", "其余", "尚有"]);
    is_summed_up(list) && (is_done && !list.says(Run::new(end, end + NEAR), &["全", "均", "都"]) || tells_others())
}

/// `终止33件,终止案件中经调解的29件,8件正在审理`: whether the last is pending, and the total an item of what is settled.
pub fn is_settled_item(list: &List<'_>) -> bool {
    let tail = list.last.tail;
    let is_pending = list.last.label.is_empty() && list.ctx.text.starts_any(tail.start, cues::PENDING).is_some();
    is_pending && cues::pauses(list.ctx.text, list.total.gap)
}

/// `公安类、人社类列前2位,分别为203件、97件`: the first of more.
pub fn are_first(list: &List<'_>) -> bool {
    const NEAR: usize = 6;
    let end = list.total.quantity.run.end;
    let between = Run::new(end, list.first.quantity.run.start.max(end));
    let behind = list.last.quantity.run.end;
    [between, Run::new(behind, behind + NEAR)].iter().any(|&run| list.says(run, &["列前", "居前", "排名前", "排在前"]))
}

/// Whether a total stands behind its parts.
pub fn is_summed_up(list: &List<'_>) -> bool {
    matches!(list.site.join, Join::Before | Join::Summary)
}

/// `水环境42家、大气环境56家(部分单位同时列入多类)`: what a bracket behind the list says.
pub fn overlaps_by_word(list: &List<'_>) -> bool {
    const NEAR: usize = 20;
    let end = list.last.quantity.run.end;
    let text = list.ctx.text;
    let bracket = (end..end + NEAR)
        .find(|&at| text.at(at) == '(')
        .filter(|&open| !text.chars(Run::new(end, open)).any(is_separator));
    let close = bracket.and_then(|open| (open..open + NEAR).find(|&at| text.at(at) == ')'));
    let inside = bracket.map(|open| Run::new(open, close.unwrap_or(open + NEAR)));
    inside.is_some_and(|inside| list.says(inside, &["同时", "重复", "交叉", "重叠", "兼"]))
}

/// 主要涉及…, but not 主要问题金额.
pub fn says_mainly(list: &List<'_>) -> bool {
    list.says(list.total.label, &["主要"]) && !list.says(list.total.label, &["主要问题", "主要负责"])
}

pub fn overlaps(list: &List<'_>) -> bool {
    // Money is counted once, and nobody is of both sexes or with and without a licence.
    let is_whole = is_whole_class(list) || list.are_opposites;
    if list.total.quantity.unit.family == Family::Money || is_whole {
        return false;
    }
    // 两项合计 adds up numbers, whatever they count.
    if list.site.join == Join::Before && list.says(list.total.gap, cues::SUM) {
        return false;
    }
    // 构成重大危险源的18家、涉及重点工艺的31家: one may be both.
    let touches = |part: &&Figure| list.ctx.text.starts(part.label.start, "涉及");
    list.parts.iter().any(|part| list.says(name(list.ctx.text, part), aspects::OVERLAPPING))
        || are_thresholds(list)
        || list.parts[1..].iter().any(touches)
        || aspects::differ(list)
}

/// `万元以上12宗、百万元以上2宗`: the second are among the first.
fn are_thresholds(list: &List<'_>) -> bool {
    let is_above = |part: &&&Figure| list.says(part.label, &["以上"]) || is_graded(list.ctx, part);
    let is_below = |part: &&Figure| list.says(part.label, &["以下", "不满", "不足", "未满"]);
    list.parts.iter().filter(is_above).count() > 1 && !list.parts.iter().any(is_below)
}

/// `百万元以上2宗`: whether a threshold that is a number itself stands right before a count.
#[must_use]
pub fn is_graded(ctx: &Context<'_>, figure: &Figure) -> bool {
    let list = &ctx.figures.list;
    let at = list.partition_point(|other| other.quantity.run.start < figure.quantity.run.start);
    at.checked_sub(1).is_some_and(|before| {
        let bound = &list[before].quantity;
        bound.approx == Approx::AtLeast && bound.run.end == figure.gap.start
    })
}

/// `线上办理31.87万件,占73.06%;窗口受理问题318件`: whether a semicolon parts one with its share from one without.
pub fn parts_its_shares(list: &List<'_>) -> bool {
    let of_sentence = list.ctx.figures.of(&list.ctx.figures.sentences[list.first.sentence]);
    let has_share = |part: &Figure| behind(of_sentence, part).is_some_and(|next| next.role == Role::Rate);
    let [a, b] = list.parts[..] else { return false };
    has_share(a) && !has_share(b) && cues::stops(list.ctx.text, b.gap)
}

/// The figure right behind one in its sentence.
fn behind<'f>(of_sentence: &'f [Figure], figure: &Figure) -> Option<&'f Figure> {
    of_sentence.get(of_sentence.partition_point(|other| other.quantity.run.start <= figure.quantity.run.start))
}

/// `341件案件中,公安类149件,占43.7%;规划类13件,占3.8%`: what the shares right behind the parts make, if each has one.
pub fn shares_made(list: &List<'_>) -> Option<Decimal> {
    let of_sentence = list.ctx.figures.of(&list.ctx.figures.sentences[list.first.sentence]);
    let share = |part: &&Figure| {
        behind(of_sentence, part).filter(|next| next.role == Role::Rate && list.says(next.label, &["占"]))
    };
    let add = |made: Decimal, part: &&Figure| made.plus(share(part)?.quantity.value);
    // 劳动报酬301件、工伤144件、补偿127件,分别占42.3%、20.2%、17.8%
    let row = || {
        let from = of_sentence.partition_point(|other| other.quantity.run.start <= list.last.quantity.run.start);
        let rates = of_sentence.get(from..from + list.parts.len())?;
        let is_row = list.says(rates[0].label, &["分别占"]) && rates.iter().all(|rate| rate.role == Role::Rate);
        Decimal::sum(rates.iter().map(|rate| rate.quantity.value)).filter(|_| is_row)
    };
    list.parts.iter().try_fold(Decimal::ZERO, add).or_else(row)
}

/// `受理18件,不予受理3件;已审结16件`: two parts, of which the second is a step that a semicolon parts from the first.
pub fn is_parted_pair(list: &List<'_>) -> bool {
    let stops = |figure: &Figure| cues::stops(list.ctx.text, figure.gap);
    let is_step = |figure: &Figure| list.says(figure.label, cues::SETTLED);
    list.parts.len() == 2 && stops(list.last) && !stops(list.first) && is_step(list.last) && !is_step(list.first)
}

/// `收到1129件,受理867件,审结803件`: each of them was part of the one before.
pub fn are_steps(list: &List<'_>) -> bool {
    const STAGES: &[&[&str]] = &[&["收到", "接收", "新收"], &["受理", "立案"], cues::SETTLED];
    let stage = |figure: &&Figure| {
        let is_denied = list.says(figure.label, &["不", "未"]);
        STAGES.iter().rposition(|words| list.says(figure.label, words)).filter(|_| !is_denied)
    };
    let stages: Option<Vec<usize>> = list.parts.iter().map(stage).collect();
    stages.is_some_and(|stages| stages.windows(2).all(|two| two[0] < two[1]))
}

/// Whether some parts are named as some of what is there are, and others not: 县直部门29个,派驻首席代表的7个; or only some: 具有专业背景的仅8人.
pub fn selects(list: &List<'_>) -> bool {
    // 以县政府为被告的41件、县级部门187件: whose they are.
    let is_whose = |part: &Figure| list.says(part.label, &["为被"]) && list.says(part.label, &["以"]);
    let selects = |part: &&&Figure| {
        list.ctx.text.before(part.label.end) == '的' && !is_whose(part) || list.says(part.label, &["的仅", "的只"])
    };
    let count = list.parts.iter().filter(selects).count();
    // 以部门为被申请人的140件,占92.7%;乡镇11件: items with their shares.
    let within = list.first.quantity.run.start..list.last.quantity.run.start;
    let of_sentence = list.ctx.figures.of(&list.ctx.figures.sentences[list.first.sentence]);
    let start = of_sentence.partition_point(|it| it.quantity.run.start < within.start);
    let mut between = of_sentence[start..].iter().take_while(|it| within.contains(&it.quantity.run.start));
    count > 0 && count < list.parts.len() && !between.any(|it| it.role == Role::Rate && list.says(it.label, &["占"]))
}

/// Whether the total is one more item: followed by its share, or named as the others are.
pub fn is_item(list: &List<'_>) -> bool {
    // 审结27宗,占76.5%;已审结的案件中,胜诉24宗: of them.
    if list.site.join != Join::Following || list.is_of_these() {
        return false;
    }
    let of_sentence = list.ctx.figures.of(&list.ctx.figures.sentences[list.total.sentence]);
    let has_share = behind(of_sentence, list.total)
        .is_some_and(|figure| figure.role == Role::Rate && list.says(figure.label, &["占"]));
    let is_amid = cues::pauses(list.ctx.text, list.total.gap);
    // 检查企业210家,检查个体户80家
    let starts = |figure: &Figure, verb: &str| list.ctx.text.starts(figure.label.start, verb);
    // 调解纠纷593件,调解成功589件,未调解成功4件
    let is_parallel =
        !list.are_opposites && cues::GATHERED.iter().any(|verb| starts(list.total, verb) && starts(list.first, verb));
    let is_among = cues::says_among(list.ctx.text, list.total.gap);
    // 22个村、1个社区,23个村(社区)均…
    let mut marks = list.ctx.text.chars(list.first.gap).filter(|&ch| is_separator(ch));
    let goes_on = marks.next() == Some('、');
    has_share
        || goes_on
        || is_among
        || is_parallel
        || is_amid
        || list.class.is_some() && class(list.ctx, None, &[&[list.total], &list.parts[..]].concat()).is_some()
}

/// Whether an item of another unit stands between the parts: 许可6100件、检查2300人次、处罚200件.
pub fn skips_an_item(list: &List<'_>) -> bool {
    // 简易程序287件,罚款1.86万元;普通程序125件,罚款63.42万元,罚款合计…: what is measured is of the items between.
    let is_counted = |family: Family| family.is_of_things() || family == Family::Person;
    if !is_counted(list.first.quantity.unit.family) {
        return false;
    }
    let of_sentence = list.ctx.figures.of(&list.ctx.figures.sentences[list.first.sentence]);
    let begin = |figure: &Figure| figure.quantity.run.start;
    let index = |at: usize| of_sentence.partition_point(|figure| begin(figure) < at);
    let from = index(begin(list.first));
    let between = &of_sentence[from..index(begin(list.last)).max(from)];
    // 工矿事故13起、死亡14人;道路事故2起、死亡4人: each item tells both.
    let tells_more = |part: &&Figure| {
        behind(of_sentence, part)
            .is_some_and(|next| next.quantity.unit.family == Family::Person && next.bracket == part.bracket)
    };
    if list.first.quantity.unit.family != Family::Person && list.parts.iter().all(tells_more) {
        return false;
    }
    between.iter().filter(|figure| figure.bracket == list.first.bracket).any(|figure| {
        // 按日计罚199件,罚款18580万元: what is measured belongs to the item before it.
        let family = figure.quantity.unit.family;
        // 公示562条、欠税公告4期、处罚公示611条
        let is_listed = family == Family::Occasion && cues::pauses(list.ctx.text, figure.gap);
        let is_other = (is_counted(family) || is_listed) && family != list.first.quantity.unit.family;
        let is_part = list.parts.iter().any(|part| begin(part) == begin(figure));
        figure.role == Role::Count && is_other && !figure.label.is_empty() && !is_part
    })
}

/// `401人(含内退95人)`: what the part holds that its total may not.
pub fn held_in<'a>(ctx: &'a Context<'_>, part: usize) -> Option<&'a Figure> {
    let figure = &ctx.figures.list[part];
    let inner =
        ctx.figures.list.get(part + 1).filter(|inner| inner.sentence == figure.sentence && inner.depth > figure.depth);
    inner.filter(|inner| ctx.text.at(inner.gap.start) == '含')
}

/// What there was before and is after: `期初未结97件,受理3284件,期末未结121件`.
pub const STOCKS: &[&str] = &["期初", "期末", "年初", "年末"];

/// What leaves a stock is no part of it: 在册156人,新增83人、解除79人.
pub const LEAVING: &[&str] = &["注销", "解除", "解矫", "解聘", "离任", "调出", "报废", "释放"];

/// What is new this time does not make up what there is in all: 新增5个、改造6个,累计50个.
pub const NEW: &[&str] =
    &["新领", "年内", "新接收", "新入", "新增", "新建", "新聘", "改造", "本月", "当月", "当年", "今年", "本年"];

/// `最少的一支办结241件`: one of many; “最多跑一次”事项874项 is a name.
pub fn is_extreme(list: &List<'_>) -> bool {
    let says = |words: &[&str]| list.says(list.total.gap, words);
    says(&["最多", "最少", "最高", "最低"]) && !says(&["最多跑"])
}

/// `前3项合计671件`: whether some of the parts are summed up.
pub fn is_of_first(list: &List<'_>) -> bool {
    let (text, gap) = (list.ctx.text, list.total.gap);
    let lead = Run::new(gap.start.saturating_sub(3), gap.end);
    text.find(lead, "前").is_some_and(|at| text.at(at + 1).is_ascii_digit() || han::to_ten(text.at(at + 1)).is_some())
}

/// Titles of honour: some have none, some have several.
pub const HONOURS: &[&str] = &["示范", "枫桥", "规范化", "星级", "先进", "标杆"];
