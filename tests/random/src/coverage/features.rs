//! What a body has besides suspensions: patterns, declarations, closures, macros, moves.

use syn::{Block, Expr, Pat, Stmt, visit::Visit};

use crate::{
    generate::FUNCTIONS,
    program::{Form, Function, Receiver},
};

macro_rules! features {
    ($($name:literal,)*) => {
        /// The names of all features.
        pub const ALL: &[&str] = &[$($name,)*];
    };
}

features! {
    "form: Resume", "form: Box<dyn Resume>", "form: Iterator", "form: Box<dyn Iterator>",
    "form: Clone", "receiver: self", "receiver: &self", "receiver: &mut self",
    "parameter: #[resume]", "parameter: pattern", "parameter: _", "parameter: mut",
    "input: ()", "input: i64", "input: bool", "input: D", "input: Option", "input: tuple",
    "? yields an error", "let: pattern", "let: else", "let: deferred", "let: annotated",
    "let: shadows", "let: _", "pattern: tuple", "pattern: struct", "pattern: tuple struct",
    "pattern: slice", "pattern: or", "pattern: @", "pattern: ref", "pattern: mut", "pattern: ..",
    "pattern: range", "pattern: literal", "match: guard", "if: let chain", "while: let chain",
    "else if", "jump: labelled break", "jump: break with value", "jump: labelled continue",
    "jump: continue", "jump: return", "closure: move", "closure: stored", "closure: called in place",
    "closure: boxed", "fn pointer", "item: fn", "item: const", "item: struct", "item: use",
    "item: macro_rules", "macro: opaque", "format: inline capture", "assign: destructuring",
    "borrow: & local", "borrow: &mut local", "mem::replace", "range ..=", "method: by reference",
    "method: by value", "method: of an adaptor's name, on a local", "statement: unsafe", "index: local", "cast", "local: named as a function",
    "call: of a name that locals have", "suspension: unreached",
    "move: a whole local", "move: a part", "move: on some ways only",
    "move: in a loop, of a local outside", "guard: only lives, across a suspension",
    "reference: dead at a suspension", "reference: borrowed again behind a suspension",
    "reference: used on both sides of a suspension",
    "pattern: binds references to outer data", "assign: a local again",
    "closure: captures by reference", "closure: captures by unique reference",
    "closure: captures by value", "closure: `move`, captures",
    "closure: `move`, across a suspension", "closure: called once", "delegation: to a coroutine",
    "delegation: to an iterator",
}

/// Calls `note` for each feature of a function.
pub fn count(function: &Function, body: &Block, note: &mut dyn FnMut(&'static str)) {
    signature(function, note);
    let mut search = Search { note };
    search.visit_block(body);
}

fn signature(function: &Function, note: &mut dyn FnMut(&'static str)) {
    note(match function.form {
        Form::Resume => "form: Resume",
        Form::Box => "form: Box<dyn Resume>",
        Form::Iterator => "form: Iterator",
        Form::BoxIterator => "form: Box<dyn Iterator>",
    });
    match function.receiver {
        Receiver::None => {}
        Receiver::Value => note("receiver: self"),
        Receiver::Ref => note("receiver: &self"),
        Receiver::Mut => note("receiver: &mut self"),
    }
    if function.clone {
        note("form: Clone");
    }
    if function.first.is_some() {
        note("parameter: #[resume]");
    }
    for param in &function.params {
        match param.pattern.as_str() {
            "_" => note("parameter: _"),
            pattern if pattern.starts_with("mut ") => note("parameter: mut"),
            pattern if pattern.contains(['(', '{', '[']) => note("parameter: pattern"),
            _ => {}
        }
    }
    let input = function.input.text();
    note(match input.as_str() {
        "()" => "input: ()",
        "i64" => "input: i64",
        "bool" => "input: bool",
        "D" => "input: D",
        option if option.starts_with("Option") => "input: Option",
        _ => "input: tuple",
    });
    if function.yields_errors && function.body.contains('?') {
        note("? yields an error");
    }
}

fn is_jump(expr: &Expr) -> bool {
    matches!(expr, Expr::Return(_) | Expr::Break(_) | Expr::Continue(_))
}

struct Search<'a> {
    note: &'a mut dyn FnMut(&'static str),
}

impl Search<'_> {
    fn note(&mut self, name: &'static str) {
        (self.note)(name);
    }

    fn chain(&mut self, condition: &Expr, name: &'static str) {
        if matches!(condition, Expr::Binary(_)) && super::construct::has_let(condition) {
            self.note(name);
        }
    }
}

impl<'ast> Visit<'ast> for Search<'_> {
    fn visit_block(&mut self, block: &'ast Block) {
        let mut names: Vec<String> = Vec::new();
        let jumps = |stmt: &Stmt| matches!(stmt, Stmt::Expr(expr, _) if is_jump(expr));
        let mut behind = block.stmts.iter().skip_while(|stmt| !jumps(stmt)).skip(1);
        if behind.any(|stmt| quote::quote!(#stmt).to_string().contains("yield_ !")) {
            self.note("suspension: unreached");
        }
        for stmt in &block.stmts {
            if let Stmt::Local(local) = stmt {
                if local.init.is_none() {
                    self.note("let: deferred");
                }
                if let Pat::Ident(ident) = &local.pat {
                    let name = ident.ident.to_string();
                    if names.contains(&name) {
                        self.note("let: shadows");
                    }
                    names.push(name);
                }
            }
        }
        syn::visit::visit_block(self, block);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        match &local.pat {
            Pat::Wild(_) => self.note("let: _"),
            Pat::Ident(_) => {}
            Pat::Type(_) => self.note("let: annotated"),
            _ => self.note("let: pattern"),
        }
        if let Some(init) = &local.init {
            if init.diverge.is_some() {
                self.note("let: else");
            }
            if matches!(*init.expr, Expr::Closure(_)) {
                self.note("closure: stored");
            }
        }
        syn::visit::visit_local(self, local);
    }

    fn visit_pat(&mut self, pat: &'ast Pat) {
        match pat {
            Pat::Tuple(_) => self.note("pattern: tuple"),
            Pat::Struct(pattern) => {
                self.note("pattern: struct");
                if pattern.rest.is_some() {
                    self.note("pattern: ..");
                }
            }
            Pat::TupleStruct(_) => self.note("pattern: tuple struct"),
            Pat::Slice(_) => self.note("pattern: slice"),
            Pat::Or(_) => self.note("pattern: or"),
            Pat::Range(_) => self.note("pattern: range"),
            Pat::Lit(_) => self.note("pattern: literal"),
            Pat::Guard(_) => self.note("match: guard"),
            Pat::Rest(_) => self.note("pattern: .."),
            Pat::Ident(ident) => {
                if FUNCTIONS.iter().any(|name| ident.ident == name) {
                    self.note("local: named as a function");
                }
                if ident.by_ref.is_some() {
                    self.note("pattern: ref");
                }
                if ident.mutability.is_some() {
                    self.note("pattern: mut");
                }
                if ident.subpat.is_some() {
                    self.note("pattern: @");
                }
            }
            _ => {}
        }
        syn::visit::visit_pat(self, pat);
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::If(branch) => {
                self.chain(&branch.cond, "if: let chain");
                if branch.else_branch.as_ref().is_some_and(|(_, e)| matches!(**e, Expr::If(_))) {
                    self.note("else if");
                }
            }
            Expr::While(repeat) => self.chain(&repeat.cond, "while: let chain"),
            Expr::Break(jump) => {
                if jump.label.is_some() {
                    self.note("jump: labelled break");
                }
                if jump.expr.is_some() {
                    self.note("jump: break with value");
                }
            }
            Expr::Continue(jump) => self.note(if jump.label.is_some() {
                "jump: labelled continue"
            } else {
                "jump: continue"
            }),
            Expr::Return(_) => self.note("jump: return"),
            Expr::Closure(closure) if closure.capture.is_some() => self.note("closure: move"),
            Expr::Call(call) if super::construct::is_closure(&call.func) => {
                self.note("closure: called in place");
            }
            Expr::Call(call) => {
                if let Expr::Path(path) = &*call.func {
                    if path.path.segments.last().is_some_and(|last| last.ident == "replace") {
                        self.note("mem::replace");
                    }
                    if FUNCTIONS.iter().any(|name| path.path.is_ident(name)) {
                        self.note("call: of a name that locals have");
                    }
                }
            }
            Expr::MethodCall(call) => {
                let by_value = call.method.to_string().starts_with("into_");
                self.note(if by_value { "method: by value" } else { "method: by reference" });
                let adapts = ["map", "filter", "count", "skip", "max", "last", "reduce", "or"]
                    .iter()
                    .any(|name| call.method == name);
                if adapts && matches!(*call.receiver, Expr::Path(_)) {
                    self.note("method: of an adaptor's name, on a local");
                }
            }
            Expr::Unsafe(_) => self.note("statement: unsafe"),
            Expr::Cast(_) => self.note("cast"),
            Expr::Index(index) if matches!(*index.expr, Expr::Path(_)) => self.note("index: local"),
            Expr::Range(range) if matches!(range.limits, syn::RangeLimits::Closed(_)) => {
                self.note("range ..=");
            }
            Expr::Reference(reference) if matches!(*reference.expr, Expr::Path(_)) => {
                self.note(if reference.mutability.is_some() {
                    "borrow: &mut local"
                } else {
                    "borrow: & local"
                });
            }
            Expr::Assign(assign) if matches!(*assign.left, Expr::Tuple(_)) => {
                self.note("assign: destructuring");
            }
            _ => {}
        }
        syn::visit::visit_expr(self, expr);
    }

    fn visit_type(&mut self, ty: &'ast syn::Type) {
        if matches!(ty, syn::Type::FnPtr(_)) {
            self.note("fn pointer");
        }
        if let syn::Type::Path(path) = ty {
            if path.path.segments.last().is_some_and(|last| last.ident == "Box") {
                let text = quote::quote!(#path).to_string();
                if text.contains("dyn Fn") {
                    self.note("closure: boxed");
                }
            }
        }
        syn::visit::visit_type(self, ty);
    }

    fn visit_item(&mut self, item: &'ast syn::Item) {
        match item {
            syn::Item::Fn(_) => self.note("item: fn"),
            syn::Item::Const(_) => self.note("item: const"),
            syn::Item::Struct(_) => self.note("item: struct"),
            syn::Item::Use(_) => self.note("item: use"),
            syn::Item::Macro(_) => self.note("item: macro_rules"),
            _ => {}
        }
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        if mac.path.is_ident("say") {
            self.note("macro: opaque");
        }
        let text = mac.tokens.to_string();
        if text.contains("{x") {
            self.note("format: inline capture");
        }
        let mut arguments = mac.clone();
        let mut parsed = Vec::new();
        crate::rewrite::arguments_mut(&mut arguments, |argument| parsed.push(argument.clone()));
        for argument in &parsed {
            // What is found here lives only as long as this call.
            Search { note: &mut *self.note }.visit_argument(argument);
        }
    }
}

impl Search<'_> {
    fn visit_argument(&mut self, argument: &Expr) {
        let mut inner = Search { note: &mut *self.note };
        Visit::visit_expr(&mut inner, argument);
    }
}
