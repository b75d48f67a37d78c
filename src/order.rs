//! One sort for lists of every kind that are short: the library's would be there once for each, some kilobytes every
//! time.

use std::cmp::Ordering;

/// Puts a list into order; what is equal stays in its order.
pub fn sort<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let mut order: Vec<usize> = (0..list.len()).collect();
    by(&mut order, &|a, b| compare(&list[a], &list[b]));
    let mut items: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|index| items[index].take()));
}

/// Puts numbers into order.
pub fn ascending(list: &mut [usize]) {
    by(list, &|a, b| a.cmp(&b));
}

fn by(list: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    list.sort_by(|&a, &b| compare(a, b));
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[test]
    fn what_is_equal_stays_in_its_order() {
        let mut list: Vec<(u8, char)> = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort(&mut list, |a, b| a.0.cmp(&b.0));
        assert_eq!(list, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
