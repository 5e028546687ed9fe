//! Which blocks mutate which locals, so that their bindings are `mut` there.
//!
//! In: the blocks' code. Out: for each local the blocks that something in needs it to be `mut`, and
//! bindings that are `mut` accordingly. A wrong "yes" prints a needless `mut`; there is no wrong "no".
//! rustc warns of a `mut` that the user wrote in vain, and of no other: where one block alone may
//! mutate the local, the `mut` there is the user's; those of several are the macro's.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{Expr, Pat, PatIdent, Stmt, Token};

use super::Emitter;
use crate::{
    analysis::Facts,
    assignee,
    ir::{BlockId, Body},
    known::{self, Kind},
    lower::root,
    resolve::{
        names::{Local, Locals},
        shape::Shape,
    },
    scan,
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

/// Methods that only look at their receiver, throughout the standard library. They decide what rustc
/// warns of, not what is `mut`.
const LOOKS: [&str; 24] = [
    "as_bytes",
    "as_deref",
    "as_ref",
    "as_slice",
    "as_str",
    "chars",
    "clone",
    "contains",
    "contains_key",
    "copied",
    "ends_with",
    "first",
    "get",
    "is_empty",
    "is_none",
    "is_some",
    "iter",
    "last",
    "len",
    "lines",
    "starts_with",
    "to_owned",
    "to_string",
    "trim",
];

/// Methods that mutate their receiver, if that is a collection of the standard library.
const MUTATES: [&str; 28] = [
    "append",
    "clear",
    "dedup",
    "drain",
    "entry",
    "extend",
    "extend_from_slice",
    "first_mut",
    "get_mut",
    "insert",
    "iter_mut",
    "last_mut",
    "pop",
    "pop_back",
    "pop_first",
    "pop_front",
    "push",
    "push_back",
    "push_front",
    "push_str",
    "remove",
    "resize",
    "retain",
    "reverse",
    "sort",
    "split_off",
    "swap",
    "truncate",
];

/// Tells whether methods of these names are those of the standard library.
fn is_of_std(shape: Shape) -> bool {
    matches!(shape, Shape::Collection | Shape::Array | Shape::Variant | Shape::Iterator)
}

/// How a block may mutate a local.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mutation {
    /// By a method that probably does not.
    Unlikely,
    /// In place.
    InPlace,
    /// By an assignment, which may be its first in the block.
    Assigned,
}

/// Which blocks may mutate what.
pub struct Mutations {
    /// For each local, the blocks that may mutate it.
    locals: Vec<Vec<(usize, Mutation)>>,
    /// Blocks that surely mutate a local that they were given: there rustc finds no `mut` in vain.
    certain: BTreeSet<(usize, Local)>,
    /// For each block, whether its code has a `mut` binding.
    binds: Vec<bool>,
}

impl Mutations {
    /// Reads a body.
    pub fn of(body: &Body, facts: &Facts, locals: &Locals) -> Self {
        let mut mutating = vec![Vec::new(); locals.len()];
        let mut certain = BTreeSet::new();
        let mut binds = Vec::with_capacity(body.blocks.len());
        for (index, block) in body.blocks.iter().enumerate() {
            let found = BTreeMap::new();
            let mut scan = Scan { locals, found, certain: Vec::new(), binds: false };
            let here = (BlockId(index), Local(0))..(BlockId(index + 1), Local(0));
            let anew = body.reborrows.range(here).map(|(_, stmt)| stmt);
            for stmt in block.code.iter().chain(anew) {
                scan.visit_stmt(stmt);
            }
            let assigned = facts.ties.assigned.iter().filter(|(block, _)| block.0 == index);
            scan.found.extend(assigned.map(|(_, local)| (*local, Mutation::Assigned)));
            certain.extend(scan.certain.into_iter().map(|local| (index, local)));
            for (local, mutation) in scan.found {
                mutating[local.0].push((index, mutation));
            }
            binds.push(scan.binds);
        }
        // Under a type of one's own, such a method may mutate, unless another one does.
        for (local, found) in locals.iter().zip(&mut mutating) {
            if !is_of_std(locals[local].shape)
                && found.iter().all(|(_, mutation)| *mutation == Mutation::Unlikely)
            {
                for (_, mutation) in found {
                    *mutation = Mutation::InPlace;
                }
            }
        }
        Self { locals: mutating, certain, binds }
    }

    fn blocks(&self, local: Local) -> impl Iterator<Item = (usize, Mutation)> + '_ {
        self.locals[local.0].iter().copied()
    }

    /// Tells whether a block may mutate a local.
    fn has(&self, local: Local, block: BlockId) -> bool {
        self.blocks(local).any(|(index, _)| index == block.0)
    }

    /// Counts the blocks that probably mutate a local.
    fn count(&self, local: Local) -> usize {
        self.blocks(local).filter(|(_, mutation)| *mutation > Mutation::Unlikely).count()
    }

    /// Returns how a block mutates a local, if it is the only one that probably does.
    fn alone(&self, local: Local, block: BlockId) -> Option<Mutation> {
        let mut likely = self.blocks(local).filter(|(_, mutation)| *mutation > Mutation::Unlikely);
        match (likely.next(), likely.next()) {
            (Some((index, mutation)), None) if index == block.0 => Some(mutation),
            _ => None,
        }
    }
}

impl Emitter<'_> {
    /// Prints `mut` where a block mutates a local that a pattern of the macro's binds.
    pub fn mutability(&self, block: BlockId, local: Local) -> Option<Token![mut]> {
        let data = &self.locals[local];
        if !data.mutable {
            let generated = Span::mixed_site().located_at(data.name.span());
            let is_tied = self.facts.ties.bound.contains(&(block, local));
            // Where the user's code is never reached, rustc lets anything be assigned; it does not see that of
            // a block of its own. (What is borrowed again is assigned nowhere.)
            let is_dead = self.facts.unreached.holds(block)
                && self.mutations.has(local, block)
                && !data.made_anew;
            return (is_tied || is_dead).then(|| Token![mut](generated));
        }
        if self.mutations.count(local) == 0 && self.is_parameter(local) {
            // In vain, and in no statement of the user's: rustc says so here.
            return data.mut_span.map(Token![mut]);
        }
        if !self.mutations.has(local, block) {
            return None;
        }
        if !data.hidden && self.mutations.certain.contains(&(block.0, local)) {
            // The whole binding is the user's, so that rustc's errors name it.
            return Some(Token![mut](data.mut_span.unwrap_or(data.name.span())));
        }
        let generated = Span::mixed_site().located_at(data.name.span());
        let alone = self.mutations.alone(local, block) == Some(Mutation::InPlace);
        let users = data.mut_span.filter(|_| alone);
        Some(Token![mut](users.unwrap_or(generated)))
    }

    fn is_parameter(&self, local: Local) -> bool {
        self.params.iter().any(|(_, param)| *param == local)
            || self.body.blocks[0].input == Some(local)
    }

    /// Makes the bindings in a block's code `mut` where the block mutates them.
    pub fn mutable_bindings(&self, block: BlockId, stmts: &mut [Stmt]) {
        // Beside those that the code had, locals that get their value late are bound again.
        let is_tied = self.facts.ties.bound.iter().any(|(tied, _)| *tied == block);
        let is_plain = !self.mutations.binds[block.0] && self.facts.late[block.0].is_empty();
        if is_plain && !is_tied && !self.facts.unreached.holds(block) {
            return;
        }
        let mut bindings = Bindings { emitter: self, block, count: BTreeMap::new() };
        for stmt in &*stmts {
            bindings.visit_stmt(stmt);
        }
        for stmt in stmts {
            bindings.visit_stmt_mut(stmt);
        }
    }
}

struct Bindings<'a> {
    emitter: &'a Emitter<'a>,
    block: BlockId,
    /// How often the block's code declares each local.
    count: BTreeMap<Local, usize>,
}

impl Visit<'_> for Bindings<'_> {
    fn visit_pat_ident(&mut self, pat: &PatIdent) {
        if let Some(local) = self.emitter.locals.get(&pat.ident) {
            *self.count.entry(local).or_default() += 1;
        }
        visit::visit_pat_ident(self, pat);
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}

impl VisitMut for Bindings<'_> {
    fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
        visit_mut::visit_pat_ident_mut(self, pat);
        let emitter = self.emitter;
        let Some(local) = emitter.locals.get(&pat.ident).filter(|_| pat.by_ref.is_none()) else {
            return;
        };
        let Some(mutability) = &mut pat.mutability else {
            if !emitter.locals[local].mutable {
                pat.mutability = emitter.mutability(self.block, local);
            }
            return;
        };
        let mutations = emitter.mutations;
        let user = !emitter.locals[local].hidden;
        let in_vain = mutations.count(local) == 0;
        let alone = self.count[&local] == 1 && mutations.alone(local, self.block).is_some();
        if user && (in_vain || alone) {
            // rustc tells whether it is needed.
        } else if user && mutations.certain.contains(&(self.block.0, local)) {
            // Nor is it in vain here.
        } else if mutations.has(local, self.block) {
            mutability.span = Span::mixed_site().located_at(mutability.span);
        } else {
            pat.mutability = None;
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

struct Scan<'a> {
    locals: &'a Locals,
    found: BTreeMap<Local, Mutation>,
    certain: Vec<Local>,
    /// Whether there is a `mut` binding.
    binds: bool,
}

impl Scan<'_> {
    fn place(&mut self, expr: &Expr) {
        self.note(root(expr, self.locals), Mutation::InPlace);
    }

    /// A local itself is lent to be mutated, if it is one: that is a use of it, too.
    fn mutated(&mut self, expr: &Expr) {
        self.place(expr);
        self.certain.extend(self.locals.of_expr(expr));
    }

    fn note(&mut self, local: Option<Local>, mutation: Mutation) {
        if let Some(local) = local {
            let known = self.found.entry(local).or_insert(mutation);
            *known = mutation.max(*known);
        }
    }

    /// A place is matched: a pattern may borrow it mutably.
    fn matched(&mut self, expr: &Expr, pat: &Pat) {
        let mut borrows = Borrows(false);
        borrows.visit_pat(pat);
        if borrows.0 {
            self.place(expr);
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(ident) => self.note(self.locals.get(&ident), Mutation::Assigned),
                _ => {}
            }
        }
    }
}

impl Visit<'_> for Scan<'_> {
    fn visit_expr_assign(&mut self, expr: &syn::ExprAssign) {
        assignee::each_place(&expr.left, &mut |place| match place {
            Expr::Path(_) => self.note(root(place, self.locals), Mutation::Assigned),
            place => self.place(place),
        });
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
            self.mutated(&expr.expr);
        }
        visit::visit_expr_reference(self, expr);
    }
    fn visit_expr_raw_addr(&mut self, expr: &syn::ExprRawAddr) {
        self.place(&expr.expr);
        visit::visit_expr_raw_addr(self, expr);
    }
    fn visit_expr_method_call(&mut self, expr: &syn::ExprMethodCall) {
        if let Some(local) = root(&expr.receiver, self.locals) {
            let method = expr.method.to_string();
            let looks = LOOKS.contains(&&*method);
            let itself = self.locals.of_expr(&expr.receiver) == Some(local);
            if itself && self.locals[local].shape == Shape::Collection {
                if MUTATES.contains(&&*method) {
                    self.mutated(&expr.receiver);
                } else if !looks {
                    self.place(&expr.receiver);
                }
            } else {
                let mutation = if looks { Mutation::Unlikely } else { Mutation::InPlace };
                self.note(Some(local), mutation);
            }
        }
        visit::visit_expr_method_call(self, expr);
    }
    fn visit_pat_ident(&mut self, pat: &PatIdent) {
        self.binds |= pat.mutability.is_some();
        visit::visit_pat_ident(self, pat);
    }
    fn visit_expr_call(&mut self, expr: &syn::ExprCall) {
        self.place(&expr.func);
        visit::visit_expr_call(self, expr);
    }
    fn visit_expr_match(&mut self, expr: &syn::ExprMatch) {
        for arm in &expr.arms {
            self.matched(&expr.expr, &arm.pat);
        }
        visit::visit_expr_match(self, expr);
    }
    fn visit_expr_let(&mut self, expr: &syn::ExprLet) {
        self.matched(&expr.expr, &expr.pat);
        visit::visit_expr_let(self, expr);
    }
    fn visit_local(&mut self, local: &syn::Local) {
        if let Some(init) = &local.init {
            self.matched(&init.expr, &local.pat);
        }
        visit::visit_local(self, local);
    }
    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_macro(&mut self, mac: &syn::Macro) {
        if let Some(local_macro) = self.locals.local_macro(mac) {
            self.tokens(local_macro.rules.clone());
            return self.tokens(mac.tokens.clone());
        }
        let Some(known) = known::parse(mac) else { return self.tokens(mac.tokens.clone()) };
        for (index, arg) in known.args.iter().enumerate() {
            // `write!` calls a method of its first argument.
            if index == 0 && known.kind == Kind::Write {
                self.place(&arg.expr);
            }
            if let Some(pattern) = &known.pattern {
                self.matched(&arg.expr, pattern);
            }
        }
        known.exprs().for_each(|expr| self.visit_expr(expr));
    }
}

/// Finds `ref mut`, and macros that may stand for it.
struct Borrows(bool);

impl Visit<'_> for Borrows {
    fn visit_pat_ident(&mut self, pat: &PatIdent) {
        self.0 |= pat.by_ref.is_some() && pat.mutability.is_some();
        visit::visit_pat_ident(self, pat);
    }
    fn visit_macro(&mut self, _: &syn::Macro) {
        self.0 = true;
    }
}
