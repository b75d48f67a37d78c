//! What a report says about itself: title, year, organ and its level, day of signature.

mod level;

pub use level::Level;

use crate::lex::date::{self, Date};
use crate::lex::mark::{Mark, Style};
use crate::span::{Run, Span};
use crate::text::{Text, ends_sentence, is_blank, is_han};

/// The facts of a report.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its title.
    pub title: Option<Run>,
    /// The year that it reports on.
    pub year: Option<u16>,
    /// Whether the text says that year for itself, or the caller does; otherwise it is a guess.
    pub is_said: bool,
    /// Years that the text gives for itself: in the title, and in 现将……年……情况报告如下.
    pub said: Vec<(u16, Run)>,
    /// Where the text behind title and addressee begins.
    pub body: usize,
    /// The level of the organ.
    pub level: Option<Level>,
    /// The line that says to whom it reports.
    pub addressee: Option<Run>,
    /// The organ that signs, or that the title names.
    pub organ: Option<String>,
    /// Who signs.
    pub signer: Option<Run>,
    /// The day of signature.
    pub signed: Option<Date>,
    /// Where it stands.
    pub signed_at: Run,
    /// When a site published it.
    pub published: Option<(Date, Span)>,
}

impl Document {
    /// An index, or the beginning of the signature where the index lies behind it.
    #[must_use]
    pub fn before_signature(&self, index: usize) -> usize {
        let date = (!self.signed_at.is_empty()).then_some(self.signed_at.start);
        self.signer.map(|run| run.start).or(date).map_or(index, |start| index.min(start))
    }
}

/// A title is not longer than this.
const LONGEST_TITLE: usize = 60;
/// The year stands near the beginning.
const HEAD: usize = 400;
/// Signature and date stand on the last lines.
const LAST_LINES: usize = 12;
/// A name or a line of address is not longer than this.
const LONGEST_NAME: usize = 30;

impl Document {
    /// Reads the facts out of a text.
    #[must_use]
    pub fn new(text: &Text, marks: &[Mark]) -> Self {
        let mut document = Self { published: published(text.original()), ..Self::default() };
        document.sign(text);
        document.head(text, marks);
        document.said = said(text, document.title, document.body);
        document.report(text);
        // Any short line may stand above the date; an organ is named as one.
        let signer = document.signer.map(|run| text.string(run)).filter(|name| level::of_name(name).is_some());
        document.organ = signer.or_else(|| document.title.and_then(|run| organ_in_title(text, run)));
        document.level = document.organ.as_deref().and_then(level::of_name).or_else(|| level::of_wording(text));
        document
    }

    /// The year, where the text says it plainly or it can be told from its surroundings.
    #[must_use]
    pub fn said_year(&self) -> Option<u16> {
        self.year.filter(|_| self.is_said)
    }

    /// Whether it was signed before the report year was over.
    #[must_use]
    pub fn is_part_year(&self) -> bool {
        self.signed.zip(self.year).is_some_and(|(date, year)| date.year <= year && (date.month, date.day) != (12, 31))
    }

    /// Title and addressee, and where the text behind them begins.
    fn head(&mut self, text: &Text, marks: &[Mark]) {
        let first_heading =
            marks.iter().find(|mark| mark.style != Style::Point).map_or(text.len(), |mark| mark.run.start);
        let lines = text.lines().map(|line| text.trim(line)).filter(|line| !line.is_empty());
        let lines: Vec<Run> = lines.filter(|line| !is_preface(text, *line)).take(8).collect();
        self.title = title(text, &lines, first_heading).or_else(|| {
            // A page may put its own head above the title.
            let below = lines.iter().skip(1).filter(|line| text.has_any(**line, &["法治政府", "依法行政"]));
            below.filter(|line| line.end <= first_heading).find_map(|line| title(text, &[*line], first_heading))
        });
        let behind = self.title.map_or(0, |run| run.end);
        let is_address = |line: &&Run| {
            let is_line = line.start >= behind && line.end <= first_heading && line.len() <= LONGEST_NAME;
            let names = text.has_any(**line, &["政府", "委", "局", "办", "人大", "厅"]);
            is_line && text.before(line.end) == ':' && names && !text.has_any(**line, &["报告", "如下", "汇报"])
        };
        self.addressee = lines.iter().find(is_address).copied();
        let behind = self.addressee.map_or(behind, |run| run.end);
        let is_text = |&at: &usize| !is_blank(text.at(at)) && !matches!(text.at(at), ':' | '。');
        self.body = (behind..text.len()).find(is_text).unwrap_or(behind);
    }

    /// The year that the report is on. Where title and opening differ, the signature decides.
    fn report(&mut self, text: &Text) {
        let before = self.signed.map(|date| date.year - 1);
        let said = self.said.iter().find(|(year, _)| Some(*year) == before).or(self.said.first());
        let head = date::years(text, Run::new(0, text.len().min(self.body + HEAD)));
        // 2024年,我县… as the first words; a whole date is a day and no year.
        let mut loose = head.iter().filter(|(_, run)| !text.at(text.skip_spaces(run.end)).is_ascii_digit());
        let said = said.or_else(|| loose.clone().find(|(_, run)| run.start == self.body));
        self.is_said = said.is_some();
        self.year = said.or_else(|| loose.next()).map(|(year, _)| *year).or(before);
    }

    /// The date near the end: on a line of its own with the signer above or before it, or behind the last sentence.
    fn sign(&mut self, text: &Text) {
        let lines: Vec<Run> = text.lines().map(|line| text.trim(line)).filter(|line| !line.is_empty()).collect();
        for (index, line) in lines.iter().enumerate().rev().take(LAST_LINES) {
            let Some((date, at)) = date_at_end(text, *line) else { continue };
            let is_name = |run: Run| run.len() <= LONGEST_NAME && !text.chars(run).any(ends_sentence);
            let before = text.trim(Run::new(line.start, at.start));
            let signer = if before.is_empty() {
                index.checked_sub(1).map(|above| lines[above]).filter(|above| is_name(*above))
            } else {
                let stop = (before.start..before.end).rev().find(|&at| ends_sentence(text.at(at)));
                let name = text.trim(Run::new(stop.map_or(before.start, |stop| stop + 1), before.end));
                if !is_name(name) || level::of_name(&text.string(name)).is_none() {
                    continue;
                }
                Some(name)
            };
            (self.signed, self.signed_at, self.signer) = (Some(date), at, signer);
            return;
        }
    }
}

/// A date that ends a line, and its place without the brackets around it.
fn date_at_end(text: &Text, line: Run) -> Option<(Date, Run)> {
    let end = line.end - usize::from(text.before(line.end) == ')');
    let from = line.start.max(end.saturating_sub(16));
    (from..end).find_map(|start| {
        let (date, after) = date::day(text, start).or_else(|| date::day_in_words(text, start))?;
        (after == end).then_some((date, Run::new(start, end)))
    })
}

/// A line that stands above the title: a document number, 附件1, the head of an official paper.
fn is_preface(text: &Text, line: Run) -> bool {
    let ends = |word| text.ends(line.start, line.end, word);
    line.len() <= LONGEST_NAME
        && (ends("文件")
            || ends("号") && text.has_any(line, &["〔", "["])
            || line.len() <= 6 && text.starts(line.start, "附件"))
}

/// The first line with text, if it names a report and is no sentence; with the line before it, where a title
/// takes two; or the beginning of a line that runs on behind it.
fn title(text: &Text, lines: &[Run], first_heading: usize) -> Option<Run> {
    let line = lines.first()?;
    let line = Run::new(line.start, line.end.min(first_heading).max(line.start));
    let is_stop = |&index: &usize| ends_sentence(text.at(index)) || matches!(text.at(index), ',' | ':');
    let named = |run: Run| ["报告", "总结", "汇报"].iter().filter_map(|word| text.find(run, word)).min();
    let is_title = |run: Run| {
        run.len() <= LONGEST_TITLE && run.end <= first_heading && (run.start..run.end).find(is_stop).is_none()
    };
    if is_title(line) {
        let second = lines.get(1).map(|second| Run::new(line.start, second.end)).filter(|both| is_title(*both));
        return named(line).map(|_| line).or_else(|| second.filter(|both| named(*both).is_some()));
    }
    let stop = (line.start..line.end).find(is_stop).unwrap_or(line.end);
    let head = Run::new(line.start, stop.min(line.start + LONGEST_TITLE));
    let named = named(head)?;
    let is_alone = stop + 1 >= line.end && named + 2 == stop;
    let is_dated = text.find(head, "年").is_some_and(|year| year < named);
    (is_alone || is_dated).then_some(Run::new(line.start, named + 2))
}

/// The years that the title and the opening of the text name as their own.
fn said(text: &Text, title: Option<Run>, body: usize) -> Vec<(u16, Run)> {
    const REACH: usize = 30;
    let mut said = Vec::new();
    let mut add = |run: Run| {
        // 2021年以来 is where a span of years begins, not the year reported on.
        let since = |at: Run| text.starts_any(at.end, &["以来", "起", "至", "到"]).is_some();
        said.extend(date::years(text, run).into_iter().find(|&(_, at)| !since(at)));
    };
    title.into_iter().for_each(&mut add);
    let head = Run::new(body, (body + 3 * HEAD).min(text.len()));
    for word in ["现将", "现就", "兹将"] {
        let Some(start) = text.find(head, word) else { continue };
        let stop = (start..start + REACH).find(|&at| ends_sentence(text.at(at)) || matches!(text.at(at), ',' | '\n'));
        let run = Run::new(start, stop.unwrap_or(start + REACH).min(text.len()));
        if text.find(run, "报告").or_else(|| text.find(run, "汇报")).is_some() {
            add(run);
        }
    }
    said
}

/// The day on which a site says that it published the text.
fn published(original: &str) -> Option<(Date, Span)> {
    // One character is looked for much faster than a word.
    let word = ["布时间", "布日期"].into_iter().find_map(|rest| {
        let behind = |at: usize| original[at + '发'.len_utf8()..].starts_with(rest);
        let is_word = |at: usize| behind(at) && !original[..at].ends_with(is_han);
        let (at, _) = original.match_indices('发').find(|(at, _)| is_word(*at))?;
        Some(at + '发'.len_utf8() + rest.len())
    })?;
    let line = original[word..].split('\n').next()?;
    let text = Text::new(line);
    let start = (0..text.len().min(LONGEST_NAME)).find(|&index| text.at(index).is_ascii_digit())?;
    let (date, end) = date::day(&text, start)?;
    let place = text.span(text.trim(Run::new(start, end)));
    let from = u32::try_from(word).ok()?;
    Some((date, Span { start: from + place.start, end: from + place.end }))
}

/// `云溪县人民政府` in `云溪县人民政府2024年法治政府建设情况报告`.
fn organ_in_title(text: &Text, title: Run) -> Option<String> {
    let ends = |&index: &usize| text.at(index).is_ascii_digit() || text.at(index) == '\n';
    let end = (title.start..title.end).find(ends).or_else(|| text.find(title, "关于"))?;
    let start = title.start + if text.starts(title.start, "关于") { 2 } else { 0 };
    let name = text.string(text.trim(Run::new(start, end)));
    (name.chars().count() >= 2).then_some(name)
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
