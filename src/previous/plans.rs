//! What a report announces for the next year: things that are to be made, by names that nothing else in it has.
//!
//! An item is a clause of the section on plans with a verb of making (出台, 建成, 启动 …) and a title, a quoted name or
//! a kind of thing (办法, 平台, 长廊): resolutions to do more or better name none. The pairs of
//! glyphs of the name that stand nowhere else in the report make it known again in whichever words; where there are
//! few of them, it is no item. A heading that is about more than plans tells of none.

use crate::order;
use crate::reading::Reading;
use crate::span::{Run, Span};
use crate::standard::Standard;
use crate::standard::coverage::Coverage;
use crate::standard::file::SectionFile;
use crate::text::{Text, ends_sentence, is_han};

/// Something announced.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its clause.
    pub span: Span,
    /// The pairs of glyphs that it is known by.
    signs: Vec<usize>,
}

/// Which pairs of glyphs stand in a text. One that does not may seem to, never the other way round.
#[derive(Debug)]
pub struct Pairs(Vec<u64>);

/// A power of two.
const PAIRS: usize = 1 << 20;

const MAKING: &[&str] = &[
    "制定", "出台", "修订", "编制", "起草", "打造", "建立", "建成", "新建", "创建", "启动", "实施", "推出", "举办",
    "上线", "开通", "设立", "成立", "组建", "推行", "开发", "评选", "升级",
];

/// Kinds of things that are made, at the end of their names.
const THINGS: &[&str] = &[
    "办法", "方案", "规定", "制度", "机制", "细则", "规划", "清单", "目录", "手册", "指南", "指引", "基准", "平台",
    "系统", "中心", "基地", "公园", "广场", "长廊", "街区", "展馆", "专栏", "栏目", "品牌", "窗口", "热线", "驿站",
    "站", "室", "点", "馆", "项目", "工程", "改造", "行动", "大赛", "竞赛", "论坛", "图集", "读本", "专班", "联盟",
];

/// No name is longer.
const LONGEST: usize = 30;
/// As few signs of its own make an item.
const FEWEST: usize = 3;
/// No more are kept.
const MOST: usize = 40;

impl Pairs {
    /// Those of the parts of a text.
    #[must_use]
    pub fn new(text: &Text, runs: &[Run]) -> Self {
        let mut pairs = Self(vec![0; PAIRS / 64]);
        for &run in runs {
            for pair in signs(text, run) {
                pairs.0[pair / 64] |= 1 << (pair % 64);
            }
        }
        pairs
    }

    fn holds(&self, pair: usize) -> bool {
        self.0[pair / 64] >> (pair % 64) & 1 == 1
    }
}

impl Item {
    /// Whether next to nothing of it stands in a text: one in four of its signs at most.
    #[must_use]
    pub fn is_absent(&self, pairs: &Pairs) -> bool {
        let found = self.signs.iter().filter(|&&pair| pairs.holds(pair)).count();
        4 * found <= self.signs.len()
    }
}

/// The pairs of neighbours in a run, both Chinese.
fn signs<'t>(text: &'t Text, run: Run) -> impl Iterator<Item = usize> + 't {
    (run.start..run.end.saturating_sub(1)).filter_map(|at| {
        let (a, b) = (text.at(at), text.at(at + 1));
        let mixed = (u32::from(a).wrapping_mul(0x9e37_79b1) ^ u32::from(b)).wrapping_mul(0x85eb_ca6b);
        (is_han(a) && is_han(b)).then_some(mixed as usize >> 7 & (PAIRS - 1))
    })
}

/// Everything that a report announces.
#[must_use]
pub fn items(reading: &Reading<'_>, standard: &Standard, coverage: &Coverage) -> Vec<Item> {
    let text = &reading.text;
    let Some(plans) = plans(standard, coverage) else { return Vec::new() };
    let elsewhere = Pairs::new(text, &[Run::new(0, plans.start), Run::new(plans.end, text.len())]);
    let mut items = Vec::new();
    let mut start = plans.start;
    while start < plans.end && items.len() < MOST {
        let is_end = |&at: &usize| ends_sentence(text.at(at)) || matches!(text.at(at), ',' | ';' | ':' | '\n');
        let end = (start..plans.end).find(is_end).unwrap_or(plans.end);
        items.extend(item(text, Run::new(start, end), &elsewhere));
        start = end + 1;
    }
    items
}

/// The section that looks ahead, under a heading that is about nothing else.
fn plans(standard: &Standard, coverage: &Coverage) -> Option<Run> {
    let mut found = standard.sections().zip(&coverage.sections);
    let heading = found.find(|(section, _)| looks_ahead(section))?.1.heading?;
    let mut same = coverage.sections.iter().filter(|section| section.heading == Some(heading));
    let run = same.next()?.run;
    run.filter(|_| same.next().is_none()).map(|run| Run::new(heading.end, run.end))
}

/// Whether the words of its heading name the year after the report.
fn looks_ahead(section: &SectionFile) -> bool {
    section.heading.iter().any(|(word, weight)| *weight > 0 && word.contains("{next}"))
}

/// What a clause announces.
fn item(text: &Text, clause: Run, elsewhere: &Pairs) -> Option<Item> {
    let verb = (clause.start..clause.end).find_map(|at| Some((at, text.starts_any(at, MAKING)?.1)));
    let (at, length) = verb?;
    let name = text.trim(Run::new(at + length, clause.end));
    let is_named = text.has_any(name, &["《", "“"]) || text.ends_any(name.start, name.end, THINGS).is_some();
    if !is_named || name.len() > LONGEST {
        return None;
    }
    let all = signs(text, name).count();
    let mut own: Vec<usize> = signs(text, name).filter(|&pair| !elsewhere.holds(pair)).collect();
    order::ascending(&mut own);
    own.dedup();
    // Most of it is new to the report: 法治文化公园, not 行政执法监督工作.
    let is_distinct = own.len() >= FEWEST && 5 * own.len() >= 2 * all;
    is_distinct.then(|| Item { span: text.span(text.trim(Run::new(at, clause.end))), signs: own })
}
