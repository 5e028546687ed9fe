//! Values that a jump gives to the block it goes to.
//!
//! In: the code of the blocks. Out: the same code without the `let value = 1;` directly in front of a jump that
//! passes `value` on, and the values, which the jump prints in its place: `Block::Join1 { value: 1 }`. Only a
//! literal, `()` or a name is taken: others may make temporaries, which would outlive the locals that the jump
//! moves. The reader has one line less, and rustc shows the value where its type is wrong.

use std::collections::BTreeMap;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{Block, Expr, Pat, Stmt};

use crate::{
    ast,
    ir::{BlockKind, Body, Marker},
    resolve::names::{Local, Locals},
    visit_mut::{self, VisitMut},
};

/// The values that jumps are given, by the jumps' numbers, each with the local whose place it takes.
pub type Given = BTreeMap<usize, (Local, Value)>;

/// A value that a jump is given.
pub enum Value {
    /// As it is written.
    Written(TokenStream),
    /// A local, named there.
    Name(Local, Span),
}

/// Takes the values out of the code of the blocks.
pub fn take(code: &mut [Vec<Stmt>], body: &Body, locals: &Locals) -> Given {
    let mut take = Take { body, locals, given: Given::new() };
    if !body.blocks.iter().any(|block| matches!(block.kind, BlockKind::Join | BlockKind::After)) {
        return take.given;
    }
    for stmts in code {
        take.last(stmts);
        for stmt in stmts {
            take.visit_stmt_mut(stmt);
        }
    }
    take.given
}

struct Take<'a> {
    body: &'a Body,
    locals: &'a Locals,
    given: Given,
}

impl Take<'_> {
    fn last(&mut self, stmts: &mut Vec<Stmt>) {
        let [.., Stmt::Local(stmt), Stmt::Expr(jump, _)] = stmts.as_slice() else { return };
        let (Pat::Ident(pat), Some(init)) = (&stmt.pat, &stmt.init) else { return };
        let Some(Marker::Goto(_, number)) = Marker::parse(jump) else { return };
        let Some(local) = self.locals.get(&pat.ident).filter(|it| self.locals[*it].hidden) else {
            return;
        };
        let value = match self.alone(&init.expr) {
            value @ Expr::Lit(literal) if literal.attrs.is_empty() => {
                Value::Written(value.to_token_stream())
            }
            value if ast::is_unit_value(value) => Value::Written(value.to_token_stream()),
            value @ Expr::Path(path) if path.attrs.is_empty() => {
                match self.locals.at_path(&path.path) {
                    Some(local) => Value::Name(local, ast::span(value)),
                    None => Value::Written(value.to_token_stream()),
                }
            }
            _ => return,
        };
        self.given.insert(number, (local, value));
        stmts.remove(stmts.len() - 2);
    }
}

impl Take<'_> {
    /// Takes off the braces that a value stands in alone, or leaves.
    fn alone<'a>(&self, value: &'a Expr) -> &'a Expr {
        let Expr::Block(block) = value else { return value };
        match (&block.label, block.block.stmts.as_slice()) {
            (None, [Stmt::Expr(inner, None)]) => self.alone(inner),
            (None, [Stmt::Expr(scope, _), Stmt::Expr(inner, None)])
                if self.holds_only(scope, inner) =>
            {
                inner
            }
            (Some(label), [Stmt::Expr(Expr::Break(jump), _)]) => match &jump.expr {
                Some(inner) if jump.label.as_ref() == Some(&label.name) => self.alone(inner),
                _ => value,
            },
            _ => value,
        }
    }

    /// Tells whether a scope that is opened again holds nothing, or nothing but a name.
    fn holds_only(&self, scope: &Expr, name: &Expr) -> bool {
        let Some(Marker::Reopen(block, scope)) = Marker::parse(scope) else { return false };
        let mut held = self.body.blocks[block.0].scope(scope);
        let Expr::Path(name) = name else { return held.next().is_none() };
        let local = self.locals.at_path(&name.path);
        held.all(|held| Some(held) == local)
    }
}

impl VisitMut for Take<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        self.last(&mut block.stmts);
        visit_mut::visit_block_mut(self, block);
    }
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
    fn visit_expr_path_mut(&mut self, _: &mut syn::ExprPath) {}
    fn visit_expr_lit_mut(&mut self, _: &mut syn::ExprLit) {}
    fn visit_expr_method_call_mut(&mut self, _: &mut syn::ExprMethodCall) {}
    fn visit_macro_mut(&mut self, _: &mut syn::Macro) {}
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_pat_mut(&mut self, _: &mut Pat) {}
    fn visit_type_mut(&mut self, _: &mut syn::Type) {}
}
