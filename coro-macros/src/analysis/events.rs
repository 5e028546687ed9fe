//! What code does to locals, as a graph of straight-line nodes.
//!
//! In: a block's code, or any resolved syntax. Out: [`Graph`]: nodes with [`Event`]s in order of
//! evaluation, and edges. Closures count at the place where they are made. A mention is a move only
//! where a value is surely taken; see [`moves`](super::moves) for methods.

mod graph;
mod macros;
mod matching;

pub use self::graph::{Assignment, Event, Graph, Node, Place};

use proc_macro2::Span;
use syn::{Block, Expr, Local as LetStmt, Pat, Stmt};

use super::{
    captures::Captures,
    copies, moves,
    patterns::{self, Seen},
};
use crate::{
    ast,
    ir::{Body, Exit, Marker},
    resolve::{
        knowledge::Knowledge,
        names::{Local, LocalData, Locals},
    },
    scan,
};

/// How a place expression is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Value,
    Place,
}

impl Graph {
    /// Reads a lowered body.
    pub fn of_body(body: &Body, locals: &Locals) -> Self {
        let mut graph = Self::default();
        for (index, block) in body.blocks.iter().enumerate() {
            let mut walker = Walker::new(&mut graph, Some(body), locals, index);
            let entry = walker.cur;
            if let Some(input) = block.input {
                walker.event(Event::Define(input));
            }
            walker.stmts(&block.code);
            graph.entries.push(entry);
        }
        copies::settle(&mut graph);
        graph
    }

    /// Tells whether a local is declared without a value.
    pub fn declares(&self, local: Local) -> bool {
        self.nodes.iter().any(|node| node.events.contains(&Event::Declare(local)))
    }

    /// Lists what happens in an expression, in no particular order.
    pub fn events_of(expr: &Expr, locals: &Locals) -> Vec<Event> {
        let mut graph = Self::default();
        Walker::new(&mut graph, None, locals, 0).expr(expr, Mode::Value);
        graph.nodes.into_iter().flat_map(|node| node.events).collect()
    }

    /// Reads statements that belong to no body; where a jump stands in them, control ends.
    pub fn of_code(code: &[Stmt], locals: &Locals) -> Self {
        let mut graph = Self::default();
        Walker::new(&mut graph, None, locals, 0).stmts(code);
        copies::settle(&mut graph);
        graph
    }

    /// As [`events_of`](Self::events_of), for the body of a closure: a pattern that may only copy a part of
    /// one variant leaves what it matches where it is.
    pub fn events_in_closure(body: &Expr, locals: &Locals) -> Vec<Event> {
        let mut graph = Self::default();
        let mut walker = Walker::new(&mut graph, None, locals, 0);
        walker.captured = true;
        walker.expr(body, Mode::Value);
        graph.nodes.into_iter().flat_map(|node| node.events).collect()
    }
}

struct Target {
    label: Option<String>,
    is_loop: bool,
    after: usize,
    head: Option<usize>,
}

struct Walker<'a> {
    graph: &'a mut Graph,
    body: Option<&'a Body>,
    locals: &'a Locals,
    block: usize,
    cur: usize,
    targets: Vec<Target>,
    in_guard: bool,
    /// Whether this is the body of a closure.
    captured: bool,
}

impl<'a> Walker<'a> {
    fn new(graph: &'a mut Graph, body: Option<&'a Body>, locals: &'a Locals, block: usize) -> Self {
        let targets = Vec::new();
        let (in_guard, captured) = (false, false);
        let mut walker = Self { graph, body, locals, block, cur: 0, targets, in_guard, captured };
        walker.cur = walker.node();
        walker
    }

    fn node(&mut self) -> usize {
        self.graph.nodes.push(Node { block: self.block, ..Node::default() });
        self.graph.nodes.len() - 1
    }

    fn edge(&mut self, from: usize, to: usize) {
        self.graph.nodes[from].next.push(to);
    }

    /// Goes on in `node`.
    fn enter(&mut self, node: usize) {
        self.edge(self.cur, node);
        self.cur = node;
    }

    /// What follows is not reached.
    fn diverge(&mut self) {
        self.cur = self.node();
    }

    fn event(&mut self, event: Event) {
        let event = match event {
            Event::Move(local) | Event::Unbox(local) | Event::Adapt(local) if self.in_guard => {
                Event::Use(local)
            }
            Event::MovePart(local) if self.in_guard => Event::UsePart(local),
            event => event,
        };
        self.graph.nodes[self.cur].events.push(event);
    }

    fn stmts(&mut self, stmts: &[Stmt]) {
        for stmt in stmts {
            match stmt {
                Stmt::Local(local) => self.let_stmt(local),
                Stmt::Expr(expr, _) => self.expr(expr, Mode::Value),
                Stmt::Macro(mac) => self.macro_call(&mac.mac),
                Stmt::Item(_) => {}
            }
        }
    }

    fn let_stmt(&mut self, local: &LetStmt) {
        let Some(init) = &local.init else {
            self.bind(&local.pat, false);
            return;
        };
        let pat = match &local.pat {
            Pat::Type(typed) => &typed.pat,
            pat => pat,
        };
        match pat {
            Pat::Ident(name) if name.by_ref.is_none() && matches!(*init.expr, Expr::Field(_)) => {
                self.expr(&init.expr, Mode::Value);
            }
            Pat::Ident(name) => self.initialiser(&init.expr, &name.ident),
            pat => self.scrutinee(&init.expr, &[pat], init.diverge.is_none()),
        }
        if let Some((_, diverge)) = &init.diverge {
            let (matched, otherwise) = (self.node(), self.node());
            self.edge(self.cur, matched);
            self.enter(otherwise);
            self.expr(diverge, Mode::Value);
            self.cur = matched;
        }
        let takes = init.diverge.is_none() || patterns::is_some(pat);
        self.matched(&init.expr, &local.pat, takes);
        self.bind(&local.pat, true);
    }

    /// What a name gets. In `let iter = iter.skip(1).map(f)`, the adaptor takes the local that its value
    /// hides.
    fn initialiser(&mut self, init: &Expr, name: &syn::Ident) {
        let Expr::MethodCall(call) = init else { return self.place(init) };
        match self.locals.of_expr(&call.receiver) {
            Some(receiver) if self.hidden_by(receiver, name, call) => {
                self.event(Event::Use(receiver));
                call.args.iter().for_each(|arg| self.expr(arg, Mode::Value));
                let depends = moves::may_take(call, self.locals).is_some();
                self.event(if depends { Event::Adapt(receiver) } else { Event::Move(receiver) });
            }
            None if matches!(*call.receiver, Expr::MethodCall(_)) => {
                self.initialiser(&call.receiver, name);
                call.args.iter().for_each(|arg| self.expr(arg, Mode::Value));
            }
            _ => self.place(init),
        }
    }

    /// Tells whether a call takes its receiver, behind a local of the same name.
    fn hidden_by(&self, receiver: Local, name: &syn::Ident, call: &syn::ExprMethodCall) -> bool {
        let Some(bound) = self.locals.get(name) else { return false };
        let (receiver, bound) = (&self.locals[receiver], &self.locals[bound]);
        let method = call.method.to_string();
        receiver.name == bound.name
            && if receiver.hidden {
                !receiver.lent && moves::takes_temporary(&method)
            } else {
                moves::adapts(&method, call.args.len())
            }
    }

    /// Tells whether an event would take a temporary that is only looked at.
    fn is_lent(&self, event: Event) -> bool {
        matches!(event, Event::Move(local) if self.locals[local].lent)
    }

    /// Reads a guard. What it takes is copied, and mostly cannot be anything else.
    fn guard(&mut self, guard: &Expr, fails: usize) {
        let outside = std::mem::replace(&mut self.in_guard, true);
        self.condition(guard, fails);
        self.in_guard = outside;
    }

    fn block_code(&mut self, block: &Block) {
        self.stmts(&block.stmts);
    }

    fn labelled(&mut self, label: Option<&syn::Label>, f: impl FnOnce(&mut Self)) {
        let after = self.node();
        self.targets.push(Target {
            label: label.map(|label| label.name.ident.to_string()),
            is_loop: false,
            after,
            head: None,
        });
        f(self);
        self.targets.pop();
        self.enter(after);
    }

    fn looping(&mut self, label: Option<&syn::Label>, f: impl FnOnce(&mut Self, usize)) {
        let head = self.node();
        let after = self.node();
        self.enter(head);
        self.targets.push(Target {
            label: label.map(|label| label.name.ident.to_string()),
            is_loop: true,
            after,
            head: Some(head),
        });
        f(self, after);
        self.edge(self.cur, head);
        self.targets.pop();
        self.cur = after;
    }

    fn jump(&mut self, label: Option<&syn::Lifetime>, again: bool) {
        let target = self.targets.iter().rev().find(|target| match label {
            Some(label) => target.label.as_ref().is_some_and(|name| label.ident == name),
            None => target.is_loop,
        });
        let to = target.and_then(|target| if again { target.head } else { Some(target.after) });
        if let Some(to) = to {
            self.edge(self.cur, to);
        }
        self.diverge();
    }

    #[allow(clippy::too_many_lines)] // one arm for each kind of expression
    fn expr(&mut self, expr: &Expr, mode: Mode) {
        match expr {
            Expr::Path(_) => {
                if let Some(local) = self.locals.of_expr(expr) {
                    if mode == Mode::Value {
                        let node = &mut self.graph.nodes[self.cur];
                        node.taken.push(node.events.len());
                    }
                    self.event(match mode {
                        Mode::Value => Event::Move(local),
                        Mode::Place => Event::Use(local),
                    });
                }
            }
            Expr::Paren(expr) => self.expr(&expr.expr, mode),
            Expr::Field(field) => match (Marker::parse(expr), self.locals.of_expr(&field.base)) {
                (Some(marker), _) => self.marker(marker),
                (None, Some(local)) => self.event(match mode {
                    Mode::Value => Event::MovePart(local),
                    Mode::Place => Event::UsePart(local),
                }),
                (None, None) => self.place(&field.base),
            },
            Expr::Index(expr) => {
                self.place(&expr.expr);
                self.expr(&expr.index, Mode::Value);
            }
            Expr::Reference(expr) => self.place(&expr.expr),
            Expr::RawAddr(expr) => self.place(&expr.expr),
            Expr::Unary(expr) => match expr.op {
                syn::UnOp::Deref(_) => match self.locals.of_expr(&expr.expr) {
                    Some(local) if mode == Mode::Value => self.event(Event::Unbox(local)),
                    _ => self.place(&expr.expr),
                },
                _ => self.expr(&expr.expr, Mode::Value),
            },
            Expr::MethodCall(expr) => {
                // What was spilled of a chain of adaptors is taken by the next one.
                let takes_spilled = |local: Local| {
                    let LocalData { hidden, adapted, .. } = self.locals[local];
                    hidden && (adapted || moves::takes_temporary(&expr.method.to_string()))
                };
                let by_value = moves::takes_receiver(expr, self.locals)
                    || self.locals.of_expr(&expr.receiver).is_some_and(takes_spilled);
                let taken = if by_value { self.taken(&expr.receiver) } else { None };
                let taken = taken.filter(|event| !self.is_lent(*event));
                match taken {
                    Some(event) => self.event(event),
                    None => self.place(&expr.receiver),
                }
                expr.args.iter().for_each(|arg| self.expr(arg, Mode::Value));
                if let Some(local) = moves::may_take(expr, self.locals) {
                    self.event(Event::Adapt(local));
                }
            }
            Expr::Call(expr) => {
                self.place(&expr.func);
                expr.args.iter().for_each(|arg| self.expr(arg, Mode::Value));
                if let Some(local) = self.locals.of_expr(&expr.func) {
                    let LocalData { knowledge, holds_once, .. } = &self.locals[local];
                    let is_once = *holds_once && *knowledge == Knowledge::Unknown;
                    if is_once || *knowledge == Knowledge::CallableOnce {
                        self.event(Event::Move(local));
                    } else if moves::may_be_once(local, self.locals) {
                        self.event(Event::Adapt(local));
                    }
                }
            }
            Expr::Binary(expr) if scan::is_lazy(&expr.op) => {
                self.expr(&expr.left, Mode::Value);
                let after = self.node();
                self.edge(self.cur, after);
                let right = self.node();
                self.enter(right);
                self.expr(&expr.right, Mode::Value);
                self.enter(after);
            }
            Expr::Binary(expr) if scan::is_comparison(&expr.op) => {
                self.place(&expr.left);
                self.place(&expr.right);
            }
            Expr::Binary(expr) if scan::is_compound_assignment(&expr.op) => {
                self.expr(&expr.right, Mode::Value);
                self.place(&expr.left);
            }
            Expr::Binary(expr) => {
                self.expr(&expr.left, Mode::Value);
                self.expr(&expr.right, Mode::Value);
            }
            // `_ = place` leaves the place as it is.
            Expr::Assign(expr) if matches!(*expr.left, Expr::Infer(_)) => {
                self.seen(&expr.right, Seen::Nothing);
            }
            Expr::Assign(expr) => {
                self.expr(&expr.right, Mode::Value);
                self.assign(&expr.left, Some(&expr.right));
            }
            Expr::If(expr) => {
                let otherwise = self.node();
                let after = self.node();
                self.condition(&expr.cond, otherwise);
                self.block_code(&expr.then_branch);
                self.edge(self.cur, after);
                self.cur = otherwise;
                if let Some((_, other)) = &expr.else_branch {
                    self.expr(other, Mode::Value);
                }
                self.enter(after);
            }
            Expr::Match(expr) => {
                let pats: Vec<_> = expr.arms.iter().map(|arm| &arm.pat).collect();
                self.scrutinee(&expr.expr, &pats, pats.len() == 1);
                let start = self.cur;
                let after = self.node();
                let copied = patterns::copies(expr);
                let takes = pats.iter().all(|pat| patterns::is_taken(pat, self.locals));
                for arm in &expr.arms {
                    self.cur = start;
                    let node = self.node();
                    self.enter(node);
                    if let Pat::Guard(guarded) = &arm.pat {
                        self.bind(&guarded.pat, true);
                        let fails = self.node();
                        self.guard(&guarded.guard, fails);
                        if !copied {
                            self.matched(&expr.expr, &guarded.pat, takes);
                        }
                    } else {
                        if !copied {
                            self.matched(&expr.expr, &arm.pat, takes);
                        }
                        self.bind(&arm.pat, true);
                    }
                    self.expr(&arm.body, Mode::Value);
                    self.edge(self.cur, after);
                }
                self.cur = after;
            }
            Expr::Block(expr) => match &expr.label {
                Some(label) => self.labelled(Some(label), |this| this.block_code(&expr.block)),
                None => self.block_code(&expr.block),
            },
            Expr::Unsafe(expr) => self.block_code(&expr.block),
            Expr::Loop(expr) => {
                self.looping(expr.label.as_ref(), |this, _| this.block_code(&expr.body));
            }
            Expr::While(expr) => self.looping(expr.label.as_ref(), |this, after| {
                this.condition(&expr.cond, after);
                this.block_code(&expr.body);
            }),
            Expr::ForLoop(expr) => {
                self.expr(&expr.expr, Mode::Value);
                self.looping(expr.label.as_ref(), |this, after| {
                    this.edge(this.cur, after);
                    let body = this.node();
                    this.enter(body);
                    this.bind(&expr.pat, true);
                    this.block_code(&expr.body);
                });
            }
            Expr::Break(expr) => {
                if let Some(value) = &expr.expr {
                    self.expr(value, Mode::Value);
                }
                self.jump(expr.label.as_ref(), false);
            }
            Expr::Continue(expr) => self.jump(expr.label.as_ref(), true),
            Expr::Return(expr) => {
                if let Some(value) = &expr.expr {
                    self.expr(value, Mode::Value);
                }
                self.diverge();
            }
            Expr::Yield(expr) => {
                if let Some(value) = &expr.expr {
                    self.expr(value, Mode::Value);
                }
            }
            Expr::Closure(expr) => {
                let captures = Captures::of_closure(expr, self.locals);
                captures.made().into_iter().for_each(|event| self.event(event));
            }
            Expr::Async(expr) => {
                let captures = Captures::of_async(expr, self.locals);
                captures.made().into_iter().for_each(|event| self.event(event));
            }
            Expr::Macro(mac) => self.macro_call(&mac.mac),
            Expr::Let(expr) => {
                // It borrows what is matched, whatever the pattern.
                self.place(&expr.expr);
                self.matched(&expr.expr, &expr.pat, patterns::is_some(&expr.pat));
                self.bind(&expr.pat, true);
            }
            Expr::Struct(expr) => {
                for field in &expr.fields {
                    self.expr(&field.expr, Mode::Value);
                }
                if let Some(rest) = &expr.rest {
                    self.place(rest);
                }
            }
            Expr::Array(expr) => expr.elems.iter().for_each(|e| self.expr(e, Mode::Value)),
            Expr::Tuple(expr) => expr.elems.iter().for_each(|e| self.expr(e, Mode::Value)),
            Expr::Repeat(expr) => self.expr(&expr.expr, Mode::Value),
            Expr::Cast(expr) => self.expr(&expr.expr, Mode::Value),
            Expr::Try(expr) => self.expr(&expr.expr, Mode::Value),
            Expr::Await(expr) => self.expr(&expr.base, Mode::Value),
            Expr::Group(expr) => self.expr(&expr.expr, mode),
            Expr::Range(expr) => {
                expr.start.iter().for_each(|e| self.expr(e, Mode::Value));
                expr.end.iter().for_each(|e| self.expr(e, Mode::Value));
            }
            _ => {}
        }
    }

    /// Evaluates what is looked at, as what a pattern is matched against: a place stays where it is.
    fn place(&mut self, expr: &Expr) {
        self.expr(expr, if scan::is_place(expr) { Mode::Place } else { Mode::Value });
    }

    fn end(&self, value: &Expr) -> Option<Span> {
        match self.locals.of_expr(value) {
            Some(local) if self.locals[local].hidden => self.locals[local].end,
            _ => ast::end(value),
        }
    }

    /// The left side of an assignment, and the right one, if that is its whole value.
    fn assign(&mut self, left: &Expr, value: Option<&Expr>) {
        match left {
            Expr::Path(_) if self.locals.of_expr(left).is_some() => {
                let local = self.locals.of_expr(left).expect("just checked");
                let number = self.graph.assignments.len();
                let place = ast::span(left);
                let value = match value {
                    Some(value) => (ast::span(value), self.end(value)),
                    None => (place, None),
                };
                self.graph.assignments.push(Assignment { place, value });
                self.event(Event::Assign(local, number));
            }
            Expr::Tuple(expr) => expr.elems.iter().for_each(|e| self.assign(e, None)),
            Expr::Array(expr) => expr.elems.iter().for_each(|e| self.assign(e, None)),
            Expr::Paren(expr) => self.assign(&expr.expr, value),
            Expr::Call(expr) => expr.args.iter().for_each(|e| self.assign(e, None)),
            Expr::Struct(expr) => {
                expr.fields.iter().for_each(|field| self.assign(&field.expr, None));
            }
            Expr::Infer(_) => {}
            Expr::Unary(expr) if matches!(expr.op, syn::UnOp::Deref(_)) => {
                match self.locals.of_expr(&expr.expr) {
                    Some(local) => self.event(Event::Fill(local)),
                    None => self.place(left),
                }
            }
            other => self.place(other),
        }
    }

    fn marker(&mut self, marker: Marker) {
        let Some(body) = self.body else {
            if let Marker::Goto(target, number) = marker {
                self.graph.nodes[self.cur].exit = Some((target, Exit::Goto(number)));
                self.diverge();
            }
            return;
        };
        let exit = match marker {
            Marker::Suspend(id) => {
                let suspend = &body.suspends[id.0];
                self.event(Event::Use(suspend.value));
                (suspend.resume, Exit::Suspend(id))
            }
            Marker::Goto(target, number) => (body.destination(target), Exit::Goto(number)),
            Marker::DropInput(block) => {
                if let Some(input) = body.blocks[block.0].input {
                    self.event(Event::Move(input));
                }
                return;
            }
            Marker::Reopen(block, scope) => {
                body.reborrowed(block, scope)
                    .for_each(|stmt| self.stmts(std::slice::from_ref(stmt)));
                return;
            }
        };
        for local in body.lapsing.get(&exit.1).into_iter().flatten() {
            self.event(Event::Use(*local));
        }
        self.graph.nodes[self.cur].exit = Some(exit);
        self.diverge();
    }
}
