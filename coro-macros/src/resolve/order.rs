//! Loops behind which a local is used whose type they decide.
//!
//! In: the resolved body. Out: marks on those loops. rustc infers types in the order of the text; the code
//! behind a loop stands with its head, in front of what follows a suspension in its body, unless it gets a
//! block of its own, as it does behind a marked loop.

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Block, Expr, Lit, Pat,
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

use super::names::{Local, Locals};
use crate::scan;

/// The attribute that marks a loop.
const ORDERED: &str = "__coro_ordered";

/// Tells whether attributes hold the mark.
pub fn is_ordered(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident(ORDERED))
}

/// Marks the loops.
pub fn mark(body: &mut Block, locals: &Locals) {
    let mut walk = Walk { locals, at: 0, open: Vec::new(), around: Vec::new(), loops: Vec::new() };
    walk.visit_block(body);
    if walk.open.is_empty() || walk.loops.is_empty() {
        return;
    }
    let decides = |found: &Loop| {
        walk.open.iter().any(|open| {
            open.declared < found.start
                && open.mentions.iter().any(|at| found.suspends < *at && *at < found.end)
                && open.looks.iter().any(|at| found.end < *at)
        })
    };
    let marked: Vec<bool> = walk.loops.iter().map(decides).collect();
    if marked.contains(&true) {
        Mark { marked: marked.into_iter() }.visit_block_mut(body);
    }
}

/// A local whose initialiser leaves its type open.
struct Open {
    local: Local,
    /// Whether it is a number.
    number: bool,
    declared: usize,
    mentions: Vec<usize>,
    /// The mentions at which rustc has to know the type.
    looks: Vec<usize>,
}

/// A loop that suspends.
struct Loop {
    start: usize,
    suspends: usize,
    end: usize,
}

/// Numbers the mentions of locals in the order of the text.
struct Walk<'a> {
    locals: &'a Locals,
    at: usize,
    open: Vec<Open>,
    around: Vec<usize>,
    loops: Vec<Loop>,
}

impl Walk<'_> {
    /// Notes a mention of a local.
    fn mention(&mut self, local: Option<Local>, looks: bool, is_method: bool) {
        self.at += 1;
        let at = self.at;
        let Some(open) = self.open.iter_mut().find(|open| Some(open.local) == local) else {
            return;
        };
        open.mentions.push(at);
        if looks && (is_method || !open.number) {
            open.looks.push(at);
        }
    }

    /// Visits what rustc has to know the type of.
    fn looked_at(&mut self, expr: &Expr, is_method: bool) {
        match expr {
            Expr::Path(path) => self.mention(self.locals.at_path(&path.path), true, is_method),
            Expr::Reference(expr) => self.looked_at(&expr.expr, is_method),
            Expr::Paren(expr) => self.looked_at(&expr.expr, is_method),
            Expr::Tuple(expr) => expr.elems.iter().for_each(|elem| self.looked_at(elem, is_method)),
            expr => self.visit_expr(expr),
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(ident) if ident == "yield" => self.suspension(),
                TokenTree::Ident(ident) => {
                    let looks = tokens.peek().is_some_and(|next| scan::is_punct(next, '.'));
                    self.mention(self.locals.get(&ident), looks, looks);
                }
                _ => {}
            }
        }
    }

    fn suspension(&mut self) {
        for around in &self.around {
            let suspends = &mut self.loops[*around].suspends;
            *suspends = self.at.min(*suspends);
        }
    }

    fn within(&mut self, expr: &Expr, walk: impl FnOnce(&mut Self)) {
        if !scan::needs_lowering(expr) {
            walk(self);
            return;
        }
        let index = self.loops.len();
        self.loops.push(Loop { start: self.at + 1, suspends: usize::MAX, end: usize::MAX });
        self.around.push(index);
        walk(self);
        self.around.pop();
        self.at += 1;
        self.loops[index].end = self.at;
    }
}

impl Visit<'_> for Walk<'_> {
    fn visit_local(&mut self, stmt: &syn::Local) {
        visit::visit_local(self, stmt);
        let Pat::Ident(pat) = &stmt.pat else { return };
        let value = stmt.init.as_ref().map(|init| &*init.expr);
        if !value.is_none_or(is_open) {
            return;
        }
        if let Some(local) = self.locals.get(&pat.ident) {
            let number = matches!(value, Some(Expr::Lit(_)));
            let (mentions, looks) = (Vec::new(), Vec::new());
            self.open.push(Open { local, number, declared: self.at, mentions, looks });
        }
    }

    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Path(path) => self.mention(self.locals.at_path(&path.path), false, false),
            Expr::Yield(suspension) => {
                visit::visit_expr_yield(self, suspension);
                self.suspension();
            }
            Expr::Loop(inner) => self.within(expr, |this| visit::visit_expr_loop(this, inner)),
            Expr::While(inner) => self.within(expr, |this| visit::visit_expr_while(this, inner)),
            Expr::ForLoop(inner) => self.within(expr, |this| {
                this.looked_at(&inner.expr, false);
                this.visit_block(&inner.body);
            }),
            Expr::MethodCall(call) => {
                self.looked_at(&call.receiver, true);
                call.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            Expr::Field(field) => self.looked_at(&field.base, false),
            Expr::Index(index) => {
                self.looked_at(&index.expr, false);
                self.visit_expr(&index.index);
            }
            Expr::Unary(unary) => self.looked_at(&unary.expr, false),
            Expr::Match(branch) => {
                self.looked_at(&branch.expr, false);
                branch.arms.iter().for_each(|arm| self.visit_arm(arm));
            }
            Expr::Let(condition) => self.looked_at(&condition.expr, false),
            expr => visit::visit_expr(self, expr),
        }
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        self.tokens(mac.tokens.clone());
    }

    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Tells whether a value leaves the type of the local that it initialises open.
fn is_open(value: &Expr) -> bool {
    match value {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Int(number) => number.suffix().is_empty(),
            Lit::Float(number) => number.suffix().is_empty(),
            _ => false,
        },
        Expr::Tuple(tuple) => tuple.elems.iter().any(is_open),
        Expr::Array(array) => array.elems.iter().all(is_open),
        Expr::Macro(expr) => expr.mac.path.is_ident("vec") && expr.mac.tokens.is_empty(),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => {
                let last = path.path.segments.last().map(|segment| segment.ident.to_string());
                let alone = matches!(last.as_deref(), Some("Ok" | "Err"));
                scan::shows_part_of_type(value)
                    && (alone || call.args.is_empty() || call.args.iter().any(is_open))
            }
            _ => false,
        },
        value => scan::shows_part_of_type(value),
    }
}

/// Puts the marks on the loops, which it meets in the order in which [`Walk`] does.
struct Mark {
    marked: std::vec::IntoIter<bool>,
}

impl VisitMut for Mark {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let is_loop = matches!(expr, Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_));
        if is_loop && scan::needs_lowering(expr) && self.marked.next() == Some(true) {
            let attrs = match expr {
                Expr::Loop(expr) => &mut expr.attrs,
                Expr::While(expr) => &mut expr.attrs,
                Expr::ForLoop(expr) => &mut expr.attrs,
                _ => return,
            };
            let name = quote::format_ident!("{ORDERED}");
            attrs.push(syn::parse_quote!(#[#name]));
        }
        visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
