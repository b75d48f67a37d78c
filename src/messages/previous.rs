//! What the rules say that hold this year's report against last year's.

use super::Template;

messages! {
    /// Name of a place.
    LAST_PLACE = "上年报告", "last year's report";

    /// figures/last-year
    LAST_VALUE = "上年的数与上年报告不一致：这里写 {1}，上年报告写 {0}。若口径有变，请注明；否则请改一致", "last year's value is not what last year's report says: {1} here, {0} there. Say so if something else is counted; otherwise make them agree";
    /// figures/last-year
    LAST_AMOUNT = "增减数与上年报告对不上：上年报告写 {0}，今年 {2}，变动应为 {3}，文中写“{1}”。若口径有变，请注明；否则请改一致", "the change does not go with last year's report: {0} there, {2} now, a change of {3}, while the text says “{1}”. Say so if something else is counted; otherwise make them agree";
    /// figures/last-year
    LAST_RATE = "增减幅与上年报告对不上：上年报告写 {0}，今年 {2}，变动应为 {3}%，文中写“{1}”。若口径有变，请注明；否则请改一致", "the change does not go with last year's report: {0} there, {2} now, a change of {3}%, while the text says “{1}”. Say so if something else is counted; otherwise make them agree";
    /// figures/last-year
    LAST_YEAR_TITLE = "同比与上年报告", "changes since last year's report";
    /// figures/last-year
    LAST_YEAR_WHY = "说了“同比”“较上年”，读的人就会拿上年公开的报告来对。名称、口径相同的数按上年报告算得出来的，应当一致；四舍五入和截尾都算一致，口径不明的不作判断。",
        "whoever reads of a change since last year will look it up in last year's report. Where the same thing is counted in both, the change must follow from them; rounding and cutting off both count as agreeing, and what is unclear is not judged.";
}
