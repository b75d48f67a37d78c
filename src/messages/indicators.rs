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

    /// indicators/threshold
    THRESHOLD_LEAST = "“{0}”写作{1}，规定一般不少于{2}，请核对", "“{0}” is given as {1}; the rule asks for {2} at least, please check";
    /// indicators/threshold
    THRESHOLD_MOST = "“{0}”写作{1}，规定一般不超过{2}，请核对", "“{0}” is given as {1}; the rule allows {2} at most, please check";
    /// indicators/threshold
    THRESHOLD_NONE = "“{0}”写作{1}，这一级一般没有这项职权，请核对", "“{0}” is given as {1}; organs of this level have no such power, please check";
    /// indicators/threshold
    THRESHOLD_LATEST = "“{0}”写作{1}，规定一般不晚于{2}，请核对", "“{0}” is given as {1}; the rule sets {2} as the last day, please check";
    /// indicators/threshold
    THRESHOLD_TITLE = "数据达到规定要求", "figures that a rule sets";
    /// indicators/threshold
    THRESHOLD_WHY = "有的期限、比率在法规或指标体系里有明确要求。写得比要求低，可能是写错，也可能有特殊情况；确有特殊情况的，请说明。",
        "some periods and rates are laid down in laws or in the model index. A figure below them may be a slip, or there was a reason; say so if there was.";
}
