//! Borrows of locals and fields that are made anew behind suspensions.
//!
//! In: a lowered body and its facts, in which a block is given both a local and what is borrowed from it, or from fields
//! of what it refers to (`let count = &mut self.count; yield_!(1); *count += 1; yield_!(self.count);`): they cannot be
//! stored together. Out: the same body, in which each block that uses such a borrow makes it anew where its scope
//! opens again. Nothing else can have used the place in between, or the borrow would have ended: it is the same
//! reference. Invariant: an exit behind which a borrow is used again looks at it, so that rustc sees what uses the place
//! too early.

mod parts;
mod projections;
mod selected;
mod ways;

use std::collections::BTreeSet;

use proc_macro2::Span;
use quote::{ToTokens, quote_spanned};
use syn::{Expr, Pat, Stmt, spanned::Spanned};

use self::projections::{Place, Projection, projections};
use crate::{
    analysis::{
        self, Facts, Form, Problem,
        events::{Event, Graph},
        liveness,
    },
    assignee, ast,
    bindings::{self, Target},
    ir::{BlockId, Body, Ways},
    known,
    resolve::{
        is_binding,
        knowledge::Knowledge,
        names::{Local, Locals},
        unbound::parenthesized,
    },
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

/// Analyses a body, and has borrows made anew until none is stored beside what it is of.
pub fn analyse(body: &mut Body, locals: &mut Locals) -> Result<Facts, Problem> {
    let mut facts = analysis::analyse(body, locals)?;
    loop {
        let anew = find(body, &facts, locals);
        if anew.is_empty() {
            return Ok(facts);
        }
        for local in anew {
            locals[local].made_anew = true;
            locals[local].knowledge = Knowledge::NoDrop;
        }
        body.reborrows.clear();
        body.lapsing.clear();
        body.ways.clear();
        facts = analysis::analyse(body, locals)?;
        make_anew(body, &facts, locals);
        facts = analysis::analyse(body, locals)?;
    }
}

/// Finds locals that have to be made anew: all that a pattern binds of which one is stored beside what it borrows
/// from, or while another path uses that.
fn find(body: &Body, facts: &Facts, locals: &Locals) -> Vec<Local> {
    let is_passed =
        |local: &Local| facts.entry.iter().any(|it| it.get(*local) == Some(Form::Value));
    let all = projections(body.blocks.iter().flat_map(|block| &block.code), locals);
    let is_open = |it: &&Projection| {
        !it.borrowers.iter().any(|local| locals[*local].made_anew)
            && it.borrowers.iter().any(is_passed)
    };
    if !all.iter().any(|it| is_open(&it)) {
        return Vec::new();
    }
    let graph = Graph::of_body(body, locals);
    let assigned = Assigned::of(body, &all, locals);
    let conflict = |it: &&Projection| {
        let is_stored_without = |root: Local| {
            let is_passed = |local: &Local| facts.entry.iter().any(|passed| passed.has(*local));
            locals[root].knowledge == Knowledge::Primitive && it.borrowers.iter().any(is_passed)
        };
        let together = |root: Local| {
            facts.entry.iter().any(|passed| {
                passed.has(root) && it.borrowers.iter().any(|local| passed.has(*local))
            })
        };
        let is_stuck = |from: &Projection| {
            let root = from.place.root;
            together(root) || is_stored_without(root) || is_used_behind(from, body, &graph, locals)
        };
        // What decides between alternatives has to be tested again.
        let may_differ = || it.decides && ways::is_mentioned_meanwhile(it, &all, &graph);
        lineage(it, &all).any(is_stuck) && assigned.leave(it) && !may_differ()
    };
    let found = all.iter().filter(is_open).filter(conflict);
    found.flat_map(|it| it.borrowers.iter().copied()).collect()
}

/// What a body gives values to, and what its macros mention.
struct Assigned<'a> {
    all: &'a [Projection],
    locals: &'a Locals,
    places: Vec<Place>,
    opaque: String,
}

impl<'a> Assigned<'a> {
    fn of(body: &Body, all: &'a [Projection], locals: &'a Locals) -> Self {
        let mut assigned = Self { all, locals, places: Vec::new(), opaque: String::new() };
        for stmt in body.blocks.iter().flat_map(|block| &block.code) {
            assigned.visit_stmt(stmt);
        }
        assigned
    }

    /// Tells whether a projection gives the same wherever it is made.
    fn leave(&self, projection: &Projection) -> bool {
        // What holds a place is there for rustc to forbid that.
        if projection.holds(self.locals) {
            return true;
        }
        let root = self.locals.ident(projection.place.root).to_string();
        let is_borrower =
            |place: &Place| place.fields.is_empty() && projection.borrowers.contains(&place.root);
        !self.places.iter().any(|it| it.leads_to(&projection.place) || is_borrower(it))
            && !self.opaque.contains(&root)
    }
}

impl Visit<'_> for Assigned<'_> {
    fn visit_expr_assign(&mut self, expr: &syn::ExprAssign) {
        assignee::each_place(&expr.left, &mut |place| {
            // `*x = value` leaves `x` as it is.
            if !matches!(place, Expr::Unary(_)) {
                self.places.extend(Place::of(place, self.locals, self.all));
            }
        });
        visit::visit_expr_assign(self, expr);
    }
    fn visit_macro(&mut self, mac: &syn::Macro) {
        match known::parse(mac) {
            Some(known) => known.exprs().for_each(|expr| self.visit_expr(expr)),
            None => self.opaque.push_str(&mac.tokens.to_string()),
        }
    }
}

/// Lists a projection, what binds that from which it starts, and so on.
fn lineage<'a>(
    projection: &'a Projection,
    all: &'a [Projection],
) -> impl Iterator<Item = &'a Projection> {
    std::iter::successors(Some(projection), |it| {
        all.iter().find(|other| other.borrowers.contains(&it.place.root))
    })
}

/// Tells whether something that runs behind a projection may use the place that it borrows from. (rustc takes what a
/// coroutine stores to be borrowed on all paths from there on.)
fn is_used_behind(projection: &Projection, body: &Body, graph: &Graph, locals: &Locals) -> bool {
    if overlapping(projection, body, locals) < 2 {
        return false;
    }
    let mentions = |event: &Event| event.mentions() == Some(projection.place.root);
    let defines =
        |event: &Event| matches!(event, Event::Define(it) if projection.borrowers.contains(it));
    let mut starts = Vec::new();
    for (index, node) in graph.nodes.iter().enumerate() {
        match node.events.iter().position(defines) {
            Some(at) if node.events[..at].iter().any(mentions) => {
                if node.events[at..].iter().any(mentions) {
                    return true;
                }
                starts.extend(graph.behind(node));
            }
            // An arm: the place was looked at in front of all arms.
            Some(_) => {
                let fork = graph.nodes.iter().filter(|other| other.next.contains(&index));
                starts.extend(fork.flat_map(|fork| fork.next.iter().copied()));
            }
            None => {}
        }
    }
    let reached = liveness::reached_from(graph, &starts, true);
    let mut nodes = graph.nodes.iter().zip(reached);
    nodes.any(|(node, reached)| reached && node.events.iter().any(mentions))
}

/// Counts the mentions of what a projection borrows from; one is its own.
fn overlapping(projection: &Projection, body: &Body, locals: &Locals) -> usize {
    struct Uses<'a> {
        projection: &'a Projection,
        locals: &'a Locals,
        count: usize,
    }
    impl Visit<'_> for Uses<'_> {
        fn visit_expr(&mut self, expr: &Expr) {
            let root = Some(self.projection.place.root);
            match expr {
                Expr::Field(field) if self.locals.of_expr(&field.base) == root => {
                    let name = field.member.to_token_stream().to_string();
                    let first = self.projection.place.fields.first();
                    self.count += usize::from(first.is_none_or(|it| *it == name));
                    return;
                }
                _ => {}
            }
            self.count += usize::from(self.locals.of_expr(expr) == root);
            visit::visit_expr(self, expr);
        }
        fn visit_macro(&mut self, mac: &syn::Macro) {
            let root = self.locals.ident(self.projection.place.root).to_string();
            self.count += usize::from(mac.tokens.to_string().contains(&root));
        }
    }
    let mut uses = Uses { projection, locals, count: 0 };
    for stmt in body.blocks.iter().flat_map(|block| &block.code) {
        uses.visit_stmt(stmt);
    }
    uses.count
}

/// Has each block that uses a marked local make it.
fn make_anew(body: &mut Body, facts: &Facts, locals: &Locals) {
    let code = body.blocks.iter().flat_map(|block| &block.code);
    let mut all = projections(code, locals);
    all.retain(|it| it.borrowers.iter().any(|local| locals[*local].made_anew));
    // What another one starts from is bound in front of it.
    all.sort_by_key(|it| std::cmp::Reverse(it.borrowers[0]));
    let graph = Graph::of_body(body, locals);
    let led = all.iter().filter_map(|it| {
        let found = ways::ways(it, &all, body, &graph, locals);
        let (borrowers, root) = (it.borrowers.clone(), it.place.root);
        (!found.is_empty()).then_some(Ways { borrowers, root, found })
    });
    body.ways = led.collect();
    // The blocks that bind what is marked, for the first time or again.
    let mut made = BTreeSet::new();
    for (index, block) in body.blocks.iter().enumerate() {
        bindings::each(&block.code, &mut |target, _| {
            if let Target::Pattern(pat) = target {
                let bound = locals.bound_by(pat).into_iter();
                made.extend(bound.map(|local| (BlockId(index), local)));
            }
        });
    }
    for (block, (passed, mentioned)) in facts.entry.iter().zip(&facts.mentioned).enumerate() {
        let block = BlockId(block);
        let mut wanted = BTreeSet::new();
        for projection in &all {
            let is_used = |local: &&Local| {
                locals[**local].made_anew
                    && passed.get(**local) == Some(Form::Value)
                    && (mentioned.contains(**local) || mentioned.contains(projection.place.root))
            };
            wanted.extend(projection.borrowers.iter().filter(is_used).copied());
            let here = projection.borrowers.iter().copied().filter(|it| wanted.contains(it));
            let here: Vec<_> = here.collect();
            let Some(first) = here.first() else { continue };
            if locals[projection.place.root].made_anew {
                wanted.insert(projection.place.root);
            }
            made.extend(here.iter().map(|local| (block, *local)));
            body.reborrows.insert((block, *first), projection.stmt(&here, locals));
        }
    }
    for (exit, forms) in &facts.exits {
        let Some(source) = facts.sources.get(exit) else { continue };
        let is_here = |local: Local| made.contains(&(*source, local));
        let mut ending: Vec<_> = forms
            .iter()
            .filter(|(local, form)| {
                *form == Form::Value && locals[*local].made_anew && is_here(*local)
            })
            .map(|(local, _)| local)
            .collect();
        // What is borrowed from another one ends before that.
        ending.reverse();
        if !ending.is_empty() {
            body.lapsing.insert(*exit, ending);
        }
    }
}

impl Projection {
    /// Writes what binds some of its locals again.
    fn stmt(&self, wanted: &[Local], locals: &Locals) -> Stmt {
        let (mut pat, value) = (self.pat.clone(), &self.value);
        Narrow { wanted, locals, tests: false }.visit_pat_mut(&mut pat);
        let span = ast::span(value);
        let otherwise =
            (!self.always).then(|| quote_spanned!(span=> else { ::core::unreachable!() }));
        // A `match` may have a pattern that always matches.
        let allow = (!self.always && may_always_match(&pat))
            .then(|| quote_spanned!(span=> #[allow(irrefutable_let_patterns)]));
        let pat = parenthesized(pat);
        // A `by_ref` of another kind than that of iterators may give what begins anew.
        let ty = matches!(value, Expr::Call(_)).then(|| quote_spanned!(span=> : &mut _));
        let stmt = quote_spanned!(span=> #allow let #pat #ty = #value #otherwise;);
        syn::parse2(stmt).expect("generated syntax is valid")
    }
}

/// Takes out of a pattern that has matched what binds nothing that is wanted: it need not match again, and what it
/// tests may have been given another value.
pub struct Narrow<'a> {
    /// What is wanted.
    pub wanted: &'a [Local],
    /// The locals of the body.
    pub locals: &'a Locals,
    /// Whether tests stay: which alternative of a pattern matches decides what it binds.
    pub tests: bool,
}

impl Narrow<'_> {
    fn is_wanted(&self, pat: &Pat) -> bool {
        self.locals.bound_by(pat).iter().any(|local| self.wanted.contains(local))
    }

    /// Returns what alternatives are that bind the same, whatever they test.
    fn same_cases(&mut self, pat: &syn::PatOr) -> Option<Pat> {
        let mut cases = pat.cases.iter().cloned().map(|mut case| {
            self.visit_pat_mut(&mut case);
            case
        });
        let first = cases.next()?;
        let text = first.to_token_stream().to_string();
        cases.all(|case| case.to_token_stream().to_string() == text).then_some(first)
    }

    /// Takes out of a name what is not wanted, and returns what stands in its place.
    fn name(&self, name: &mut syn::PatIdent) -> Option<Pat> {
        let local = self.locals.get(&name.ident);
        let is_needed = |inner: &Pat| {
            matches!(inner, Pat::Rest(_)) || self.tests && local.is_some() || self.is_wanted(inner)
        };
        let inner = name.subpat.take().filter(|(_, inner)| is_needed(inner));
        if local.is_some_and(|local| self.wanted.contains(&local)) {
            name.subpat = inner;
            return None;
        }
        let wild = || wild(name.ident.span());
        match inner {
            Some((_, inner)) => Some(*inner),
            None if self.tests && local.is_none() => None,
            None => Some(wild()),
        }
    }
}

impl VisitMut for Narrow<'_> {
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        let before = self.tests;
        match pat {
            Pat::Ident(name) => {
                if let Some(instead) = self.name(name) {
                    *pat = instead;
                }
            }
            Pat::Rest(_) | Pat::Wild(_) => {}
            _ if !self.tests && !self.is_wanted(pat) => *pat = wild(pat.span()),
            Pat::Or(or) if !self.tests => {
                if let Some(same) = self.same_cases(or) {
                    *pat = same;
                    return;
                }
                self.tests = true;
            }
            _ => {}
        }
        visit_mut::visit_pat_mut(self, pat);
        self.tests = before;
    }
    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        visit_mut::visit_field_pat_mut(self, field);
        if matches!(*field.pat, Pat::Ident(_)) {
            self.locals.shorten(field);
        } else {
            self.locals.write_out(&mut field.member, &mut field.colon_token);
        }
    }
}

fn wild(span: Span) -> Pat {
    Pat::Wild(syn::PatWild { attrs: Vec::new(), underscore_token: syn::Token![_](span) })
}

/// Tells whether a pattern may match whatever the value is.
pub fn may_always_match(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(name) => {
            is_binding(name) && name.subpat.as_ref().is_none_or(|(_, it)| may_always_match(it))
        }
        Pat::Wild(_) | Pat::Rest(_) => true,
        Pat::Paren(pat) => may_always_match(&pat.pat),
        Pat::Type(pat) => may_always_match(&pat.pat),
        Pat::Tuple(pat) => pat.elems.iter().all(may_always_match),
        Pat::Slice(pat) => pat.elems.iter().all(may_always_match),
        Pat::Struct(pat) => pat.fields.iter().all(|field| may_always_match(&field.pat)),
        Pat::TupleStruct(pat) => {
            !known::is_std_variant(&pat.path) && pat.elems.iter().all(may_always_match)
        }
        Pat::Or(pat) => pat.cases.iter().any(may_always_match),
        _ => false,
    }
}
