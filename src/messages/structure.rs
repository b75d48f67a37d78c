//! What the rules about the outline say.

use super::Template;

messages! {
    /// structure/missing-section
    SECTION_MISSING = "缺少法定内容：{0}", "a required content is missing: {0}";
    /// structure/missing-section
    SECTION_THIN = "法定内容过于简略：{0}", "next to nothing is said about: {0}";
    /// structure/missing-section
    SECTION_MISSING_TITLE = "法定内容齐全", "required contents";
    /// structure/missing-section
    SECTION_MISSING_WHY = "国家规定年度报告应当包括主要举措和成效、不足和原因、第一责任人履职、下一年度安排等内容。请补写，或使标题表明内容。",
        "the national rule fixes the contents of the annual report. Write the missing one, or let its heading say what it is.";
    /// structure/unheaded-section
    SECTION_UNHEADED = "法定内容未单列标题：{0}；正文此处写到", "a required content has no heading of its own: {0}; the text speaks of it here";
    /// structure/unheaded-section
    SECTION_UNHEADED_TITLE = "法定内容单列", "required contents under headings";
    /// structure/unheaded-section
    SECTION_UNHEADED_WHY = "法定内容写在其他部分里也算写到；单列一部分，审阅人才容易找到。", "a required content inside another part does count; under a heading of its own a reviewer finds it.";

    /// structure/numbering
    NUMBER_REPEATED = "序号重复：“{0}”前面已经有“{1}”", "number repeated: “{0}” comes after “{1}”";
    /// structure/numbering
    NUMBER_GAP = "序号跳号：“{1}”之后应为第 {2} 项，文中是“{0}”", "numbers skip: after “{1}” number {2} is due, the text has “{0}”";
    /// structure/numbering
    NUMBER_NESTING = "层次颠倒：“{0}”排在“{1}”之下，应当高于它", "levels reversed: “{0}” stands below “{1}” but ranks above it";
    /// structure/numbering
    NUMBER_START = "标题从“{0}”开始，缺少上一层次的“一、”", "headings begin with “{0}”; the level above (一、) is missing";
    /// structure/numbering
    NUMBER_UNREADABLE = "序号无法辨认：“{0}”，可能是扫描误读", "unreadable number “{0}”, perhaps misread by a scanner";
    /// structure/numbering
    NUMBER_TITLE = "序号连续、层次正确", "numbering";
    /// structure/numbering
    NUMBER_WHY = "结构层次序数依次为“一、”“（一）”“1.”“（1）”，同一层次应连续不重复。", "levels are numbered 一、(一) 1. (1), each without gaps or repeats.";
}
