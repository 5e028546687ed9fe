//! The places that values borrow.
//!
//! In: a value. Out: the local that it is lent of, and the fields that lead to what is lent.

use syn::{Expr, Ident, Member};

use crate::scan;

/// Finds the place that a value borrows, or of which a method lends it, where it is no block's or arm's: the local, and
/// the fields that lead to it or to the list that it is an item of.
pub fn lending_place(value: &Expr) -> Option<(&Ident, Vec<&Member>)> {
    match value {
        Expr::Paren(paren) => lending_place(&paren.expr),
        Expr::Reference(reference) => path(&reference.expr),
        Expr::Call(call) if scan::is_into_iter(&call.func) => lending_place(call.args.first()?),
        Expr::MethodCall(call) => path(&call.receiver).or_else(|| lending_place(&call.receiver)),
        _ => None,
    }
}

/// Reads a place that is made of fields of a local, or of what is at an index of one: the local, and the fields that lead
/// to it or to the list.
pub fn path(place: &Expr) -> Option<(&Ident, Vec<&Member>)> {
    fn fields(place: &Expr) -> Option<(&Ident, Vec<&Member>)> {
        match place {
            Expr::Path(path) => Some((path.path.get_ident()?, Vec::new())),
            Expr::Paren(paren) => fields(&paren.expr),
            Expr::Field(field) => {
                let (local, mut found) = fields(&field.base)?;
                found.push(&field.member);
                Some((local, found))
            }
            _ => None,
        }
    }
    match place {
        Expr::Index(index) => path(&index.expr),
        place => fields(place),
    }
}
