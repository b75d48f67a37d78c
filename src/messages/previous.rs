//! What the rules say that hold this year's report against last year's.

use super::Template;

messages! {
    /// Name of a place.
    LAST_PLACE = "上年报告", "last year's report";
    /// Name of a place.
    PLANNED_THERE = "上年报告的安排", "planned in last year's report";

    /// structure/unmentioned-plan
    PLAN_UNMENTIONED = "上年报告安排今年要做的，有 {1} 项在这份报告里没有看到：{0}。做了的请写上，没有做成的可以在不足里说明", "{1} of the things that last year's report announced for this year are not found in this one: {0}. If they were done, say so; if not, the shortcomings are the place to say why";
    /// structure/unmentioned-plan
    PLAN_TITLE = "上年安排的落实", "what last year's report announced";
    /// structure/unmentioned-plan
    PLAN_WHY = "上年报告里说今年要建、要出台的，审阅的人会看今年有没有下文。换了说法的也算提到；笼统的表态不在其内。",
        "whoever reviews the report looks for what became of last year's plans. Other words count as well, and general resolutions are not meant.";

    /// Name of a place.
    SAME_ROW = "同样接不上", "does not arrive either";

    /// Name of a place.
    ALSO_COPIED = "也与上年报告相同", "stands in last year's report as well";

    /// wording/copied-paragraph
    COPIED_FIGURES = "这一段连数字都与上年报告相同（空格、年份不计），请看看是否忘了更新", "this paragraph stands in last year's report with the same figures (blanks and years apart); was it left as it was?";
    /// wording/copied-paragraph
    COPIED_FIGURES_MANY = "有 {0} 段连数字都与上年报告相同（空格、年份不计），请看看是否忘了更新", "{0} paragraphs stand in last year's report with the same figures (blanks and years apart); were they left as they were?";
    /// wording/copied-paragraph
    COPIED = "这一段与上年报告相同（空格、年份不计），请看看是否还合今年的情况", "this paragraph stands in last year's report (blanks and years apart); does it still hold?";
    /// wording/copied-paragraph
    COPIED_MANY = "有 {0} 段与上年报告相同（空格、年份不计），请看看是否还合今年的情况", "{0} paragraphs stand in last year's report (blanks and years apart); do they still hold?";
    /// wording/copied-paragraph
    COPIED_TITLE = "照搬上年的段落", "paragraphs of last year";
    /// wording/copied-paragraph
    COPIED_WHY = "在上年稿子上改写，容易有整段没有改到；数字也一样的，多半还是上年的数。指导思想、引用文件名称一类每年都写的话不算。",
        "where last year's text was the model, a paragraph is easily left; with the same figures it is hardly this year's. What every report says is not meant.";

    /// wording/copied-figures
    SAME_FIGURES = "这一句和其中的数字与上年报告完全相同，请核对是不是今年的数", "this sentence and its figures stand in last year's report; are they this year's?";
    /// wording/copied-figures
    SAME_FIGURES_TITLE = "与上年相同的数据", "the figures of last year";
    /// wording/copied-figures
    SAME_FIGURES_WHY = "件次、人次这类数一年一变，连句子带数字都与上年一样，常是改稿时漏了。确实相同的，不必理会。",
        "cases and attendances differ from year to year; a sentence that is the same to the figure was often overlooked. Where it is right, let it stand.";

    /// figures/carried-over
    CARRIED_WRONG = "“{0}”与上年报告接不上：按上年报告应为 {1}，这里写 {2}（{3}）。请核对两年的数；补报、并案或口径有变的，请注明", "“{0}” does not follow from last year's report: {1} by that report, {2} here ({3}). Please check both; say so if cases were joined or something else is counted";
    /// figures/carried-over
    CARRIED_TITLE = "上年结转与上年报告", "carried over from last year's report";
    /// figures/carried-over
    CARRIED_WHY = "上年报告里没有办完的，就是今年的上年结转；年末有效的文件，等于上年有效的加上今年制定的、减去今年废止的。前后两份报告公开之后，这些数一对就能看出来。",
        "what last year's report left pending is what this year's carries over, and what is in force is what was, with what was made and without what was repealed. Whoever has both reports can see it.";

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
