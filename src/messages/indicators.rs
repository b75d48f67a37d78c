//! What the rules about indicators say.

use super::Template;

messages! {
    /// indicators/missing
    INDICATOR_MISSING = "未见常用数据：{0}", "a usual figure is not given: {0}";
    /// indicators/missing
    INDICATOR_MENTIONED = "写到但未给出数据：{0}", "spoken of without a figure: {0}";
    /// indicators/missing
    INDICATOR_REQUIRED = "缺少按标准必须写明的数据：{0}", "a figure that the standard requires is not given: {0}";
    /// indicators/missing
    INDICATOR_TITLE = "常用数据齐全", "usual figures";
    /// indicators/missing
    INDICATOR_WHY = "同类报告大多写明这项数据。国家规定不强制任何数据，没有发生可写“0件”或“未发生”；本地要求写的请补上。",
        "most reports of this kind give the figure. No national rule demands it; where there was none say so; add it where your province asks for it.";
}
