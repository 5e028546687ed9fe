//! What a panic in a destructor leaves undropped, which two sides may do differently.
//!
//! In: what both did from the panic on. Out: whether it is the same but for that. Where a destructor
//! panics at the end of a block, the block's value is leaked: by rustc in places (its issue 47949),
//! and, as documented, by what the macro writes. So each side may leave out the drops of one value,
//! which the other drops in one go, part after part. All else is compared: the order of the other drops,
//! a value that is dropped twice, several values that are leaked. Where a suspended coroutine is
//! dropped, no block has a value: nothing is left out there.

use std::collections::BTreeSet;

use crate::log::Event;

/// Says whether two traces are equal but for one value that each side may leak.
pub(crate) fn equal(expected: &[Event], actual: &[Event]) -> bool {
    if expected == actual {
        return true;
    }
    let (Some(theirs), Some(ours)) = (dropped(expected), dropped(actual)) else { return false };
    let rests = without(expected, &ours).zip(without(actual, &theirs));
    rests.is_some_and(|(expected, actual)| expected == actual)
}

/// The identity of what an event drops.
fn drops(event: &Event) -> Option<u32> {
    match event {
        Event::Value("drop" | "unlock", identity, _) => Some(*identity),
        _ => None,
    }
}

/// Lists the identities of the values that are dropped; none may be twice.
fn dropped(events: &[Event]) -> Option<BTreeSet<u32>> {
    let mut all = BTreeSet::new();
    let mut identities = events.iter().filter_map(|event| match event {
        Event::Value("drop", identity, _) => Some(*identity),
        _ => None,
    });
    identities.all(|identity| all.insert(identity)).then_some(all)
}

/// Leaves out what the other side does not drop, if that is in one place.
fn without<'a>(events: &'a [Event], other: &BTreeSet<u32>) -> Option<Vec<&'a Event>> {
    let leaked = |event: &Event| drops(event).is_some_and(|identity| !other.contains(&identity));
    let Some(first) = events.iter().position(leaked) else { return Some(events.iter().collect()) };
    let count = events[first..].iter().take_while(|event| leaked(event)).count();
    let (before, behind) = (&events[..first], &events[first + count..]);
    (!behind.iter().any(leaked)).then(|| before.iter().chain(behind).collect())
}

#[cfg(test)]
mod tests {
    use super::equal;
    use crate::log::Event;

    fn same(expected: &[u32], actual: &[u32]) -> bool {
        let [expected, actual] = [expected, actual].map(|identities| -> Vec<_> {
            identities.iter().map(|&identity| Event::Value("drop", identity, 0)).collect()
        });
        equal(&expected, &actual)
    }

    #[test]
    fn one_value_may_be_leaked() {
        assert!(same(&[1, 2, 3, 4], &[1, 4]));
        assert!(same(&[1, 2], &[1, 3, 4, 2]));
        assert!(same(&[1, 2, 3], &[1, 3, 4]));
    }

    #[test]
    fn nothing_else_may_differ() {
        assert!(!same(&[1, 2, 3], &[1, 3, 2]));
        assert!(!same(&[1, 2], &[1, 2, 2]));
        assert!(!same(&[1], &[1, 2, 2]));
        assert!(!same(&[1, 2, 3, 4], &[1, 3]));
    }
}
