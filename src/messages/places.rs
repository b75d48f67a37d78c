//! Names of places and of fixes, used by many rules.

use super::Template;

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
    AMOUNT = "增减数", "amount of change";
    /// Name of a place.
    CAME = "增加数", "what came";
    /// Name of a place.
    WENT = "减少数", "what went";
    /// Name of a place.
    ELSEWHERE = "另一处写法", "stated here otherwise";
    /// Name of a place.
    SAME_ABOVE = "前文相同内容", "the same words before";
    /// Name of a place.
    PREVIOUS_NUMBER = "上一个序号", "the number before";
    /// Name of a place.
    INSIDE = "写在这一部分里", "inside this part";
    /// Title of a fix.
    CHANGE_TO = "改为“{0}”", "change to “{0}”";
    /// The change of one figure among several.
    CHANGE_ONE = "把“{0}”改为“{1}”", "change “{0}” to “{1}”";
    /// Title of a fix.
    LEAVE_OUT = "删去", "leave it out";
}
