//! Chance that can be repeated: one seed, one paragraph.

/// A row of numbers that depends on its seed alone (splitmix64).
pub struct Chance(u64);

impl Chance {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    /// A whole number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let room = u64::try_from(high - low).expect("low is not above high") + 1;
        low + i64::try_from(self.next() % room).expect("a small room")
    }

    /// Whether something happens that happens in so many cases out of a hundred.
    pub fn happens(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    pub fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(length.max(1)).expect("a length")).expect("an index")
    }

    pub fn of<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.index(list.len())]
    }
}
