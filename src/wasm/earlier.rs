//! What JavaScript sees of last year's report; its places count the units of that text.

use super::json::{InPrevious, Json, Writer};
use crate::finding::{Earlier, Operand};
use crate::previous::Previous;

/// What it was read as.
impl Json for Previous {
    fn write(&self, out: &mut Writer) {
        out.object(&[("title", &self.title), ("year", &self.year), ("organ", &self.organ)]);
    }
}

/// A figure in it, with what stands around it.
impl Json for (Operand, String) {
    fn write(&self, out: &mut Writer) {
        let (operand, text) = self;
        out.object(&[
            ("role", &operand.role),
            ("value", &operand.value.to_string()),
            ("unit", &operand.unit),
            ("range", &InPrevious(operand.span)),
            ("text", text),
        ]);
    }
}

/// A place in it.
impl Json for Earlier {
    fn write(&self, out: &mut Writer) {
        out.object(&[("range", &InPrevious(self.span)), ("message", &self.message), ("text", &self.text)]);
    }
}
