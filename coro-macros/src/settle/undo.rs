//! Which branches are settled.
//!
//! In: one conflict after the other. Out: the body in which each was settled that could be. A branch that is
//! taken apart all the same, for another local's sake, is left as the user wrote it: where its arms jump, what
//! is left of each local is known.

use syn::{Block, Expr};

use crate::{
    force,
    params::Params,
    resolve::names::{Labels, Local, Locals},
    scan,
    visit::{self, Visit},
};

/// What was settled so far.
#[derive(Default)]
pub struct Settled {
    /// The body before that.
    original: Option<(Block, Locals)>,
    /// The locals, and the second local of each.
    done: Vec<(Local, Local)>,
    /// Those that need not be tried again.
    tried: Vec<Local>,
    /// Those whose branches are taken apart.
    apart: Vec<Local>,
}

impl Settled {
    /// Settles what only some paths leave of a local; tells whether it could.
    pub fn settle(
        &mut self,
        body: &mut Block,
        params: &Params,
        local: Local,
        locals: &mut Locals,
        labels: &mut Labels,
    ) -> bool {
        // Lowering's own locals have no scope in the source.
        if local.0 >= locals.len() || self.tried.contains(&local) || self.apart.contains(&local) {
            return false;
        }
        self.tried.push(local);
        let before = self.original.is_none().then(|| (body.clone(), locals.clone()));
        let Some(left) = super::settle(body, params, local, locals, labels) else { return false };
        self.original = self.original.take().or(before);
        self.done.push((local, left));
        true
    }

    /// Starts again where a settled branch was marked to be taken apart.
    pub fn undo_forced(&mut self, body: &mut Block, locals: &mut Locals) {
        let mut forced = Forced { done: &self.done, locals, found: Vec::new() };
        if !self.done.is_empty() {
            forced.visit_block(body);
        }
        let found = forced.found;
        if found.is_empty() {
            return;
        }
        if let Some((original, original_locals)) = self.original.take() {
            (*body, *locals) = (original, original_locals);
        }
        self.apart.extend(found);
        self.done.clear();
        self.tried.clear();
    }
}

/// Finds second locals that are given their values in what is taken apart.
struct Forced<'a> {
    done: &'a [(Local, Local)],
    locals: &'a Locals,
    found: Vec<Local>,
}

impl Visit<'_> for Forced<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        let goes_apart = matches!(
            expr,
            Expr::If(_)
                | Expr::Match(_)
                | Expr::Binary(_)
                | Expr::Loop(_)
                | Expr::While(_)
                | Expr::ForLoop(_)
                | Expr::Block(_)
        );
        if goes_apart && scan::needs_lowering(expr) {
            // What holds the declaration is the scope of both.
            let within = |left: Local| {
                mentions(expr, left, self.locals) && !force::declares(expr, left, self.locals)
            };
            let found = self.done.iter().filter(|(_, left)| within(*left));
            self.found.extend(found.map(|(local, _)| *local));
        }
        visit::visit_expr(self, expr);
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Tells whether an expression names a second local, which no macro does.
fn mentions(expr: &Expr, local: Local, locals: &Locals) -> bool {
    struct Mentions<'a> {
        local: Local,
        locals: &'a Locals,
        found: bool,
    }
    impl Visit<'_> for Mentions<'_> {
        fn visit_ident(&mut self, ident: &syn::Ident) {
            self.found |= self.locals.get(ident) == Some(self.local);
        }
    }
    let mut mentions = Mentions { local, locals, found: false };
    mentions.visit_expr(expr);
    mentions.found
}
