//! Parameters that are borrowed for one time.
//!
//! In: a signature whose references leave out their lifetimes, and the body. Out: the same with one
//! lifetime for those that the body puts into one place: `if c { a } else { b }`, `[a, b]`,
//! `a.iter().chain(b)`, a local that is assigned one after the other, a list that takes of both, or what a call makes of
//! two, `Parser::new(a, b)`. What is stored then lives
//! for the shorter of two times, for which the function's type has no name (E0700); to a caller it
//! makes no difference. Where nothing of the kind is seen, the signature stays as it is: a method of
//! a trait has to keep it.

use proc_macro2::{Ident, Span};
use syn::{
    Block, Expr, ExprMethodCall, FnArg, GenericArgument, GenericParam, Lifetime, LifetimeParam,
    Pat, PathArguments, ReceiverKind, Signature, Type, TypeReference, Visibility,
};

use crate::{
    analysis::lends,
    known, scan, source,
    visit::{self, Visit},
};

/// Methods whose argument becomes what the receiver is.
const JOINING: [&str; 8] =
    ["chain", "max", "min", "or", "or_else", "unwrap_or", "unwrap_or_else", "map_or"];

/// Methods of lists that keep what they are given.
const KEEPING: [&str; 6] = ["push", "push_back", "push_front", "insert", "entry", "extend"];

/// Gives parameters that end up in one place one lifetime.
pub fn share(vis: &Visibility, sig: &mut Signature, block: &Block) {
    let names: Vec<Ident> =
        sig.inputs.iter_mut().filter_map(borrowed).map(|(name, _)| name).collect();
    if names.len() < 2 {
        return;
    }
    // A trait's method has no visibility of its own; its signature has to stay. One without a receiver is rare.
    let is_free = sig.receiver().is_none() || !matches!(vis, Visibility::Inherited);
    let (aliases, kept, mixed) = (Vec::new(), Vec::new(), Vec::new());
    let mut search = Search { names, is_free, aliases, kept, mixed };
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

/// Returns the name of a parameter that is a reference without a lifetime, or an `Option` of one, and where to write one.
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
            elided(&mut arg.ty).map(|lifetime| (pat.ident.clone(), lifetime))
        }
    }
}

fn elided(ty: &mut Type) -> Option<&mut Option<Lifetime>> {
    match ty {
        Type::Reference(TypeReference { lifetime: lifetime @ None, .. }) => Some(lifetime),
        Type::Path(path) => {
            let last = path.path.segments.last_mut().filter(|last| last.ident == "Option")?;
            let PathArguments::AngleBracketed(arguments) = &mut last.arguments else { return None };
            match arguments.args.first_mut()? {
                GenericArgument::Type(ty) => elided(ty),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Looks for places into which two of the parameters go.
struct Search {
    /// The parameters that borrow for a time without a name.
    names: Vec<Ident>,
    /// Whether the function surely is no trait's method.
    is_free: bool,
    /// Locals that start as one of them, or as what one lends.
    aliases: Vec<(Ident, Ident)>,
    /// What lists keep of them, by which argument of their methods.
    kept: Vec<(Ident, usize, Ident)>,
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

    /// Notes what a pattern binds of a value.
    fn bind(&mut self, pat: &Pat, value: &Expr) {
        if let (Pat::Tuple(pat), Expr::Tuple(value)) = (pat, value) {
            pat.elems.iter().zip(&value.elems).for_each(|(pat, value)| self.bind(pat, value));
            return;
        }
        let Some(param) = root(value).and_then(|name| self.param(name)) else { return };
        let mut names = Names(Vec::new());
        names.visit_pat(pat);
        self.aliases.extend(names.0.into_iter().map(|name| (name, param.clone())));
    }

    /// Notes what a list is given to keep.
    fn keep(&mut self, call: &ExprMethodCall) {
        let Expr::Path(list) = &*call.receiver else { return };
        let Some(list) = list.path.get_ident() else { return };
        for (index, arg) in call.args.iter().enumerate() {
            let Some(param) = root(arg).and_then(|name| self.param(name)) else { continue };
            let others = self.kept.iter().filter(|it| it.0 == *list && it.1 == index);
            let mut params: Vec<Ident> = others.map(|it| it.2.clone()).collect();
            params.push(param.clone());
            self.mix(params);
            self.kept.push((list.clone(), index, param));
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
        visit::visit_expr(self, expr);
        match expr {
            Expr::If(_) | Expr::Match(_) => self.meet([expr]),
            Expr::Array(array) => self.meet(&array.elems),
            Expr::Assign(assign) => self.meet([&*assign.left, &*assign.right]),
            Expr::MethodCall(call) if JOINING.iter().any(|name| call.method == name) => {
                self.meet(std::iter::once(&*call.receiver).chain(&call.args));
            }
            Expr::MethodCall(call)
                if self.is_free && KEEPING.iter().any(|name| call.method == name) =>
            {
                self.keep(call);
            }
            Expr::Call(call) if is_named(&call.func, &["min", "max", "swap", "replace"]) => {
                self.meet(&call.args);
            }
            _ => {}
        }
    }

    fn visit_expr_for_loop(&mut self, expr: &'ast syn::ExprForLoop) {
        if self.is_free {
            self.made_of(&expr.expr);
            self.bind(&expr.pat, &expr.expr);
        }
        visit::visit_expr_for_loop(self, expr);
    }

    fn visit_expr_let(&mut self, expr: &'ast syn::ExprLet) {
        if self.is_free {
            self.bind(&expr.pat, &expr.expr);
        }
        visit::visit_expr_let(self, expr);
    }

    fn visit_expr_match(&mut self, expr: &'ast syn::ExprMatch) {
        if self.is_free {
            expr.arms.iter().for_each(|arm| self.bind(&arm.pat, &expr.expr));
        }
        visit::visit_expr_match(self, expr);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        visit::visit_local(self, local);
        let Some(init) = &local.init else { return };
        if self.is_free {
            self.made_of(&init.expr);
        }
        if self.is_free || matches!(local.pat, Pat::Ident(_)) {
            self.bind(&local.pat, &init.expr);
        }
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

/// The names that a pattern binds, or constants.
struct Names(Vec<Ident>);

impl Visit<'_> for Names {
    fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
        self.0.push(pat.ident.clone());
        visit::visit_pat_ident(self, pat);
    }
    fn visit_expr(&mut self, _: &Expr) {}
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
        // What it gives.
        Expr::Closure(closure) => root(&closure.body),
        _ => None,
    }
}

/// Tells whether a method gives a part of what its receiver refers to, or a view of it.
fn lends_part(call: &ExprMethodCall) -> bool {
    let method = call.method.to_string();
    let gives_item = lends::gives_item((&method, call.args.len()));
    lends::is_lending(call) || lends::is_adapting(call) || gives_item || method == "into_iter"
}

fn root_of_place(place: &Expr) -> Option<&Ident> {
    match place {
        Expr::Field(field) => root_of_place(&field.base),
        Expr::Index(index) => root_of_place(&index.expr),
        Expr::Unary(syn::ExprUnary { op: syn::UnOp::Deref(_), expr, .. }) => root_of_place(expr),
        other => root(other),
    }
}
