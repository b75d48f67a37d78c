//! What came into a text by the way it was copied, not by its author.
//!
//! Page marks: some viewers begin every page with its number, `1、`, `2、` …, wherever the page
//! breaks, in the middle of a sentence or of a number (`1` / `6、309项` is 1309项). They are told
//! from a numbered list by breaking sentences: the line before does not end with a stop, and pages are
//! long, or a number or an enumeration is parted.
//! Line breaks inside a number, or between it and its unit, where a long line was cut.
//! Site furniture: lines with the date of publication, a counter of visits, a share button.

use super::half_width;
use crate::span::Span;

const FURNITURE: &[&str] = &[
    "发布时间",
    "发布日期",
    "发文日期",
    "浏览次数",
    "阅读次数",
    "访问次数",
    "点击数",
    "信息来源",
    "文章来源",
    "来源:",
    "来源：",
    "扫一扫",
    "分享到",
    "责任编辑",
    "打印本页",
    "关闭窗口",
    "【字体",
    "字体:",
    "字号:",
    "索引号",
];

/// A line of furniture is short; a longer one has text in it.
const LONGEST_FURNITURE: usize = 240;

/// The debris of a text, in order, not overlapping.
pub fn find(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let marks = page_marks(text, &lines);
    let mut marks = marks.into_iter().peekable();
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if let Some(mark) = marks.next_if(|mark| mark.line == index) {
            found.push(mark.span);
        } else if is_furniture(line.of(text)) {
            found.push(*line);
            continue;
        }
        if let Some(next) = lines.get(index + 1)
            && cuts_a_number(line.of(text), next.of(text))
        {
            found.push(Span { start: line.end, end: next.start });
        }
    }
    found
}

/// Whether a line is long, ends inside a number or behind it, and the next goes on with digits and a unit.
/// A numbered item, a table's row and what stands behind 附件1 or 表1 do not.
fn cuts_a_number(line: &str, next: &str) -> bool {
    const LONG: usize = 24;
    let glyphs = |line: &str| line.chars().filter_map(half_width).collect::<String>();
    let is_digit = |ch: char| ch.is_ascii_digit();
    // Most lines end with something else.
    if !line.chars().rev().find_map(half_width).is_some_and(is_digit) {
        return false;
    }
    let line = glyphs(line);
    let before = line.trim_end_matches(is_digit);
    let named = before.trim_end();
    let mut rest = next.chars().filter_map(half_width).skip_while(|&ch| is_digit(ch));
    let is_counted = rest.next().is_some_and(|ch| "件起宗人名次场户家个项份条部册台万亿元余多%".contains(ch));
    LONG <= line.chars().count()
        && is_counted
        && !before.ends_with('\t')
        && !named.ends_with(['表', '图', '第', '|'])
        && !named.ends_with("附件")
}

fn is_furniture(line: &str) -> bool {
    let line = line.trim_start();
    line.len() <= LONGEST_FURNITURE
        && (FURNITURE.iter().any(|word| line.starts_with(word))
            // One character is looked for much faster than a word.
            || (line.contains('享') && line.contains("由会员分享") && line.contains("在线阅读")))
}

/// Whether a list or a number goes on across a mark, as no item of a list does.
fn parts_a_phrase(before: &str, behind: &str) -> bool {
    let in_number = |ch: char| ch.is_ascii_digit();
    before.trim_end().ends_with(['、', '，', ',']) || (before.ends_with(in_number) && behind.starts_with(in_number))
}

/// A page has more bytes than this; what is shorter is an item of a list, unless a phrase is parted.
const SHORTEST_PAGE: usize = 300;

struct PageMark {
    line: usize,
    /// The mark, with the line break before it where that break parts a sentence.
    span: Span,
}

/// Page marks count up from 1, at least three of them, and most break a sentence.
fn page_marks(text: &str, lines: &[Span]) -> Vec<PageMark> {
    let mut marks = Vec::new();
    let (mut breaking, mut telling) = (0, 0);
    let mut last_text = None;
    for (index, line) in lines.iter().enumerate() {
        let content = line.of(text);
        if let Some(length) = mark_length(content, marks.len() + 1) {
            let breaks = last_text.is_some_and(|before: Span| !ends_with_stop(before.of(text)));
            let start = match last_text {
                Some(before) if breaks && !marks.is_empty() => before.end,
                _ => line.start,
            };
            breaking += usize::from(breaks);
            let is_long = content.len() > SHORTEST_PAGE;
            let parts =
                last_text.is_some_and(|before: Span| parts_a_phrase(before.of(text), &content[length as usize..]));
            telling += if parts { marks.len() + 1 } else { usize::from(is_long) };
            marks.push(PageMark { line: index, span: Span { start, end: line.start + length } });
        }
        if !content.trim().is_empty() {
            last_text = Some(*line);
        }
    }
    if marks.len() >= 3 && breaking * 2 >= marks.len() && telling * 2 >= marks.len() { marks } else { Vec::new() }
}

fn mark_length(line: &str, number: usize) -> Option<u32> {
    let rest = line.strip_prefix(&number.to_string())?.strip_prefix('、')?;
    u32::try_from(line.len() - rest.len()).ok()
}

fn ends_with_stop(line: &str) -> bool {
    line.trim_end().ends_with(['。', '！', '？', '；', '：', '!', '?', ';', ':', '”', '）', ')'])
}

fn lines(text: &str) -> Vec<Span> {
    let mut start = 0u32;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let end = start + u32::try_from(line.len()).unwrap_or(0);
        lines.push(Span { start, end });
        start = end + 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn read(original: &str) -> String {
        let text = Text::new(original);
        text.string(text.all())
    }

    #[test]
    fn page_marks_are_read_across_even_inside_a_number() {
        let page = "各部门认真履行职责".repeat(12);
        let broken = format!("1、{page}共办理1\n2、309件,{page}同比\n3、增长。{page}。\n4、完毕");
        assert_eq!(read(&broken), format!("{page}共办理1309件,{page}同比增长。{page}。\n完毕"));
    }

    #[test]
    fn a_number_is_cut_in_any_width() {
        let before = "全县各级行政机关认真履行职责，全年共办理各类案件";
        for broken in [format!("{before}12\n60起"), format!("{before}１\u{200b}２\u{200b}\n６\u{200b}０\u{200b}起")]
        {
            assert!(read(&broken).ends_with("案件1260起"), "{broken}");
        }
    }

    #[test]
    fn a_numbered_list_is_no_page_mark() {
        let list = "1、加强领导。\n2、健全制度。\n3、严格考核。";
        assert_eq!(read(list), list);
        let without_stops = "1、加强领导\n2、健全制度\n3、严格考核";
        assert_eq!(read(without_stops), without_stops);
    }

    #[test]
    fn furniture_of_a_site_has_no_glyphs() {
        assert_eq!(read("标题\n发布时间: 2025- 02- 28 浏览次数:\n正文"), "标题\n\n正文");
    }
}
