//! The years that the words before a figure name.

use crate::span::Run;
use crate::text::Text;

/// The years that a label names: 2023年较2021年.
#[must_use]
pub fn of(text: &Text, label: Run) -> Vec<u16> {
    let year = |at: usize| {
        let digits: String = text.chars(Run::new(at.saturating_sub(4).max(label.start), at)).collect();
        digits.parse::<u16>().ok().filter(|year| (1990..2100).contains(year))
    };
    (label.start..label.end).filter(|&at| text.at(at) == '年').filter_map(year).collect()
}

/// Whether a label is nothing but a year: 2023年为.
#[must_use]
pub fn is_bare(text: &Text, label: Run) -> bool {
    const LONGEST: usize = 6;
    label.len() <= LONGEST && text.at(label.start).is_ascii_digit() && !of(text, label).is_empty()
}

/// What a label says behind the last 年 in it, or all of it.
fn behind(text: &Text, label: Run) -> String {
    let words = text.string(label);
    words.rsplit('年').next().unwrap_or_default().trim_matches(['度', '为', '是']).to_owned()
}

/// What a label names behind its one year: 收案 of 2024年收案; nothing of 2024年同期 and 去年同期.
#[must_use]
pub fn name(text: &Text, label: Run) -> Option<String> {
    let name = behind(text, label);
    let is_name = name.chars().count() > 1 && !name.starts_with("同期");
    (is_name && of(text, label).len() == 1).then_some(name)
}

/// Whether two labels name a year and the next, and nothing else that differs: 2023年办理…,2024年办理….
#[must_use]
pub fn follow(text: &Text, earlier: Run, later: Run) -> bool {
    let first = |label: Run| of(text, label).first().copied();
    // 2023年受理,2024年办结: of two things.
    let [before, behind] = [earlier, later].map(|label| behind(text, label));
    let are_one = before.is_empty() || behind.is_empty() || before == behind;
    are_one && first(earlier).is_some_and(|before| first(later) == Some(before + 1))
}
