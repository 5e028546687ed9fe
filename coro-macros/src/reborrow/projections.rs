//! Borrows of locals and fields.
//!
//! In: the code of a lowered body. Out: [`Projection`]s: patterns with the place that they borrow from, which is
//! nothing but a local or fields of it, or of what another projection binds. What they bind can be made
//! anew at any time as long as nothing else uses the place, and nothing that leads to it is given another value.
//! Invariant: what a projection binds is bound nowhere else.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::{
    Arm, Expr, ExprLet, ExprMatch, Pat, PatIdent, Stmt, Token, UnOp, punctuated::Punctuated,
};

use super::{parts, selected};
use crate::{
    resolve::{
        is_binding,
        names::{Local, Locals},
        shape::Shape,
    },
    scan, temporaries,
    visit::{self, Visit},
};

/// A pattern that borrows from fields.
pub struct Projection {
    /// What binds.
    pub pat: Pat,
    /// What is matched: a borrow, or a place of which the pattern borrows parts.
    pub value: Expr,
    /// Where it starts.
    pub place: Place,
    /// Whether it borrows mutably.
    pub is_mutable: bool,
    /// What the pattern binds, in order.
    pub borrowers: Vec<Local>,
    /// Whether it is known to match, whatever the value is.
    pub always: bool,
    /// Whether something beside what is bound decides between alternatives.
    pub decides: bool,
}

impl Projection {
    /// Tells whether it only holds a place, for rustc to forbid that it changes.
    pub fn holds(&self, locals: &Locals) -> bool {
        self.borrowers.iter().all(|local| locals[*local].is_own("held"))
    }
}

/// A local, or a part of it or of what it refers to.
pub struct Place {
    /// The local.
    pub root: Local,
    /// Whether the local is surely a reference.
    pub is_reference: bool,
    /// The fields that lead to the part.
    pub fields: Vec<String>,
}

impl Place {
    /// Reads a place that is made of fields of a local; `found` is what binds references.
    pub fn of(place: &Expr, locals: &Locals, found: &[Projection]) -> Option<Self> {
        let of = |place: &Expr| Self::of(place, locals, found);
        match place {
            Expr::Paren(paren) => of(&paren.expr),
            Expr::Path(_) => {
                let root = locals.of_expr(place)?;
                let is_reference = locals[root].is_mutable_reference()
                    || found.iter().any(|it| it.borrowers.contains(&root));
                Some(Self { root, is_reference, fields: Vec::new() })
            }
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
                of(&unary.expr).filter(|place| place.is_reference && place.fields.is_empty())
            }
            Expr::Field(field) => {
                let mut place = of(&field.base)?;
                place.fields.push(field.member.to_token_stream().to_string());
                Some(place)
            }
            _ => None,
        }
    }

    /// Tells whether giving another place a value may have this one name something else: it leads there, and
    /// may be a reference.
    pub fn leads_to(&self, other: &Self) -> bool {
        self.root == other.root
            && other.fields.starts_with(&self.fields)
            && (self.fields.len() < other.fields.len()
                || self.fields.is_empty() && other.is_reference)
    }
}

/// Lists the projections of a body, in order.
pub fn projections<'a>(
    code: impl Iterator<Item = &'a Stmt>,
    locals: &'a Locals,
) -> Vec<Projection> {
    let mut finder =
        Finder { locals, found: Vec::new(), bound: BTreeSet::new(), twice: BTreeSet::new() };
    for stmt in code {
        finder.visit_stmt(stmt);
    }
    let Finder { mut found, twice, .. } = finder;
    found.retain(|projection| projection.borrowers.iter().all(|it| !twice.contains(it)));
    found
}

struct Finder<'a> {
    locals: &'a Locals,
    found: Vec<Projection>,
    /// What patterns have bound so far, and what they have bound again.
    bound: BTreeSet<Local>,
    twice: BTreeSet<Local>,
}

impl Finder<'_> {
    fn bind(&mut self, pat: &Pat, value: Option<&Expr>, always: bool) {
        match value.and_then(|value| selected::borrowed_content(pat, value)) {
            Some((pat, value)) => self.bind_parts(&pat, Some(&value), false),
            None => self.bind_parts(pat, value, always),
        }
    }

    /// As [`Finder::bind`], each of several values by itself.
    fn bind_parts(&mut self, pat: &Pat, value: Option<&Expr>, always: bool) {
        match (pat, value) {
            (Pat::Tuple(pat), Some(Expr::Tuple(value))) if are_pairs(&pat.elems, &value.elems) => {
                for (pat, value) in pat.elems.iter().zip(&value.elems) {
                    self.bind(pat, Some(value), always);
                }
            }
            _ => self.bind_all(pat, value, always),
        }
    }

    fn bind_all(&mut self, pat: &Pat, value: Option<&Expr>, always: bool) {
        let mut borrowers = self.locals.bound_by(pat);
        for local in &borrowers {
            if !self.bound.insert(*local) {
                self.twice.insert(*local);
            }
        }
        let is_own = |local: &Local| self.locals[*local].hidden;
        if borrowers.is_empty() || !(is_plain(pat) || borrowers.iter().all(is_own)) {
            return;
        }
        let Some((value, place, is_mutable)) = value.and_then(|it| self.borrowed(pat, it)) else {
            return;
        };
        let is_chosen = !always && has_alternatives(pat, self.locals);
        // What decides between alternatives may be changed through what one of them binds.
        if is_chosen && is_mutable && parts::binds_what_is_tested(pat) {
            return;
        }
        let by_ref = temporaries::holds_reference(pat);
        // Beside what is bound by `ref`, all else is copied.
        let is_borrow = matches!(value, Expr::Reference(_)) || place.is_reference;
        if !is_borrow && by_ref {
            borrowers = self.by_ref(pat);
        }
        // What is behind a shared reference stays.
        let is_open = by_ref || is_mutable && matches!(value, Expr::Path(_));
        let decides = is_open && is_chosen && tests_beside(pat, self.locals);
        let pat = pat.clone();
        self.found.push(Projection { pat, value, place, is_mutable, borrowers, always, decides });
    }

    /// Reads what a pattern borrows from, and whether mutably; a reference that it looks through is borrowed
    /// again.
    fn borrowed(&self, pat: &Pat, value: &Expr) -> Option<(Expr, Place, bool)> {
        match value {
            Expr::Paren(paren) => self.borrowed(pat, &paren.expr),
            Expr::Reference(reference) => {
                let is_mutable = reference.mutability.is_some();
                Some((value.clone(), self.place(&reference.expr)?, is_mutable))
            }
            Expr::MethodCall(call)
                if call.method == "__coro_held" || call.method == "__coro_lent" =>
            {
                let Expr::Call(look) = &*call.receiver else { return None };
                let (_, place, _) = self.borrowed(pat, look.args.first()?)?;
                Some((value.clone(), place, false))
            }
            Expr::MethodCall(_) if matches!(pat, Pat::Ident(_)) => {
                let (place, is_mutable) = selected::unwrapped(value)?;
                Some((value.clone(), self.place(place)?, is_mutable))
            }
            Expr::Call(call) if scan::is_into_iter(&call.func) => {
                let place = self.lent_iterator(call.args.first()?)?;
                Some((value.clone(), place, true))
            }
            Expr::Path(_) if !matches!(unparenthesised(pat), Pat::Ident(_) | Pat::Type(_)) => {
                let place = self.place(value)?;
                if !place.is_reference {
                    return self.by_reference(pat, value);
                }
                let binds_root = |it: &&Projection| it.borrowers.contains(&place.root);
                let is_mutable = self.found.iter().find(binds_root).is_none_or(|it| it.is_mutable);
                Some((value.clone(), place, is_mutable))
            }
            Expr::Path(_) | Expr::Field(_) | Expr::Unary(_) => self.by_reference(pat, value),
            _ => None,
        }
    }

    /// Reads the head of a `for` that is an iterator which is lent: lent again, it goes on.
    fn lent_iterator(&self, head: &Expr) -> Option<Place> {
        match head {
            Expr::Paren(paren) => self.lent_iterator(&paren.expr),
            Expr::MethodCall(lent) if lent.method == "by_ref" && lent.args.is_empty() => {
                self.place(&lent.receiver)
            }
            Expr::Reference(lent) if lent.mutability.is_some() => {
                let is_iterator = |it: Local| self.locals[it].shape == Shape::Iterator;
                self.locals.of_expr(&lent.expr).filter(|it| is_iterator(*it))?;
                self.place(&lent.expr)
            }
            _ => None,
        }
    }

    /// Reads the place of what a pattern binds by `ref`.
    fn by_reference(&self, pat: &Pat, place: &Expr) -> Option<(Expr, Place, bool)> {
        let is_mutable = temporaries::holds_mutable_reference(pat);
        temporaries::holds_reference(pat)
            .then(|| self.place(place))?
            .map(|found| (place.clone(), found, is_mutable))
    }

    /// Lists the locals that a pattern binds by `ref`.
    fn by_ref(&self, pat: &Pat) -> Vec<Local> {
        struct ByRef<'a>(&'a Locals, Vec<Local>);
        impl Visit<'_> for ByRef<'_> {
            fn visit_pat_ident(&mut self, pat: &PatIdent) {
                self.1.extend(pat.by_ref.and_then(|_| self.0.get(&pat.ident)));
                visit::visit_pat_ident(self, pat);
            }
            fn visit_expr(&mut self, _: &Expr) {}
        }
        let mut scan = ByRef(self.locals, Vec::new());
        scan.visit_pat(pat);
        scan.1
    }

    fn place(&self, place: &Expr) -> Option<Place> {
        Place::of(place, self.locals, &self.found)
    }
}

impl Visit<'_> for Finder<'_> {
    fn visit_local(&mut self, stmt: &syn::Local) {
        visit::visit_local(self, stmt);
        let init = stmt.init.as_ref();
        let selected = init.and_then(|init| selected::selected(&stmt.pat, &init.expr, self.locals));
        if let Some((pat, value)) = selected {
            self.bind(&pat, Some(value), false);
        } else {
            let always = init.is_none_or(|init| init.diverge.is_none());
            self.bind(&stmt.pat, init.map(|init| &*init.expr), always);
        }
    }
    fn visit_expr_let(&mut self, expr: &ExprLet) {
        self.bind(&expr.pat, Some(&expr.expr), false);
        visit::visit_expr_let(self, expr);
    }
    fn visit_expr_match(&mut self, expr: &ExprMatch) {
        self.visit_expr(&expr.expr);
        for Arm { pat, body, .. } in &expr.arms {
            // Which alternative matched, a guard may have decided.
            let (pat, is_guarded) = match pat {
                Pat::Guard(guarded) => (&*guarded.pat, true),
                pat => (pat, false),
            };
            let value =
                Some(&*expr.expr).filter(|_| !(is_guarded && has_alternatives(pat, self.locals)));
            self.bind(pat, value, false);
            self.visit_expr(body);
        }
    }
    fn visit_expr_for_loop(&mut self, expr: &syn::ExprForLoop) {
        self.bind(&expr.pat, None, false);
        visit::visit_expr_for_loop(self, expr);
    }
    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_expr_lit(&mut self, _: &syn::ExprLit) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_macro(&mut self, _: &syn::Macro) {}
    fn visit_pat(&mut self, _: &Pat) {}
    fn visit_type(&mut self, _: &syn::Type) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Tells whether each of some patterns has one of some values.
fn are_pairs(pats: &Punctuated<Pat, Token![,]>, values: &Punctuated<Expr, Token![,]>) -> bool {
    pats.len() == values.len() && !pats.iter().any(|pat| matches!(pat, Pat::Rest(_)))
}

fn unparenthesised(pat: &Pat) -> &Pat {
    if let Pat::Paren(paren) = pat { unparenthesised(&paren.pat) } else { pat }
}

/// Tells whether a pattern binds something by one of several alternatives.
pub fn has_alternatives(pat: &Pat, locals: &Locals) -> bool {
    struct Alternatives<'a>(&'a Locals, bool);
    impl Visit<'_> for Alternatives<'_> {
        fn visit_pat(&mut self, pat: &Pat) {
            self.1 |= matches!(pat, Pat::Or(_)) && !self.0.bound_by(pat).is_empty();
            visit::visit_pat(self, pat);
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut scan = Alternatives(locals, false);
    scan.visit_pat(pat);
    scan.1
}

/// Tells whether a pattern that binds parts of a place by reference may test something beside what it binds, which can
/// be given another value meanwhile: `(3, ref mut x)`. (Where it decides between alternatives, it has to be tested again.)
fn tests_beside(pat: &Pat, locals: &Locals) -> bool {
    struct Tests<'a>(&'a Locals, usize, bool);
    impl Visit<'_> for Tests<'_> {
        fn visit_pat(&mut self, pat: &Pat) {
            let is_test = match pat {
                Pat::Ident(pat) => !is_binding(pat),
                Pat::Tuple(_) | Pat::Paren(_) | Pat::Type(_) | Pat::Wild(_) | Pat::Rest(_) => false,
                _ => true,
            };
            self.2 |= is_test && self.0.bound_by(pat).len() < self.1;
            visit::visit_pat(self, pat);
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut scan = Tests(locals, locals.bound_by(pat).len(), false);
    scan.visit_pat(pat);
    scan.2
}

/// Tells whether a pattern does nothing but look, and bind references.
fn is_plain(pat: &Pat) -> bool {
    struct Plain(bool);
    impl Visit<'_> for Plain {
        fn visit_pat(&mut self, pat: &Pat) {
            // `&x` copies, and nothing is known of a macro.
            self.0 &= !matches!(
                pat,
                Pat::Reference(_) | Pat::Macro(_) | Pat::Verbatim(_) | Pat::Guard(_)
            );
            visit::visit_pat(self, pat);
        }
        fn visit_pat_ident(&mut self, pat: &PatIdent) {
            // `mut x` may be a copy.
            self.0 &= pat.mutability.is_none() || pat.by_ref.is_some() || !is_binding(pat);
            visit::visit_pat_ident(self, pat);
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut scan = Plain(true);
    scan.visit_pat(pat);
    scan.0
}
