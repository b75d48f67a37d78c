//! What is said about standards: why one was taken, and what is wrong with one.

use super::Template;

messages! {
    /// Reason for a standard.
    STANDARD_ASKED = "由设置指定", "named in the options";
    /// Reason for a standard.
    STANDARD_BY_HEADINGS = "文中各部分的标题与这一标准一致", "the headings of the text are those of this standard";
    /// Reason for a standard.
    STANDARD_BY_YEAR = "适用于{0}年度的报告", "meant for reports on {0}";
    /// Reason for a standard.
    STANDARD_NEAREST = "没有专用于{0}年度的标准，按年度最接近的标准核对", "there is no standard for {0}; the nearest in years was taken";
    /// Reason for a standard.
    STANDARD_NEWEST = "文中没有写明年度，按最新的标准核对", "the text does not say its year; the newest standard was taken";

    /// Problem with a standard.
    NOT_A_STANDARD = "没有编号为“{0}”的标准", "there is no standard “{0}”";
    /// Problem with a standard.
    FIELD_MISSING = "没有填写", "missing";
    /// Problem with a standard.
    BASE_UNKNOWN = "没有可供扩展的内置标准“{0}”", "there is no built-in standard “{0}” to extend";
    /// Problem with a standard.
    BASE_CYCLE = "扩展关系成环：“{0}”", "“{0}” extends itself, directly or through others";
    /// Problem with a standard.
    NOT_IN_BASE = "所扩展的标准里没有“{0}”", "the extended standard has no “{0}”";
    /// Problem with a standard.
    NO_ALIASES = "没有标题用词，任何标题都不会与它相符", "without words no heading can be about it";
    /// Problem with a standard.
    ID_TAKEN = "“{0}”是内置标准的编号，请另取一个", "“{0}” is the id of a built-in standard; take another one";
    /// Problem with a standard.
    YEARS_REVERSED = "起始年度晚于终止年度", "the first year is after the last";
    /// Problem with a standard.
    NOT_KNOWN = "没有“{0}”", "there is no “{0}”";
    /// Problem with a standard.
    NOT_ONE_OF = "应为下列之一：{0}", "should be one of {0}";
    /// Problem with a standard.
    TOO_MANY = "有 {0} 项，最多 {1} 项", "{0} items; at most {1} can be taken";
    /// Problem with a standard.
    TWICE = "“{0}”出现了两次", "“{0}” stands twice";
    /// Problem with a standard.
    SHARED_ALIAS = "“{0}”被 20 项以上的指标共用，无从区分", "“{0}” names more than 20 indicators, which cannot be told apart";
    /// Problem with a standard.
    WORD_TOO_SHORT = "“{0}”太短，会到处相符", "“{0}” is too short and would match everywhere";
    /// Problem with a standard.
    WORD_TOO_LONG = "超过 {0} 个字", "longer than {0} characters";
    /// Problem with a standard.
    FIELD_UNKNOWN = "没有这个字段", "there is no such field";
    /// Problem with a standard.
    NOT_OBJECT = "应为对象", "should be an object";
    /// Problem with a standard.
    NOT_LIST = "应为数组", "should be an array";
    /// Problem with a standard.
    NOT_STRING = "应为字符串", "should be a string";
    /// Problem with a standard.
    NOT_FLAG = "应为 true 或 false", "should be true or false";
    /// Problem with a standard.
    NOT_NUMBER = "应为 0 到 65535 的整数", "should be a whole number from 0 to 65535";
    /// Problem with a standard.
    NOT_DAY = "应为一年中的一天，如 01-31", "should be a day of the year, such as 01-31";
    /// Problem with a standard.
    NOT_WEIGHTED = "应为词语和权重，如 [\"不足\", 7]，权重为 -128 到 127 的整数", "should be a word and its weight, such as [\"不足\", 7]; weights are whole numbers from -128 to 127";
    /// Problem with a standard.
    EXAMPLE_FAILS = "“{0}”应核得 {1}，实际核得 {2}", "“{0}” should give {1} but gives {2}";
}
