//! Values by a key, to be looked up many times: sorted once.

/// Values and the order of their keys.
#[derive(Debug)]
pub struct Index<T> {
    values: Vec<T>,
    /// Keys and the places of their values, in order.
    order: Vec<(u64, u32)>,
}

impl<T> Index<T> {
    /// Sorts values by their keys; those of one key stay in their order.
    #[must_use]
    pub fn new(values: Vec<T>, key: fn(&T) -> u64) -> Self {
        let keys = values.iter().map(key).zip(0..);
        let mut order: Vec<(u64, u32)> = keys.collect();
        sort(&mut order);
        Self { values, order }
    }

    /// The values of a key.
    pub fn of(&self, key: u64) -> impl Iterator<Item = &T> {
        let first = self.order.partition_point(|(other, _)| *other < key);
        let found = self.order[first..].iter().take_while(move |(other, _)| *other == key);
        found.filter_map(|(_, place)| self.values.get(*place as usize))
    }
}

/// The one place that sorts such pairs, in place: there are too many of them for [`crate::order`].
#[inline(never)]
fn sort(order: &mut [(u64, u32)]) {
    order.sort_unstable();
}
