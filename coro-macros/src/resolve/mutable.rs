//! Locals that the source shows to be `&mut` references.
//!
//! In: the resolved body. Out: marks on the locals that loops, branches and `let`s bind to what `&mut`, `iter_mut` and
//! their kin give, by the names that the standard library has for what lends mutably. A type of one's own may give
//! something else under such a name; nothing is made of a mark but where what the local lends would have to be stored
//! with it, which is refused without.

use syn::{Expr, ExprMethodCall, Pat};

use super::names::{Local, Locals};
use crate::visit::{self, Visit};

/// Marks the locals.
pub fn mark(body: &syn::Block, locals: &mut Locals) {
    let mut finder = Finder { locals, found: Vec::new(), iterators: Vec::new() };
    finder.visit_block(body);
    let found = finder.found;
    for local in found {
        locals[local].lent_mutably = true;
    }
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Unknown,
    /// A `&mut` reference.
    Mutable,
    /// An `Option` of it.
    Optional(Box<Self>),
    /// A pair.
    Pair(Box<Self>, Box<Self>),
}

struct Finder<'a> {
    locals: &'a Locals,
    found: Vec<Local>,
    /// Locals that are iterators, with what they give.
    iterators: Vec<(Local, Value)>,
}

impl Finder<'_> {
    fn bind(&mut self, pat: &Pat, value: &Value) {
        match (pat, value) {
            (_, Value::Unknown) => {}
            (Pat::Ident(pat), Value::Mutable) if pat.by_ref.is_none() && pat.subpat.is_none() => {
                self.found.extend(self.locals.get(&pat.ident));
            }
            (Pat::Paren(pat), _) => self.bind(&pat.pat, value),
            (Pat::Guard(pat), _) => self.bind(&pat.pat, value),
            (Pat::Or(pat), _) => pat.cases.iter().for_each(|case| self.bind(case, value)),
            (Pat::Tuple(pat), Value::Pair(first, second)) if pat.elems.len() == 2 => {
                self.bind(&pat.elems[0], first);
                self.bind(&pat.elems[1], second);
            }
            (Pat::TupleStruct(pat), Value::Optional(inner)) if pat.elems.len() == 1 => {
                self.bind(&pat.elems[0], inner);
            }
            // What a pattern finds behind a `&mut` it borrows mutably; the keys of a map are shared.
            (Pat::Tuple(pat), Value::Mutable) => {
                pat.elems.iter().skip(1).for_each(|part| self.bind(part, value));
            }
            (Pat::TupleStruct(pat), Value::Mutable) => {
                pat.elems.iter().for_each(|part| self.bind(part, value));
            }
            (Pat::Struct(pat), Value::Mutable) => {
                pat.fields.iter().for_each(|field| self.bind(&field.pat, value));
            }
            _ => {}
        }
    }

    fn is_mutable(&self, local: Option<Local>) -> bool {
        local.is_some_and(|it| self.locals[it].mutable_borrow || self.found.contains(&it))
    }

    /// What an iterator, or what can be iterated over, gives.
    fn items(&self, head: &Expr) -> Value {
        match head {
            Expr::Paren(paren) => self.items(&paren.expr),
            Expr::Reference(lent) if lent.mutability.is_some() => Value::Mutable,
            Expr::Path(_) if self.is_mutable(self.locals.of_expr(head)) => Value::Mutable,
            Expr::Path(_) => {
                let local = self.locals.of_expr(head);
                let known = self.iterators.iter().find(|(known, _)| Some(*known) == local);
                known.map_or(Value::Unknown, |(_, item)| item.clone())
            }
            Expr::MethodCall(call) => match (&*call.method.to_string(), call.args.first()) {
                ("iter_mut" | "values_mut", None)
                | ("chunks_mut" | "chunks_exact_mut" | "split_mut", Some(_)) => Value::Mutable,
                ("rev" | "fuse" | "peekable", None)
                | (
                    "skip" | "take" | "step_by" | "filter" | "skip_while" | "take_while"
                    | "inspect",
                    Some(_),
                ) => self.items(&call.receiver),
                ("enumerate", None) => {
                    Value::Pair(Box::new(Value::Unknown), Box::new(self.items(&call.receiver)))
                }
                ("zip", Some(other)) => {
                    Value::Pair(Box::new(self.items(&call.receiver)), Box::new(self.items(other)))
                }
                _ => Value::Unknown,
            },
            _ => Value::Unknown,
        }
    }

    fn value(&self, value: &Expr) -> Value {
        match value {
            Expr::Paren(paren) => self.value(&paren.expr),
            Expr::Reference(lent) if lent.mutability.is_some() => Value::Mutable,
            Expr::Path(_) if self.is_mutable(self.locals.of_expr(value)) => Value::Mutable,
            Expr::Try(inner) => match self.value(&inner.expr) {
                Value::Optional(inner) => *inner,
                _ => Value::Unknown,
            },
            Expr::MethodCall(call) => self.given(call),
            _ => Value::Unknown,
        }
    }

    fn given(&self, call: &ExprMethodCall) -> Value {
        let optional = |value| Value::Optional(Box::new(value));
        match (&*call.method.to_string(), call.args.len()) {
            (
                "as_mut" | "as_deref_mut" | "first_mut" | "last_mut" | "front_mut" | "back_mut",
                0,
            )
            | ("get_mut", 1) => optional(Value::Mutable),
            ("or_default", 0)
            | ("or_insert" | "or_insert_with" | "get_or_insert_with" | "get_or_insert", 1) => {
                Value::Mutable
            }
            ("unwrap", 0) | ("expect", 1) => match self.value(&call.receiver) {
                Value::Optional(inner) => *inner,
                _ => Value::Unknown,
            },
            ("next" | "next_back" | "last", 0)
            | ("nth" | "find" | "max_by_key" | "min_by_key" | "max_by" | "min_by", 1) => {
                match self.items(&call.receiver) {
                    Value::Unknown => Value::Unknown,
                    item => optional(item),
                }
            }
            _ => Value::Unknown,
        }
    }
}

impl Visit<'_> for Finder<'_> {
    fn visit_local(&mut self, stmt: &syn::Local) {
        visit::visit_local(self, stmt);
        if let Some(init) = &stmt.init {
            let value = self.value(&init.expr);
            let pat = if let Pat::Type(typed) = &stmt.pat { &typed.pat } else { &stmt.pat };
            self.bind(pat, &value);
            if let (Pat::Ident(pat), Expr::MethodCall(_)) = (pat, &*init.expr) {
                let item = self.items(&init.expr);
                self.iterators.extend(self.locals.get(&pat.ident).map(|local| (local, item)));
            }
        }
    }
    fn visit_expr_let(&mut self, expr: &syn::ExprLet) {
        let value = self.value(&expr.expr);
        self.bind(&expr.pat, &value);
        visit::visit_expr_let(self, expr);
    }
    fn visit_expr_match(&mut self, expr: &syn::ExprMatch) {
        self.visit_expr(&expr.expr);
        let value = self.value(&expr.expr);
        for arm in &expr.arms {
            self.bind(&arm.pat, &value);
            self.visit_expr(&arm.body);
        }
    }
    fn visit_expr_for_loop(&mut self, expr: &syn::ExprForLoop) {
        self.visit_expr(&expr.expr);
        let item = self.items(&expr.expr);
        self.bind(&expr.pat, &item);
        self.visit_block(&expr.body);
    }
    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_expr_lit(&mut self, _: &syn::ExprLit) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_macro(&mut self, _: &syn::Macro) {}
    fn visit_item(&mut self, _: &syn::Item) {}
    fn visit_type(&mut self, _: &syn::Type) {}
}
