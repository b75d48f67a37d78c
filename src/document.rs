//! What a report says about itself: title, year, organ and its level, day of signature.

use crate::lex::date::{self, Date};
use crate::lex::mark::{Mark, Style};
use crate::span::Run;
use crate::text::{Text, ends_sentence};

/// What kind of organ reports.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Level {
    /// 省, 自治区, 直辖市.
    Province,
    /// 市, 州.
    City,
    /// 县, 区, 旗.
    County,
    /// 乡, 镇, 街道.
    Township,
    /// 局, 委, 办.
    Department,
}

/// The facts of a report.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its title.
    pub title: Option<Run>,
    /// The year that it reports on.
    pub year: Option<u16>,
    /// The level of the organ.
    pub level: Option<Level>,
    /// The organ that signs.
    pub organ: Option<String>,
    /// The day of signature.
    pub signed: Option<Date>,
}

/// A title is not longer than this.
const LONGEST_TITLE: usize = 60;
/// The year stands near the beginning.
const HEAD: usize = 400;
/// Signature and date stand on the last lines.
const LAST_LINES: usize = 12;

impl Document {
    /// Reads the facts out of a text.
    #[must_use]
    pub fn new(text: &Text, marks: &[Mark]) -> Self {
        let title = title(text, marks);
        let (signed, by) = signature(text);
        let year = title
            .and_then(|run| year_in(text, run))
            .or_else(|| year_in(text, Run::new(0, HEAD.min(text.len()))))
            .or_else(|| signed.map(|date| date.year - 1));
        let organ = by.or_else(|| title.and_then(|run| organ_in_title(text, run)));
        let level = organ.as_deref().and_then(level_of_name).or_else(|| level_of_wording(text));
        Self { title, year, level, organ, signed }
    }
}

/// The first line with text, if it names a report and is no sentence; with the line before it, where a title
/// takes two; or the beginning of a line that runs on behind it.
fn title(text: &Text, marks: &[Mark]) -> Option<Run> {
    let first_heading = marks.iter().find(|mark| mark.style != Style::Point).map_or(text.len(), |mark| mark.run.start);
    let mut lines = text.lines().map(|line| text.trim(line)).filter(|line| !line.is_empty());
    let line = lines.next()?;
    let line = Run::new(line.start, line.end.min(first_heading).max(line.start));
    let is_stop = |&index: &usize| ends_sentence(text.at(index)) || matches!(text.at(index), ',' | ':');
    let named = |run: Run| ["报告", "总结", "汇报"].iter().filter_map(|word| text.find(run, word)).min();
    let is_title = |run: Run| {
        run.len() <= LONGEST_TITLE && run.end <= first_heading && (run.start..run.end).find(is_stop).is_none()
    };
    if is_title(line) {
        let second = lines.next().map(|second| Run::new(line.start, second.end)).filter(|both| is_title(*both));
        return named(line).map(|_| line).or_else(|| second.filter(|both| named(*both).is_some()));
    }
    let stop = (line.start..line.end).find(is_stop).unwrap_or(line.end);
    let head = Run::new(line.start, stop.min(line.start + LONGEST_TITLE));
    let named = named(head)?;
    text.find(head, "年").filter(|&year| year < named).map(|_| Run::new(line.start, named + 2))
}

/// The first year that is neither in a quoted title nor in brackets.
fn year_in(text: &Text, run: Run) -> Option<u16> {
    let mut depth = 0usize;
    for index in run.start..run.end {
        match text.at(index) {
            '《' | '(' | '〔' | '[' => depth += 1,
            '》' | ')' | '〕' | ']' => depth = depth.saturating_sub(1),
            '0'..='9' if depth == 0 => {
                if let Some((year, end)) = date::year(text, index)
                    && text.at(text.skip_spaces(end)) == '年'
                {
                    return Some(year);
                }
            }
            _ => {}
        }
    }
    None
}

/// The date that stands on a line of its own near the end, and the line before it.
fn signature(text: &Text) -> (Option<Date>, Option<String>) {
    let lines: Vec<Run> = text.lines().map(|line| text.trim(line)).filter(|line| !line.is_empty()).collect();
    for (index, line) in lines.iter().enumerate().rev().take(LAST_LINES) {
        let Some((date, end)) = date::day(text, line.start) else { continue };
        if end < line.end {
            continue;
        }
        let is_name = |line: &&Run| line.len() <= 30 && !text.chars(**line).any(ends_sentence);
        let signer = index.checked_sub(1).and_then(|before| lines.get(before)).filter(is_name);
        return (Some(date), signer.map(|line| text.string(*line)));
    }
    (None, None)
}

/// `云溪县人民政府` in `云溪县人民政府2024年法治政府建设情况报告`.
fn organ_in_title(text: &Text, title: Run) -> Option<String> {
    let ends = |&index: &usize| text.at(index).is_ascii_digit() || text.at(index) == '\n';
    let end = (title.start..title.end).find(ends).or_else(|| text.find(title, "关于"))?;
    let name = text.string(text.trim(Run::new(title.start, end)));
    (name.chars().count() >= 2).then_some(name)
}

/// Cities that rank as provinces.
const MUNICIPALITIES: &[&str] = &["北京市", "天津市", "上海市", "重庆市"];

fn level_of_name(name: &str) -> Option<Level> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    let name = ["县委", "区委", "市委", "省委"].iter().find(|end| name.ends_with(*end)).map_or(name, |_| {
        // A Party committee is of the level of its place.
        name.strip_suffix('委').unwrap_or(name)
    });
    let government = name.strip_suffix("人民政府").or_else(|| name.strip_suffix("政府")).unwrap_or(name);
    let of_government = |endings: &[&str]| endings.iter().any(|ending| government.ends_with(ending));
    if ends(&["街道办事处", "办事处", "街道", "街道党工委"]) || of_government(&["镇", "乡", "苏木"])
    {
        Some(Level::Township)
    } else if ends(&["局", "委员会", "委", "办公室", "厅", "支队", "大队", "中心", "总队", "分局", "署"])
        && !name.ends_with("管理委员会")
    {
        Some(Level::Department)
    } else if of_government(&["省", "自治区"]) || MUNICIPALITIES.contains(&government) {
        Some(Level::Province)
    } else if of_government(&["县", "区", "旗", "管理委员会"]) {
        Some(Level::County)
    } else if of_government(&["市", "州", "盟"]) {
        Some(Level::City)
    } else {
        None
    }
}

/// The level that the text speaks of as its own: 我县, 全县.
fn level_of_wording(text: &Text) -> Option<Level> {
    let mut counts =
        [(Level::County, 0), (Level::City, 0), (Level::Township, 0), (Level::Department, 0), (Level::Province, 0)];
    for index in 0..text.len() {
        if !matches!(text.at(index), '我' | '全' | '本') {
            continue;
        }
        let place = match text.at(index + 1) {
            '县' | '区' | '旗' => 0,
            '市' | '州' => 1,
            '镇' | '乡' | '街' => 2,
            '局' | '委' => 3,
            '省' => 4,
            _ => continue,
        };
        counts[place].1 += 1;
    }
    let (level, count) = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
    (count > 0).then_some(level)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lex;

    fn read(original: &str) -> (Option<String>, Option<u16>, Option<Level>, Option<String>) {
        let text = Text::new(original);
        let document = Document::new(&text, &lex::scan(&text).marks);
        (document.title.map(|run| text.string(run)), document.year, document.level, document.organ)
    }

    #[test]
    fn title_line_signature_and_date() {
        let (title, year, level, organ) =
            read("云溪县2024年法治政府建设情况报告\n\n一、成效\n2023年曾有。\n云溪县人民政府\n2025年2月18日\n");
        assert_eq!(title.as_deref(), Some("云溪县2024年法治政府建设情况报告"));
        assert_eq!((year, level, organ.as_deref()), (Some(2024), Some(Level::County), Some("云溪县人民政府")));
    }

    #[test]
    fn a_title_of_two_lines() {
        let (title, year, ..) = read("云溪县人民政府\n关于2024年度法治政府建设情况的报告\n\n一、成效\n");
        assert_eq!(title.as_deref(), Some("云溪县人民政府\n关于2024年度法治政府建设情况的报告"));
        assert_eq!(year, Some(2024));
    }

    #[test]
    fn a_title_that_runs_into_the_text() {
        let (title, year, ..) = read("2023年度法治政府建设工作报告2023年,在市委领导下,我县有进展。");
        assert_eq!(title.as_deref(), Some("2023年度法治政府建设工作报告"));
        assert_eq!(year, Some(2023));
    }

    #[test]
    fn without_a_title_the_beginning_and_the_wording_tell() {
        let (title, year, level, organ) = read("20xx年,我区政府认真工作,全区有进展。现将工作报告如下:");
        assert_eq!((title, year, level, organ), (None, None, Some(Level::County), None));
    }
}
