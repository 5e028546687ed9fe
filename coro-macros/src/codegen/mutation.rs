//! Whether a block's code may mutate a local, so that its binding is `mut`.
//!
//! In: a block's code and a local. Out: whether something in the code needs it to be `mut`. A
//! wrong "yes" prints a needless `mut`; there is no wrong "no".

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Expr, Stmt,
    visit::{self, Visit},
};

use crate::{
    lower::root,
    resolve::names::{Local, Locals},
    scan,
};

/// Tells whether code may mutate a local.
pub fn may_mutate(code: &[Stmt], local: Local, locals: &Locals) -> bool {
    let mut scan = Mutation { local, locals, found: false };
    for stmt in code {
        scan.visit_stmt(stmt);
    }
    scan.found
}

struct Mutation<'a> {
    local: Local,
    locals: &'a Locals,
    found: bool,
}

impl Mutation<'_> {
    fn place(&mut self, expr: &Expr) {
        self.found |= root(expr, self.locals) == Some(self.local);
    }

    fn assigned(&mut self, expr: &Expr) {
        match expr {
            Expr::Tuple(expr) => expr.elems.iter().for_each(|elem| self.assigned(elem)),
            Expr::Array(expr) => expr.elems.iter().for_each(|elem| self.assigned(elem)),
            Expr::Call(expr) => expr.args.iter().for_each(|arg| self.assigned(arg)),
            Expr::Struct(expr) => {
                expr.fields.iter().for_each(|field| self.assigned(&field.expr));
            }
            other => self.place(other),
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(ident) => {
                    self.found |= self.locals.get(&ident) == Some(self.local);
                }
                _ => {}
            }
        }
    }
}

impl Visit<'_> for Mutation<'_> {
    fn visit_expr_assign(&mut self, expr: &syn::ExprAssign) {
        self.assigned(&expr.left);
        visit::visit_expr_assign(self, expr);
    }
    fn visit_expr_binary(&mut self, expr: &syn::ExprBinary) {
        if scan::is_compound_assignment(&expr.op) {
            self.place(&expr.left);
        }
        visit::visit_expr_binary(self, expr);
    }
    fn visit_expr_reference(&mut self, expr: &syn::ExprReference) {
        if expr.mutability.is_some() {
            self.place(&expr.expr);
        }
        visit::visit_expr_reference(self, expr);
    }
    fn visit_expr_raw_addr(&mut self, expr: &syn::ExprRawAddr) {
        self.place(&expr.expr);
        visit::visit_expr_raw_addr(self, expr);
    }
    fn visit_expr_method_call(&mut self, expr: &syn::ExprMethodCall) {
        self.place(&expr.receiver);
        visit::visit_expr_method_call(self, expr);
    }
    fn visit_expr_call(&mut self, expr: &syn::ExprCall) {
        self.place(&expr.func);
        visit::visit_expr_call(self, expr);
    }
    fn visit_expr_match(&mut self, expr: &syn::ExprMatch) {
        self.place(&expr.expr);
        visit::visit_expr_match(self, expr);
    }
    fn visit_expr_let(&mut self, expr: &syn::ExprLet) {
        self.place(&expr.expr);
        visit::visit_expr_let(self, expr);
    }
    fn visit_local(&mut self, local: &syn::Local) {
        if let Some(init) = &local.init {
            if !matches!(local.pat, syn::Pat::Ident(_) | syn::Pat::Type(_)) {
                self.place(&init.expr);
            }
        }
        visit::visit_local(self, local);
    }
    fn visit_macro(&mut self, mac: &syn::Macro) {
        self.tokens(mac.tokens.clone());
    }
}
