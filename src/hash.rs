//! Fowler, Noll and Vo's hash (FNV-1a) of words: short, and the same on every machine.

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Of glyphs or bytes, in their order.
#[must_use]
pub fn hash<T: Into<u64>>(units: impl IntoIterator<Item = T>) -> u64 {
    units.into_iter().fold(OFFSET, |hash, unit| (hash ^ unit.into()).wrapping_mul(PRIME))
}
