//! What the rules about wording say.

use super::Template;

messages! {
    /// wording/placeholder
    PLACEHOLDER = "有未填写的占位内容：“{0}”", "a placeholder was left: “{0}”";
    /// wording/placeholder
    PLACEHOLDERS = "有{0}处未填写的占位内容，如“{1}”", "{0} placeholders were left, such as “{1}”";
    /// Name of a place.
    PLACEHOLDER_ALSO = "未填写：{0}", "left open: {0}";
    /// wording/placeholder
    PLACEHOLDER_TITLE = "占位内容", "placeholders";
    /// wording/placeholder
    PLACEHOLDER_WHY = "模板里的 20xx、××、____、待补等应当在签发前填实。", "20xx, ××, ____ and the like must be filled in before signing.";

    /// wording/contradictory-approximation
    APPROXIMATION = "概数用语矛盾：“{0}”，“{1}”与“{2}”不能并用", "contradictory approximation “{0}”: “{1}” and “{2}” exclude each other";
    /// wording/contradictory-approximation
    APPROXIMATION_EXACT = "概数用语不当：“{0}”，“余”用在整十、整百等数之后，“多”“余”只用一个", "approximation “{0}”: 余 stands behind tens and hundreds, and not with 多";
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

    /// wording/typo
    TYPO = "疑为“{1}”之误：“{0}”", "“{0}” is perhaps a slip for “{1}”";
    /// wording/typo
    TYPO_NAME = "名称有误或不完整，似应为{1}：{0}", "the name is wrong or not complete: {0}, perhaps {1}";
    /// wording/typo
    TYPO_TITLE = "错字和不完整的名称", "slips of the pen";
    /// wording/typo
    TYPO_WHY = "音近、形近的字和不完整的法规名称，输入法和校对都容易放过。", "characters that sound or look alike pass input methods and proof-reading easily.";

    /// wording/up-to
    UP_TO = "“截止”宜作“截至”", "截止 (it ended then) for 截至 (up to then)";
    /// wording/up-to
    UP_TO_TITLE = "截至与截止", "up to, or ended";
    /// wording/up-to
    UP_TO_WHY = "“截至”后面接时间，“截止”表示到此为止，后面不接时间。", "截至 takes a time behind it; 截止 means that something ended and takes none.";

    /// wording/request
    REQUEST = "报告中夹带请示：“{0}”", "a request inside a report: “{0}”";
    /// wording/request
    REQUEST_TITLE = "报告不夹带请示", "requests inside a report";
    /// wording/request
    REQUEST_WHY = "报告不得夹带请示事项；需要批复的另行请示。", "a report may not contain a request; ask for a decision in a document of its own.";

    /// wording/demands-only
    DEMANDS = "有 {0} 句只写了指标或规定的要求，没有写本地怎么做、做到什么程度，请补上或删去", "{0} sentences only say what is demanded, not what was done here; add that, or leave them out";
    /// wording/demands-only
    DEMANDS_TITLE = "照搬指标要求", "demands without deeds";
    /// wording/demands-only
    DEMANDS_WHY = "“一般不少于7个工作日”“未经审核不得提交”是要求，不是做了的事；报告要写的是举措和成效。", "what an index demands is not what was done; a report tells of measures and their effect.";

    /// wording/foreign-place
    PLACE = "出现“{0}”，报告单位是“{1}”，请核对是否他处文稿遗留", "“{0}” in a report of “{1}”; is it left over from another text?";
    /// wording/foreign-place
    PLACE_TITLE = "他县的名称", "names of another county";
    /// wording/foreign-place
    PLACE_WHY = "借用外县文稿时，容易漏改地名。", "when another county's text was the model, its name is easily left.";

    /// wording/placeholder
    TEMPLATE = "模板里的备选写法没有选定：“{0}”", "a choice of the template was not made: “{0}”";

    /// wording/duplicate-sentence
    DUPLICATE_SENTENCE = "与前文一字不差的句子", "the same sentence, word for word, stands above";
    /// wording/duplicate-sentence
    DUPLICATE_CLAUSE = "一句话连写两遍：“{0}”", "a clause stands twice in a row: “{0}”";
    /// wording/duplicate-sentence
    DUPLICATE_SENTENCE_TITLE = "重复的句子", "duplicate sentences";

    /// wording/repeated-item
    REPEATED_ITEM = "同一列举中出现两次：“{0}”", "a list names it twice: “{0}”";
    /// wording/repeated-item
    REPEATED_ITEM_TITLE = "列举重复", "items named twice";
    /// wording/repeated-item
    REPEATED_ITEM_WHY = "一处列举里同一项写了两遍，多半应当是另一项。", "an item named twice in one list mostly stands for another one.";
    /// Name of a place.
    SAME_ITEM = "前面已列出", "named here already";

    /// wording/double-negative
    NEGATIVE = "多了一重否定：“{0}”", "a negative too many: “{0}”";
    /// wording/double-negative
    NEGATIVE_TITLE = "否定失当", "double negatives";
    /// wording/double-negative
    NEGATIVE_WHY = "“防止……不发生”说成了相反的意思，应为“防止……发生”或“确保……不发生”。", "to prevent that something does not happen says the opposite of what is meant.";
}
