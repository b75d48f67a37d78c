//! What the rules about dates say.

use super::Template;

messages! {
    /// Name of a place.
    REPORT_YEAR = "报告年度", "the report year";
    /// Name of a place.
    COUNTED_UNTIL = "数据截止时点", "counted until";

    /// dates/year
    YEAR_SAID = "年度前后不一：此处写 {0} 年，报告年度应为 {1} 年", "two report years: {0} here, while the report is on {1}";
    /// dates/year
    YEAR_SIGNED = "成文日期与报告年度不符：{1} 年度的报告应在 {2} 年初成文，文中是 {0} 年", "signature and report year do not match: a report on {1} is signed early in {2}, not in {0}";
    /// dates/year
    YEAR_TITLE = "标题、正文与成文年度一致", "title, text and signature on one year";
    /// dates/year
    YEAR_WHY = "年度报告在次年年初成文，标题、“现将……情况报告如下”和落款的年份应当对得上；沿用上年文稿时最容易漏改。",
        "the report on a year is signed early in the next; title, opening and signature must fit. Years are easily left over from last year's text.";

    /// dates/deadline
    DEADLINE_SIGNED = "成文晚于 3 月 1 日的报送时限，请核对日期", "signed after 1 March, when the report is due; please check the date";
    /// dates/deadline
    DEADLINE_PUBLISHED = "公开晚于 4 月 1 日的时限，请核对日期", "published after 1 April; please check the date";
    /// dates/deadline
    DEADLINE_TITLE = "报送与公开时限", "days on which it is due";
    /// dates/deadline
    DEADLINE_WHY = "国家规定每年 3 月 1 日前报送上一年度报告，4 月 1 日前向社会公开。", "the national rule wants the report by 1 March and its publication before 1 April.";

    /// dates/part-year
    PART_YEAR = "成文时 {0} 年尚未结束，数据未满全年", "signed before {0} was over: the figures do not cover the year";
    /// dates/part-year
    PART_YEAR_TITLE = "数据覆盖全年", "figures of the whole year";
    /// dates/part-year
    PART_YEAR_WHY = "年度报告应反映全年情况；年内成文的，签发前请把截至某月的数据更新到年底。", "the report is on a whole year; bring the figures up to December before signing.";

    /// dates/next-year
    NEXT_YEAR_HEADING = "下一年度安排的年份不符：标题写 {0} 年，应为 {1} 年", "the plans name the wrong year: {0} in the heading, {1} is due";
    /// dates/next-year
    NEXT_YEAR_TEXT = "下一年度安排开头写 {0} 年，请核对是否应为 {1} 年", "the plans begin with {0}; should it be {1}?";
    /// dates/next-year
    NEXT_YEAR_TITLE = "下一年度的年份", "the year of the plans";
    /// dates/next-year
    NEXT_YEAR_WHY = "“下一年度主要安排”写的是报告年度的次年。", "the plans are for the year after the report year.";

    /// dates/other-year
    OTHER_YEAR = "此处写 {0} 年，报告年度是 {1} 年，请核对是否为上年遗留", "{0} here, while the report is on {1}; is it left over from another year?";
    /// dates/other-year
    OTHER_YEAR_TITLE = "标题和开头的年份", "years in headings and opening";
    /// dates/other-year
    OTHER_YEAR_WHY = "写本年度工作的标题和开头，年份应是报告年度；沿用上年文稿时容易漏改。", "headings and opening on the work of the year name the report year; last year's is easily left over.";

    /// dates/previous-year
    PREVIOUS_SAME = "作对照的“上年报告”与这份报告一字不差，请看看是否选错了文件；选对之前不作前后对照", "what was given as last year's report is this very text; is it the right file? Until then nothing is compared";
    /// dates/previous-year
    PREVIOUS_STRANGE = "作对照的文本不像这类年度报告，请看看是否选错了文件；选对之前不作前后对照", "what was given as last year's report does not look like one; is it the right file? Until then nothing is compared";
    /// dates/previous-year
    PREVIOUS_YEAR = "作对照的是 {0} 年度的报告，这份报告是 {1} 年度的，请换用 {2} 年度的报告；选对之前不作前后对照", "what was given as last year's report is on {0}, this one is on {1}; please give the one on {2}. Until then nothing is compared";
    /// dates/previous-year
    PREVIOUS_ORGAN = "作对照的报告是“{0}”的，这份报告是“{1}”的，请看看是否选错了文件；选对之前不作前后对照", "what was given as last year's report is by “{0}”, this one by “{1}”; is it the right file? Until then nothing is compared";
    /// dates/previous-year
    PREVIOUS_TITLE = "作对照的上年报告", "the report of last year";
    /// dates/previous-year
    PREVIOUS_WHY = "只有同一单位上一年度的报告才能用来前后对照；年度或单位不同，对照的结果没有意义，所以先请换成对的。",
        "only the report of the same organ on the year before can be compared; with any other the answers would mean nothing.";
    /// Name of a place.
    PREVIOUS_HEAD = "上年报告的开头", "where last year's report begins";

    /// dates/stale-year
    STALE = "引用的是 {0} 年的年度文件，报告年度是 {1} 年，请核对", "a plan for {0} is cited in a report on {1}; please check";
    /// dates/stale-year
    STALE_TITLE = "引用文件的年份", "years of cited plans";
    /// dates/stale-year
    STALE_WHY = "工作要点、任务清单等一年一发；报告引用以前年度的，多半是沿用旧稿。", "plans are issued every year; an earlier one is mostly left over from an old text.";

    /// dates/no-such-day
    NO_DAY = "没有这样的日期：“{0}”", "there is no such date: “{0}”";
    /// dates/no-such-day
    NO_DAY_TITLE = "日期存在", "days of the calendar";
    /// dates/no-such-day
    NO_DAY_WHY = "年份四位，月份为1至12月，小月没有31日；日期写错，时限就无从核对。", "a year has four digits, there are twelve months, and not each has 31 days; from a wrong date nobody can tell the time.";

    /// dates/reversed
    REVERSED = "起止时间颠倒：“{0}”", "it ends before it begins: “{0}”";
    /// dates/reversed
    REVERSED_TITLE = "起止时间", "beginning and end";
    /// dates/reversed
    REVERSED_WHY = "结束时间早于开始时间，其中一个写错了；跨年的请写明“次年”。", "an end before the beginning: one of the two is wrong. Where it lies in the next year, say so.";

    /// dates/next-year
    NEXT_YEAR_GOAL = "下一年度安排里写“{0}”，报告年度是 {1} 年，请核对", "the plans say “{0}” in a report on {1}; please check";
}
