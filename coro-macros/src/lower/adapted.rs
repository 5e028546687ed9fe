//! Adaptors of one's own in the heads of loops.
//!
//! In: the head of a `for` that suspends, or whose loop does. Out: the same with a hidden local in the place of each iterator of
//! which a method makes another one whose name nothing says of: it counts as taken by that method. Of other values such a
//! method may only look at them, and they live as long as the loop.

use syn::Expr;

use super::{Builder, Want, unit};
use crate::{
    ast,
    ir::Decl,
    resolve::shape::{self, Shape},
    scan, temporaries,
};

impl Builder<'_> {
    /// Takes the iterators out of the head of a `for` of which methods make others whose names nothing says of:
    /// `items.into_iter().pairs()`. Tells whether the head surely is an iterator.
    pub(super) fn take_adapted(&mut self, head: &mut Expr) -> bool {
        let call = match head {
            Expr::Paren(paren) => return self.take_adapted(&mut paren.expr),
            Expr::MethodCall(call) => call,
            head => return Shape::of_expr(head, self.locals) == Shape::Iterator,
        };
        let is_iterator = self.take_adapted(&mut call.receiver);
        let method = call.method.to_string();
        if !is_iterator
            || scan::is_place(&call.receiver)
            || temporaries::is_taken(call)
            || shape::is_looked_at_by(&method)
        {
            return Shape::of_expr(head, self.locals) == Shape::Iterator;
        }
        let receiver = std::mem::replace(&mut *call.receiver, unit(self.context.span));
        let value = self.settling(true, |this| this.expr(receiver, &Want::ANY));
        let span = ast::span(&value);
        let local = self.locals.hidden("operand", span);
        self.locals[local].adapted = true;
        self.let_hidden(local, value);
        self.declare(Decl::Local(local));
        *call.receiver = ast::name(self.locals.ident(local));
        true
    }
}
