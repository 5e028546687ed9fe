//! References, boxes and trait objects are coroutines.

use coro_core::{
    BoxResume, CoroutineState::Yielded, FusedResume, LocalBoxResume, Resume, combinators::Handled,
    from_iter, once,
};

#[test]
fn a_reference_advances_the_coroutine() {
    let mut c = from_iter(0..5);
    assert_eq!(c.by_ref().resume(()), Yielded(0));
    assert!(c.by_ref().take(2).yields().eq([1, 2]));
    assert!((&mut c).yields().eq([3, 4]));
}

#[test]
fn unsized_references_have_the_adaptors() {
    let mut c = from_iter(0..5);
    let dynamic: &mut dyn Resume<(), i32, Return = ()> = &mut c;
    assert_eq!(dynamic.size_hint(), (5, Some(5)));
    assert!(dynamic.filter(|n| n % 2 == 0).yields().eq([0, 2, 4]));
}

#[test]
fn boxes_of_different_coroutines_have_one_type() {
    let all: Vec<BoxResume<'_, (), i32, ()>> = vec![
        once(1).boxed(),
        from_iter([2, 3]).boxed(),
        once(4).chain(once(5)).map_return(drop).boxed(),
    ];
    let mut all = all.into_iter();
    let first = all.next().unwrap();
    let chained = all.fold(first, |before, next| before.chain(next).map_return(drop).boxed());
    assert_eq!(chained.size_hint(), (5, Some(5)));
    assert!(chained.yields().eq(1..=5));
}

#[test]
fn a_local_box_may_borrow() {
    let text = String::from("a b");
    let words: LocalBoxResume<'_, (), &str, ()> = from_iter(text.split(' ')).boxed_local();
    assert!(words.yields().eq(["a", "b"]));
}

#[test]
fn fused_through_pointers() {
    let mut fused = once(1).fuse();
    assert_eq!(fused.by_ref().resume(()), Yielded(1));
    assert!(!FusedResume::<(), i32>::is_terminated(&&mut fused));
    let mut boxed: Box<dyn FusedResume<(), i32, Return = Option<()>>> = Box::new(fused);
    assert_eq!(boxed.resume(()).complete(), Some(Some(())));
    assert!(boxed.is_terminated());
    assert_eq!(boxed.resume(()).complete(), Some(None));
}

#[test]
fn adaptors_of_what_is_fused_are_fused() {
    fn terminated<C: FusedResume<(), Out>, Out>(mut c: C) {
        while c.resume(()).yielded().is_some() {}
        assert!(c.is_terminated());
        assert!(c.resume(()).complete().is_some());
    }

    /// Is not at its end as long as it holds something.
    fn outlives<C: FusedResume<(), Out>, Out>(mut c: C) {
        loop {
            assert!(!c.is_terminated());
            if c.resume(()).complete().is_some() {
                break;
            }
        }
        assert!(c.is_terminated());
    }

    let fused = || from_iter(0..4).fuse();
    outlives(fused().chunks(3));
    outlives(fused().map(|n| 0..n).flatten());
    let mut peeked = fused().peekable();
    while peeked.peek().is_ok() {
        let _ = peeked.resume(());
    }
    outlives(peeked);
    terminated(fused());
    terminated(fused().map(|n| n + 1));
    terminated(fused().map_input(|()| ()));
    terminated(fused().inspect(|_| ()));
    terminated(fused().enumerate());
    terminated(fused().filter(|n| n % 2 == 0));
    terminated(fused().filter_map(|n| (n % 2 == 0).then_some(n)));
    terminated(fused().skip(2));
    terminated(fused().skip_while(|n| *n < 2));
    terminated(fused().step_by(2));
    terminated(fused().dedup());
    terminated(fused().dedup_by_key(|n| n / 2));
    terminated(fused().windows::<2>());
    terminated(fused().handle(|n| if n > 1 { Handled::Pass(n) } else { Handled::Reply(()) }));
    terminated(fused().map(|n| 0..n).flatten());
    terminated(fused().flat_map(|n| 0..n));
    terminated(fused().peekable());
    terminated(fused().chunks(3));
    terminated(fused().array_chunks::<3>());
}
