//! Branches that have to be taken apart although nothing in them suspends.
//!
//! In: a resolved body and a local that only some paths move or initialise. Out: the body in which
//! the branches that make the difference are marked, so that lowering lets each of their arms jump
//! with what it has left.

use proc_macro2::TokenStream;
use syn::{Attribute, Block, Expr, ExprIf, ExprWhile, parse_quote};

use crate::{
    analysis::events::{Event, Graph},
    ast, known,
    lower::root,
    resolve::names::{Local, Locals},
    scan,
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

/// Marks the branches that change what is left of `local`; tells whether any was new.
pub fn force(body: &mut Block, local: Local, locals: &Locals) -> bool {
    // Where control does not leave the block behind a branch, it need not be known what that leaves: those
    // that nothing lowered stands behind, or around, come last.
    let mut lowered = Lowered(0);
    lowered.visit_block(body);
    let all = lowered.0;
    // A branch lets its arms jump apart; only where that is not enough, a loop or a labelled block
    // its `break`s.
    [(false, all), (true, all), (false, usize::MAX), (true, usize::MAX)].into_iter().any(
        |(leaves, ahead)| {
            let mut force = Force {
                local,
                locals,
                leaves,
                ahead,
                inside: false,
                in_macro: false,
                marked: false,
            };
            force.visit_block_mut(body);
            force.marked
        },
    )
}

/// Counts suspensions and marks.
struct Lowered(usize);

impl Visit<'_> for Lowered {
    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => {}
            Expr::Yield(_) => {
                self.0 += 1;
                visit::visit_expr(self, expr);
            }
            expr => visit::visit_expr(self, expr),
        }
    }
    fn visit_attribute(&mut self, attr: &Attribute) {
        self.0 += usize::from(scan::is_forced(std::slice::from_ref(attr)));
    }
    fn visit_macro(&mut self, mac: &syn::Macro) {
        for arg in known::parse(mac).iter().flat_map(|known| &known.args) {
            self.visit_expr(&arg.expr);
        }
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}

struct Force<'a> {
    local: Local,
    locals: &'a Locals,
    /// Whether loops and labelled blocks are marked, and not branches.
    leaves: bool,
    /// How many suspensions and marks stand behind what was visited.
    ahead: usize,
    /// Whether what is visited stands in a branch, a loop or a labelled block that is taken apart.
    inside: bool,
    /// Whether the arguments of a macro are looked at, which is printed and parsed again.
    in_macro: bool,
    marked: bool,
}

impl Force<'_> {
    /// Tells whether an expression changes what is left of the local, a branch behind its condition, a
    /// `for` behind its head.
    fn changes(&self, expr: &Expr) -> bool {
        if declares(expr, self.local, self.locals) {
            return false;
        }
        let always = match expr {
            Expr::If(branch) if !scan::holds_let(&branch.cond) => self.count(&branch.cond),
            // A local is matched where it is: what its patterns bind is moved.
            Expr::Match(branch) if !self.is_in_local(&branch.expr) => self.count(&branch.expr),
            Expr::Binary(binary) if !scan::holds_let(expr) => self.count(&binary.left),
            Expr::ForLoop(expr) => self.count(&expr.expr),
            _ => 0,
        };
        self.count(expr) > always
    }

    fn is_in_local(&self, expr: &Expr) -> bool {
        scan::is_place(expr) && root(expr, self.locals).is_some()
    }

    /// Counts what changes the local.
    fn count(&self, expr: &Expr) -> usize {
        let events = Graph::events_of(expr, self.locals);
        let changes = events.iter().filter(|event| {
            matches!(event, Event::Move(local) | Event::Unbox(local) | Event::Define(local) | Event::Assign(local, _) if *local == self.local)
        });
        changes.count()
    }

    /// Marks a branch whose condition is a chain that makes the difference: the chain itself has no place
    /// for a mark once the macro is printed.
    fn mark_chain(&mut self, expr: &mut Expr) {
        let cond = match &*expr {
            Expr::If(expr) => &expr.cond,
            Expr::While(expr) => &expr.cond,
            _ => return,
        };
        let is_chain = matches!(**cond, Expr::Binary(_)) && scan::holds_let(cond);
        if !is_chain || self.leaves || !self.changes(cond) {
            return;
        }
        if let Expr::If(ExprIf { attrs, .. }) | Expr::While(ExprWhile { attrs, .. }) = expr {
            if !attrs.iter().any(scan::is_of_condition) {
                attrs.push(parse_quote!(#[__coro_forced(condition)]));
                self.marked = true;
            }
        }
    }

    fn mark(&mut self, attrs: &mut Vec<Attribute>) {
        if !scan::is_forced(attrs) {
            attrs.push(parse_quote!(#[__coro_forced]));
            self.marked = true;
        }
    }
}

impl VisitMut for Force<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if matches!(expr, Expr::Closure(_) | Expr::Async(_) | Expr::Const(_)) {
            return;
        }
        let inside = self.inside;
        self.inside |= may_jump(expr) && scan::needs_lowering(expr);
        visit_mut::visit_expr_mut(self, expr);
        self.inside = inside;
        self.ahead -= usize::from(matches!(expr, Expr::Yield(_)));
        if self.in_macro {
            self.mark_chain(expr);
            wrap_marked_else(expr);
        }
        let candidate = match expr {
            // One arm is no choice.
            Expr::Match(branch) => !self.leaves && branch.arms.len() > 1,
            Expr::If(_) => !self.leaves,
            Expr::Binary(binary) if scan::is_lazy(&binary.op) => {
                !(self.leaves || self.in_macro && scan::holds_let(expr))
            }
            Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_) => self.leaves,
            Expr::Block(expr) => self.leaves && expr.label.is_some(),
            _ => false,
        };
        let is_last = self.ahead == 0 && !self.inside;
        if !candidate || is_last || !self.changes(expr) {
            return;
        }
        match expr {
            Expr::If(expr) => self.mark(&mut expr.attrs),
            Expr::Match(expr) => self.mark(&mut expr.attrs),
            // An attribute in front of it would be its left side's once the macro is printed.
            Expr::Binary(binary) if self.in_macro => {
                let mut branch = ast::lazy_branch(binary.clone());
                self.mark(&mut branch.attrs);
                *expr = Expr::If(branch);
            }
            Expr::Binary(expr) => self.mark(&mut expr.attrs),
            Expr::Loop(expr) => self.mark(&mut expr.attrs),
            Expr::While(expr) => self.mark(&mut expr.attrs),
            Expr::ForLoop(expr) => self.mark(&mut expr.attrs),
            Expr::Block(expr) => self.mark(&mut expr.attrs),
            _ => {}
        }
    }

    fn visit_attribute_mut(&mut self, attr: &mut Attribute) {
        self.ahead -= usize::from(scan::is_forced(std::slice::from_ref(attr)));
    }

    /// A guard stays where it is, and so does what it holds.
    fn visit_pat_guard_mut(&mut self, _: &mut syn::PatGuard) {}

    /// Marks in the arguments count if they are still there when the macro is parsed again.
    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        let Some(mut known) = known::parse(mac) else { return };
        let (marked, in_macro) = (self.marked, self.in_macro);
        (self.marked, self.in_macro) = (false, true);
        for arg in &mut known.args {
            self.visit_expr_mut(&mut arg.expr);
        }
        if self.marked {
            let before = marks(mac);
            mac.tokens = known.tokens();
            self.marked = marks(mac) > before;
        }
        self.marked |= marked;
        self.in_macro = in_macro;
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Tells whether an expression that is taken apart ends with a jump.
fn may_jump(expr: &Expr) -> bool {
    match expr {
        Expr::If(_) | Expr::Match(_) | Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_) => true,
        Expr::Block(block) => block.label.is_some(),
        Expr::Binary(binary) => scan::is_lazy(&binary.op),
        Expr::Macro(_) => true,
        _ => false,
    }
}

/// Puts a marked `if` behind `else` into a block: an attribute cannot stand there.
fn wrap_marked_else(expr: &mut Expr) {
    let Expr::If(branch) = expr else { return };
    let Some((_, other)) = &mut branch.else_branch else { return };
    if matches!(&**other, Expr::If(inner) if scan::is_forced(&inner.attrs)) {
        let span = ast::span(other);
        let inner = std::mem::replace(&mut **other, Expr::Verbatim(TokenStream::new()));
        **other = ast::block_expr(ast::value_block(inner, span));
    }
}

/// Counts the marks in the arguments of a macro.
fn marks(mac: &syn::Macro) -> usize {
    struct Marks(usize);
    impl Visit<'_> for Marks {
        fn visit_attribute(&mut self, attr: &Attribute) {
            self.0 += usize::from(scan::is_forced(std::slice::from_ref(attr)));
        }
        fn visit_macro(&mut self, mac: &syn::Macro) {
            self.0 += marks(mac);
        }
    }
    let mut scan = Marks(0);
    for arg in known::parse(mac).iter().flat_map(|known| &known.args) {
        scan.visit_expr(&arg.expr);
    }
    scan.0
}

/// Tells whether a pattern in an expression binds a local.
pub fn declares(expr: &Expr, local: Local, locals: &Locals) -> bool {
    struct Declares<'a> {
        local: Local,
        locals: &'a Locals,
        found: bool,
    }
    impl Visit<'_> for Declares<'_> {
        fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
            self.found |= self.locals.get(&pat.ident) == Some(self.local);
        }
    }
    let mut scan = Declares { local, locals, found: false };
    scan.visit_expr(expr);
    scan.found
}
