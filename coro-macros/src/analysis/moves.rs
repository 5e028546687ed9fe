//! Methods that take their receiver by value.
//!
//! In: a method's name. Out: whether throughout the standard library it means `self` by value and
//! is used for nothing else, or does so for what the source shows about the receiver's type. A macro sees no
//! types, so for all other names the receiver counts as borrowed; where that is wrong, rustc reports a use
//! after move at the next suspension.

use syn::{ExprMethodCall, Type};

use crate::{
    resolve::{
        knowledge::Knowledge,
        names::{Local, LocalData, Locals},
        shape::Shape,
    },
    returns::ungroup,
};

/// Tells whether a call moves its receiver.
pub fn takes_receiver(call: &ExprMethodCall, locals: &Locals) -> bool {
    let method = call.method.to_string();
    by_value(&method)
        || method == "join" && call.args.is_empty()
        || locals.own_name.as_ref() == Some(&method)
        || locals
            .of_expr(&call.receiver)
            .is_some_and(|receiver| locals[receiver].shape.is_taken_by(&method))
}

/// Returns the local that a method is called on which the adaptors of the standard library have, too: whether it
/// moves its receiver depends on the type of that.
pub fn may_take(call: &ExprMethodCall, locals: &Locals) -> Option<Local> {
    let receiver = locals.of_expr(&call.receiver)?;
    // A box of an iterator is one, and so may a struct be.
    let is_open = matches!(locals[receiver].shape, Shape::Unknown | Shape::Box | Shape::Fields);
    let method = call.method.to_string();
    (is_open
        && type_decides(&locals[receiver])
        && is_adaptor(&method, call.args.len())
        && !takes_receiver(call, locals))
    .then_some(receiver)
}

/// Tells whether a local that is called may be a boxed `FnOnce`, which the call moves: it depends on its type.
pub fn may_be_once(local: Local, locals: &Locals) -> bool {
    let data = &locals[local];
    let is_open = data.ty.as_ref().is_none_or(is_other_name);
    let is_called = data.called && data.knowledge == Knowledge::Unknown;
    data.shape == Shape::Unknown && is_open && (type_decides(data) || is_called)
}

/// Tells whether a type that is called can only be another name of one: no struct can be called, and a type parameter
/// has one letter.
fn is_other_name(ty: &Type) -> bool {
    let Type::Path(path) = ungroup(ty) else { return false };
    let last = path.path.segments.last().map(|last| last.ident.to_string());
    last.is_some_and(|name| name.len() > 1 && !matches!(&*name, "Box" | "Rc" | "Arc"))
}

/// Tells whether the type of a local may decide what uses it, since the source shows nothing of it.
fn type_decides(local: &LocalData) -> bool {
    let LocalData { knowledge, hidden, lent, looked_at, .. } = local;
    *knowledge == Knowledge::Unknown && !(*hidden || *lent || *looked_at)
}

/// Tells whether `Iterator`, `Option`, `Result` or a coroutine have a method of this name and number of arguments
/// that moves its receiver, and none that does not.
fn is_adaptor(method: &str, args: usize) -> bool {
    match args {
        0 => matches!(
            method,
            "count" | "cycle" | "last" | "max" | "min" | "transpose"
                // Those of an entry of a map.
                | "remove" | "remove_entry"
                // Those of coroutines.
                | "array_chunks" | "catch_unwind" | "complete" | "dedup" | "exhausted" | "run" | "windows" | "yielded"
        ),
        1 => matches!(
            method,
            "and"
                | "filter"
                | "inspect"
                | "map"
                | "max_by"
                | "max_by_key"
                | "min_by"
                | "min_by_key"
                | "or"
                | "partition"
                | "reduce"
                | "skip"
                | "take"
                | "xor"
                // Those of coroutines.
                | "chunk_by"
                | "chunks"
                | "dedup_by_key"
                | "feed"
                | "handle"
                | "interleave"
                | "limit"
                | "over"
                | "pipe"
                | "tee"
                | "try_handle"
        ),
        2 => matches!(method, "drive" | "merge_by" | "rfold" | "scan" | "try_drive"),
        _ => false,
    }
}

/// Tells whether a method of this name moves its receiver.
pub fn by_value(method: &str) -> bool {
    method.starts_with("into_")
        || method.starts_with("unwrap")
        || method.starts_with("expect")
        || method.starts_with("ok_or")
        || matches!(
            method,
            "into"
                | "try_into"
                | "and_then"
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
                | "downcast"
                | "inspect_err"
                | "is_some_and"
                | "is_none_or"
                | "is_ok_and"
                | "is_err_and"
                | "or_insert"
                | "or_insert_with"
                | "or_insert_with_key"
                | "or_default"
                | "and_modify"
                | "break_value"
                | "continue_value"
                | "map_break"
                | "map_continue"
                | "lines"
                // The methods of coro-core's `Resume` and `Stage` that take a coroutine whole.
                | "and_then_with"
                | "dedup_by_key_with"
                | "dedup_with"
                | "filter_with"
                | "for_yield"
                | "map_complete"
                | "map_yielded"
                | "over_stream"
                | "skip_while_with"
                | "skip_with"
                | "step_by_with"
                | "then_stage"
                | "then_stage_both"
                | "yields"
                | "map_input"
                | "map_return"
                | "boxed"
                | "boxed_local"
                | "through"
                | "collect_with_return"
        )
}

/// Tells whether a method of this name is one of numbers, which copies its receiver.
pub fn copies_number(method: &str) -> bool {
    ["wrapping_", "checked_", "saturating_", "overflowing_"]
        .iter()
        .any(|prefix| method.starts_with(prefix))
        || matches!(
            method,
            "pow"
                | "powi"
                | "powf"
                | "min"
                | "max"
                | "clamp"
                | "abs_diff"
                | "rem_euclid"
                | "div_euclid"
                | "div_ceil"
                | "then_some"
        )
}

/// Tells whether a method of this name only looks at its receiver, throughout the standard library.
pub fn looks(method: &str) -> bool {
    surely_looks(method)
        || method.starts_with("is_")
        || method.starts_with("to_")
        || method.starts_with("contains")
        || matches!(method, "get" | "first" | "last")
}

/// As [`looks`], and a type of one's own has no reason to do otherwise.
pub fn surely_looks(method: &str) -> bool {
    matches!(
        method,
        "len"
            | "is_empty"
            | "is_some"
            | "is_none"
            | "is_ok"
            | "is_err"
            | "contains"
            | "contains_key"
            | "starts_with"
            | "ends_with"
            | "iter"
            | "keys"
            | "values"
            | "chars"
            | "bytes"
            | "clone"
            | "to_string"
            | "to_owned"
            | "to_vec"
            | "as_str"
            | "as_ref"
            | "as_bytes"
            | "as_slice"
            | "as_deref"
            | "eq"
            | "ne"
            | "cmp"
            | "partial_cmp"
    )
}

/// Tells whether a method of this name and number of arguments takes its receiver where what it returns
/// gets the receiver's name: adaptors of the standard library, whose names other types may use otherwise.
pub fn adapts(method: &str, args: usize) -> bool {
    by_value(method)
        || match args {
            0 => method == "cycle",
            1 => matches!(
                method,
                "map" | "filter" | "inspect" | "skip" | "take" | "and" | "or" | "xor"
            ),
            2 => method == "scan",
            _ => false,
        }
}

/// Tells whether a method of this name takes a receiver that was just made, as the adaptors of
/// `Iterator`, `Option` and `Result` and the steps of builders do.
pub fn takes_temporary(method: &str) -> bool {
    by_value(method)
        || method.starts_with("with_")
        || matches!(
            method,
            "map"
                | "filter"
                | "take"
                | "skip"
                | "count"
                | "last"
                | "min"
                | "max"
                | "min_by_key"
                | "max_by_key"
                | "min_by"
                | "max_by"
                | "inspect"
                | "scan"
                | "cycle"
                | "partition"
                | "reduce"
                | "eq"
                | "ne"
                | "lt"
                | "le"
                | "cmp"
                | "or"
                | "and"
                | "xor"
                | "flatten_ok"
                | "rfold"
                | "transpose"
                | "is_sorted"
                | "build"
                | "finish"
                | "with"
                | "join"
                | "await"
                | "collect_vec"
                | "sorted"
                | "dedup"
                | "intersperse"
                | "abs"
                | "pow"
                | "wrapping_add"
                | "wrapping_mul"
                | "wrapping_sub"
                | "saturating_sub"
                | "saturating_add"
                | "checked_add"
                | "checked_sub"
                | "rotate_left"
                | "rotate_right"
        )
}
