//! Walks a body and notes where each construct that contains a suspension stands.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Block, Expr, Member, Pat, Stmt, visit::Visit};

use super::{
    construct::{Construct, has_let, is_closure},
    slot::Slot,
};

/// Calls `note` for each construct with a suspension, with its place.
pub fn walk(body: &Block, note: &mut dyn FnMut(Construct, Slot)) {
    Walk { note }.block(body, Slot::FunctionTail);
}

/// Says whether an expression suspends.
pub fn suspends(expr: &Expr) -> bool {
    struct Search(bool);
    impl<'ast> Visit<'ast> for Search {
        fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
        fn visit_item(&mut self, _: &'ast syn::Item) {}
        fn visit_macro(&mut self, mac: &'ast syn::Macro) {
            self.0 |= is_suspension(&mac.path) || tokens_suspend(&mac.tokens);
        }
    }
    let mut search = Search(false);
    search.visit_expr(expr);
    search.0
}

fn is_suspension(path: &syn::Path) -> bool {
    path.is_ident("yield_") || path.is_ident("yield_from")
}

/// Says whether there is a suspension among tokens.
fn tokens_suspend(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Ident(name) => name == "yield_" || name == "yield_from",
        TokenTree::Group(group) => tokens_suspend(&group.stream()),
        _ => false,
    })
}

struct Walk<'a> {
    note: &'a mut dyn FnMut(Construct, Slot),
}

impl Walk<'_> {
    fn block(&mut self, block: &Block, tail: Slot) {
        for stmt in &block.stmts {
            match stmt {
                Stmt::Local(local) => {
                    let Some(init) = &local.init else { continue };
                    let slot = match &local.pat {
                        _ if init.diverge.is_some() => Slot::LetElse,
                        Pat::Wild(_) => Slot::LetWild,
                        Pat::Ident(_) => Slot::LetInit,
                        Pat::Type(typed) if matches!(*typed.pat, Pat::Ident(_)) => Slot::LetInit,
                        _ => Slot::LetPattern,
                    };
                    self.expr(&init.expr, slot);
                    if let Some((_, other)) = &init.diverge {
                        self.inside(other);
                    }
                }
                Stmt::Expr(expr, None) => self.expr(expr, tail),
                Stmt::Expr(expr, Some(_)) => self.expr(expr, Slot::Statement),
                Stmt::Macro(mac) => self.mac(&mac.mac, Slot::Statement),
                Stmt::Item(_) => {}
            }
        }
    }

    /// A block that stands for itself, such as a branch.
    fn inside(&mut self, expr: &Expr) {
        match expr {
            Expr::Block(block) => self.block(&block.block, Slot::BlockTail),
            other => self.expr(other, Slot::BlockTail),
        }
    }

    fn mac(&mut self, mac: &syn::Macro, slot: Slot) {
        let within = tokens_suspend(&mac.tokens);
        let construct = Construct::of_macro(mac);
        let is_yield = matches!(construct, Some(Construct::Yield | Construct::YieldFrom));
        if let Some(construct) = construct {
            if within || is_yield {
                (self.note)(construct, slot);
            }
        }
        let mut index = 0;
        let name = mac.path.get_ident().map(ToString::to_string).unwrap_or_default();
        if let Some(value) = vec_repeat(mac).filter(|_| name == "vec") {
            return self.expr(&value, Slot::VecRepeated);
        }
        if name == "matches" {
            if let Ok(value) = mac.parse_body_with(first_argument) {
                self.expr(&value, Slot::Matched);
            }
            return;
        }
        let mut arguments = mac.clone();
        crate::rewrite::arguments_mut(&mut arguments, |argument| {
            let slot = match (name.as_str(), index) {
                ("yield_", _) => Slot::Yielded,
                ("yield_from", 0) => Slot::Delegated,
                ("yield_from", _) => Slot::FirstInput,
                ("format", _) => Slot::FormatArgument,
                ("vec", _) => Slot::VecElement,
                ("assert", 0) => Slot::Asserted,
                ("assert", _) => Slot::AssertMessage,
                ("assert_ne", _) => Slot::CompareLeft,
                _ => return,
            };
            index += 1;
            // `n = value` among the arguments of `format!`.
            match argument {
                Expr::Assign(named) if name == "format" => self.expr(&named.right, slot),
                other => self.expr(other, slot),
            }
        });
    }

    fn condition(&mut self, condition: &Expr, plain: Slot, pattern: Slot) {
        match condition {
            Expr::Let(matched) => self.expr(&matched.expr, pattern),
            Expr::Binary(binary) if has_let(condition) => {
                self.condition(&binary.left, Slot::Chain, pattern);
                self.condition(&binary.right, Slot::Chain, pattern);
            }
            other => self.expr(other, plain),
        }
    }

    fn expr(&mut self, expr: &Expr, slot: Slot) {
        match expr {
            Expr::Paren(paren) => return self.expr(&paren.expr, slot),
            Expr::Macro(mac) => return self.mac(&mac.mac, slot),
            _ => {}
        }
        if !suspends(expr) {
            return;
        }
        if let Some(construct) = Construct::of(expr) {
            (self.note)(construct, slot);
        }
        self.parts(expr);
    }

    fn list<'e>(&mut self, items: impl Iterator<Item = &'e Expr>, first: Slot, later: Slot) {
        for (index, item) in items.enumerate() {
            self.expr(item, if index == 0 { first } else { later });
        }
    }

    fn parts(&mut self, expr: &Expr) {
        match expr {
            Expr::Block(block) => self.block(&block.block, Slot::BlockTail),
            Expr::Unsafe(block) => self.block(&block.block, Slot::BlockTail),
            Expr::If(branch) => {
                self.condition(&branch.cond, Slot::IfCondition, Slot::IfLet);
                self.block(&branch.then_branch, Slot::BlockTail);
                if let Some((_, other)) = &branch.else_branch {
                    match &**other {
                        Expr::If(_) => self.parts(other),
                        other => self.inside(other),
                    }
                }
            }
            Expr::Match(choice) => {
                self.expr(&choice.expr, Slot::Scrutinee);
                for arm in &choice.arms {
                    match &*arm.body {
                        Expr::Block(block) if block.label.is_none() => {
                            self.block(&block.block, Slot::BlockTail);
                        }
                        body => self.expr(body, Slot::Arm),
                    }
                }
            }
            Expr::Loop(repeat) => self.block(&repeat.body, Slot::BlockTail),
            Expr::While(repeat) => {
                self.condition(&repeat.cond, Slot::WhileCondition, Slot::WhileLet);
                self.block(&repeat.body, Slot::BlockTail);
            }
            Expr::ForLoop(repeat) => {
                self.expr(&repeat.expr, Slot::ForIterator);
                self.block(&repeat.body, Slot::BlockTail);
            }
            Expr::Call(call) if is_closure(&call.func) => {
                self.list(call.args.iter(), Slot::ClosureArgument, Slot::ClosureArgument);
            }
            Expr::Call(call) => {
                self.list(call.args.iter(), Slot::FirstArgument, Slot::LaterArgument);
            }
            Expr::MethodCall(call) => {
                self.expr(&call.receiver, Slot::Receiver);
                self.list(call.args.iter(), Slot::MethodArgument, Slot::MethodArgument);
            }
            Expr::Binary(binary) => {
                let (left, right) = match Construct::of(expr) {
                    Some(Construct::Lazy) => (Slot::LazyLeft, Slot::LazyRight),
                    Some(Construct::Compare) => (Slot::CompareLeft, Slot::CompareRight),
                    Some(Construct::OpAssign) => (Slot::AssignIndex, Slot::OpAssign),
                    _ => (Slot::BinaryLeft, Slot::BinaryRight),
                };
                if left == Slot::AssignIndex {
                    self.assigned(&binary.left);
                } else {
                    self.expr(&binary.left, left);
                }
                self.expr(&binary.right, right);
            }
            Expr::Assign(assign) => {
                self.assigned(&assign.left);
                self.expr(&assign.right, assigned_slot(&assign.left));
            }
            Expr::Unary(unary) => self.expr(
                &unary.expr,
                match Construct::of(expr) {
                    Some(Construct::Not) => Slot::Not,
                    Some(Construct::Negative) => Slot::Negative,
                    _ => Slot::Deref,
                },
            ),
            Expr::Cast(cast) => self.expr(&cast.expr, Slot::Cast),
            Expr::Tuple(tuple) => {
                self.list(tuple.elems.iter(), Slot::FirstOfTuple, Slot::LaterOfTuple);
            }
            Expr::Array(array) => self.list(array.elems.iter(), Slot::Element, Slot::Element),
            Expr::Repeat(repeat) => self.expr(&repeat.expr, Slot::Repeated),
            Expr::Struct(literal) => {
                self.list(
                    literal.fields.iter().map(|field| &field.expr),
                    Slot::StructField,
                    Slot::StructField,
                );
                if let Some(base) = &literal.rest {
                    self.expr(base, Slot::StructBase);
                }
            }
            Expr::Range(range) => {
                if let Some(start) = &range.start {
                    self.expr(start, Slot::RangeStart);
                }
                if let Some(end) = &range.end {
                    self.expr(end, Slot::RangeEnd);
                }
            }
            Expr::Reference(reference) => self.expr(&reference.expr, Slot::Reference),
            Expr::Field(field) => {
                debug_assert!(matches!(field.member, Member::Named(_) | Member::Unnamed(_)));
                self.expr(&field.base, Slot::Base);
            }
            Expr::Index(index) => {
                self.expr(&index.expr, Slot::Indexed);
                self.expr(&index.index, Slot::Index);
            }
            Expr::Try(question) => self.expr(&question.expr, Slot::Try),
            Expr::Return(jump) => {
                if let Some(value) = &jump.expr {
                    self.expr(value, Slot::ReturnValue);
                }
            }
            Expr::Break(jump) => {
                if let Some(value) = &jump.expr {
                    self.expr(value, Slot::BreakValue);
                }
            }
            _ => {}
        }
    }

    /// The operands of a place that is assigned to.
    fn assigned(&mut self, place: &Expr) {
        if let Expr::Index(index) = place {
            self.expr(&index.index, Slot::AssignIndex);
        }
    }
}

fn assigned_slot(place: &Expr) -> Slot {
    match place {
        Expr::Field(_) => Slot::AssignField,
        Expr::Index(_) => Slot::AssignElement,
        Expr::Unary(_) => Slot::AssignDeref,
        Expr::Tuple(_) => Slot::AssignPattern,
        Expr::Infer(_) => Slot::AssignWild,
        _ => Slot::AssignLocal,
    }
}

/// Parses `value; count`.
fn vec_repeat(mac: &syn::Macro) -> Option<Expr> {
    mac.parse_body_with(|input: syn::parse::ParseStream<'_>| {
        let value: Expr = input.parse()?;
        input.parse::<syn::Token![;]>()?;
        input.parse::<Expr>()?;
        Ok(value)
    })
    .ok()
}

/// Parses an argument and lets the rest go.
fn first_argument(input: syn::parse::ParseStream<'_>) -> syn::Result<Expr> {
    let value = input.parse()?;
    input.step(|cursor| {
        let mut rest = *cursor;
        while let Some((_, next)) = rest.token_tree() {
            rest = next;
        }
        Ok(((), rest))
    })?;
    Ok(value)
}
