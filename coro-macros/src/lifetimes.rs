//! Parameters that are borrowed for one time.
//!
//! In: a signature whose references leave out their lifetimes, and the body. Out: the same with one
//! lifetime for those that the body puts into one place: `if c { a } else { b }`, `[a, b]`,
//! `a.iter().chain(b)`, or what a call makes of two, `Parser::new(a, b)`. What is stored then lives
//! for the shorter of two times, for which the function's type has no name (E0700); to a caller it
//! makes no difference. Where nothing of the kind is seen, the signature stays as it is: a method of
//! a trait has to keep it.

use proc_macro2::{Ident, Span};
use syn::{
    Block, Expr, ExprMethodCall, FnArg, GenericParam, Lifetime, LifetimeParam, Pat, ReceiverKind,
    Signature, Type, TypeReference, Visibility,
};

use crate::{
    analysis::lends,
    known, scan, source,
    visit::{self, Visit},
};

/// Methods whose argument becomes what the receiver is.
const JOINING: [&str; 5] = ["chain", "max", "min", "or", "unwrap_or"];

/// Gives parameters that end up in one place one lifetime.
pub fn share(vis: &Visibility, sig: &mut Signature, block: &Block) {
    let names: Vec<Ident> =
        sig.inputs.iter_mut().filter_map(borrowed).map(|(name, _)| name).collect();
    if names.len() < 2 {
        return;
    }
    // A trait's method has no visibility of its own; its signature has to stay. One without a receiver is rare.
    let is_free = sig.receiver().is_none() || !matches!(vis, Visibility::Inherited);
    let mut search = Search { names, is_free, aliases: Vec::new(), mixed: Vec::new() };
    search.visit_block(block);
    if search.mixed.is_empty() {
        return;
    }
    let place = search.mixed[0].span();
    let lifetime = Lifetime::new("'shared", Span::mixed_site().located_at(place));
    if sig.generics.lifetimes().any(|param| param.lifetime.ident == lifetime.ident) {
        return;
    }
    for (name, place) in sig.inputs.iter_mut().filter_map(borrowed) {
        if search.mixed.contains(&name) {
            *place = Some(lifetime.clone());
        }
    }
    let param = GenericParam::Lifetime(LifetimeParam::new(lifetime));
    sig.generics.params.insert(0, param);
    sig.generics.lt_token.get_or_insert_with(Default::default);
    sig.generics.gt_token.get_or_insert_with(Default::default);
}

/// Returns the name of a parameter that is a reference without a lifetime, and where to write one.
fn borrowed(arg: &mut FnArg) -> Option<(Ident, &mut Option<Lifetime>)> {
    match arg {
        FnArg::Receiver(receiver) => {
            let name = Ident::new("self", receiver.self_token.span);
            match &mut receiver.kind {
                ReceiverKind::Reference(_, lifetime @ None, _) => Some((name, lifetime)),
                _ => None,
            }
        }
        FnArg::Typed(arg) if arg.attrs.iter().any(source::is_resume) => None,
        FnArg::Typed(arg) => {
            let Pat::Ident(pat) = &*arg.pat else { return None };
            match &mut *arg.ty {
                Type::Reference(TypeReference { lifetime: lifetime @ None, .. }) => {
                    Some((pat.ident.clone(), lifetime))
                }
                _ => None,
            }
        }
    }
}

/// Looks for places into which two of the parameters go.
struct Search {
    /// The parameters that borrow for a time without a name.
    names: Vec<Ident>,
    /// Whether the function surely is no trait's method.
    is_free: bool,
    /// Locals that start as one of them.
    aliases: Vec<(Ident, Ident)>,
    /// Those that go into a place with another one.
    mixed: Vec<Ident>,
}

impl Search {
    /// Returns the parameter that a name is, or starts as.
    fn param(&self, name: &Ident) -> Option<Ident> {
        let alias = self.aliases.iter().rev().find(|(alias, _)| alias == name);
        let name = alias.map_or(name, |(_, param)| param);
        self.names.contains(name).then(|| name.clone())
    }

    /// Notes what several expressions give, of which only one is the value.
    fn meet<'e>(&mut self, values: impl IntoIterator<Item = &'e Expr>) {
        let values = values.into_iter().flat_map(scan::tails);
        let parts: Vec<Vec<&Expr>> = values.map(parts).collect();
        let count = parts.iter().map(Vec::len).max().unwrap_or(0);
        for part in 0..count {
            let roots = parts.iter().filter(|parts| parts.len() == count);
            let roots = roots.filter_map(|parts| root(parts[part]));
            self.mix(roots.filter_map(|name| self.param(name)).collect());
        }
    }

    /// Notes parameters that go into one place, if there are several.
    fn mix(&mut self, params: Vec<Ident>) {
        if params.iter().any(|name| *name != params[0]) {
            self.mixed.extend(params);
        }
    }

    /// Notes what a value that is kept is made of, as it may hold all that it is given.
    fn made_of(&mut self, value: &Expr) {
        let given: Vec<&Expr> = match value {
            Expr::Paren(paren) => return self.made_of(&paren.expr),
            Expr::Try(inner) => return self.made_of(&inner.expr),
            Expr::Struct(value) => value.fields.iter().map(|field| &field.expr).collect(),
            Expr::Call(call) => call.args.iter().collect(),
            Expr::MethodCall(call) => return self.made_of(&call.receiver),
            _ => return,
        };
        let roots = given.iter().filter_map(|part| root(part));
        self.mix(roots.filter_map(|name| self.param(name)).collect());
        for part in given {
            self.made_of(part);
        }
    }
}

impl<'ast> Visit<'ast> for Search {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::If(_) | Expr::Match(_) => self.meet([expr]),
            Expr::Array(array) => self.meet(&array.elems),
            Expr::Assign(assign) => self.meet([&*assign.left, &*assign.right]),
            Expr::MethodCall(call) if JOINING.iter().any(|name| call.method == name) => {
                self.meet(std::iter::once(&*call.receiver).chain(&call.args));
            }
            Expr::Call(call) if is_named(&call.func, &["min", "max", "swap", "replace"]) => {
                self.meet(&call.args);
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    fn visit_expr_for_loop(&mut self, expr: &'ast syn::ExprForLoop) {
        if self.is_free {
            self.made_of(&expr.expr);
        }
        visit::visit_expr_for_loop(self, expr);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let (Some(init), true) = (&local.init, self.is_free) {
            self.made_of(&init.expr);
        }
        if let (Pat::Ident(pat), Some(init)) = (&local.pat, &local.init) {
            if let Some(param) = root(&init.expr).and_then(|name| self.param(name)) {
                self.aliases.push((pat.ident.clone(), param));
            }
        }
        visit::visit_local(self, local);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        let Some(known) = known::parse(mac) else { return };
        if mac.path.segments.last().is_some_and(|last| last.ident == "vec") {
            self.meet(known.args.iter().map(|arg| &arg.expr));
        }
        known.exprs().for_each(|expr| self.visit_expr(expr));
    }

    fn visit_item(&mut self, _: &'ast syn::Item) {}
}

fn is_named(callee: &Expr, names: &[&str]) -> bool {
    matches!(callee, Expr::Path(path)
        if path.path.segments.last().is_some_and(|last| names.iter().any(|name| last.ident == name)))
}

/// Returns the elements of a tuple, or the value alone.
fn parts(value: &Expr) -> Vec<&Expr> {
    match value {
        Expr::Tuple(tuple) => tuple.elems.iter().collect(),
        Expr::Paren(paren) => parts(&paren.expr),
        other => vec![other],
    }
}

/// Returns the name that a value is, or borrows from.
fn root(value: &Expr) -> Option<&Ident> {
    match value {
        Expr::Path(path) => path.path.get_ident(),
        Expr::Paren(paren) => root(&paren.expr),
        Expr::Reference(reference) => root_of_place(&reference.expr),
        Expr::MethodCall(call) if lends_part(call) => root_of_place(&call.receiver),
        // `Some(a)`
        Expr::Call(call) if call.args.len() == 1 => root(&call.args[0]),
        _ => None,
    }
}

/// Tells whether a method gives a part of what its receiver refers to, or a view of it.
fn lends_part(call: &ExprMethodCall) -> bool {
    lends::is_lending(call) || lends::is_adapting(call) || call.method == "into_iter"
}

fn root_of_place(place: &Expr) -> Option<&Ident> {
    match place {
        Expr::Field(field) => root_of_place(&field.base),
        Expr::Index(index) => root_of_place(&index.expr),
        Expr::Unary(syn::ExprUnary { op: syn::UnOp::Deref(_), expr, .. }) => root_of_place(expr),
        other => root(other),
    }
}
