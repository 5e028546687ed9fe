//! `filter`, and `handle`, which it is a case of.

use coro_core::{Resume, combinators::Handled};

use super::support::{check, outputs, same};

#[test]
fn filter_fusion() {
    check(|random| {
        let (c, p, q) = (random.generator(), random.predicate(), random.predicate());
        let both = c.clone().filter(|y| p(y) && q(y));
        same(c.filter(p).filter(q), both, random.units());
    });
}

#[test]
fn filter_after_map() {
    check(|random| {
        let (c, f, p) = (random.generator(), random.function(), random.predicate());
        let before = c.clone().filter(|y| p(&f(*y))).map(f);
        same(c.map(f).filter(p), before, random.units());
    });
}

#[test]
fn filter_map_is_map_and_filter() {
    check(|random| {
        let (c, f, p) = (random.generator(), random.function(), random.predicate());
        let one = c.clone().filter_map(|y| Some(f(y)).filter(p));
        same(one, c.map(f).filter(p), random.units());
    });
}

#[test]
fn filter_is_a_handler() {
    check(|random| {
        let (c, p) = (random.generator(), random.predicate());
        let handled =
            c.clone().handle(|y| if p(&y) { Handled::Pass(y) } else { Handled::Reply(()) });
        same(c.filter(p), handled, random.units());
    });
}

#[test]
fn filter_with_is_a_handler() {
    check(|random| {
        let (c, p, f) = (random.coroutine(), random.predicate(), random.function());
        let handled =
            c.clone().handle(|y| if p(&y) { Handled::Pass(y) } else { Handled::Reply(f(y)) });
        same(c.filter_with(p, f), handled, random.inputs());
    });
}

#[test]
fn handlers_compose() {
    check(|random| {
        let (c, p, f) = (random.coroutine(), random.predicate(), random.function());
        let (q, g) = (random.predicate(), random.function());
        let h1 = move |y| if p(&y) { Handled::Pass(f(y)) } else { Handled::Reply(g(y)) };
        let h2 = move |y| if q(&y) { Handled::Pass(g(y)) } else { Handled::Reply(f(y)) };
        let composed = c.clone().handle(move |y| match h1(y) {
            Handled::Pass(o) => h2(o),
            other => other,
        });
        same(c.handle(h1).handle(h2), composed, random.inputs());
    });
}

#[test]
fn try_handle_without_a_finish_is_handle() {
    check(|random| {
        let (c, p, f) = (random.coroutine(), random.predicate(), random.function());
        let plain =
            c.clone().handle(move |y| if p(&y) { Handled::Pass(y) } else { Handled::Reply(f(y)) });
        let fallible =
            c.try_handle(
                move |y| {
                    if p(&y) { Handled::Pass::<_, _, ()>(y) } else { Handled::Reply(f(y)) }
                },
            );
        same(fallible, plain.map_return(Ok), random.inputs());
    });
}

#[test]
fn take_while_is_a_handler() {
    check(|random| {
        let (c, p) = (random.coroutine(), random.predicate());
        let handled = c
            .clone()
            .try_handle(move |y| if p(&y) { Handled::Pass(y) } else { Handled::Finish(y) });
        same(c.take_while(p), handled, random.inputs());
    });
}

#[test]
fn drive_is_a_handler_that_answers_all() {
    check(|random| {
        let (c, f, first) = (random.coroutine(), random.function(), random.next());
        let mut handled = c.clone().handle(|y| Handled::<(), _>::Reply(f(y)));
        assert_eq!(handled.resume(first).complete(), Some(c.drive(first, f)));
    });
}

#[test]
fn take_then_filter_is_a_prefix_of_filter_then_take() {
    check(|random| {
        let (c, p, n) = (random.generator(), random.predicate(), random.below(8));
        let (short, _) = outputs(c.clone().take(n).filter(p));
        let (long, _) = outputs(c.filter(p).take(n));
        assert!(long.starts_with(&short));
    });
}

#[test]
fn dedup_is_dedup_by_the_identity_key() {
    check(|random| {
        let c = random.generator();
        same(c.clone().dedup(), c.dedup_by_key(|y| *y), random.units());
    });
}

#[test]
fn dedup_is_idempotent() {
    check(|random| {
        let c = random.generator();
        same(c.clone().dedup().dedup(), c.dedup(), random.units());
    });
}

#[test]
fn forms_that_reply_are_handlers() {
    check(|random| {
        let (c, p, f) = (random.coroutine(), random.predicate(), random.function());
        let (n, inputs) = (random.below(5), random.inputs());
        let answer = |drop, y| if drop { Handled::Reply(f(y)) } else { Handled::Pass(y) };

        let mut left = n;
        let handled = c.clone().handle(|y| {
            let drop = left > 0;
            left = left.saturating_sub(1);
            answer(drop, y)
        });
        same(c.clone().skip_with(n, f), handled, inputs.clone());

        let mut skipping = true;
        let handled = c.clone().handle(|y| {
            skipping = skipping && p(&y);
            answer(skipping, y)
        });
        same(c.clone().skip_while_with(p, f), handled, inputs.clone());

        let mut seen = 0;
        let handled = c.clone().handle(|y| {
            seen += 1;
            answer((seen - 1) % (n + 1) != 0, y)
        });
        same(c.clone().step_by_with(n + 1, f), handled, inputs.clone());

        let mut last = None;
        let handled = c.clone().map(|y| y % 4).handle(|y| answer(last.replace(y) == Some(y), y));
        same(c.clone().map(|y| y % 4).dedup_with(f), handled, inputs.clone());

        let mut last = None;
        let handled = c.clone().handle(|y| answer(last.replace(p(&y)) == Some(p(&y)), y));
        same(c.dedup_by_key_with(p, f), handled, inputs);
    });
}
