//! Values that are a pattern's, spelled in another way.
//!
//! In: a `let` of a branch: `let w = match &mut self.w { W::A(x) => x, _ => return };`, or the same with `if let`, or with
//! several names in a tuple; or a value that `as_mut()` gives. Out: the pattern of the arms that go on, which binds the
//! locals themselves, and what is matched. Invariant: where control comes out of the branch, the pattern has matched,
//! and the locals are what it binds.

use syn::{Arm, Expr, Pat, PatIdent, parse_quote, punctuated::Punctuated};

use super::{Narrow, projections::has_alternatives};
use crate::{
    ast, flow, known,
    resolve::names::{Local, Locals},
    visit_mut::{self, VisitMut},
};

/// Reads such a branch, whose values a pattern binds.
pub fn selected<'e>(bound: &Pat, branch: &'e Expr, locals: &Locals) -> Option<(Pat, &'e Expr)> {
    let outer = plain(bound, locals)?;
    let (arms, value) = goes_on(branch)?;
    let [_, more @ ..] = &*arms else { return None };
    let mut cases = Punctuated::new();
    for (pat, given) in &arms {
        let inner = named(given, locals)?;
        let pat = match pat {
            // Which arm or alternative matched, a guard may have decided.
            Pat::Guard(guarded) if !more.is_empty() || has_alternatives(&guarded.pat, locals) => {
                return None;
            }
            Pat::Guard(guarded) => &*guarded.pat,
            pat => pat,
        };
        let bound = locals.bound_by(pat);
        let is_tuple = |names: &Names| names.is_tuple;
        if is_tuple(&inner) != is_tuple(&outer)
            || inner.names.len() != outer.names.len()
            || !inner.names.iter().all(|local| bound.contains(local))
        {
            return None;
        }
        let mut case = pat.clone();
        Narrow { wanted: &inner.names, locals, tests: true }.visit_pat_mut(&mut case);
        Rename { locals, from: &inner.names, to: &outer.names }.visit_pat_mut(&mut case);
        cases.push(case);
    }
    let pat = if more.is_empty() {
        cases.pop()?
    } else {
        Pat::Or(syn::PatOr { attrs: Vec::new(), leading_vert: None, cases })
    };
    Some((pat, value))
}

/// Reads a value that a method gives which borrows what is in an `Option`, as the pattern and the value that do so.
pub fn borrowed_content(pat: &Pat, value: &Expr) -> Option<(Pat, Expr)> {
    let Pat::TupleStruct(outer) = pat else { return None };
    let value = content(value).filter(|_| known::is_std_variant(&outer.path))?;
    Some((pat.clone(), value))
}

/// Reads the place of which a value is the content, and whether it is borrowed mutably: `self.slot.as_mut().unwrap()`.
pub fn unwrapped(value: &Expr) -> Option<(&Expr, bool)> {
    let Expr::MethodCall(call) = value else { return None };
    let is_again = match &*call.method.to_string() {
        "unwrap" => call.args.is_empty(),
        "expect" => call.args.iter().all(|arg| matches!(arg, Expr::Lit(_))),
        _ => false,
    };
    let Expr::MethodCall(content) = &*call.receiver else { return None };
    let method = content.method.to_string();
    let borrows = content.args.is_empty() && matches!(&*method, "as_mut" | "as_ref");
    (is_again && borrows).then_some((&content.receiver, method == "as_mut"))
}

/// Borrows what a method borrows the content of.
fn content(call: &Expr) -> Option<Expr> {
    let Expr::MethodCall(call) = call else { return None };
    let place = &call.receiver;
    match &*call.method.to_string() {
        "as_mut" if call.args.is_empty() => Some(parse_quote!(&mut #place)),
        "as_ref" if call.args.is_empty() => Some(parse_quote!(&#place)),
        _ => None,
    }
}

/// Reads the arms of a branch behind which control goes on, with what each gives, and what they match.
fn goes_on(branch: &Expr) -> Option<(Vec<(&Pat, &Expr)>, &Expr)> {
    match branch {
        Expr::Paren(paren) => goes_on(&paren.expr),
        Expr::Match(branch) => {
            let left = branch.arms.iter().filter(|arm| !flow::diverges(&arm.body));
            let arms = left.map(|Arm { pat, body, .. }| Some((pat, value(body)?)));
            Some((arms.collect::<Option<_>>()?, &branch.expr))
        }
        Expr::If(branch) => {
            let Expr::Let(cond) = &*branch.cond else { return None };
            let (_, otherwise) = branch.else_branch.as_ref()?;
            let given = ast::sole_value(&branch.then_branch)?;
            flow::diverges(otherwise).then(|| (vec![(&*cond.pat, given)], &*cond.expr))
        }
        _ => None,
    }
}

/// Locals that are bound, or named, alone or in a tuple.
struct Names {
    names: Vec<Local>,
    is_tuple: bool,
}

impl Names {
    fn of<'n, T: 'n>(
        elems: impl IntoIterator<Item = &'n T>,
        name: impl Fn(&'n T) -> Option<Local>,
    ) -> Option<Self> {
        let names: Vec<Local> = elems.into_iter().map(name).collect::<Option<_>>()?;
        let is_twice = |(at, name): (usize, &Local)| names[..at].contains(name);
        let is_distinct = !names.iter().enumerate().any(is_twice);
        is_distinct.then_some(Self { names, is_tuple: true })
    }
}

/// Returns the locals that a pattern binds which does nothing else.
fn plain(pat: &Pat, locals: &Locals) -> Option<Names> {
    let name = |pat: &Pat| match pat {
        Pat::Ident(PatIdent { by_ref: None, mutability: None, subpat: None, ident, .. }) => {
            locals.get(ident)
        }
        _ => None,
    };
    match pat {
        Pat::Type(typed) => plain(&typed.pat, locals),
        Pat::Tuple(tuple) => Names::of(&tuple.elems, name),
        pat => Some(Names { names: vec![name(pat)?], is_tuple: false }),
    }
}

/// Returns the locals that an expression names which does nothing else.
fn named(given: &Expr, locals: &Locals) -> Option<Names> {
    match given {
        Expr::Tuple(tuple) => Names::of(&tuple.elems, |elem| locals.of_expr(elem)),
        given => Some(Names { names: vec![locals.of_expr(given)?], is_tuple: false }),
    }
}

fn value(body: &Expr) -> Option<&Expr> {
    if let Expr::Block(block) = body { ast::sole_value(&block.block) } else { Some(body) }
}

/// Has a pattern bind other locals.
struct Rename<'a> {
    locals: &'a Locals,
    from: &'a [Local],
    to: &'a [Local],
}

impl VisitMut for Rename<'_> {
    fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
        let local = self.locals.get(&pat.ident);
        if let Some(at) = local.and_then(|local| self.from.iter().position(|it| *it == local)) {
            pat.ident = self.locals.ident(self.to[at]);
        }
        visit_mut::visit_pat_ident_mut(self, pat);
    }
    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        // The field keeps its name: `St { a, .. }` binds `b` by `St { a: b, .. }`.
        self.locals.write_out(&mut field.member, &mut field.colon_token);
        visit_mut::visit_field_pat_mut(self, field);
        self.locals.shorten(field);
    }
}
