//! What a `for` cannot go over.
//!
//! In: the head of a `for`. Out: what is wrong with it and what to write, where the source shows that it surely is
//! no iterator. rustc finds the same, at each of the places that the loop becomes.

use quote::ToTokens;
use syn::{Expr, Type};

use crate::{
    resolve::{
        knowledge::Knowledge,
        names::{LocalData, Locals},
        shape::Shape,
        value::Value,
    },
    returns::{last_segment, ungroup},
    source::plain_type,
};

/// Says why a head is no iterator.
pub fn refused(head: &Expr, locals: &Locals) -> Option<String> {
    if let Expr::Paren(paren) = head {
        return refused(&paren.expr, locals);
    }
    number(head, locals).or_else(|| reference(head, locals)).or_else(|| text(head, locals))
}

/// A number, for which a range is meant.
fn number(head: &Expr, locals: &Locals) -> Option<String> {
    let (number, range) = match head {
        Expr::Lit(literal) if matches!(literal.lit, syn::Lit::Int(_)) => {
            let number = literal.to_token_stream().to_string();
            (number.clone(), format!("0..{number}"))
        }
        Expr::Path(_) => {
            let local = &locals[locals.of_expr(head)?];
            let ty = local.ty.as_ref().and_then(last_segment);
            if local.knowledge != Knowledge::Primitive
                || matches!(ty.as_deref(), Some("bool" | "char"))
            {
                return None;
            }
            (local.name.to_string(), format!("0..{}", local.name))
        }
        Expr::MethodCall(call) if call.method == "len" && call.args.is_empty() => {
            (".len()".to_owned(), "0..….len()".to_owned())
        }
        _ => return None,
    };
    Some(format!("`{number}` is a number, not an iterator\nhelp: go over a range, `{range}`"))
}

/// A reference to a reference, or a shared one to an iterator.
fn reference(head: &Expr, locals: &Locals) -> Option<String> {
    if let Expr::Reference(reference) = head {
        let local = &locals[locals.of_expr(&reference.expr)?];
        let Some(Type::Reference(ty)) = local.ty.as_ref().map(ungroup) else { return None };
        let is_list =
            matches!(*ty.elem, Type::Slice(_)) || Shape::of_type(&ty.elem) == Shape::Collection;
        let name = &local.name;
        return is_list.then(|| {
            format!("`{name}` is a reference already, and a reference to it is not an iterator\nhelp: go over `{name}.iter()`")
        });
    }
    let local = &locals[locals.of_expr(head)?];
    let is_iterator =
        matches!(&local.value, Value::Lent(value) if matches!(**value, Value::Iterator(_)));
    let name = &local.name;
    (is_iterator && !local.mutable_borrow).then(|| {
        format!("`{name}` is a shared reference to an iterator, and going over it changes it\nhelp: take it by value or as `&mut`, `{name}: impl Iterator<Item = …>`")
    })
}

/// Tells whether a local is surely a string.
fn is_text(local: &LocalData) -> bool {
    let written = local.ty.as_ref().and_then(plain_type);
    let text = ["String", "&String", "&mut String", "&str", "&mut str"];
    written.is_some_and(|ty| text.contains(&&*ty))
}

/// A string, of which parts are meant.
fn text(head: &Expr, locals: &Locals) -> Option<String> {
    let local = &locals[locals.of_expr(head)?];
    let name = &local.name;
    is_text(local).then(|| {
        format!("a string is not an iterator\nhelp: go over its characters, `{name}.chars()`, or its bytes, `{name}.bytes()`")
    })
}
