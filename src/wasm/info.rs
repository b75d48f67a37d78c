//! What JavaScript sees of the standards and the rules themselves.

use super::json::{Json, Writer};
use crate::rules::Rule;
use crate::standard::check::Problem;
use crate::standard::file::StandardFile;

impl Json for StandardFile {
    fn write(&self, out: &mut Writer) {
        out.object(&[
            ("id", &self.id),
            ("title", &self.title.zh),
            ("version", &self.version),
            ("years", &vec![self.years.from, self.years.to]),
            ("levels", &self.levels),
        ]);
    }
}

impl Json for Rule {
    fn write(&self, out: &mut Writer) {
        out.object(&[
            ("id", &self.id),
            ("title", &self.title.plain()),
            ("severity", &self.severity),
            ("default", &if self.is_on() { "on" } else { "off" }),
            ("why", &self.why.plain()),
            ("fires", &self.fires),
            ("passes", &self.passes),
            ("previous", &self.previous),
            ("clause", &self.clause),
        ]);
    }
}

impl Json for Problem {
    fn write(&self, out: &mut Writer) {
        out.object(&[("path", &self.path), ("message", &self.message)]);
    }
}
