//! References that are bound in the body, of which a field is yielded before others are used.
//!
//! In: the resolved body. Out: the same body, in which the scope of such a local begins with a reference to each
//! [field](super::fields): `for p in points { yield_!(&mut p.x); yield_!(&mut p.y); }` is accepted, as it is in a
//! function. The local would have to be moved while what was yielded is borrowed of it, so nothing that is accepted
//! without is changed.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Block, Expr, Pat, Stmt};

use super::fields;
use crate::{
    ast,
    params::Params,
    resolve::{
        knowledge::Knowledge,
        names::{Local, Locals},
    },
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

/// Splits the locals of which a mutable reference to a field is yielded, and that are mentioned behind that.
pub fn split(body: &mut Block, params: &Params, locals: &mut Locals) {
    let mut lent = Yielded { locals, lent: Vec::new(), again: Vec::new() };
    lent.visit_block(body);
    let mut again = lent.again;
    again.retain(|local| !params.stores(*local));
    if !again.is_empty() {
        Scopes { locals, again, taken: false }.visit_block_mut(body);
    }
}

/// Makes a reference to each field that a body uses of a local, if it uses nothing else of it.
pub fn take_apart(body: &mut Block, local: Local, params: &Params, locals: &mut Locals) -> bool {
    if params.stores(local) {
        return fields::take_apart(body, local, locals);
    }
    let mut scopes = Scopes { locals, again: vec![local], taken: false };
    scopes.visit_block_mut(body);
    scopes.taken
}

/// Finds the locals, in the order of the text.
struct Yielded<'a> {
    locals: &'a Locals,
    /// Those of which a field was yielded.
    lent: Vec<Local>,
    /// Those that are mentioned again.
    again: Vec<Local>,
}

impl Yielded<'_> {
    fn mention(&mut self, local: Option<Local>) {
        if let Some(local) = local.filter(|it| self.lent.contains(it)) {
            if !self.again.contains(&local) {
                self.again.push(local);
            }
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(ident) => self.mention(self.locals.get(&ident)),
                _ => {}
            }
        }
    }
}

impl Visit<'_> for Yielded<'_> {
    fn visit_expr_yield(&mut self, expr: &syn::ExprYield) {
        visit::visit_expr_yield(self, expr);
        if let Some(Expr::Reference(reference)) = expr.expr.as_deref() {
            if reference.mutability.is_some() {
                self.lent.extend(root_of_field(&reference.expr, self.locals));
            }
        }
    }
    /// A loop over a field that yields what it goes over.
    fn visit_expr_for_loop(&mut self, expr: &syn::ExprForLoop) {
        visit::visit_expr_for_loop(self, expr);
        let Some(local) = lent_by_head(&expr.expr, self.locals) else { return };
        let items = self.locals.bound_by(&expr.pat);
        let mut yields = Yields { locals: self.locals, items: &items, found: false };
        yields.visit_block(&expr.body);
        if yields.found {
            self.lent.push(local);
        }
    }
    fn visit_expr_path(&mut self, path: &syn::ExprPath) {
        self.mention(self.locals.at_path(&path.path));
    }
    fn visit_macro(&mut self, mac: &syn::Macro) {
        self.tokens(mac.tokens.clone());
    }
    fn visit_item(&mut self, _: &syn::Item) {}
    fn visit_pat(&mut self, _: &Pat) {}
}

/// Tells whether one of some locals, or a part of it, is yielded.
struct Yields<'a> {
    locals: &'a Locals,
    items: &'a [Local],
    found: bool,
}

impl Visit<'_> for Yields<'_> {
    fn visit_expr_yield(&mut self, expr: &syn::ExprYield) {
        let Some(value) = expr.expr.as_deref() else { return };
        let place = if let Expr::Reference(reference) = value { &*reference.expr } else { value };
        let root = self.locals.of_expr(place).or_else(|| root_of_field(place, self.locals));
        self.found |= root.is_some_and(|root| self.items.contains(&root));
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Returns the local of which the head of a `for` lends a field mutably.
fn lent_by_head(head: &Expr, locals: &Locals) -> Option<Local> {
    match head {
        Expr::Reference(reference) if reference.mutability.is_some() => {
            root_of_field(&reference.expr, locals)
        }
        Expr::MethodCall(call)
            if matches!(&*call.method.to_string(), "iter_mut" | "values_mut") =>
        {
            root_of_field(&call.receiver, locals)
        }
        Expr::Paren(paren) => lent_by_head(&paren.expr, locals),
        _ => None,
    }
}

/// Returns the local of which a place is a field, or a part of one.
fn root_of_field(place: &Expr, locals: &Locals) -> Option<Local> {
    match place {
        Expr::Field(field) => {
            locals.of_expr(&field.base).or_else(|| root_of_field(&field.base, locals))
        }
        Expr::Index(index) => root_of_field(&index.expr, locals),
        Expr::Paren(paren) => root_of_field(&paren.expr, locals),
        _ => None,
    }
}

/// Puts the references at the starts of the locals' scopes.
struct Scopes<'a> {
    locals: &'a mut Locals,
    again: Vec<Local>,
    taken: bool,
}

impl Scopes<'_> {
    /// Takes apart what a pattern binds, for the block that sees it.
    fn bound(&mut self, pat: &Pat, block: &mut Block) {
        for local in self.locals.bound_by(pat) {
            if self.again.contains(&local) && fields::take_apart(block, local, self.locals) {
                self.taken = true;
                // Only of what a reference refers to can a part be yielded.
                self.locals[local].mutable_borrow = true;
                self.locals[local].knowledge = Knowledge::NoDrop;
            }
        }
    }
}

impl VisitMut for Scopes<'_> {
    fn visit_expr_for_loop_mut(&mut self, expr: &mut syn::ExprForLoop) {
        self.bound(&expr.pat, &mut expr.body);
        visit_mut::visit_expr_for_loop_mut(self, expr);
    }

    fn visit_expr_while_mut(&mut self, expr: &mut syn::ExprWhile) {
        if let Expr::Let(binding) = &*expr.cond {
            self.bound(&binding.pat, &mut expr.body);
        }
        visit_mut::visit_expr_while_mut(self, expr);
    }

    fn visit_expr_if_mut(&mut self, expr: &mut syn::ExprIf) {
        if let Expr::Let(binding) = &*expr.cond {
            self.bound(&binding.pat, &mut expr.then_branch);
        }
        visit_mut::visit_expr_if_mut(self, expr);
    }

    fn visit_arm_mut(&mut self, arm: &mut syn::Arm) {
        if let (Expr::Block(body), false) = (&mut *arm.body, matches!(arm.pat, Pat::Guard(_))) {
            self.bound(&arm.pat, &mut body.block);
        }
        visit_mut::visit_arm_mut(self, arm);
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        let mut index = 0;
        while index < block.stmts.len() {
            index += 1;
            let Stmt::Local(stmt) = &block.stmts[index - 1] else { continue };
            if !self.locals.bound_by(&stmt.pat).iter().any(|local| self.again.contains(local)) {
                continue;
            }
            let pat = stmt.pat.clone();
            let span = block.brace_token.span.join();
            let mut rest = ast::block(block.stmts.split_off(index), span);
            self.bound(&pat, &mut rest);
            block.stmts.append(&mut rest.stmts);
        }
        visit_mut::visit_block_mut(self, block);
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
