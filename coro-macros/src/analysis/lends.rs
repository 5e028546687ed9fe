//! What methods of the standard library lend, by their names.
//!
//! In: a method's name and how many arguments it is given. Out: whether it surely lends something of its
//! receiver, and what; and whether what it is given, it passes on. A type of one's own may have a method of such a
//! name that does otherwise: whoever asks has to know what the receiver is, or be content with a likely answer.

use syn::{Expr, Lifetime, Type, TypeReference};

use crate::visit::{self, Visit};

/// What an iterator over a text gives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// Characters or bytes, by a method.
    Units(&'static str),
    /// Parts of the text.
    Parts(&'static str),
}

/// Tells whether a call surely lends a part of its receiver, by its name.
pub fn is_lending(call: &syn::ExprMethodCall) -> bool {
    lends((&*call.method.to_string(), call.args.len())).is_some()
}

/// Finds what a value is surely lent of, by the names of the methods that lead from that to it, and what it is of that: a
/// list or a text of the standard library, or a reference to one.
pub fn lent_of(value: &Expr) -> Option<(&Expr, Option<Lends>)> {
    let call = match value {
        Expr::Paren(paren) => return lent_of(&paren.expr),
        Expr::Path(_) => return Some((value, None)),
        Expr::MethodCall(call) => call,
        _ => return None,
    };
    let name = call.method.to_string();
    let method = (&*name, call.args.len());
    let (base, lent) = lent_of(&call.receiver)?;
    let lent = match lent {
        None | Some(Lends::View) => lends(method)?,
        // An item may hold references that live longer, and give those.
        Some(lent @ (Lends::Item | Lends::Parts)) if passes_on(method) => lent,
        Some(Lends::Each) if adapts(method) => Lends::Each,
        Some(_) => return None,
    };
    Some((base, Some(lent)))
}

/// Tells whether a call makes an iterator of another one, by its name.
pub fn is_adapting(call: &syn::ExprMethodCall) -> bool {
    adapts((&*call.method.to_string(), call.args.len()))
}

/// What a method lends of its receiver.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lends {
    /// Each of its items: an iterator.
    Each,
    /// One of its items.
    Item,
    /// A view of it.
    View,
    /// Parts of a text, or none.
    Parts,
}

/// Tells whether a method, with so many arguments, surely lends something of its receiver.
pub fn lends((method, args): (&str, usize)) -> Option<Lends> {
    Some(match (method, args) {
        (
            "iter"
            | "iter_mut"
            | "chars"
            | "char_indices"
            | "bytes"
            | "lines"
            | "keys"
            | "values"
            | "values_mut"
            | "split_whitespace"
            | "split_ascii_whitespace"
            | "components"
            | "ancestors",
            0,
        )
        | (
            "windows" | "chunks" | "chunks_mut" | "chunks_exact" | "split" | "rsplit" | "drain"
            | "range" | "range_mut" | "matches" | "match_indices" | "split_inclusive"
            | "split_terminator",
            1,
        )
        | ("splitn" | "rsplitn", 2) => Lends::Each,
        (
            "first" | "first_mut" | "last" | "last_mut" | "front" | "front_mut" | "back"
            | "back_mut" | "peek" | "peek_mut" | "as_ref" | "as_mut" | "as_deref" | "as_deref_mut",
            0,
        )
        | ("get" | "get_mut" | "entry" | "get_or_insert_with", 1) => Lends::Item,
        (
            "as_str" | "as_slice" | "as_mut_slice" | "as_bytes" | "trim" | "trim_start"
            | "trim_end" | "by_ref" | "borrow" | "borrow_mut" | "lock" | "read" | "write",
            0,
        )
        | ("split_at" | "split_at_mut", 1) => Lends::View,
        ("split_once" | "rsplit_once" | "strip_prefix" | "strip_suffix", 1) => Lends::Parts,
        _ => return None,
    })
}

/// Reads what iterators over texts give, by the methods that texts alone have.
pub fn over_text((method, args): (&str, usize)) -> Option<Text> {
    let find = |methods: &[&'static str]| methods.iter().copied().find(|it| *it == method);
    let units = || find(&["chars", "char_indices", "bytes"]).map(Text::Units);
    let parts = || find(&["lines", "split_whitespace"]).map(Text::Parts);
    units().or_else(parts).filter(|_| args == 0)
}

/// Tells whether a method gives what it was lent, or a part of it.
pub fn passes_on((method, args): (&str, usize)) -> bool {
    matches!(
        (method, args),
        ("unwrap" | "into_mut" | "or_default", 0)
            | ("expect" | "unwrap_or" | "unwrap_or_else" | "or_insert" | "or_insert_with", 1)
    )
}

/// Tells whether a method of an iterator gives one of its items.
pub fn gives_item((method, args): (&str, usize)) -> bool {
    matches!(
        (method, args),
        ("next" | "next_back" | "last" | "max" | "min", 0)
            | (
                "nth"
                    | "nth_back"
                    | "find"
                    | "rfind"
                    | "max_by_key"
                    | "max_by"
                    | "min_by_key"
                    | "min_by"
                    | "reduce",
                1
            )
    )
}

/// Tells whether the items of an iterator surely are references into what it goes over.
pub fn gives_references(iterator: &Expr) -> bool {
    let Expr::MethodCall(call) = iterator else { return false };
    match &*call.method.to_string() {
        "iter" | "iter_mut" | "keys" | "values" | "windows" | "chunks" | "lines"
        | "split_whitespace" => true,
        method => {
            let keeps = method == "peekable" || keeps_items((method, call.args.len()));
            keeps && gives_references(&call.receiver)
        }
    }
}

/// Tells whether the items of an iterator are parts of a text or of a list, by methods that those alone have.
pub fn gives_parts(iterator: &Expr) -> bool {
    let Expr::MethodCall(call) = iterator else { return false };
    let method = (&*call.method.to_string(), call.args.len());
    match method {
        ("split" | "rsplit" | "matches" | "split_inclusive" | "split_terminator", 1)
        | ("splitn" | "rsplitn", 2) => true,
        method => keeps_items(method) && gives_parts(&call.receiver),
    }
}

/// Tells whether a value is surely a reference into something, or an option or a tuple of such ones, by the names of the
/// methods that lead to it: whatever it is of, that is known.
pub fn gives_borrow(value: &Expr) -> bool {
    let is_known = |expr: &Expr| matches!(expr, Expr::Lit(_) | Expr::Path(_));
    match value {
        Expr::Paren(paren) => gives_borrow(&paren.expr),
        Expr::Reference(_) => true,
        Expr::Tuple(tuple) => {
            tuple.elems.iter().any(gives_borrow)
                && tuple.elems.iter().all(|elem| is_known(elem) || gives_borrow(elem))
        }
        Expr::MethodCall(call) => {
            let method = call.method.to_string();
            let method = (&*method, call.args.len());
            match lends(method) {
                Some(Lends::Each) => false,
                Some(_) => method.0 != "entry",
                None if gives_item(method) => gives_references(&call.receiver),
                None => passes_on(method) && gives_borrow(&call.receiver),
            }
        }
        _ => false,
    }
}

/// Tells whether a method makes an iterator that gives items of another one as they are.
pub fn keeps_items((method, args): (&str, usize)) -> bool {
    matches!(
        (method, args),
        ("rev" | "fuse", 0)
            | ("skip" | "take" | "step_by" | "filter" | "skip_while" | "take_while" | "inspect", 1)
    )
}

/// Tells whether a method makes an iterator of another one.
pub fn adapts((method, args): (&str, usize)) -> bool {
    matches!(
        (method, args),
        ("rev" | "enumerate" | "cloned" | "copied" | "peekable" | "fuse" | "cycle" | "flatten", 0)
            | (
                "map"
                    | "filter"
                    | "filter_map"
                    | "flat_map"
                    | "inspect"
                    | "zip"
                    | "chain"
                    | "skip"
                    | "take"
                    | "step_by"
                    | "skip_while"
                    | "take_while"
                    | "map_while",
                1
            )
            | ("scan", 2)
    )
}

/// Tells whether a type shows that its values borrow.
pub fn refers(ty: &Type) -> bool {
    struct Refers(bool);
    impl Visit<'_> for Refers {
        fn visit_type_reference(&mut self, ty: &TypeReference) {
            self.0 = true;
            visit::visit_type_reference(self, ty);
        }
        fn visit_lifetime(&mut self, _: &Lifetime) {
            self.0 = true;
        }
    }
    let mut scan = Refers(false);
    scan.visit_type(ty);
    scan.0
}
