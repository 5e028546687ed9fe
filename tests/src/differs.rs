//! The macro that pins where a coroutine of ours differs from rustc's.
//!
//! In: a body, as for `fidelity!`, a scenario, and both traces. Out: a test that they are these. A
//! difference that is mended fails here, and its body moves to a `fidelity!`.

use std::fmt::Debug;

use crate::{
    Input,
    run::{Maker, Scenario, run},
};

/// Defines a test that a body behaves otherwise as a coroutine of ours than as one of rustc's.
///
/// `differs! { fn name(parameters) as (arguments), takes In, yields Out, returns R => { body }
/// rustc "events", ours "events" }`, where the events stand behind each other with commas, and what
/// `fidelity!` lets be left out can be here. The items of a `twins!` can stand in the body's place. `in scenario` in front of `rustc` is what is done with the
/// coroutine, instead of a run to its end; `if condition`, in front of both, says where it differs: elsewhere the two
/// are compared as by `fidelity!`.
#[macro_export]
macro_rules! differs {
    (
        $(#[$meta:meta])*
        fn $name:ident $params:tt as $args:tt
        $(, takes $in:ty)?
        , yields $out:ty
        $(, returns $ret:ty)?
        => $body:tt
        $(if $condition:expr,)?
        $(in $scenario:expr,)?
        rustc $theirs:literal, ours $ours:literal $(,)?
    ) => {
        $crate::differs! {
            @ [$(#[$meta])*] $name $params $args [$($in,)? (),] [$out] [$($ret,)? (),] $body
            [$($condition,)? true,]
            [$($scenario,)? $crate::run::Scenario::complete(0),]
            $theirs, $ours
        }
    };
    (
        $(#[$meta:meta])*
        fn $name:ident as ($start:expr), takes $in:ty, yields $out:ty, returns $ret:ty => {
            $($items:tt)*
        }
        rustc $theirs:literal, ours $ours:literal $(,)?
    ) => {
        $crate::twins! { @both $name [$start] [$in] [$out] [$ret] $($items)* }

        $(#[$meta])*
        #[test]
        fn $name() {
            let coroutines = (&$name::subject as _, &$name::oracle as _);
            $crate::differs::check(coroutines, $crate::run::Scenario::complete(0), $theirs, $ours);
        }
    };
    (
        @ [$($meta:tt)*] $name:ident $params:tt $args:tt [$in:ty, $($_1:tt)*] [$out:ty]
        [$ret:ty, $($_2:tt)*] $body:tt [$condition:expr, $($_3:tt)*] [$scenario:expr, $($_4:tt)*]
        $theirs:literal, $ours:literal
    ) => {
        $crate::fidelity! { @both $name $params $args [] [$in] [$out] [$ret] [Plain] [] $body }

        $($meta)*
        #[test]
        fn $name() {
            if $condition {
                let coroutines = (&$name::subject as _, &$name::oracle as _);
                $crate::differs::check(coroutines, $scenario, $theirs, $ours);
            } else {
                $crate::run::compare(&$name::subject, &$name::oracle);
            }
        }
    };
}

/// Checks that both coroutines, ours and rustc's, do what is written, in one scenario.
///
/// # Panics
///
/// If one of them does not, or if both do the same.
pub fn check<In: Input, Out: Debug, R: Debug>(
    (subject, oracle): (Maker<'_, In, Out, R>, Maker<'_, In, Out, R>),
    scenario: Scenario,
    theirs: &str,
    ours: &str,
) {
    assert_ne!(theirs, ours, "a difference differs");
    let traces = [oracle, subject].map(|make| text(&run(make, scenario).events));
    assert!(traces == [theirs, ours], "rustc {:?}, ours {:?}", traces[0], traces[1]);
}

/// The events of a trace, without those that every run has.
fn text(events: &[String]) -> String {
    let all =
        events.iter().filter(|event| !["-- resumed", "-- returned ()"].contains(&event.as_str()));
    let events: Vec<_> = all.map(|event| event.trim_start_matches("-- ")).collect();
    events.join(", ")
}
