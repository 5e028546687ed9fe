//! Names to locals.
//!
//! In: the body as written. Out: the same body in which every identifier that stands for a local,
//! and every label, has a spelling of its own (see [`names`]), format captures and macro tokens
//! included; and in which `yield_!(v)` has become `yield v`. Invariant: after this phase, equal
//! spelling means same local.

mod alternatives;
pub mod assertions;
mod declare;
pub mod format;
mod hygiene;
pub mod knowledge;
pub mod labels;
pub mod leaving;
mod macros;
mod methods;
pub mod mutable;
pub use self::{declare::is_binding, macros::is_local_macro};
pub mod names;
pub mod once;
mod open;
pub mod order;
pub mod shape;
pub mod shown;
pub mod unbound;
pub mod untyped;
pub mod value;

use proc_macro2::{Ident, Span};
use syn::{
    Attribute, Block, Expr, ExprClosure, ExprForLoop, ExprIf, ExprLoop, ExprPath, ExprWhile,
    ExprYield, Label, Lifetime, Local as LetStmt, Pat, Stmt, spanned::Spanned,
};

use self::{
    hygiene::Name,
    names::{Labels, Local, Locals},
    shape::Shape,
    value::Value,
};
use crate::{
    ast, attributes, describe,
    diagnostics::Diagnostics,
    temporaries,
    visit_mut::{self, VisitMut},
};

/// The names that a scope declares, and the locals that they stand for if they do.
type Scope = Vec<(Name, Option<Local>)>;

/// Resolves one coroutine.
#[derive(Default)]
pub struct Resolver {
    /// The locals found so far.
    pub locals: Locals,
    /// The names found so far that are no locals' where they stand.
    outer: Vec<String>,
    /// The function's generics, if a function that is called once may be told by them.
    pub generics: syn::Generics,
    /// The labels found so far.
    pub labels: Labels,
    /// Errors found on the way.
    pub diagnostics: Diagnostics,
    /// Whether a macro that the body uses may leave what it stands in.
    pub leaves: bool,
    /// Whether it uses macros whose arguments are not known.
    pub opaque: bool,
    /// Whether it matters where a suspension ends: its value is used as it is written there.
    pub ends: bool,
    /// Whether the function speaks of functions that are called once.
    pub any_once: bool,
    /// Whether what is declared now is taken out of it.
    taken_from_once: bool,
    /// For each scope, its names; an item of a block hides the locals outside of the block.
    scopes: Vec<Scope>,
    label_stack: Vec<(Name, Lifetime)>,
    /// What lints are told by the statements and arms around.
    lints: Vec<Attribute>,
    /// The local that stands for `self`.
    pub this: Option<Local>,
}

impl Resolver {
    /// Declares names of which lints are told something.
    pub fn with_lints(&mut self, lints: &[Attribute], declare: impl FnOnce(&mut Self)) {
        let around = std::mem::replace(&mut self.lints, lints.to_vec());
        declare(self);
        self.lints = around;
    }

    /// Opens a scope that stays open.
    pub fn enter(&mut self) {
        self.scopes.push(Scope::new());
    }

    fn innermost(&mut self) -> &mut Scope {
        if self.scopes.is_empty() {
            self.enter();
        }
        self.scopes.last_mut().expect("a scope was just opened")
    }

    fn scoped(&mut self, f: impl FnOnce(&mut Self)) {
        self.scopes.push(Scope::new());
        f(self);
        self.scopes.pop();
    }

    fn lookup(&self, ident: &Ident) -> Option<Local> {
        let name = Name::of(ident);
        if name.text == "self" {
            return self.this;
        }
        *name.find(self.scopes.iter().rev().flat_map(|scope| scope.iter().rev()))?
    }

    fn lookup_name(&self, name: &str) -> Option<Local> {
        if name == "self" {
            return self.this;
        }
        self.innermost_of(name).flatten()
    }

    /// Finds what the innermost scope that has a name says of it, whatever expansion it comes from.
    #[allow(clippy::option_option)] // not found; found as an item; found as a local
    fn innermost_of(&self, name: &str) -> Option<Option<Local>> {
        self.scopes.iter().rev().find_map(|scope| {
            scope.iter().rev().find(|(found, _)| found.text == name).map(|(_, local)| *local)
        })
    }

    /// Declares the items of a block that a name in an expression can stand for.
    fn items(&mut self, block: &Block) {
        for stmt in &block.stmts {
            let name = match stmt {
                Stmt::Item(syn::Item::Fn(item)) => &item.sig.ident,
                Stmt::Item(syn::Item::Const(item)) => &item.ident,
                Stmt::Item(syn::Item::Static(item)) => &item.ident,
                Stmt::Item(syn::Item::Struct(item)) => &item.ident,
                _ => continue,
            };
            self.innermost().push((Name::of(name), None));
        }
    }

    /// Notes which locals have the name of something else that is mentioned where they are not in scope.
    pub fn note_outer(&mut self) {
        for local in self.locals.iter().collect::<Vec<_>>() {
            let name = self.locals[local].name.to_string();
            self.locals[local].named_as_outer = self.outer.contains(&name);
        }
    }

    /// Respells a mention, if it is one.
    fn mention(&mut self, ident: &mut Ident) -> bool {
        let Some(local) = self.lookup(ident) else {
            self.outer.push(ident.to_string());
            return false;
        };
        self.locals[local].mentioned = true;
        // The receiver is found by its spelling alone.
        let span = if self.this == Some(local) {
            self.locals[local].name.span().located_at((*ident).span())
        } else {
            (*ident).span()
        };
        *ident = self.locals.ident_at(local, span);
        true
    }

    /// Resolves a condition's parts; the names that its `let`s bind stay in the innermost scope.
    fn condition(&mut self, cond: &mut Expr) {
        match cond {
            Expr::Let(expr) => {
                self.visit_expr_mut(&mut expr.expr);
                let value = Value::of_expr(&expr.expr, &self.locals);
                self.taken_from(Some(&expr.expr), |this| this.declare(&mut expr.pat, &value));
                let ty = shape::type_of(&expr.expr, &self.locals).cloned();
                self.shape_parts(&expr.pat, ty);
            }
            Expr::Binary(binary) if matches!(binary.op, syn::BinOp::And(_)) => {
                self.condition(&mut binary.left);
                self.condition(&mut binary.right);
            }
            Expr::Group(group) => self.condition(&mut group.expr),
            other => self.visit_expr_mut(other),
        }
    }

    /// Declares what is taken out of an expression.
    fn taken_from(&mut self, expr: Option<&Expr>, declare: impl FnOnce(&mut Self)) {
        let is_once = |expr| once::is_taken_from(expr, &self.locals);
        let once = self.any_once && expr.is_some_and(is_once);
        let around = std::mem::replace(&mut self.taken_from_once, once);
        declare(self);
        self.taken_from_once = around;
    }

    fn with_label(&mut self, label: &mut Option<Label>, f: impl FnOnce(&mut Self)) {
        let Some(label) = label else { return f(self) };
        let name = Name::of(&label.name.ident);
        let spelled = self.labels.declare(&name.text, label.name.span());
        label.name = spelled.clone();
        self.label_stack.push((name, spelled));
        f(self);
        self.label_stack.pop();
    }

    fn use_label(&self, label: &mut Option<Lifetime>) {
        let Some(label) = label else { return };
        if let Some(spelled) = Name::of(&label.ident).find(self.label_stack.iter().rev()) {
            *label = Lifetime::new(&format!("'{}", spelled.ident), label.span());
        }
    }

    /// Resolves what cannot see the labels around it.
    fn without_labels(&mut self, f: impl FnOnce(&mut Self)) {
        let labels = std::mem::take(&mut self.label_stack);
        f(self);
        self.label_stack = labels;
    }
}

impl VisitMut for Resolver {
    fn visit_block_mut(&mut self, block: &mut Block) {
        self.scoped(|this| {
            this.items(block);
            let has_tail =
                matches!(block.stmts.last(), Some(Stmt::Macro(mac)) if mac.semi_token.is_none());
            for stmt in &mut block.stmts {
                this.visit_stmt_mut(stmt);
            }
            // As the last of a block, a macro in braces is its value.
            if let (true, Some(Stmt::Expr(_, semi))) = (has_tail, block.stmts.last_mut()) {
                *semi = None;
            }
        });
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        let around = self.lints.len();
        self.lints.extend(attributes::lints_of(stmt));
        match stmt {
            Stmt::Item(syn::Item::Macro(item)) => self.local_macro(item),
            Stmt::Item(_) => {}
            Stmt::Macro(mac) => {
                let braced = matches!(mac.mac.delimiter, syn::MacroDelimiter::Brace(_));
                let mut expr = Expr::Macro(syn::ExprMacro {
                    attrs: std::mem::take(&mut mac.attrs),
                    mac: mac.mac.clone(),
                });
                let mut semi = mac.semi_token;
                self.visit_expr_mut(&mut expr);
                if braced && semi.is_none() && !matches!(expr, Expr::Macro(_)) {
                    semi = Some(syn::Token![;](expr.span()));
                }
                *stmt = Stmt::Expr(expr, semi);
            }
            other => visit_mut::visit_stmt_mut(self, other),
        }
        self.lints.truncate(around);
    }

    fn visit_local_mut(&mut self, local: &mut LetStmt) {
        if let Some(init) = &mut local.init {
            self.visit_expr_mut(&mut init.expr);
            if let Some((_, diverge)) = &mut init.diverge {
                self.visit_expr_mut(diverge);
            }
        }
        let init = local.init.as_ref().map(|init| &*init.expr);
        let value = init.map(|init| Value::of_expr(init, &self.locals)).unwrap_or_default();
        let shape = init.map_or(Shape::Unknown, |init| Shape::of_expr(init, &self.locals));
        self.taken_from(init, |this| match &local.init {
            Some(syn::LocalInit { diverge: Some(_), .. }) => {
                this.declare(&mut local.pat, &value);
            }
            // `let Unit = Unit;` declares nothing.
            Some(init) if declare::is_own_value(&local.pat, &init.expr) => {
                this.declare(&mut local.pat, &value);
            }
            _ => this.declare_let(&mut local.pat, &value),
        });
        self.shape(&local.pat, shape);
        if self.any_once && once::declares_once(local, &self.generics) {
            for holder in self.locals.bound_by(&local.pat) {
                self.locals[holder].holds_once = true;
            }
        }
        let init = local.init.as_ref().map(|init| &*init.expr);
        if let Some(list) = knowledge::list_of_references(local, &self.locals) {
            self.locals[list].knowledge = knowledge::Knowledge::NoDrop;
        }
        if init.is_some_and(temporaries::is_guard) {
            for guard in self.locals.bound_by(&local.pat) {
                self.locals[guard].lent = true;
            }
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Macro(mac) => {
                if let Some(suspension) = self.suspension(mac) {
                    *expr = suspension;
                } else if let Some(shown) = self.shown(mac).or_else(|| self.stringified(&mac.mac)) {
                    *expr = shown;
                } else {
                    self.macro_tokens(&mut mac.mac);
                }
            }
            Expr::Group(group) => {
                let mut inner = (*group.expr).clone();
                self.visit_expr_mut(&mut inner);
                *expr = match inner {
                    inner @ (Expr::Path(_) | Expr::Lit(_) | Expr::Yield(_) | Expr::Macro(_)) => {
                        inner
                    }
                    inner => {
                        let span = Span::mixed_site().located_at(ast::span(&inner));
                        ast::paren(inner, syn::token::Paren(span))
                    }
                };
            }
            Expr::Yield(suspension) => {
                // Where the operand ends, the whole does.
                let operand = suspension.expr.as_ref().filter(|_| self.ends);
                let end = operand.and_then(|operand| ast::end(operand));
                visit_mut::visit_expr_yield_mut(self, suspension);
                suspension.attrs.extend(end.map(describe::ends_at));
            }
            other => visit_mut::visit_expr_mut(self, other),
        }
    }

    fn visit_expr_path_mut(&mut self, path: &mut ExprPath) {
        if path.qself.is_none()
            && path.path.leading_colon.is_none()
            && path.path.segments.len() == 1
            && path.path.segments[0].arguments.is_none()
        {
            self.mention(&mut path.path.segments[0].ident);
        } else {
            visit_mut::visit_expr_path_mut(self, path);
        }
    }

    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        self.visit_expr_mut(&mut field.expr);
        if field.colon_token.is_some() {
            return;
        }
        let Expr::Path(path) = &field.expr else { return };
        if let Some(ident) = path.path.get_ident() {
            field.member = syn::Member::Named(ident.clone());
        }
    }

    fn visit_expr_closure_mut(&mut self, closure: &mut ExprClosure) {
        self.without_labels(|this| {
            this.scoped(|this| {
                for input in &mut closure.inputs {
                    this.declare(input, &Value::Unknown);
                }
                this.visit_expr_mut(&mut closure.body);
            });
        });
    }

    fn visit_expr_async_mut(&mut self, block: &mut syn::ExprAsync) {
        self.without_labels(|this| this.visit_block_mut(&mut block.block));
    }

    fn visit_expr_if_mut(&mut self, expr: &mut ExprIf) {
        self.scoped(|this| {
            this.condition(&mut expr.cond);
            this.visit_block_mut(&mut expr.then_branch);
        });
        if let Some((_, else_branch)) = &mut expr.else_branch {
            self.visit_expr_mut(else_branch);
        }
    }

    fn visit_expr_while_mut(&mut self, expr: &mut ExprWhile) {
        let mut label = expr.label.take();
        self.with_label(&mut label, |this| {
            this.scoped(|this| {
                this.condition(&mut expr.cond);
                this.visit_block_mut(&mut expr.body);
            });
        });
        expr.label = label;
    }

    fn visit_expr_loop_mut(&mut self, expr: &mut ExprLoop) {
        let mut label = expr.label.take();
        self.with_label(&mut label, |this| this.visit_block_mut(&mut expr.body));
        expr.label = label;
    }

    fn visit_expr_for_loop_mut(&mut self, expr: &mut ExprForLoop) {
        self.visit_expr_mut(&mut expr.expr);
        let item = Value::of_expr(&expr.expr, &self.locals).item();
        let mut label = expr.label.take();
        self.with_label(&mut label, |this| {
            this.scoped(|this| {
                this.taken_from(Some(&expr.expr), |this| this.declare_always(&mut expr.pat, &item));
                let ty = shape::item_type(&expr.expr, &this.locals).cloned();
                this.shape_parts(&expr.pat, ty);
                this.visit_block_mut(&mut expr.body);
            });
        });
        expr.label = label;
    }

    fn visit_expr_block_mut(&mut self, expr: &mut syn::ExprBlock) {
        let mut label = expr.label.take();
        self.with_label(&mut label, |this| this.visit_block_mut(&mut expr.block));
        expr.label = label;
    }

    fn visit_expr_match_mut(&mut self, expr: &mut syn::ExprMatch) {
        self.visit_expr_mut(&mut expr.expr);
        let value = Value::of_expr(&expr.expr, &self.locals);
        for arm in &mut expr.arms {
            let around = self.lints.len();
            self.lints.extend(attributes::lints(&arm.attrs));
            self.scoped(|this| {
                this.taken_from(Some(&expr.expr), |this| this.arm_pattern(&mut arm.pat, &value));
                let ty = shape::type_of(&expr.expr, &this.locals).cloned();
                this.shape_parts(&arm.pat, ty);
                // Where an arm's body ends, advice puts the next one.
                let ends = this.ends;
                this.ends |= matches!(*arm.body, Expr::Macro(_));
                this.visit_expr_mut(&mut arm.body);
                this.ends = ends;
            });
            self.lints.truncate(around);
        }
    }

    fn visit_expr_break_mut(&mut self, expr: &mut syn::ExprBreak) {
        self.use_label(&mut expr.label);
        if let Some(value) = &mut expr.expr {
            self.visit_expr_mut(value);
        }
    }

    fn visit_expr_continue_mut(&mut self, expr: &mut syn::ExprContinue) {
        self.use_label(&mut expr.label);
    }

    fn visit_expr_const_mut(&mut self, _: &mut syn::ExprConst) {}

    fn visit_type_mut(&mut self, _: &mut syn::Type) {}

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}

    fn visit_generic_argument_mut(&mut self, _: &mut syn::GenericArgument) {}
}

impl Resolver {
    /// Declares an arm's pattern, then resolves its guard.
    fn arm_pattern(&mut self, pat: &mut Pat, value: &Value) {
        if let Pat::Guard(guarded) = pat {
            self.declare(&mut guarded.pat, value);
            self.condition(&mut guarded.guard);
        } else {
            self.declare(pat, value);
        }
    }

    /// Makes the suspension `yield v`.
    fn suspend(keyword: Span, value: Option<Expr>) -> Expr {
        Expr::Yield(ExprYield {
            attrs: Vec::new(),
            yield_token: syn::Token![yield](keyword),
            expr: value.map(Box::new),
        })
    }
}
