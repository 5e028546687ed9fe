//! Loops behind which a local is used whose type they decide.
//!
//! In: the resolved body. Out: marks on those loops. rustc infers types in the order of the text; the code
//! behind a loop stands with its head, in front of what follows a suspension in its body, unless it gets a
//! block of its own, as it does behind a marked loop.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Block, Expr, Pat, UnOp};

use super::{
    names::{Local, Locals},
    open::{is_open, is_open_type},
};
use crate::{
    scan,
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

/// The attribute that marks a loop.
const ORDERED: &str = "__coro_ordered";

/// Tells whether attributes hold the mark.
pub fn is_ordered(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident(ORDERED))
}

/// Marks the loops.
pub fn mark(body: &mut Block, locals: &Locals) {
    let mut walk = Walk::new(locals);
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
    declared: usize,
    mentions: Vec<usize>,
    /// The mentions at which rustc may have to know the type.
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
    /// The statement at hand, without those in it.
    stmt: Statement,
    /// Whether what is visited makes no difference to what its value is made of: an operator, a literal, an
    /// argument.
    plain: bool,
    /// Locals whose types depend on those of others, by their indices among those that are open.
    derived: Vec<(Local, usize)>,
}

/// What a statement holds.
#[derive(Default)]
struct Statement {
    /// The mentions: the local's index among those that are open, and the mention's own.
    mentions: Vec<(usize, usize)>,
    suspends: bool,
    /// Whether it holds a statement that suspends.
    holds: bool,
}

impl<'a> Walk<'a> {
    fn new(locals: &'a Locals) -> Self {
        Self {
            locals,
            at: 0,
            open: Vec::new(),
            around: Vec::new(),
            loops: Vec::new(),
            stmt: Statement::default(),
            plain: true,
            derived: Vec::new(),
        }
    }
}

impl Walk<'_> {
    /// Notes a mention of a local.
    fn mention(&mut self, local: Option<Local>, looks: bool) {
        self.at += 1;
        let at = self.at;
        for (derived, index) in &self.derived {
            if Some(*derived) == local {
                let open = &mut self.open[*index];
                self.stmt.mentions.push((*index, open.mentions.len()));
                open.mentions.push(at);
                if looks {
                    open.looks.push(at);
                }
            }
        }
        let Some(index) = self.open.iter().position(|open| Some(open.local) == local) else {
            return;
        };
        let open = &mut self.open[index];
        self.stmt.mentions.push((index, open.mentions.len()));
        open.mentions.push(at);
        if looks {
            open.looks.push(at);
        }
    }

    /// Visits what rustc has to know the type of.
    fn looked_at(&mut self, expr: &Expr) {
        let plain = std::mem::replace(&mut self.plain, false);
        self.visit_expr(expr);
        self.plain = plain;
    }

    fn tokens(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(ident) if ident == "yield" => self.suspension(),
                TokenTree::Ident(ident) => {
                    let looks = tokens.peek().is_some_and(|next| scan::is_punct(next, '.'));
                    self.mention(self.locals.get(&ident), looks || !self.plain);
                }
                _ => {}
            }
        }
    }

    fn suspension(&mut self) {
        self.stmt.suspends = true;
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

    /// Notes the names of a pattern whose types the value leaves open.
    fn declare(&mut self, pat: &Pat, value: Option<&Expr>) {
        match (pat, value) {
            (Pat::Ident(pat), value) if value.is_none_or(is_open) => {
                if let Some(local) = self.locals.get(&pat.ident) {
                    let (mentions, looks) = (Vec::new(), Vec::new());
                    self.open.push(Open { local, declared: self.at, mentions, looks });
                }
            }
            (Pat::Tuple(pat), Some(Expr::Tuple(value))) if pat.elems.len() == value.elems.len() => {
                for (pat, value) in pat.elems.iter().zip(&value.elems) {
                    self.declare(pat, Some(value));
                }
            }
            (Pat::Type(pat), _) if is_open_type(&pat.ty) => self.declare(&pat.pat, None),
            (pat, Some(value)) => self.derive(&self.locals.bound_by(pat), value),
            (_, None) => {}
        }
    }

    /// Notes that the types of locals depend on what they are given.
    fn derive(&mut self, given: &[Local], value: &Expr) {
        let mut sources = Sources { locals: self.locals, found: Vec::new() };
        sources.visit_expr(value);
        for source in sources.found {
            let open = self.open.iter().position(|open| open.local == source);
            let derived = self.derived.iter().find(|(derived, _)| *derived == source);
            if let Some(open) = open.or(derived.map(|(_, open)| *open)) {
                self.derived.extend(given.iter().map(|local| (*local, open)));
            }
        }
    }
}

/// Finds the locals that a value may hold.
struct Sources<'a> {
    locals: &'a Locals,
    found: Vec<Local>,
}

impl Visit<'_> for Sources<'_> {
    fn visit_expr_path(&mut self, path: &syn::ExprPath) {
        self.found.extend(self.locals.at_path(&path.path));
    }
    fn visit_expr_method_call(&mut self, call: &syn::ExprMethodCall) {
        if call.method == "clone" {
            self.visit_expr(&call.receiver);
        }
    }
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_yield(&mut self, _: &syn::ExprYield) {}
    fn visit_item(&mut self, _: &syn::Item) {}
    fn visit_pat(&mut self, _: &Pat) {}
    fn visit_type(&mut self, _: &syn::Type) {}
}

impl Visit<'_> for Walk<'_> {
    /// What a statement that suspends does with a local, it does behind the suspension: what an operand of it is, too,
    /// that is a loop or a block that suspends.
    fn visit_stmt(&mut self, stmt: &syn::Stmt) {
        let outer = std::mem::take(&mut self.stmt);
        let plain = std::mem::replace(&mut self.plain, true);
        visit::visit_stmt(self, stmt);
        self.plain = plain;
        let Statement { mentions, suspends, holds } = std::mem::replace(&mut self.stmt, outer);
        let is_block = || matches!(stmt, syn::Stmt::Expr(expr, _) if is_block(expr));
        if suspends || holds && !is_block() {
            self.at += 1;
            for (open, mention) in mentions {
                self.open[open].mentions[mention] = self.at;
            }
        }
        self.stmt.holds |= suspends || holds;
    }

    fn visit_local(&mut self, stmt: &syn::Local) {
        let init = stmt.init.as_ref();
        if let Some(init) = init {
            self.visit_expr(&init.expr);
            if let Some((_, diverge)) = &init.diverge {
                self.visit_expr(diverge);
            }
        }
        self.declare(&stmt.pat, init.map(|init| &*init.expr));
    }

    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Path(path) => self.mention(self.locals.at_path(&path.path), !self.plain),
            Expr::Yield(suspension) => {
                visit::visit_expr_yield(self, suspension);
                self.suspension();
            }
            Expr::Loop(inner) => self.within(expr, |this| visit::visit_expr_loop(this, inner)),
            Expr::While(inner) => self.within(expr, |this| visit::visit_expr_while(this, inner)),
            Expr::ForLoop(inner) => self.within(expr, |this| {
                this.looked_at(&inner.expr);
                this.visit_block(&inner.body);
            }),
            Expr::MethodCall(call) => {
                self.looked_at(&call.receiver);
                call.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            Expr::Field(field) => self.looked_at(&field.base),
            Expr::Index(index) => {
                self.looked_at(&index.expr);
                self.visit_expr(&index.index);
            }
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => self.looked_at(&unary.expr),
            Expr::Match(branch) => {
                self.looked_at(&branch.expr);
                branch.arms.iter().for_each(|arm| self.visit_arm(arm));
            }
            Expr::Let(condition) => self.looked_at(&condition.expr),
            Expr::Assign(assign) => {
                visit::visit_expr_assign(self, assign);
                let mut given = Sources { locals: self.locals, found: Vec::new() };
                given.visit_expr(&assign.left);
                self.derive(&given.found, &assign.right);
            }
            expr => visit::visit_expr(self, expr),
        }
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        self.tokens(mac.tokens.clone());
    }

    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Tells whether a statement is a block, a branch or a loop, which does what its statements do.
fn is_block(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Block(_)
            | Expr::Unsafe(_)
            | Expr::If(_)
            | Expr::Match(_)
            | Expr::Loop(_)
            | Expr::While(_)
            | Expr::ForLoop(_)
    )
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
