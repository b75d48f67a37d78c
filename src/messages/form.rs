//! What the rules about form say.

use super::Template;

messages! {
    /// form/document-number
    DOCUMENT_NUMBER = "发文字号应写作“{0}”：“{1}”", "this document number is written “{0}”, not “{1}”";
    /// form/document-number
    DOCUMENT_NUMBER_TITLE = "发文字号", "document numbers";
    /// form/document-number
    DOCUMENT_NUMBER_WHY = "公文格式规定发文字号的年份标全称，用六角括号“〔〕”括入；顺序号不加“第”字，不编虚位（1 不编为 01）。",
        "the standard for official documents puts the whole year in 〔 〕, and before the number neither 第 nor zeros.";

    /// form/scanned-characters
    SCANNED = "疑为扫描误读：“{0}”，按“{1}”核对", "perhaps misread by a scanner: “{0}”, checked as “{1}”";
    /// form/scanned-characters
    SCANNED_TITLE = "扫描误读", "characters misread by a scanner";
    /// form/scanned-characters
    SCANNED_WHY = "由扫描件识别的文字常把 0、1、。认成字母，签发前应改正。", "text from a scanner often has letters for 0, 1 and the full stop; mend it before signing.";

    /// form/date-form
    DATE_FORM = "成文日期宜写作“{1}”：“{0}”", "the day of signature is written “{1}”, not “{0}”";
    /// form/date-form
    DATE_FORM_TITLE = "成文日期的写法", "how the day of signature is written";
    /// form/date-form
    DATE_FORM_WHY = "公文格式规定成文日期用阿拉伯数字写全年、月、日，月、日不编虚位（1 不写作 01）。", "the standard for official documents takes Arabic figures with year, month and day, without zeros before them.";

    /// form/brackets
    BRACKETS = "标点不成对：{0} 没有相配的 {1}", "{0} has no {1} to go with it";
    /// form/brackets
    BRACKETS_TITLE = "成对的标点", "marks that come in pairs";
    /// form/brackets
    BRACKETS_WHY = "书名号、引号、括号应当成对；少了一半，读者就不知道到哪里为止。", "title marks, quotation marks and brackets come in pairs; without the second one does not know where they end.";

    /// form/width
    WIDTH = "全角半角混用：“{0}”{2}处，“{1}”{3}处", "two widths in one text: “{0}” {2} times, “{1}” {3} times";
    /// Name of a place.
    WIDTH_ALSO = "同样写法", "written the same way";
    /// form/width
    WIDTH_FIX = "全部改为“{0}”", "make all of them “{0}”";
    /// form/width
    WIDTH_TITLE = "全角半角一致", "one width";
    /// form/width
    WIDTH_WHY = "中文的标点用全角，数字、字母用半角。从网页和扫描件复制的文字常常混用，不是起草人的错，所以这一项平时不核。", "marks in Chinese text are full-width, digits and letters half-width. Text from web pages and scanners is often mixed, which is not its writer's doing; so this is off unless asked for.";

    /// form/end-stop
    END_STOP = "段末没有句号：“……{0}”", "a paragraph ends without a stop: “… {0}”";
    /// form/end-stop
    END_STOP_TITLE = "段末的句号", "stops at the end of paragraphs";
    /// form/end-stop
    END_STOP_WHY = "一段话以逗号结束或没有句末标点，可能漏了标点，也可能漏了后半句。", "a paragraph that ends with a comma or nothing has lost its stop, or the rest of its sentence.";

    /// form/doubled-marks
    DOUBLED_MARKS = "标点重叠：“{0}”", "marks one upon the other: “{0}”";
    /// form/doubled-marks
    DOUBLED_MARKS_TITLE = "标点重叠", "doubled marks";
    /// form/doubled-marks
    DOUBLED_MARKS_WHY = "两个标点连在一起，多半是删改或拼接时留下的，保留一个即可；也请看看中间是否丢了字。", "two marks in a row are mostly left over from a change; keep one, and see whether words were lost between them.";
}
