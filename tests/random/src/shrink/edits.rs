//! All ways to make a body one step smaller.
//!
//! In: a body. Out: bodies with one statement, arm or branch less, or with one expression replaced
//! by a part of it or by a constant. Whether they compile is for rustc to say.

use quote::ToTokens as _;
use syn::{Block, Expr, Stmt, parse_quote, visit_mut::VisitMut};

/// Returns every body that is one edit away.
pub(super) fn smaller(body: &Block) -> Vec<(Kind, Block)> {
    let mut bodies = Vec::new();
    loop {
        let mut edited = body.clone();
        let mut editor = Editor { left: bodies.len(), done: false, kind: Kind::Statement };
        editor.visit_block_mut(&mut edited);
        if !editor.done {
            return bodies;
        }
        bodies.push((editor.kind, edited));
    }
}

/// What an edit is about: the earlier ones are the likelier to give a program that compiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Leaves out statements.
    Statement,
    /// Replaces an expression.
    Expression,
    /// Simplifies a pattern.
    Pattern,
}

/// Applies the edit with one number.
struct Editor {
    left: usize,
    done: bool,
    kind: Kind,
}

impl Editor {
    /// Counts the edits at one place; returns the number of the one to apply here, if any.
    fn choose(&mut self, count: usize) -> Option<usize> {
        if self.done {
            return None;
        }
        if self.left < count {
            self.done = true;
            return Some(self.left);
        }
        self.left -= count;
        None
    }
}

impl VisitMut for Editor {
    fn visit_block_mut(&mut self, block: &mut Block) {
        let count = block.stmts.len();
        // The halves first, then each statement.
        if count > 2 {
            if let Some(half) = self.choose(2) {
                let tail = block.stmts.split_off(count / 2);
                if half == 1 {
                    block.stmts = tail;
                }
                return;
            }
        }
        if let Some(index) = self.choose(count) {
            block.stmts.remove(index);
            return;
        }
        // A nested block's statements in place of it.
        let nested: Vec<_> =
            (0..count).filter(|&n| inner_block(&block.stmts[n]).is_some()).collect();
        if let Some(index) = self.choose(nested.len()) {
            let at = nested[index];
            let inner = inner_block(&block.stmts[at]).expect("filtered").clone();
            block.stmts.splice(at..=at, inner.stmts);
            return;
        }
        syn::visit_mut::visit_block_mut(self, block);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let mut simpler = parts(expr);
        simpler.extend(constants(expr));
        if let Some(index) = self.choose(simpler.len()) {
            self.kind = Kind::Expression;
            *expr = simpler.swap_remove(index);
            return;
        }
        let mut fewer = with_less(expr);
        if let Some(index) = self.choose(fewer.len()) {
            self.kind = Kind::Expression;
            *expr = fewer.swap_remove(index);
            return;
        }
        syn::visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_pat_mut(&mut self, pat: &mut syn::Pat) {
        if let syn::Pat::Ident(ident) = pat {
            if let Some(edit) = self.choose(1 + usize::from(ident.mutability.is_some())) {
                self.kind = Kind::Pattern;
                if edit == 0 {
                    *pat = parse_quote!(_);
                } else {
                    ident.mutability = None;
                }
                return;
            }
        }
        syn::visit_mut::visit_pat_mut(self, pat);
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        crate::rewrite::arguments_mut(mac, |argument| self.visit_expr_mut(argument));
    }

    fn visit_type_mut(&mut self, _: &mut syn::Type) {}
}

/// The block that a statement is, or whose branches it runs.
fn inner_block(stmt: &Stmt) -> Option<&Block> {
    let Stmt::Expr(expr, _) = stmt else { return None };
    match expr {
        Expr::Block(block) => Some(&block.block),
        Expr::Unsafe(block) => Some(&block.block),
        Expr::If(branch) => Some(&branch.then_branch),
        Expr::While(repeat) => Some(&repeat.body),
        Expr::ForLoop(repeat) => Some(&repeat.body),
        Expr::Loop(repeat) => Some(&repeat.body),
        _ => None,
    }
}

fn as_expr(block: &Block) -> Expr {
    match &block.stmts[..] {
        [Stmt::Expr(tail, None)] => tail.clone(),
        _ => parse_quote!(#block),
    }
}

/// The expressions that an expression consists of.
fn parts(expr: &Expr) -> Vec<Expr> {
    match expr {
        Expr::Array(array) => array.elems.iter().cloned().collect(),
        Expr::Assign(assign) => vec![(*assign.right).clone()],
        Expr::Binary(binary) => vec![(*binary.left).clone(), (*binary.right).clone()],
        Expr::Block(block) if block.block.stmts.len() == 1 && block.label.is_none() => {
            vec![as_expr(&block.block)]
        }
        Expr::Block(block) => {
            let inner = &block.block;
            if block.label.is_some() { vec![parse_quote!(#inner)] } else { Vec::new() }
        }
        Expr::Unsafe(block) => vec![as_expr(&block.block)],
        Expr::Call(call) => call.args.iter().cloned().collect(),
        Expr::Cast(cast) => vec![(*cast.expr).clone()],
        Expr::Field(field) => vec![(*field.base).clone()],
        Expr::If(branch) => {
            let mut parts = vec![as_expr(&branch.then_branch)];
            parts.extend(branch.else_branch.iter().map(|(_, other)| (**other).clone()));
            parts.push((*branch.cond).clone());
            parts
        }
        Expr::Index(index) => vec![(*index.expr).clone(), (*index.index).clone()],
        Expr::Let(condition) => vec![(*condition.expr).clone()],
        Expr::Match(choice) => {
            let mut parts: Vec<_> = choice.arms.iter().map(|arm| (*arm.body).clone()).collect();
            parts.push((*choice.expr).clone());
            parts
        }
        Expr::MethodCall(call) => {
            let mut parts = vec![(*call.receiver).clone()];
            parts.extend(call.args.iter().cloned());
            parts
        }
        Expr::Paren(paren) => vec![(*paren.expr).clone()],
        Expr::Range(range) => range.start.iter().chain(&range.end).map(|e| (**e).clone()).collect(),
        Expr::Reference(reference) => vec![(*reference.expr).clone()],
        Expr::Repeat(repeat) => vec![(*repeat.expr).clone()],
        Expr::Return(jump) => jump.expr.iter().map(|e| (**e).clone()).collect(),
        Expr::Break(jump) => jump.expr.iter().map(|e| (**e).clone()).collect(),
        Expr::Struct(literal) => literal.fields.iter().map(|field| field.expr.clone()).collect(),
        Expr::Try(question) => vec![(*question.expr).clone()],
        Expr::Tuple(tuple) => tuple.elems.iter().cloned().collect(),
        Expr::Unary(unary) => vec![(*unary.expr).clone()],
        Expr::Macro(mac) => {
            let mut mac = mac.mac.clone();
            let mut parts = Vec::new();
            crate::rewrite::arguments_mut(&mut mac, |argument| parts.push(argument.clone()));
            parts
        }
        _ => Vec::new(),
    }
}

/// Constants of the usual types, if the expression is longer.
fn constants(expr: &Expr) -> Vec<Expr> {
    let length = expr.to_token_stream().into_iter().count();
    let constants: [Expr; 5] = [
        parse_quote!(1),
        parse_quote!(()),
        parse_quote!(true),
        parse_quote!(d(1)),
        parse_quote!(yield_!(d(1))),
    ];
    let text = expr.to_token_stream().to_string();
    constants
        .into_iter()
        .filter(|constant| {
            let tokens = constant.to_token_stream();
            let trivial = matches!(expr, Expr::Lit(_) | Expr::Path(_));
            !trivial
                && (tokens.clone().into_iter().count() < length || length > 2)
                && tokens.to_string() != text
                && tokens.to_string().len() < text.len()
        })
        .collect()
}

/// The expression with a branch, an arm, a label or a guard less.
fn with_less(expr: &Expr) -> Vec<Expr> {
    let mut fewer = Vec::new();
    match expr {
        Expr::If(branch) if branch.else_branch.is_some() => {
            let mut branch = branch.clone();
            branch.else_branch = None;
            fewer.push(Expr::If(branch));
        }
        Expr::Match(choice) => {
            for index in 0..choice.arms.len() {
                if choice.arms.len() > 1 {
                    let mut less = choice.clone();
                    less.arms.remove(index);
                    fewer.push(Expr::Match(less));
                }
                if let syn::Pat::Guard(guarded) = &choice.arms[index].pat {
                    let mut less = choice.clone();
                    less.arms[index].pat = (*guarded.pat).clone();
                    fewer.push(Expr::Match(less));
                }
            }
        }
        Expr::Return(jump) if jump.expr.is_some() => {
            let mut jump = jump.clone();
            jump.expr = None;
            fewer.push(Expr::Return(jump));
        }
        Expr::Array(array) if array.elems.len() > 1 => {
            let mut array = array.clone();
            array.elems.pop();
            fewer.push(Expr::Array(array));
        }
        _ => {}
    }
    fewer
}
