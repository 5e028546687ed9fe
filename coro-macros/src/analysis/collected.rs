//! Lists of references.
//!
//! In: a call of `collect`, and the type that is written for what it makes. Out: whether that surely holds references
//! into what the iterator goes over: since the type says so, or since it is a list of whatever the iterator gives.

use syn::{Expr, ExprMethodCall, GenericArgument, Type};

use super::lends::{gives_parts, gives_references, is_lending, refers};
use crate::returns::{first_type, ungroup};

/// Tells whether a call collects references: `let parts: Vec<&str> = text.split(' ').collect();`, or
/// `v.iter().collect::<Vec<_>>()`.
pub fn is_of_references(call: &ExprMethodCall, ty: Option<&Type>) -> bool {
    if call.method != "collect" {
        return false;
    }
    let turbofish = call.turbofish.as_ref().and_then(|it| match it.args.first() {
        Some(GenericArgument::Type(ty)) => Some(ty),
        _ => None,
    });
    let Some(ty) = turbofish.or(ty) else { return false };
    let iterator = &*call.receiver;
    let gives_references = gives_references(iterator) || gives_parts(iterator);
    if refers(ty) {
        gives_references || matches!(iterator, Expr::MethodCall(call) if is_lending(call))
    } else {
        gives_references && is_of_any(ty)
    }
}

/// Tells whether a type is a list of the standard library, of items of a type that is not written.
pub fn is_of_any(ty: &Type) -> bool {
    let Type::Path(path) = ungroup(ty) else { return false };
    path.path.segments.last().is_some_and(|last| {
        let lists = ["Vec", "VecDeque", "HashSet", "BTreeSet", "BinaryHeap", "LinkedList"];
        lists.iter().any(|it| last.ident == it) && matches!(first_type(last), Some(Type::Infer(_)))
    })
}
