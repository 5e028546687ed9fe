//! Syntactic questions about a body.
//!
//! In: syntax. Out: whether it has to be taken apart, whether it jumps somewhere, whether an
//! expression is a place. No question looks into closures, `async` blocks or items, whose control
//! flow is their own, nor into paths, which are most of what there is and hold nothing.

use proc_macro2::{Delimiter, Ident, Spacing, TokenStream, TokenTree};
use syn::{Attribute, Block, Expr, ExprMatch, ExprYield, Lifetime, Stmt, UnOp};

use crate::{
    known,
    resolve::is_binding,
    visit::{self, Visit},
};

/// The attribute that marks a branch that must be taken apart although nothing in it suspends.
pub const FORCED: &str = "__coro_forced";

/// Tells whether an expression suspends or holds a branch that is to be taken apart.
pub fn needs_lowering(expr: &Expr) -> bool {
    let mut scan = Needs { found: false };
    scan.visit_expr(expr);
    scan.found
}

/// Tells whether a statement has to be taken apart.
pub fn stmt_needs_lowering(stmt: &Stmt) -> bool {
    let mut scan = Needs { found: false };
    scan.visit_stmt(stmt);
    scan.found
}

/// Tells whether a function puts its argument into a box.
pub fn makes_box(func: &Expr) -> bool {
    let Expr::Path(path) = func else { return false };
    let mut segments = path.path.segments.iter().rev().map(|segment| &segment.ident);
    match (segments.next(), segments.next()) {
        (Some(name), Some(ty)) => name == "new" && ["Box", "Rc", "Arc"].iter().any(|it| ty == it),
        _ => false,
    }
}

/// Tells whether a block has to be taken apart.
pub fn block_needs_lowering(block: &Block) -> bool {
    block.stmts.iter().any(stmt_needs_lowering)
}

/// Tells whether the arms of a `match` suspend, or are to jump apart.
pub fn arms_need_lowering(branch: &ExprMatch) -> bool {
    is_forced(&branch.attrs) || branch.arms.iter().any(|arm| needs_lowering(&arm.body))
}

/// Tells whether an expression is a `match` whose arms suspend, or are to jump apart.
pub fn is_match_of_lowered_arms(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(paren) => is_match_of_lowered_arms(&paren.expr),
        Expr::Match(branch) => arms_need_lowering(branch),
        _ => false,
    }
}

/// Tells whether attributes hold the forced mark.
pub fn is_forced(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident(FORCED))
}

/// Tells whether an attribute is the forced mark for the condition of what it stands on.
pub fn is_of_condition(attr: &Attribute) -> bool {
    attr.path().is_ident(FORCED) && attr.meta.require_list().is_ok()
}

struct Needs {
    found: bool,
}

impl Visit<'_> for Needs {
    fn visit_expr(&mut self, expr: &Expr) {
        if !self.found {
            visit::visit_expr(self, expr);
        }
    }
    fn visit_expr_yield(&mut self, _: &ExprYield) {
        self.found = true;
    }
    fn visit_attribute(&mut self, attr: &Attribute) {
        self.found |= attr.path().is_ident(FORCED);
    }
    fn visit_macro(&mut self, mac: &syn::Macro) {
        // A delegation is one until it is desugared.
        self.found |= mac.path.segments.last().is_some_and(|name| name.ident == "yield_from");
        if let Some(known) = known::parse_control(mac) {
            for arg in &known.args {
                self.visit_expr(&arg.expr);
            }
        }
    }
    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
    fn visit_expr_const(&mut self, _: &syn::ExprConst) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Tells whether statements jump to a label by `break`.
pub fn breaks_to(stmts: &[Stmt], label: &Lifetime) -> bool {
    let mut scan = Breaks::new(label, false);
    stmts.iter().any(|stmt| {
        scan.visit_stmt(stmt);
        scan.found
    })
}

/// Tells whether an expression jumps to a label by `break`.
pub fn expr_breaks_to(expr: &Expr, label: &Lifetime) -> bool {
    let mut scan = Breaks::new(label, false);
    scan.visit_expr(expr);
    scan.found
}

/// Tells whether a block jumps to a label by `break` with a value.
fn breaks_with_value(block: &syn::Block, label: &Lifetime) -> bool {
    let mut scan = Breaks::new(label, true);
    scan.visit_block(block);
    scan.found
}

struct Breaks {
    label: String,
    /// Whether a `break` without a value is none that is looked for.
    with_value: bool,
    found: bool,
}

impl Breaks {
    fn new(label: &Lifetime, with_value: bool) -> Self {
        Self { label: label.ident.to_string(), with_value, found: false }
    }
}

impl Visit<'_> for Breaks {
    fn visit_expr(&mut self, expr: &Expr) {
        if !self.found {
            visit::visit_expr(self, expr);
        }
    }
    fn visit_expr_break(&mut self, expr: &syn::ExprBreak) {
        self.found |= (!self.with_value || expr.expr.is_some())
            && expr.label.as_ref().is_some_and(|label| label.ident == self.label);
        visit::visit_expr_break(self, expr);
    }
    fn visit_macro(&mut self, mac: &syn::Macro) {
        self.found |= names_label(mac.tokens.clone(), &self.label);
    }
    // None holds a jump that leaves it.
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_pat(&mut self, pat: &syn::Pat) {
        if let syn::Pat::Guard(pat) = pat {
            self.visit_expr(&pat.guard);
        }
    }
    fn visit_type(&mut self, _: &syn::Type) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Tells whether an expression is a place: something that `&` borrows and does not copy.
pub fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) | Expr::Index(_) | Expr::Field(_) => true,
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)),
        Expr::Paren(paren) => is_place(&paren.expr),
        Expr::Group(group) => is_place(&group.expr),
        _ => false,
    }
}

/// Tells whether an expression is the name of a local, of a resolved body.
pub fn is_local_name(expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) => path.path.get_ident().is_some_and(crate::resolve::names::is_local),
        _ => false,
    }
}

/// Tells whether an expression surely makes a temporary when it is borrowed.
pub fn is_value(expr: &Expr) -> bool {
    !matches!(
        expr,
        Expr::Path(_) | Expr::Index(_) | Expr::Field(_) | Expr::Paren(_) | Expr::Group(_)
    ) && !matches!(expr, Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)))
}

/// Tells whether looking at a place again gives the same place: names, fields and dereferences.
pub fn is_stable_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) => true,
        Expr::Field(field) => is_stable_place(&field.base),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)) && is_stable_place(&unary.expr),
        Expr::Paren(paren) => is_stable_place(&paren.expr),
        Expr::Group(group) => is_stable_place(&group.expr),
        _ => false,
    }
}

/// Tells whether an expression has the type `()` by its form, where it comes to its end at all.
pub fn is_unit_form(expr: &Expr) -> bool {
    match expr {
        Expr::Tuple(tuple) => tuple.elems.is_empty(),
        Expr::While(_) | Expr::ForLoop(_) | Expr::Assign(_) => true,
        Expr::Binary(binary) => is_compound_assignment(&binary.op),
        Expr::Block(block) => {
            block_is_unit(&block.block)
                && block
                    .label
                    .as_ref()
                    .is_none_or(|label| !breaks_with_value(&block.block, &label.name))
        }
        Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) => true,
        Expr::Field(_) => crate::ir::Marker::parse(expr).is_some(),
        Expr::Unsafe(block) => block_is_unit(&block.block),
        Expr::If(expr) => match &expr.else_branch {
            None => true,
            Some((_, other)) => block_is_unit(&expr.then_branch) && is_unit_form(other),
        },
        Expr::Match(expr) => {
            !expr.arms.is_empty() && expr.arms.iter().all(|arm| is_unit_form(&arm.body))
        }
        Expr::Paren(paren) => is_unit_form(&paren.expr),
        _ => false,
    }
}

/// Tells whether tokens name a label.
fn names_label(tokens: TokenStream, label: &str) -> bool {
    let mut quoted = false;
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => names_label(group.stream(), label),
        TokenTree::Punct(punct) => {
            quoted = punct.as_char() == '\'';
            false
        }
        TokenTree::Ident(ident) => std::mem::take(&mut quoted) && ident == label,
        TokenTree::Literal(_) => false,
    })
}

/// Lists the expressions that give a branch or a block its value.
pub fn tails(expr: &Expr) -> Box<dyn Iterator<Item = &Expr> + '_> {
    fn of_block(block: &syn::Block) -> Box<dyn Iterator<Item = &Expr> + '_> {
        match block.stmts.last() {
            Some(Stmt::Expr(last, None)) => tails(last),
            _ => Box::new(std::iter::empty()),
        }
    }
    match expr {
        Expr::Block(expr) => of_block(&expr.block),
        Expr::Unsafe(expr) => of_block(&expr.block),
        Expr::Match(expr) => Box::new(expr.arms.iter().flat_map(|arm| tails(&arm.body))),
        Expr::If(expr) => {
            let other = expr.else_branch.iter().flat_map(|(_, other)| tails(other));
            Box::new(of_block(&expr.then_branch).chain(other))
        }
        expr => Box::new(std::iter::once(expr)),
    }
}

/// Tells whether a value may only have its type together with others: literals, what constructors make, and
/// methods whose result their use decides.
pub fn shows_part_of_type(value: &Expr) -> bool {
    match value {
        Expr::Lit(_) | Expr::Array(_) => true,
        Expr::Path(path) => is_of_type(&path.path),
        Expr::Call(call) => matches!(&*call.func, Expr::Path(path) if is_of_type(&path.path)),
        Expr::MethodCall(call) => {
            call.turbofish.is_none() && gives_what_is_wanted(&call.method.to_string())
        }
        _ => false,
    }
}

/// Tells whether a path leads through a type, and gives it no arguments.
pub fn is_of_type(path: &syn::Path) -> bool {
    let names = path.segments.iter().map(|segment| segment.ident.to_string());
    let is_type = |name: String| name.starts_with(char::is_uppercase);
    path.segments.iter().all(|segment| segment.arguments.is_none())
        && names.into_iter().any(is_type)
}

/// Tells whether what takes the result of a method decides its type.
pub fn gives_what_is_wanted(method: &str) -> bool {
    matches!(method, "into" | "try_into" | "collect" | "parse" | "sum" | "product")
}

/// Tells whether the values of a branch, a loop or a labelled block may only have their type together.
pub fn shows_type_in_parts(expr: &Expr) -> bool {
    struct Values(bool);
    impl Visit<'_> for Values {
        fn visit_expr_break(&mut self, expr: &syn::ExprBreak) {
            self.0 |= expr.expr.iter().any(|value| tails(value).any(shows_part_of_type));
            visit::visit_expr_break(self, expr);
        }
        fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
        fn visit_item(&mut self, _: &syn::Item) {}
    }
    let mut values = Values(false);
    match expr {
        Expr::Loop(expr) => values.visit_block(&expr.body),
        Expr::Block(expr) if expr.label.is_some() => values.visit_block(&expr.block),
        Expr::If(branch) if branch.else_branch.is_none() => return false,
        _ => {}
    }
    let is_branch = !matches!(expr, Expr::Loop(_)) && tails(expr).nth(1).is_some();
    values.0 || is_branch && tails(expr).any(shows_part_of_type)
}

/// Tells whether an expression has no value but `()` by what it calls, or never comes to its end.
pub fn is_surely_unit(expr: &Expr) -> bool {
    match expr {
        Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) => true,
        Expr::Macro(expr) => matches!(
            known::std_name(&expr.mac.path).as_deref(),
            Some(
                "print"
                    | "println"
                    | "eprint"
                    | "eprintln"
                    | "assert"
                    | "assert_eq"
                    | "assert_ne"
                    | "debug_assert"
                    | "debug_assert_eq"
                    | "debug_assert_ne"
                    | "panic"
                    | "todo"
                    | "unimplemented"
                    | "unreachable"
            )
        ),
        Expr::Call(expr) => {
            let Expr::Path(function) = &*expr.func else { return false };
            let name = function.path.segments.last().map(|last| last.ident.to_string());
            matches!(name.as_deref(), Some("drop" | "swap" | "forget"))
        }
        Expr::MethodCall(expr) => matches!(
            expr.method.to_string().as_str(),
            "push"
                | "push_str"
                | "push_back"
                | "push_front"
                | "clear"
                | "extend"
                | "truncate"
                | "reverse"
        ),
        expr => is_unit_form(expr) || crate::ir::Marker::parse(expr).is_some(),
    }
}

fn block_is_unit(block: &syn::Block) -> bool {
    match block.stmts.last() {
        None => true,
        Some(Stmt::Expr(expr, None)) => is_unit_form(expr),
        Some(_) => true,
    }
}

/// Tells whether a function is `into_iter`, called by a path as the head of a `for` does.
pub fn is_into_iter(function: &Expr) -> bool {
    let Expr::Path(function) = function else { return false };
    function.path.segments.last().is_some_and(|last| last.ident == "into_iter")
}

/// Tells whether a condition is a `let`, or a chain with one.
pub fn holds_let(cond: &Expr) -> bool {
    match cond {
        Expr::Let(_) => true,
        Expr::Binary(expr) if matches!(expr.op, syn::BinOp::And(_)) => {
            holds_let(&expr.left) || holds_let(&expr.right)
        }
        _ => false,
    }
}

/// Tells whether an operator is `+=` or one of its kin.
pub fn is_compound_assignment(op: &syn::BinOp) -> bool {
    use syn::BinOp as Op;
    matches!(
        op,
        Op::AddAssign(_)
            | Op::SubAssign(_)
            | Op::MulAssign(_)
            | Op::DivAssign(_)
            | Op::RemAssign(_)
            | Op::BitXorAssign(_)
            | Op::BitAndAssign(_)
            | Op::BitOrAssign(_)
            | Op::ShlAssign(_)
            | Op::ShrAssign(_)
    )
}

/// Tells whether an operator looks at its operands in place.
pub fn is_comparison(op: &syn::BinOp) -> bool {
    use syn::BinOp as Op;
    matches!(op, Op::Eq(_) | Op::Ne(_) | Op::Lt(_) | Op::Le(_) | Op::Gt(_) | Op::Ge(_))
}

/// Tells whether an operator is `&&` or `||`.
pub fn is_lazy(op: &syn::BinOp) -> bool {
    matches!(op, syn::BinOp::And(_) | syn::BinOp::Or(_))
}

/// Wraps a block as an expression.
pub fn block_as_expr(block: &syn::Block) -> Expr {
    Expr::Block(syn::ExprBlock { attrs: Vec::new(), label: None, block: block.clone() })
}

/// Tells whether an expression is a statement without a semicolon.
pub fn is_block_like(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::If(_)
            | Expr::Match(_)
            | Expr::Loop(_)
            | Expr::While(_)
            | Expr::ForLoop(_)
            | Expr::Block(_)
            | Expr::Unsafe(_)
    )
}

/// Tells whether lowered code holds a jump to another block or a suspension.
pub fn leaves_block(expr: &Expr) -> bool {
    struct Exits(bool);
    impl Visit<'_> for Exits {
        fn visit_expr(&mut self, expr: &Expr) {
            match crate::ir::Marker::parse(expr) {
                Some(marker) => self.0 |= marker.leaves(),
                None => visit::visit_expr(self, expr),
            }
        }
        fn visit_macro(&mut self, mac: &syn::Macro) {
            if let Some(known) = known::parse_control(mac) {
                for arg in &known.args {
                    self.visit_expr(&arg.expr);
                }
            }
        }
    }
    let mut scan = Exits(false);
    scan.visit_expr(expr);
    scan.0
}

/// Tells whether an expression holds a `return`, `?`, `break` or `continue`.
pub fn holds_jump(expr: &Expr) -> bool {
    let mut jumps = Jumps { found: false };
    jumps.visit_expr(expr);
    jumps.found
}

/// Tells whether a statement holds one.
pub fn stmt_holds_jump(stmt: &Stmt) -> bool {
    let mut jumps = Jumps { found: false };
    jumps.visit_stmt(stmt);
    jumps.found
}

struct Jumps {
    found: bool,
}

impl Visit<'_> for Jumps {
    fn visit_expr_return(&mut self, _: &syn::ExprReturn) {
        self.found = true;
    }
    fn visit_expr_try(&mut self, _: &syn::ExprTry) {
        self.found = true;
    }
    fn visit_expr_break(&mut self, _: &syn::ExprBreak) {
        self.found = true;
    }
    fn visit_expr_continue(&mut self, _: &syn::ExprContinue) {
        self.found = true;
    }
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// The name that a `let` only binds again: `let name = name;`.
pub fn rebound(stmt: &syn::Local) -> Option<&Ident> {
    let (syn::Pat::Ident(pat), Some(init)) = (&stmt.pat, &stmt.init) else { return None };
    let is_name = matches!(&*init.expr, Expr::Path(path) if path.path.is_ident(&pat.ident));
    is_name.then_some(&pat.ident)
}

/// Tells whether a pattern takes all of what it matches.
fn takes_whole(pat: &syn::Pat) -> bool {
    matches!(pat, syn::Pat::Ident(name)
        if name.by_ref.is_none() && name.subpat.is_none() && is_binding(name))
}

/// The name that a statement takes before it does anything else.
pub fn taken_first(stmt: &Stmt) -> Option<&Ident> {
    fn first(expr: &Expr) -> Option<&Ident> {
        match expr {
            Expr::Path(path) => path.path.get_ident(),
            Expr::Paren(expr) => first(&expr.expr),
            Expr::Assign(expr) => first(&expr.right),
            Expr::Block(expr) => expr.block.stmts.first().and_then(taken_first),
            Expr::Match(expr) => {
                let taken = || expr.arms.iter().all(|arm| takes_whole(&arm.pat));
                first(&expr.expr).filter(|_| !is_place(&expr.expr) || taken())
            }
            Expr::If(expr) => first(&expr.cond),
            Expr::Let(expr) => {
                first(&expr.expr).filter(|_| !is_place(&expr.expr) || takes_whole(&expr.pat))
            }
            Expr::Call(expr) => expr.args.first().and_then(first),
            Expr::MethodCall(expr) if !is_place(&expr.receiver) => first(&expr.receiver),
            _ => None,
        }
    }
    match stmt {
        Stmt::Local(stmt) => stmt.init.as_ref().and_then(|init| first(&init.expr)),
        Stmt::Expr(expr, _) => first(expr),
        _ => None,
    }
}

/// Tells whether a token is a punctuation mark.
pub fn is_punct(token: &TokenTree, char: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == char)
}

/// Tells whether the tokens behind a name select a field of it, and takes its dot and name.
pub fn takes_field(tokens: &mut std::iter::Peekable<proc_macro2::token_stream::IntoIter>) -> bool {
    let mut ahead = tokens.clone();
    let dot = ahead.next().is_some_and(|token| matches!(token, TokenTree::Punct(dot) if dot.as_char() == '.' && dot.spacing() == Spacing::Alone));
    let field = match ahead.next() {
        Some(TokenTree::Ident(name)) => name != "await",
        Some(TokenTree::Literal(_)) => true,
        _ => false,
    };
    // Behind the name of a method are its arguments, or their types.
    let called = match ahead.peek() {
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Parenthesis,
        Some(TokenTree::Punct(punct)) => punct.as_char() == ':',
        _ => false,
    };
    let selects = dot && field && !called;
    if selects {
        tokens.nth(1);
    }
    selects
}
