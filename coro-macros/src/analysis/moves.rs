//! Methods that take their receiver by value.
//!
//! In: a method's name. Out: whether throughout the standard library it means `self` by value and
//! is used for nothing else. A macro sees no types, so for all other names the receiver counts as
//! borrowed; where that is wrong, rustc reports a use after move at the next suspension.

/// Tells whether a method of this name moves its receiver.
pub fn by_value(method: &str) -> bool {
    method.starts_with("into_")
        || method.starts_with("unwrap")
        || method.starts_with("expect")
        || method.starts_with("ok_or")
        || matches!(
            method,
            "and_then"
                | "map_err"
                | "map_or"
                | "map_or_else"
                | "or_else"
                | "collect"
                | "enumerate"
                | "chain"
                | "zip"
                | "unzip"
                | "rev"
                | "filter_map"
                | "flat_map"
                | "flatten"
                | "fuse"
                | "peekable"
                | "cloned"
                | "copied"
                | "step_by"
                | "skip_while"
                | "take_while"
                | "map_while"
                | "sum"
                | "product"
                | "fold"
                | "for_each"
                | "ok"
                | "err"
                | "leak"
                // The methods of coro-core's `Resume` that take a coroutine whole.
                | "yields"
                | "map_input"
                | "map_return"
                | "boxed"
                | "boxed_local"
                | "through"
                | "collect_with_return"
        )
}
