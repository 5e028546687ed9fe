//! Expressions that hold a suspension.
//!
//! In: an expression and what its value is wanted for. Out: an expression for the same value at the
//! point that the builder has reached. What is left of an expression after the suspensions in its
//! operands is the expression with temporaries in their places.

use proc_macro2::{Ident, Span};
use quote::{quote, quote_spanned};
use syn::{Expr, ExprBlock, ExprUnsafe, Token, spanned::Spanned};

use super::{
    Builder, Level, Want, exits,
    extended::refers_to_constant,
    moved_out,
    operands::{Operand, Use},
    unit,
};
use crate::{
    analysis::moves,
    ast, describe,
    ir::{BlockId, Decl},
    known,
    resolve::names::Locals,
    scan, temporaries,
};

impl Builder<'_> {
    /// Lowers an expression.
    pub(super) fn expr(&mut self, mut expr: Expr, want: &Want) -> Expr {
        let outermost = std::mem::take(&mut self.outermost);
        let in_place = std::mem::take(&mut self.in_place);
        let is_seen = std::mem::take(&mut self.is_seen) || !in_place;
        let settling = self.settling || suspends_after_first(&expr) || arms_jump(&expr);
        if settling && !in_place && self.settle_parts(&mut expr) {
            return expr;
        }
        if settling && self.settle(&mut expr) {
            self.outermost = outermost;
            return self.expr(expr, want);
        }
        if !self.needs_lowering(&expr) {
            if crate::flow::diverges(&expr) {
                let expr = self.verbatim(expr);
                self.alive = false;
                return expr;
            }
            return self.verbatim(expr);
        }
        match expr {
            Expr::Yield(expr) => {
                let keyword = expr.yield_token.span;
                let (source, end) = (describe::kind(&expr), describe::end(&expr));
                let value = match expr.expr {
                    Some(value) if refers_to_constant(&value) => self.verbatim(*value),
                    Some(value) => {
                        let want = Want::Value(Some(self.context.output.clone()));
                        self.settling(true, |this| this.expr(*value, &want))
                    }
                    None => unit(keyword),
                };
                let is_unwanted = matches!(want, Want::Unit);
                if is_unwanted && self.context.valued_input {
                    self.errors.push(unwanted(keyword, end));
                }
                let wanted = !want.is_nobodys() || is_unwanted && !self.context.unit_input;
                self.suspend(value, (keyword, end), source, wanted)
            }
            Expr::Paren(mut expr) => {
                self.outermost = outermost;
                let value = self.expr(*expr.expr, want);
                if matches!(value, Expr::Block(_) | Expr::Match(_) | Expr::If(_))
                    || scan::is_place(&value)
                    || ast::is_unit_value(&value)
                {
                    return value;
                }
                expr.expr = Box::new(value);
                Expr::Paren(expr)
            }
            Expr::Block(ExprBlock { attrs, label, block }) => {
                self.block_expr(block, label, scan::is_forced(&attrs), want)
            }
            Expr::Unsafe(ExprUnsafe { block, unsafe_token, .. }) => {
                self.block(block, Some(unsafe_token), want)
            }
            Expr::If(expr) => self.if_expr(expr, want),
            Expr::Match(expr) => self.match_expr(expr, want),
            Expr::Loop(expr) => self.loop_expr(expr, want),
            Expr::While(expr) => self.while_expr(expr),
            Expr::ForLoop(expr) => self.for_expr(expr),
            Expr::Binary(expr) if scan::is_lazy(&expr.op) => self.lazy(expr, want),
            Expr::Binary(expr) if scan::is_compound_assignment(&expr.op) => self.op_assign(expr),
            Expr::Assign(expr) => self.assign(expr),
            Expr::Return(mut expr) => {
                let span = expr.return_token.span;
                let want = Want::Value(Some(self.context.ret.clone()));
                let mut value = match expr.expr.take() {
                    Some(value) => self.expr(*value, &want),
                    None => unit(span),
                };
                ast::set_apart(&mut value);
                let returned = self.return_expr(value, span);
                self.alive = false;
                returned
            }
            Expr::Break(mut expr) => {
                if let Some(value) = expr.expr.take() {
                    let value = self.expr(*value, &Want::ANY);
                    expr.expr = Some(Box::new(value));
                }
                let jump = self.verbatim_jump(Expr::Break(expr));
                self.alive = false;
                jump
            }
            Expr::Try(expr) => {
                let (question, attrs) = (expr.question_token.span(), expr.attrs);
                let operand = self.last_operand(*expr.expr);
                exits::question(self.context, &operand, question, &attrs)
            }
            Expr::Macro(expr) => self.macro_expr(expr),
            other => {
                self.outermost = outermost;
                let ends = matches!(&other, Expr::Call(call) if known::never_returns(&call.func));
                let value = self.operation(other, is_seen);
                self.alive &= !ends;
                value
            }
        }
    }

    /// Rewrites a jump whose operand is lowered already.
    fn verbatim_jump(&self, jump: Expr) -> Expr {
        let Expr::Break(mut jump) = jump else {
            return jump;
        };
        let value = jump.expr.take();
        let mut rewritten = self.verbatim(Expr::Break(jump));
        if let Expr::Break(rewritten) = &mut rewritten {
            rewritten.expr = value;
        }
        rewritten
    }

    /// Lowers `place = value`: the value first.
    fn assign(&mut self, mut expr: syn::ExprAssign) -> Expr {
        self.value_first(&mut expr.left, &mut expr.right);
        Expr::Assign(expr)
    }

    /// Lowers `place op= value` for primitives: the value first.
    fn op_assign(&mut self, mut expr: syn::ExprBinary) -> Expr {
        self.value_first(&mut expr.left, &mut expr.right);
        Expr::Binary(expr)
    }

    /// Lowers the two sides of an assignment.
    fn value_first(&mut self, left: &mut Expr, right: &mut Expr) {
        let place = std::mem::replace(left, unit(self.context.span));
        let value = std::mem::replace(right, unit(self.context.span));
        // `_ = value` drops the value, and not at the end of its scope, and `(x, _) = value` the rest.
        let ignored = matches!(
            place,
            Expr::Infer(_) | Expr::Tuple(_) | Expr::Array(_) | Expr::Struct(_) | Expr::Call(_)
        );
        if scan::needs_lowering(&place) || !ignored && self.needs_lowering(&place) {
            let pending = self.pending.len();
            let value = self.settling(true, |this| this.expr(value, &Want::ANY));
            *right = self.spill(value);
            *left = self.place(place);
            self.pending.truncate(pending);
            return;
        }
        // What takes a value apart is a statement of its own to rustc, with which temporaries end.
        let settling = self.settling && !ignored;
        let value = self.settling(settling, |this| this.last_operand(value));
        *right = if ignored { self.as_temporary(value) } else { value };
        *left = self.verbatim(place);
    }

    /// Lowers an expression whose operands are evaluated from left to right, and which may be only looked at.
    fn operation(&mut self, mut expr: Expr, is_seen: bool) -> Expr {
        if let Expr::Struct(expr) = &mut expr {
            self.write_out_shorthand(expr);
        }
        let uses = operand_uses(&expr, is_seen, self.locals);
        let mut operands = Vec::new();
        visit_operands(&mut expr, &mut |operand| {
            let placeholder = unit(self.context.span);
            let kind = uses.get(operands.len()).copied().unwrap_or(Use::Value);
            operands.push(Operand { expr: std::mem::replace(operand, placeholder), kind });
        });
        let mut lowered = self.operands(operands).into_iter();
        visit_operands(&mut expr, &mut |operand| {
            *operand = lowered.next().expect("as many operands as were taken");
        });
        in_parens(&mut expr);
        if let Expr::Struct(literal) = expr {
            return self.literal(literal);
        }
        expr
    }

    /// Finishes a struct literal whose operands are lowered.
    ///
    /// What it leaves of its base ends with the statement. Where that goes on,
    ///
    /// ```text
    /// let (left, operand) = { let base = base; let literal = S { x, ..base }; (base.x, literal) };
    /// ```
    fn literal(&mut self, mut literal: syn::ExprStruct) -> Expr {
        let Some(base) = &mut literal.rest else { return Expr::Struct(literal) };
        let value = std::mem::replace(&mut **base, unit(self.context.span));
        if !self.settling
            || !temporaries::is_made_here(&value) && self.hidden_local(&value).is_none()
        {
            **base = self.as_temporary(value);
            return Expr::Struct(literal);
        }
        let span = Span::mixed_site().located_at(ast::span(&value));
        let [base_name, literal_name] = ["base", "literal"].map(|name| syn::Ident::new(name, span));
        **base = ast::name(base_name.clone());
        // The first of them is dropped first.
        let members: Vec<_> =
            literal.fields.iter().map(|field| field.member.clone()).rev().collect();
        let left: Vec<_> = members.iter().map(|_| self.locals.hidden("left", span)).collect();
        let operand = self.locals.standing_for(&self.context.operand, ast::span(&value));
        if let Some(moved) = self.hidden_local(&value) {
            self.pending.retain(|(_, waiting)| *waiting != moved);
        }
        let value = self.settling(false, |this| this.as_temporary(value));
        for local in left.iter().copied().chain([operand]) {
            self.declare(Decl::Local(local));
        }
        let names: Vec<_> = left.iter().map(|local| self.locals.ident(*local)).collect();
        let operand_name = self.locals.ident(operand);
        let stmt = quote_spanned! {span=>
            let (#(#names,)* #operand_name) = {
                let #base_name = #value;
                let #literal_name = #literal;
                (#(#base_name.#members,)* #literal_name)
            };
        };
        self.push(syn::parse2(stmt).expect("generated syntax is valid"));
        let level = self.levels.len();
        if self.pending.iter().any(|(other, _)| *other == level) {
            // Whoever asked for the literal says whether it waits.
            self.pending.push((level, operand));
            self.outlive_pending();
            self.pending.pop();
        }
        ast::name(operand_name)
    }

    /// Turns `S { x }` into `S { x: x }`, so that each field has an operand.
    fn write_out_shorthand(&self, expr: &mut syn::ExprStruct) {
        for field in &mut expr.fields {
            self.locals.write_out(&mut field.member, &mut field.colon_token);
        }
    }

    /// Lowers a block with an optional label.
    fn block_expr(
        &mut self,
        block: syn::Block,
        label: Option<syn::Label>,
        forced: bool,
        want: &Want,
    ) -> Expr {
        let Some(label) = label else {
            return self.block(block, None, want);
        };
        self.targets.push(super::Target {
            user: Some(label.name.ident.clone()),
            is_loop: false,
            break_label: label.name.clone(),
            continue_to: exits::ContinueTo::Nothing,
        });
        self.open(Level {
            label: Some(label.name),
            brace: block.brace_token,
            forced,
            ..Level::scope(self.context.span)
        });
        let value = self.settling(false, |this| this.stmts(block.stmts, want));
        let value = self.close(value, want);
        self.targets.pop();
        value
    }

    /// Lowers a block: a scope.
    pub(super) fn block(
        &mut self,
        block: syn::Block,
        unsafety: Option<Token![unsafe]>,
        want: &Want,
    ) -> Expr {
        self.body.unsafe_parts |= unsafety.is_some();
        let brace = block.brace_token;
        self.open(Level { brace, unsafety, ..Level::scope(self.context.span) });
        let value = self.settling(false, |this| this.stmts(block.stmts, want));
        self.close(value, want)
    }

    /// Makes the current thread jump to a block.
    pub(super) fn goto(&mut self, target: BlockId, at: Span) {
        if self.alive {
            self.push_goto(target, at);
        }
        self.alive = false;
    }

    /// Makes a value that is matched: a place that is a hidden local's is moved out of it.
    pub(super) fn as_scrutinee(&mut self, value: Expr) -> Expr {
        match self.settling(false, |this| this.as_temporary(value)) {
            Expr::Paren(paren) if matches!(*paren.expr, Expr::Block(_)) => *paren.expr,
            value => value,
        }
    }

    /// Makes a value that can be borrowed or taken apart without keeping a local alive.
    pub(super) fn as_temporary(&self, value: Expr) -> Expr {
        let is_hidden = self.hidden_local(&value).is_some();
        if is_hidden && !self.settling && !ast::is_unit_value(&value) {
            moved_out(value)
        } else {
            value
        }
    }
}

/// Puts parentheses around a block that is indexed or called: behind `-` at the start of a statement,
/// the statement would end with the block.
fn in_parens(expr: &mut Expr) {
    let base = match expr {
        Expr::Index(expr) => &mut *expr.expr,
        Expr::Call(expr) => &mut *expr.func,
        _ => return,
    };
    let is_block = matches!(
        base,
        Expr::Block(_) | Expr::Unsafe(_) | Expr::If(_) | Expr::Match(_) | Expr::Loop(_)
    );
    if is_block {
        // As the user's, so that what begins with them is shown where it stands.
        let span = ast::span(base);
        let inner = std::mem::replace(base, unit(span));
        *base = ast::paren(inner, syn::token::Paren(span));
    }
}

/// Tells whether an operand other than the first suspends, so that a temporary made of the first
/// has to be kept.
fn suspends_after_first(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(expr) => expr.args.iter().any(scan::needs_lowering),
        Expr::Index(expr) => scan::needs_lowering(&expr.index),
        Expr::Binary(expr) => scan::is_comparison(&expr.op) && scan::needs_lowering(&expr.right),
        _ => false,
    }
}

/// Tells whether the arms of a `match` jump apart or suspend, and what they only look at lives on behind it.
fn arms_jump(expr: &Expr) -> bool {
    let Expr::Match(expr) = expr else { return false };
    scan::is_forced(&expr.attrs)
        || (expr.arms.iter().any(|arm| temporaries::binds_by_reference(&arm.pat))
            && scan::arms_need_lowering(expr))
}

/// How an operation uses each of its operands; `is_seen` tells whether it gives a place that is only looked at, or a
/// value.
fn operand_uses(expr: &Expr, is_seen: bool, locals: &Locals) -> Vec<Use> {
    let place = if is_seen { Use::Seen } else { Use::Place };
    match expr {
        Expr::Binary(expr) if scan::is_comparison(&expr.op) => vec![Use::Compared, Use::Compared],
        Expr::MethodCall(expr) => {
            let method = expr.method.to_string();
            vec![match scan::is_place(&expr.receiver) {
                true if moves::takes_receiver(expr, locals) => Use::Taken,
                true if takes_part(expr) => Use::Value,
                true if matches!(&*method, "min" | "max" | "clamp") => Use::Ordered,
                true if moves::copies_number(&method) => Use::Number,
                _ => Use::Receiver,
            }]
        }
        Expr::Call(_) => vec![Use::Callee],
        // What is indexed by a number is looked at behind it.
        Expr::Index(index) if matches!(*index.index, Expr::Range(_)) => {
            vec![if is_seen { Use::Seen } else { Use::Sliced }]
        }
        Expr::Index(_) => vec![Use::Place],
        Expr::Field(_) => vec![place],
        Expr::Reference(expr) if expr.mutability.is_none() => vec![Use::Seen],
        Expr::Reference(_) => vec![Use::Place],
        Expr::Unary(expr) if matches!(expr.op, syn::UnOp::Deref(_)) => vec![place],
        Expr::Struct(expr) => {
            let mut uses = vec![Use::Value; expr.fields.len()];
            if expr.rest.is_some() {
                uses.push(Use::Base);
            }
            uses
        }
        _ => Vec::new(),
    }
}

/// Tells whether a method takes its receiver, which is a part of what is made there.
fn takes_part(call: &syn::ExprMethodCall) -> bool {
    temporaries::is_made_here(temporaries::place_of_value(&call.receiver))
        && temporaries::is_taken(call)
}

/// Visits the operands of an operation in the order in which they are evaluated.
pub fn visit_operands<'e>(expr: &'e mut Expr, visit: &mut dyn FnMut(&'e mut Expr)) {
    match expr {
        Expr::Array(expr) => expr.elems.iter_mut().for_each(visit),
        Expr::Tuple(expr) => expr.elems.iter_mut().for_each(visit),
        Expr::Binary(expr) => {
            visit(&mut expr.left);
            visit(&mut expr.right);
        }
        Expr::Call(expr) => {
            visit(&mut expr.func);
            expr.args.iter_mut().for_each(visit);
        }
        Expr::MethodCall(expr) => {
            visit(&mut expr.receiver);
            expr.args.iter_mut().for_each(visit);
        }
        Expr::Cast(expr) => visit(&mut expr.expr),
        Expr::Field(expr) => visit(&mut expr.base),
        Expr::Index(expr) => {
            visit(&mut expr.expr);
            visit(&mut expr.index);
        }
        Expr::Range(expr) => {
            expr.start.iter_mut().for_each(|end| visit(end));
            expr.end.iter_mut().for_each(|end| visit(end));
        }
        Expr::RawAddr(expr) => visit(&mut expr.expr),
        Expr::Reference(expr) => visit(&mut expr.expr),
        Expr::Repeat(expr) => visit(&mut expr.expr),
        Expr::Struct(expr) => {
            for field in &mut expr.fields {
                visit(&mut field.expr);
            }
            expr.rest.iter_mut().for_each(|rest| visit(rest));
        }
        Expr::Unary(expr) => visit(&mut expr.expr),
        Expr::Await(expr) => visit(&mut expr.base),
        _ => {}
    }
}

/// The error of a suspension that gives a value where there is none: at the end of a loop's body, say.
fn unwanted(start: Span, end: Option<Span>) -> syn::Error {
    let mark = |span| Ident::new("yielded", span);
    let (start, end) = (mark(start), mark(end.unwrap_or(start)));
    let message = "nothing takes the value of this `yield_!`, the next resume argument\nhelp: end it with a semicolon, `{ yield_!(…); }`";
    syn::Error::new_spanned(quote!(#start #end), message)
}
