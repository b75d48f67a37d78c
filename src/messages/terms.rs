//! What the rules about dated terms say.

use super::Template;

messages! {
    /// Name of a place.
    SAME_TERM = "同一用语", "the same term";

    /// terms/too-new
    TERM_TOO_NEW = "{1} 年 {2} 月才有“{0}”，{3} 年度的报告里不应出现", "“{0}” dates from {1}-{2}; a report on {3} cannot have it";
    /// terms/too-new
    TERM_TOO_NEW_TITLE = "用语不早于其时", "terms before their time";
    /// terms/too-new
    TERM_TOO_NEW_WHY = "报告里出现了成文之后才有的会议、法规或提法，不是年度写错，就是从以后的文稿里粘贴来的。",
        "a meeting, law or phrase that is younger than the report: either the year is wrong or the words come from a later text.";

    /// terms/out-of-date
    TERM_OLD = "“{0}”在 {1} 年度已不是现行说法，现为{2}", "“{0}” was out of date in {1}; it is {2} now";
    /// terms/out-of-date
    TERM_AGING = "“{0}”宜改用现行名称或说法：{1}", "“{0}” is better put in today's words: {1}";
    /// terms/out-of-date
    TERM_OLD_UNKNOWN = "“{0}”现为{1}；报告年度不明，请核对", "“{0}” is {1} now; the report year is not known, please check";
    /// terms/out-of-date
    TERM_OLD_TITLE = "用语未过时", "terms out of date";
    /// terms/out-of-date
    TERM_OLD_WHY = "机构、法规和提法已经更替，报告年度的现状应写现行名称；写历史情况、引用旧文件标题的不在此列。",
        "bodies, laws and phrases have been replaced; what is current takes its current name. History and titles of old documents are not meant.";

    /// terms/expected
    TERM_EXPECTED = "未见{0}，{1} 年度的报告通常写到", "{0} is not mentioned; reports on {1} usually have it";
    /// terms/expected
    TERM_EXPECTED_TITLE = "通常写到的提法", "terms that are usual";
    /// terms/expected
    TERM_EXPECTED_WHY = "同年度的报告大多在开头写明以此为指导；是否写、怎样写，由本单位定。", "most reports of the year open with it; whether to write it is yours to decide.";

    /// terms/plenums
    PLENUM_ORDER = "全会次序有误：“{0}”排在“{1}”之后", "plenums out of order: “{0}” stands behind “{1}”";
    /// terms/plenums
    PLENUM_GAP = "列举全会时缺一次：“{1}”之后是“{0}”，请核对", "one plenum is left out: “{0}” follows “{1}”; please check";
    /// terms/plenums
    PLENUM_TITLE = "全会次序", "order of the plenums";
    /// terms/plenums
    PLENUM_WHY = "逐次列举中央全会时，应按次序、不遗漏、不重复。", "plenums that are listed one by one come in order, none twice and none left out.";
}
