//! What the rules about wording say.

use super::Template;

messages! {
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
}
