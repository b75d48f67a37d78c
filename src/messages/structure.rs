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
    /// structure/not-a-report
    STRANGE_EMPTY = "没有可核的文字，请粘贴{0}的全文", "there is nothing to check; paste the whole of an {0}";
    /// structure/not-a-report
    STRANGE_FOREIGN = "这份文本不像{0}：几乎没有汉字。请看看是否贴错", "this does not look like an {0}: it is hardly in Chinese. Is it the right text?";
    /// structure/not-a-report
    STRANGE_ARTICLES = "这份文本不像{0}：它按“第几条”分条书写，像是法规或办法。请看看是否贴错", "this does not look like an {0}: it is written in articles, as laws are. Is it the right text?";
    /// structure/not-a-report
    STRANGE_OTHER = "这份文本不像{0}：没有写明报告名称，没有应写内容的标题，也没有常用的数据。请看看是否贴错", "this does not look like an {0}: it has no such title, none of the headings and none of the figures. Is it the right text?";
    /// structure/not-a-report
    STRANGE_PASSAGE = "像是{0}里的一段：只核对写到的内容，不核对缺少什么。要核全文，请连同标题一起粘贴", "this looks like a passage out of an {0}: what is there is checked, what is missing is not. For the whole, paste it with its title";
    /// structure/not-a-report
    STRANGE_TITLE = "是不是年度报告", "the right kind of text";
    /// structure/not-a-report
    STRANGE_WHY = "不像年度报告的文本，逐项列出缺什么没有意义，所以只提示这一条。确是报告的，请补上标题再核。",
        "of a text that is no such report it would be idle to list what is missing, so this is said alone. If it is one, give it its title and check again.";

    /// structure/missing-part
    PART_MISSING = "“{0}”中没有写到{1}", "“{0}” does not speak of {1}";
    /// structure/missing-part
    PART_UNSURE = "“{0}”中可能没有写明{1}，请看一看", "“{0}” perhaps does not speak of {1}; worth a look";
    /// structure/missing-part
    PART_TITLE = "法定内容的要点", "points of the required contents";
    /// structure/missing-part
    PART_WHY = "国家规定要求报告不足，也要求报告原因。请在列出问题之后写明原因，哪怕只有一两句。",
        "the national rule asks for shortcomings and for their causes. Say what caused them, if only in a sentence or two.";

    /// structure/task-coverage
    TASKS_MISSING = "未见写到的工作任务：{0}。没有相关工作的可以不写", "tasks that are not spoken of: {0}. Where nothing was done they may be left out";
    /// structure/task-coverage
    TASKS_TITLE = "工作任务的覆盖", "coverage of the tasks";
    /// structure/task-coverage
    TASKS_WHY = "实施纲要列出的各项任务，政府的报告一般都会写到。国家规定不强制逐项写，这里只作提示。",
        "reports of governments usually speak of every task of the outline. No rule demands it; this is advice.";

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
    /// structure/numbering
    NUMBER_MIXED = "同一层次序号写法不一：此处是“{0}”，多数写作“{1}”", "one level is numbered in two ways: “{0}” here, “{1}” mostly";
    /// structure/numbering
    NUMBER_FIRST = "序号从“{0}”起，前面没有第 1 项", "numbers begin with “{0}”; there is no first one";
    /// structure/points
    POINTS_TITLE = "“一是……二是……”连续", "points 一是 … 二是 …";
    /// structure/points
    POINTS_WHY = "分点跳号或重号，多半是增删时漏改，也可能丢了一点。", "points that skip or repeat were mostly not renumbered after a change; or one was lost.";
    /// structure/points
    POINTS_ONE = "“一是”之后没有“二是”", "after 一是 there is no 二是";
    /// structure/repeated-heading
    REPEATED_HEADING = "同一层次有两个相同的标题：“{0}”", "two headings of one level say the same: “{0}”";
    /// structure/repeated-heading
    REPEATED_HEADING_TITLE = "标题重复", "repeated headings";
    /// structure/repeated-heading
    REPEATED_HEADING_WHY = "两个标题一样，其中一个多半没有改，与它下面的内容对不上。", "one of two headings that say the same was mostly left over and does not fit its text.";
    /// Name of a place.
    SAME_WAY = "同样写法", "written the same way";

    /// structure/thin-section
    THIN = "标题下没有内容：“{0}”", "nothing stands under the heading “{0}”";
    /// structure/thin-section
    THIN_TITLE = "标题下有内容", "headings with nothing under them";
    /// structure/thin-section
    THIN_WHY = "前后各条都有内容，唯独这一条只有标题，多半是漏写或删改时丢失。", "its neighbours have text, this heading has none: something was probably lost.";

    /// structure/title
    TITLE_MISSING = "开头未见标题，签发稿应有“单位、年度、报告”俱全的标题", "there is no title at the beginning; it should name organ, year and report";
    /// structure/title
    TITLE_KIND = "标题未写明文种，如“报告”", "the title does not say what it is, such as 报告";
    /// structure/title
    TITLE_YEAR = "标题未写年度", "the title does not name the year";
    /// structure/title
    TITLE_ORGAN = "标题未写单位", "the title does not name the organ";
    /// structure/title
    TITLE_STOP = "标题末尾不用标点", "a title takes no stop at its end";
    /// structure/title
    TITLE_TITLE = "标题", "title";
    /// structure/title
    TITLE_WHY = "公文标题由发文机关、事由和文种组成，末尾不用标点；年度报告还应写明年度。网页正文常不带标题，请看签发稿。",
        "the title of a document names the organ, the matter and the kind, without a stop; an annual report also its year. Web pages often drop it, so look at the paper to be signed.";

    /// structure/signature
    SIGNATURE_OTHER = "署名与标题不是同一地方", "signer and title are of different places";
    /// structure/signature
    SIGNATURE_MISSING = "末尾未见署名和成文日期", "there is no signature and no date at the end";
    /// structure/signature
    SIGNER_MISSING = "成文日期前未见署名", "there is a date, but nobody signs";
    /// structure/signature
    ADDRESSEE_MISSING = "未见主送机关", "no addressee is named";
    /// structure/signature
    SIGNATURE_TITLE = "署名、日期、主送机关", "signature, date, addressee";
    /// structure/signature
    SIGNATURE_WHY = "报告应有主送机关、署名和成文日期，署名与标题的单位一致。公开的网页常略去，请看签发稿。",
        "a report names whom it is for, who signs it and when, and the signer is the organ of the title. Web pages often drop these, so look at the paper to be signed.";

    /// structure/cut-off
    CUT_OFF = "这句话没有写完，或缺少句号：“……{0}”", "this sentence is not finished, or lacks its stop: “… {0}”";
    /// structure/cut-off
    CUT_OFF_TITLE = "正文完整", "a text that breaks off";
    /// structure/cut-off
    CUT_OFF_WHY = "话没有说完，后面的内容可能没有复制进来，或删改时丢了。", "a sentence that does not end: what follows was not copied, or was lost in a change.";
}
