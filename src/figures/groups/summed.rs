//! Totals behind their parts: `甲5件、乙7件,共12件`.

use super::{FARTHEST, Finder, Join, MOST_PARTS, Site};
use crate::figures::{Figure, Role, cues, is_separator};
use crate::lex::number::Script;
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::span::Run;

/// Words before a sign of totals: 以上, 三项, 全年.
const LONGEST_LEAD: usize = 4;

impl Finder<'_> {
    /// A figure that says it sums up those before it: right behind the sign of totals, or somewhat farther.
    pub(super) fn before(&self, at: usize, sites: &mut Vec<Site>) {
        let figure = self.figure(at);
        let Some((sign, join)) = self.sign(figure).filter(|_| self.is_total(at)) else { return };
        // 供水单位28件,医疗机构登记、校验、变更共349件: what it sums up is named, not counted.
        let named = Run::new((figure.gap.start + 1).min(sign), sign);
        if self.text.find(named, "、").is_some() {
            return;
        }
        let mut parts: Vec<usize> = Vec::new();
        let mut parted_so = false;
        for index in (self.sentence.first..at).rev().take(FARTHEST) {
            // …,三项合计25辆: so many parts, none itself.
            let counts_them = self.figure(index).quantity.run.end == sign && !self.may_add(at, index);
            // 立案1953件,比上年的2187件下降10.7%,加上结转126件,共办理2079件: what it is compared with.
            let is_then = self.figure(index).role == Role::Elsewhen
                && self.text.starts_any(self.figure(index).label.start, &["比", "较", "与"]).is_some();
            if self.figure(index).bracket != figure.bracket || counts_them || is_then {
                continue;
            }
            // 三类问题分别为13个、46个、58个,共117个: so many kinds.
            if self.figure(index).quantity.script == Script::Chinese && figure.quantity.script != Script::Chinese {
                continue;
            }
            let may_add = self.may_add(at, index)
                || join == Join::Before && (self.are_things(at, index) || self.is_allotted(at, index));
            // 办案补贴96.74万元,454人次的值班补贴18.16万元,共114.9万元
            let is_money = figure.quantity.unit.family == Family::Money;
            // 按日计罚1起46万元、查封21起,合计22起: what is measured of the item before it.
            // 讲座26场,每村2场,另在企业5场,合计31场
            // 拆除新增163处、2.43万平方米,存量136处、5.17万平方米,合计299处
            let item = self.figure(index);
            let is_measure = matches!(item.quantity.unit.family, Family::Area | Family::Length);
            let is_beside = is_measure && self.text.string(item.gap) == "、";
            let is_of_item = item.gap.is_empty() || is_beside || item.role == Role::Mean;
            let is_elsewhere = item.quantity.unit.family.is_amount() && !may_add && !is_money && !is_of_item;
            if is_elsewhere || parts.len() == MOST_PARTS {
                break;
            }
            if may_add {
                parts.insert(0, index);
            }
            // 甲镇29件;乙镇39件;合计68件: semicolons may part the items themselves.
            let stops = self.stops(index);
            parted_so |= stops && parts.len() == 1;
            if stops && !parted_so || self.is_marked(index) {
                break;
            }
        }
        // 咨询类共335件、求助类共215件: each says 共 of itself.
        if parts.len() > 1 && !(join == Join::Before && parts.iter().any(|&part| self.sums_up(part))) {
            sites.push(Site { totals: vec![vec![at]], parts, nested: None, join });
        }
    }

    /// Whether a figure is allotted, and may be added to others that are: 国家任务412个、省级任务204个,共616个.
    fn is_allotted(&self, total: usize, part: usize) -> bool {
        let (total, part) = (self.figure(total), self.figure(part));
        let is_exact = part.role == Role::Bound && part.quantity.approx == Approx::Exact;
        is_exact && total.quantity.unit.family == part.quantity.unit.family
    }

    /// Whether a sign of totals stands right before a figure: 共440件次, 出庭件次合计440件次.
    pub(super) fn sums_up(&self, index: usize) -> bool {
        let figure = self.figure(index);
        let is_all = self.text.ends_any(figure.label.start, figure.label.end, cues::SUM).is_some();
        is_all || self.sign(figure).is_some_and(|(_, join)| join == Join::Before)
    }

    /// Where the sign of totals begins that stands before a figure, and what it makes of it.
    fn sign(&self, figure: &Figure) -> Option<(usize, Join)> {
        let (text, label) = (self.text, figure.label);
        let start = text.trim(Run::new(figure.gap.start, figure.quantity.run.start)).end;
        if let Some((_, length)) = text.ends_any(figure.gap.start, start, cues::IN_ALL) {
            let sign = start - length;
            // 以上合计, 三项合计, 全年累计
            let is_near = label.start + LONGEST_LEAD >= sign;
            let is_direct = is_near || !text.chars(Run::new(figure.gap.start, sign)).any(is_separator);
            // 公园7个、广场19个,新增各类阵地共26个
            return Some((sign, if is_direct { Join::Before } else { Join::Summary }));
        }
        if text.string(label) == "计" {
            return Some((label.start, Join::Before));
        }
        let sums_up = text.starts_any(label.start, cues::SUMS_UP).is_some() || text.has_any(label, cues::NUMBER_OF_ALL);
        // 占案件总量8327件的…: of what they are a part.
        let sums_up = sums_up && !text.starts(label.start, "占");
        sums_up.then_some((label.start, Join::Summary))
    }
}
