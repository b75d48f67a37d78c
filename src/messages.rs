//! Every sentence that a user reads from the core, in Chinese and in English: the one message table.
//!
//! `{0}`, `{1}` … stand for the arguments, in any order.

use crate::standard::file::Bilingual;

/// Languages of messages.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Locale {
    /// `zh-CN`.
    #[default]
    Chinese,
    /// `en`.
    English,
}

/// A sentence in both languages.
#[derive(Debug)]
pub struct Template {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

/// A template and what fills it.
#[derive(Clone, Debug)]
pub struct Message {
    template: &'static Template,
    arguments: Vec<Argument>,
}

/// What fills a place of a template.
#[derive(Clone, Debug)]
pub enum Argument {
    /// The same in both languages: a figure, words of the text.
    Plain(String),
    /// A title of the standard.
    Titled(Bilingual),
}

impl Template {
    /// The template as a message without arguments.
    #[must_use]
    pub const fn plain(&'static self) -> Message {
        Message { template: self, arguments: Vec::new() }
    }

    /// With figures or words of the text.
    #[must_use]
    pub fn with(&'static self, arguments: &[&str]) -> Message {
        let arguments = arguments.iter().map(|argument| Argument::Plain((*argument).to_owned())).collect();
        Message { template: self, arguments }
    }

    /// With titles of the standard.
    #[must_use]
    pub fn titled(&'static self, titles: &[&Bilingual]) -> Message {
        let arguments = titles.iter().map(|title| Argument::Titled((*title).clone())).collect();
        Message { template: self, arguments }
    }

    /// In a language, arguments not filled in.
    #[must_use]
    pub const fn in_locale(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::Chinese => self.zh,
            Locale::English => self.en,
        }
    }
}

impl Message {
    /// In a language.
    #[must_use]
    pub fn render(&self, locale: Locale) -> String {
        let mut rest = self.template.in_locale(locale);
        let mut out = String::with_capacity(rest.len() + 32);
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((place, behind)) = after.split_once('}') else { break };
            if let Some(argument) = place.parse().ok().and_then(|place: usize| self.arguments.get(place)) {
                out.push_str(match (argument, locale) {
                    (Argument::Plain(text), _) => text,
                    (Argument::Titled(title), Locale::Chinese) => &title.zh,
                    (Argument::Titled(title), Locale::English) => &title.en,
                });
            }
            rest = behind;
        }
        out.push_str(rest);
        out
    }
}

/// Declares the templates of the table.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub static $name: Template = Template { zh: $zh, en: $en };)*

        /// The whole table, for tests.
        pub static ALL: &[&Template] = &[$(&$name),*];
    };
}

messages! {
    /// Name of a place.
    TOTAL = "总数", "total";
    /// Name of a place.
    PART = "分项", "part";
    /// Name of a place.
    NUMERATOR = "分子", "numerator";
    /// Name of a place.
    DENOMINATOR = "分母", "denominator";
    /// Name of a place.
    BEFORE = "上期数", "earlier value";
    /// Name of a place.
    NOW = "本期数", "present value";
    /// Name of a place.
    ELSEWHERE = "另一处写法", "stated here otherwise";
    /// Name of a place.
    SAME_ABOVE = "前文相同内容", "the same words before";
    /// Name of a place.
    PREVIOUS_NUMBER = "上一个序号", "the number before";
    /// Title of a fix.
    CHANGE_TO = "改为“{0}”", "change to “{0}”";

    /// figures/sum
    SUM_WRONG = "分项之和与总数不符：{0}，合计应为 {1}，文中写 {2}", "the parts do not add up to the total: {0}; they make {1}, the text says {2}";
    /// figures/sum
    SUM_DOUBTFUL = "分项之和与总数不一致，请核对：{0}，合计为 {1}，文中写 {2}", "the parts and the total differ, please check: {0}; they make {1}, the text says {2}";
    /// figures/sum
    SUM_TITLE = "分项之和与总数", "parts and total";
    /// figures/sum
    SUM_WHY = "列全的分项相加应等于总数；任何一种读法都对不上，就必有一个数写错。只列部分分项、分类有交叉时不作判断。",
        "parts that are listed completely add up to the total; when no reading fits, one figure is wrong. Partial or overlapping lists are not judged.";

    /// figures/ratio
    RATIO_WRONG = "比率与数据不符：{0} 为 {1}%，文中写 {2}", "the rate does not match its counts: {0} is {1}%, the text says {2}";
    /// figures/impossible-rate
    RATE_IMPOSSIBLE = "比率与这个数凑不出整数，请核对：{0} 作分母或分子都得不出 {1}", "no whole number goes with this rate, please check: {0}, above or below the line, cannot give {1}";
    /// figures/impossible-rate
    RATE_IMPOSSIBLE_TITLE = "比率能否成立", "possible rates";
    /// figures/impossible-rate
    RATE_IMPOSSIBLE_WHY = "件数、人数都是整数；只写了一个数和比率时，另一个数算出来若不可能是整数，其中之一多半有误。基数另有所指的除外。",
        "cases and people come in whole numbers; where only one count stands beside a rate and no whole number can be the other, one of the two is probably wrong, unless the rate has another base.";
    /// figures/ratio
    RATIO_TITLE = "比率与数据", "rate and counts";
    /// figures/ratio
    RATIO_WHY = "文中同时写了分子、分母和比率，三者应一致；四舍五入和直接截尾都算一致。",
        "where numerator, denominator and rate are all given they must agree; rounding and cutting off both count as agreeing.";

    /// Name of a place.
    OTHER_SHARE = "同列其他占比", "another share of the list";
    /// figures/share
    SHARE_WRONG = "占比与同列各项不一致：{0} 写作 {1}，其余各项的总数约为 {2}", "a share does not go with the others: {0} is given as {1}, the others make the whole about {2}";
    /// figures/share
    SHARE_TITLE = "各项占比出自同一总数", "shares of one whole";
    /// figures/share
    SHARE_WHY = "同一组占比的总数相同；由各项数量和占比反推总数，唯独一项对不上，那一项多半有误。", "shares in one list have one base; when the base that a single item implies differs from all others, that item is probably wrong.";

    /// figures/difference
    DIFFERENCE_WRONG = "增减数与前后两期数据不符：{0} 与 {1} 相差 {2}，文中写 {3}", "the change does not match the two values: {0} and {1} are {2} apart, the text says {3}";
    /// figures/difference
    DIFFERENCE_TITLE = "增减数与前后数据", "difference and its two values";
    /// figures/difference
    DIFFERENCE_WHY = "写明了前后两期的数据，增减数就是两者之差。", "where both values are given the change is their difference.";

    /// figures/average
    AVERAGE_WRONG = "平均数与数据不符：{0} 为 {1}，文中写 {2}", "the average does not match: {0} is {1}, the text says {2}";
    /// figures/average
    AVERAGE_TITLE = "平均数与数据", "average, total and count";
    /// figures/average
    AVERAGE_WHY = "文中同时写了总数、个数和平均数，三者应一致；四舍五入和截尾都算一致。", "where total, count and average are all given they must agree; rounding and cutting off both count as agreeing.";

    /// figures/growth
    GROWTH_WRONG = "增减幅与前后两期数据不符：由 {0} 到 {1}，变动 {2}%，文中写 {3}", "the change does not match the two values: from {0} to {1} it is {2}%, the text says {3}";
    /// figures/growth
    GROWTH_TITLE = "增减幅与前后数据", "growth and its two values";
    /// figures/growth
    GROWTH_WHY = "写明了前后两期的数据，就能算出增减幅；四舍五入和截尾都算一致。", "where both values are given the change can be computed; rounding and cutting off both count as agreeing.";

    /// figures/list-count
    LIST_WRONG = "所列项数与所称数目不符：称 {0} 项，列出 {1} 项", "the list does not have as many items as announced: {0} announced, {1} listed";
    /// figures/list-count
    LIST_TITLE = "所称数目与所列项数", "announced count and list";
    /// figures/list-count
    LIST_WHY = "写明“四项措施”“三点”就应列出同样多的项；以“等”收尾的不完全列举不作判断。", "an announced number of items should be listed; lists left open by 等 are not judged.";

    /// figures/bound
    BOUND_PART = "部分大于整体：{0} 大于 {1}", "a part exceeds its whole: {0} is more than {1}";
    /// figures/bound
    BOUND_RATE = "比率超过 100%：{0}", "a rate above 100%: {0}";
    /// figures/bound
    BOUND_TITLE = "部分与整体、比率上限", "part and whole, rates up to 100%";
    /// figures/bound
    BOUND_WHY = "“其中”所列不会多于总数；除增减幅外，率和占比不会超过 100%。", "what is among a total cannot exceed it; rates other than growth cannot exceed 100%.";

    /// figures/repeat
    REPEAT_WRONG = "同一数目前后不一：此处 {0}，别处 {1}（{2} 次）", "one number, two values: {0} here, {1} elsewhere ({2} times)";
    /// figures/repeat
    REPEAT_TITLE = "同一数目前后一致", "the same number throughout";
    /// figures/repeat
    REPEAT_WHY = "乡镇、街道、村（社区）的个数在一份报告里应当前后一致。", "how many townships or villages there are should be the same throughout a report.";

    /// structure/missing-section
    SECTION_MISSING = "缺少法定内容：{0}", "a required content is missing: {0}";
    /// structure/missing-section
    SECTION_THIN = "法定内容过于简略：{0}", "next to nothing is said about: {0}";
    /// structure/missing-section
    SECTION_MISSING_TITLE = "法定内容齐全", "required contents";
    /// structure/missing-section
    SECTION_MISSING_WHY = "国家规定年度报告应当包括主要举措和成效、不足和原因、第一责任人履职、下一年度安排等内容。请补写，或使标题表明内容。",
        "the national rule fixes the contents of the annual report. Write the missing one, or let its heading say what it is.";
    /// structure/unheaded-section
    SECTION_UNHEADED = "法定内容未单列标题：{0}；正文此处写到", "a required content has no heading of its own: {0}; the text speaks of it here";
    /// structure/unheaded-section
    SECTION_UNHEADED_TITLE = "法定内容单列", "required contents under headings";
    /// structure/unheaded-section
    SECTION_UNHEADED_WHY = "法定内容写在其他部分里也算写到；单列一部分，审阅人才容易找到。", "a required content inside another part does count; under a heading of its own a reviewer finds it.";

    /// structure/numbering
    NUMBER_REPEATED = "序号重复：“{0}”前面已经有“{1}”", "number repeated: “{0}” comes after “{1}”";
    /// structure/numbering
    NUMBER_GAP = "序号跳号：“{1}”之后应为第 {2} 项，文中是“{0}”", "numbers skip: after “{1}” number {2} is due, the text has “{0}”";
    /// structure/numbering
    NUMBER_NESTING = "层次颠倒：“{0}”排在“{1}”之下，应当高于它", "levels reversed: “{0}” stands below “{1}” but ranks above it";
    /// structure/numbering
    NUMBER_START = "标题从“{0}”开始，缺少上一层次的“一、”", "headings begin with “{0}”; the level above (一、) is missing";
    /// structure/numbering
    NUMBER_UNREADABLE = "序号无法辨认：“{0}”，可能是扫描误读", "unreadable number “{0}”, perhaps misread by a scanner";
    /// structure/numbering
    NUMBER_TITLE = "序号连续、层次正确", "numbering";
    /// structure/numbering
    NUMBER_WHY = "结构层次序数依次为“一、”“（一）”“1.”“（1）”，同一层次应连续不重复。", "levels are numbered 一、(一) 1. (1), each without gaps or repeats.";

    /// indicators/missing
    INDICATOR_MISSING = "未见常用数据：{0}", "a usual figure is not given: {0}";
    /// indicators/missing
    INDICATOR_MENTIONED = "写到但未给出数据：{0}", "spoken of without a figure: {0}";
    /// indicators/missing
    INDICATOR_TITLE = "常用数据齐全", "usual figures";
    /// indicators/missing
    INDICATOR_WHY = "同类报告大多写明这项数据。国家规定不强制任何数据，没有发生可写“0件”或“未发生”；本地要求写的请补上。",
        "most reports of this kind give the figure. No national rule demands it; where there was none say so; add it where your province asks for it.";

    /// wording/placeholder
    PLACEHOLDER = "有未填写的占位内容：“{0}”", "a placeholder was left: “{0}”";
    /// wording/placeholder
    PLACEHOLDER_TITLE = "占位内容", "placeholders";
    /// wording/placeholder
    PLACEHOLDER_WHY = "模板里的 20xx、××、____、待补等应当在签发前填实。", "20xx, ××, ____ and the like must be filled in before signing.";

    /// wording/contradictory-approximation
    APPROXIMATION = "概数用语矛盾：“{0}”，“{1}”与“{2}”不能并用", "contradictory approximation “{0}”: “{1}” and “{2}” exclude each other";
    /// wording/contradictory-approximation
    APPROXIMATION_TITLE = "概数用语", "approximations";
    /// wording/contradictory-approximation
    APPROXIMATION_WHY = "“近”是不到，“余”是超过，并用则自相矛盾；“约”与“左右”重复。", "近 means not quite, 余 means more; together they contradict each other. 约 and 左右 say the same twice.";

    /// wording/doubled-word
    DOUBLED = "词语重复：“{0}”", "a word stands twice: “{0}”";
    /// wording/doubled-word
    DOUBLED_TITLE = "词语重复", "doubled words";
    /// wording/doubled-word
    DOUBLED_WHY = "粘贴拼接时容易把同一个词写两遍。", "pasting text together often doubles a word.";

    /// wording/duplicate-paragraph
    DUPLICATE = "与前文一字不差的段落", "the same paragraph, word for word, stands above";
    /// wording/duplicate-paragraph
    DUPLICATE_TITLE = "重复段落", "duplicate paragraphs";
    /// wording/duplicate-paragraph
    DUPLICATE_WHY = "两处完全相同的段落多半是粘贴遗留，请核对应保留哪一处。", "identical paragraphs are mostly left over from pasting; see which to keep.";

    /// form/document-number
    DOCUMENT_NUMBER = "发文字号的年份应用六角括号：“{0}”", "the year in a document number takes 〔 〕: “{0}”";
    /// form/document-number
    DOCUMENT_NUMBER_TITLE = "发文字号", "document numbers";
    /// form/document-number
    DOCUMENT_NUMBER_WHY = "公文格式规定发文字号的年份用六角括号“〔〕”括入。", "the standard for official documents puts the year in 〔 〕.";

    /// form/scanned-characters
    SCANNED = "疑为扫描误读：“{0}”，按“{1}”核对", "perhaps misread by a scanner: “{0}”, checked as “{1}”";
    /// form/scanned-characters
    SCANNED_TITLE = "扫描误读", "characters misread by a scanner";
    /// form/scanned-characters
    SCANNED_WHY = "由扫描件识别的文字常把 0、1、。认成字母，签发前应改正。", "text from a scanner often has letters for 0, 1 and the full stop; mend it before signing.";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<&str> {
        let mut places: Vec<&str> = text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    #[test]
    fn both_languages_use_the_same_arguments() {
        for template in ALL {
            assert_eq!(places(template.zh), places(template.en), "{}", template.en);
        }
    }

    #[test]
    fn arguments_fill_their_places() {
        let message = CHANGE_TO.with(&["12件"]);
        assert_eq!(message.render(Locale::Chinese), "改为“12件”");
        assert_eq!(message.render(Locale::English), "change to “12件”");
    }
}
