//! What methods of the standard library give.
//!
//! In: a method call, with what is known of its receiver. Out: [`Value`]. A name says nothing unless the
//! receiver is known to be what has a method of that name of its own: a slice or a `str` behind a reference, a
//! number, or what their methods give.

use syn::ExprMethodCall;

use super::{knowledge::Knowledge, names::Locals, value::Value};
use crate::analysis::lends::{gives_item, keeps_items};

/// Reads a call.
pub fn value_of(call: &ExprMethodCall, locals: &Locals) -> Value {
    let receiver = Value::of_expr(&call.receiver, locals);
    let method = (&*call.method.to_string(), call.args.len());
    match &receiver {
        Value::Lent(lender) => match lender.behind() {
            Value::Text => of_text(method),
            Value::Slice(item) => of_slice(method, item),
            Value::Iterator(_) | Value::Peekable(_) => of_iterator(method, call, lender, locals),
            Value::Optional(value) => of_optional(method, value),
            _ => Value::Unknown,
        },
        Value::Iterator(_) | Value::Peekable(_) => of_iterator(method, call, &receiver, locals),
        Value::Optional(value) => of_optional(method, value),
        // (`Ord::min` of a reference gives a reference.)
        Value::Of(Knowledge::Primitive) => of_number(method),
        _ => Value::Unknown,
    }
}

/// A method's name and how many arguments it is given.
type Method<'a> = (&'a str, usize);

fn text() -> Value {
    Value::Text.lent()
}

fn of_text(method: Method) -> Value {
    match method {
        ("chars" | "bytes", 0) => Value::NUMBER.iterated(),
        ("char_indices", 0) => Value::Tuple(vec![Value::NUMBER, Value::NUMBER]).iterated(),
        ("lines" | "split_whitespace" | "split_ascii_whitespace", 0)
        | (
            "split" | "rsplit" | "split_inclusive" | "split_terminator" | "rsplit_terminator"
            | "matches" | "rmatches",
            1,
        )
        | ("splitn" | "rsplitn", 2) => text().iterated(),
        ("match_indices" | "rmatch_indices", 1) => {
            Value::Tuple(vec![Value::NUMBER, text()]).iterated()
        }
        ("as_str" | "trim" | "trim_start" | "trim_end" | "trim_ascii", 0)
        | ("trim_matches" | "trim_start_matches" | "trim_end_matches", 1) => text(),
        ("strip_prefix" | "strip_suffix" | "get", 1) => text().optional(),
        ("split_once" | "rsplit_once", 1) => Value::Tuple(vec![text(), text()]).optional(),
        ("split_at", 1) => Value::Tuple(vec![text(), text()]),
        ("find" | "rfind", 1) => Value::NUMBER.optional(),
        ("len" | "is_empty", 0) | ("starts_with" | "ends_with" | "contains", 1) => Value::NUMBER,
        ("as_bytes", 0) => Value::Slice(Box::new(Value::NUMBER)).lent(),
        _ => Value::Unknown,
    }
}

fn of_slice(method: Method, item: &Value) -> Value {
    let slice = || Value::Slice(Box::new(item.clone())).lent();
    let item = || item.clone().lent();
    match method {
        ("iter" | "iter_mut", 0) => item().iterated(),
        (
            "windows" | "chunks" | "chunks_mut" | "chunks_exact" | "chunks_exact_mut" | "rchunks"
            | "split" | "split_mut" | "chunk_by",
            1,
        ) => slice().iterated(),
        ("first" | "first_mut" | "last" | "last_mut", 0) => item().optional(),
        // An item or, by a range, some.
        ("get" | "get_mut", 1) => Value::Unknown.lent().optional(),
        ("split_first" | "split_first_mut" | "split_last" | "split_last_mut", 0) => {
            Value::Tuple(vec![item(), slice()]).optional()
        }
        ("split_at" | "split_at_mut", 1) => Value::Tuple(vec![slice(), slice()]),
        ("len" | "is_empty", 0) | ("contains" | "starts_with" | "ends_with", 1) => Value::NUMBER,
        _ => Value::Unknown,
    }
}

fn of_optional(method: Method, value: &Value) -> Value {
    match method {
        ("as_ref" | "as_mut", 0) => value.clone().lent().optional(),
        ("as_deref" | "as_deref_mut", 0) => Value::Unknown.lent().optional(),
        ("copied", 0) => value.behind().copied().optional(),
        ("take", 0) | ("filter" | "or" | "or_else" | "xor" | "replace", 1) => {
            value.clone().optional()
        }
        ("unwrap" | "unwrap_or_default", 0) | ("expect" | "unwrap_or" | "unwrap_or_else", 1) => {
            value.clone()
        }
        ("iter" | "iter_mut", 0) => value.clone().lent().iterated(),
        ("is_some" | "is_none", 0) => Value::NUMBER,
        _ => Value::Unknown,
    }
}

fn of_iterator(method: Method, call: &ExprMethodCall, iterator: &Value, locals: &Locals) -> Value {
    let iterator = iterator.behind();
    let item = iterator.item();
    match method {
        ("peek" | "peek_mut", 0) if matches!(iterator, Value::Peekable(_)) => {
            item.lent().optional()
        }
        ("peekable", 0) => Value::Peekable(Box::new(item)),
        ("by_ref", 0) => iterator.clone(),
        ("cycle", 0) | ("chain", 1) => item.iterated(),
        _ if keeps_items(method) => item.iterated(),
        ("enumerate", 0) => Value::Tuple(vec![Value::NUMBER, item]).iterated(),
        ("zip", 1) => {
            Value::Tuple(vec![item, Value::of_expr(&call.args[0], locals).item()]).iterated()
        }
        ("copied", 0) => item.behind().copied().iterated(),
        ("next_if" | "next_if_eq", 1) => item.optional(),
        _ if gives_item(method) => item.optional(),
        ("position" | "rposition", 1) => Value::NUMBER.optional(),
        ("count", 0) | ("any" | "all", 1) => Value::NUMBER,
        _ => Value::Unknown,
    }
}

fn of_number((method, args): Method) -> Value {
    match (method, args) {
        ("min" | "max" | "pow" | "abs_diff" | "rem_euclid" | "div_euclid" | "div_ceil", 1)
        | ("clamp", 2)
        | ("abs" | "clone" | "signum" | "count_ones" | "leading_zeros" | "trailing_zeros", 0) => {
            Value::NUMBER
        }
        (name, 1) if ["wrapping_", "saturating_"].iter().any(|start| name.starts_with(start)) => {
            Value::NUMBER
        }
        (name, 1) if name.starts_with("checked_") => Value::NUMBER.optional(),
        _ => Value::Unknown,
    }
}
