//! What the rules about form say.

use super::Template;

messages! {
    /// form/document-number
    DOCUMENT_NUMBER = "发文字号的年份应用六角括号：“{0}”", "the year in a document number takes 〔 〕: “{0}”";
    /// form/document-number
    DOCUMENT_NUMBER_TITLE = "发文字号", "document numbers";
    /// form/document-number
    DOCUMENT_NUMBER_WHY = "公文格式规定发文字号的年份用六角括号“〔〕”括入。", "the standard for official documents puts the year in 〔 〕.";

    /// form/scanned-characters
    SCANNED = "疑为扫描误读：“{0}”，按“{1}”核对", "perhaps misread by a scanner: “{0}”, checked as “{1}”";
    /// form/scanned-characters
    SCANNED_TITLE = "扫描误读", "characters misread by a scanner";
    /// form/scanned-characters
    SCANNED_WHY = "由扫描件识别的文字常把 0、1、。认成字母，签发前应改正。", "text from a scanner often has letters for 0, 1 and the full stop; mend it before signing.";
}
