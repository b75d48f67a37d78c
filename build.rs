//! Reads the data files in `standards/`, checks their shape, and embeds them in the library.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[allow(dead_code)]
#[path = "src/standard/file.rs"]
mod file;
#[path = "src/standard/words.rs"]
mod words;

fn main() {
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    println!("cargo::rerun-if-changed=src/standard/file.rs");
    println!("cargo::rerun-if-changed=src/standard/words.rs");
    embed("standards", &out.join("standards.bin"), |_: &mut file::StandardFile| {});
    embed("standards/indicators", &out.join("indicators.bin"), drop_examples);
    embed("standards/terms", &out.join("terms.bin"), |_: &mut words::WordsFile| {});
    embed("standards/classes", &out.join("classes.bin"), |_: &mut file::ClassFile| {});
    embed("standards/forms", &out.join("forms.bin"), |_: &mut file::FormFile| {});
    embed("standards/across", &out.join("across.bin"), |across: &mut file::AcrossFile| across.examples.clear());
    embed("standards/identities", &out.join("identities.bin"), |identity: &mut file::IdentityFile| {
        identity.examples.clear();
    });
}

/// Examples are tests; they would be a third of what users download.
fn drop_examples(indicator: &mut file::IndicatorFile) {
    indicator.examples.clear();
}

/// Every `.toml` file of a folder, in the order of their names, as one list.
fn embed<T: DeserializeOwned + Serialize>(folder: &str, to: &Path, trim: fn(&mut T)) {
    println!("cargo::rerun-if-changed={folder}");
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{folder}: {e}"));
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "toml"))
        .collect();
    paths.sort();
    let mut list: Vec<T> = paths.iter().map(|path| read(path)).collect();
    list.iter_mut().for_each(trim);
    let bytes = postcard::to_stdvec(&list).expect("plain data");
    fs::write(to, bytes).expect("OUT_DIR can be written");
}

fn read<T: DeserializeOwned>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}
