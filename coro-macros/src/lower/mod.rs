//! Body → graph.
//!
//! In: a resolved body. Out: an [`ir::Body`](crate::ir::Body). Only control flow that holds a
//! suspension is taken apart; all else stays as written, but for jumps that leave it.
//!
//! The builder keeps *threads*: blocks whose end is not known yet. A thread is open at some depth
//! of the source's nesting and has the code of each open level. A suspension ends the current
//! thread's code and starts a thread for the code after it, in which all open scopes are opened
//! again. Where a level closes, the threads that reach its end go on: one alone goes on in line,
//! two or more jump to a block of their own. Invariants: every suspension stands at statement
//! level, operands are evaluated left to right, no user code is emitted twice.

mod adapted;
mod branch;
mod chains;
pub mod changes;
mod ends;
mod exits;
mod expr;
mod extended;
mod fates;
mod forced;
pub mod items;
mod leftovers;
mod look;
mod loops;
mod macros;
mod matching;
pub mod operands;
mod pieces;
mod stmt;
mod temporaries;
mod threads;
mod unbound;

#[cfg(test)]
mod tests;

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::{Attribute, Block, Expr, Lifetime, Pat, Stmt, Token, Type, token::Brace};

use self::pieces::{
    dead_value, moved_out, never, parse_quoted, push_tail, unit, valueless_tail, wrap,
};
pub use self::{exits::Rewriter, expr::visit_operands, items::Mentions, operands::root};
use crate::{
    answer,
    args::Krate,
    ast::{self, block_expr, let_stmt},
    attributes,
    diagnostics::Diagnostics,
    ir::{BlockData, BlockId, BlockKind, Body, Decl, Marker, SuspendData, SuspendId, SuspendKind},
    params::Params,
    resolve::{
        knowledge::Knowledge,
        names::{Labels, Local, Locals},
    },
    scan,
    temporaries::is_plain,
    threading,
};

/// What lowering needs to know beside the body.
pub struct Context {
    /// The path of `coro_core`.
    pub krate: Krate,
    /// The label of the loop that a `return` leaves with the return value.
    pub return_label: Lifetime,
    /// The return type where it can be written, for coercions.
    pub ret: Type,
    /// Where the return type is written.
    pub ret_span: Span,
    /// The yield type where it can be written.
    pub output: Type,
    /// What resume arguments are called.
    pub answer: String,
    /// What temporaries are called.
    pub temporary: String,
    /// What operands are called that wait for a suspension.
    pub operand: String,
    /// Whether resume arguments carry nothing.
    pub unit_input: bool,
    /// Whether they surely are something else.
    pub valued_input: bool,
    /// What is known about the type of resume arguments.
    pub input: Knowledge,
    /// Whether the coroutine returns `()`.
    pub unit_return: bool,
    /// How often each name is mentioned in the function.
    pub mentions: Mentions,
    /// Where generated code stands that belongs to no place of the body.
    pub span: Span,
}

impl Context {
    /// Returns the label of the loop that a `return` at `span` leaves.
    pub fn return_label(&self, span: Span) -> Lifetime {
        let mut label = self.return_label.clone();
        label.set_span(self.span.located_at(span));
        label
    }
}

/// What becomes of an expression's value.
#[derive(Clone)]
pub enum Want {
    /// There is none: it is `()`.
    Unit,
    /// It is dropped at the end of the statement.
    Discard,
    /// It is used, and has this type where one is written.
    Value(Option<Type>),
}

impl Want {
    /// A value of unknown type.
    pub const ANY: Self = Self::Value(None);

    /// Tells whether nobody takes the value.
    pub const fn is_nobodys(&self) -> bool {
        matches!(self, Self::Unit | Self::Discard)
    }

    /// What is wanted of a branch that is taken apart and binds names: a value that is dropped
    /// outlives them, so it is handed on.
    fn outliving(&self) -> Self {
        if matches!(self, Self::Discard) { Self::ANY } else { self.clone() }
    }
}

/// Whether an expression's temporaries end with it, so that they and the operands of its operation end in
/// turn.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Outermost {
    /// They live on, behind its operands.
    #[default]
    No,
    /// They end with it.
    Yes,
    /// They end with it, and a level has been opened for them.
    InLevel,
}

/// A block under construction.
struct Thread {
    block: BlockId,
    levels: Vec<Vec<Stmt>>,
}

/// A level of nesting that is open in the source.
struct Level {
    /// What is declared in it, if it is a scope.
    scope: Option<Vec<Decl>>,
    /// The label by which it can be left.
    label: Option<Lifetime>,
    /// The user's braces: edition rules follow them.
    brace: Brace,
    /// Set for `unsafe` blocks.
    unsafety: Option<Token![unsafe]>,
    /// Whether each way out of it has to jump with what it has left.
    forced: bool,
    /// Whether the macro adds it around an expression, with which it ends.
    statement: bool,
}

impl Level {
    /// A scope that the macro adds, in which nothing is declared yet.
    fn scope(span: Span) -> Self {
        let (label, unsafety) = (None, None);
        let (scope, brace) = (Some(Vec::new()), Brace(span));
        Self { scope, label, brace, unsafety, forced: false, statement: false }
    }

    /// Such a scope around an expression, for its temporaries.
    fn statement(span: Span) -> Self {
        Self { statement: true, ..Self::scope(span) }
    }
}

/// Where `break` and `continue` lead.
struct Target {
    user: Option<Ident>,
    is_loop: bool,
    break_label: Lifetime,
    continue_to: exits::ContinueTo,
}

/// The graph under construction.
pub struct Builder<'a> {
    context: &'a Context,
    locals: &'a mut Locals,
    labels: &'a mut Labels,
    body: Body,
    levels: Vec<Level>,
    threads: Vec<Thread>,
    cur: usize,
    alive: bool,
    /// Whether the expression being lowered is followed by a suspension in its statement, so that
    /// its temporaries have to be kept.
    settling: bool,
    /// Whether the expression to be lowered next is the one with which its temporaries end.
    outermost: Outermost,
    /// Whether the expression to be lowered next is looked at in its place.
    in_place: bool,
    /// Whether it is only looked at there.
    is_seen: bool,
    /// Whether the statements to be lowered next are an arm's expression, and no block.
    bare: bool,
    /// The operands that wait in temporaries for those after them, each with the level it is in.
    pending: Vec<(usize, Local)>,
    /// What holds places that operations look at behind operands that suspend.
    held: Vec<Local>,
    gotos: usize,
    targets: Vec<Target>,
    /// What lints are told by the statements and arms around, each of which is taken apart.
    lints: Vec<Attribute>,
    errors: Diagnostics,
}

/// A thread that reaches the end of a level, and the expression whose value it ends with.
type Ending = (usize, Expr);

impl<'a> Builder<'a> {
    /// Lowers a function's body.
    pub fn lower(
        context: &'a Context,
        locals: &'a mut Locals,
        labels: &'a mut Labels,
        params: &Params,
        body: Block,
    ) -> syn::Result<Body> {
        let scope = params.scope.iter().copied().map(Decl::Local).collect();
        let start = BlockData::new(BlockKind::Start, vec![scope], params.input);
        let mut builder = Builder {
            context,
            locals,
            labels,
            body: Body { blocks: vec![start], ..Body::default() },
            levels: Vec::new(),
            threads: vec![Thread { block: BlockId(0), levels: Vec::new() }],
            cur: 0,
            alive: true,
            settling: false,
            outermost: Outermost::No,
            in_place: false,
            is_seen: false,
            bare: false,
            pending: Vec::new(),
            held: Vec::new(),
            gotos: 0,
            targets: Vec::new(),
            lints: Vec::new(),
            errors: Diagnostics::default(),
        };
        builder.open(Level {
            scope: Some(params.scope.iter().copied().map(Decl::Local).collect()),
            ..Level::scope(context.span)
        });
        builder.push(Marker::Reopen(BlockId(0), 0).stmt(context.span));
        for stmt in params.prologue.clone() {
            builder.stmt(stmt);
        }
        if params.input.is_some_and(|input| builder.locals[input].hidden) && !context.unit_input {
            builder.push(Marker::DropInput(BlockId(0)).stmt(context.span));
        }
        let valueless = if context.unit_return { None } else { valueless_tail(&body) };
        let want = if valueless.is_some()
            || context.unit_return && scan::is_unit_form(&block_expr(body.clone()))
        {
            Want::Unit
        } else {
            Want::Value(Some(context.ret.clone()))
        };
        let end = body.brace_token.span.close();
        let suspends_last = matches!(body.stmts.last(), Some(Stmt::Expr(Expr::Yield(_), None)));
        let mut value = builder.block(body, None, &want);
        if ast::is_unit_value(&value) && !suspends_last {
            // A missing value is an error at the return type, as in any function.
            value = unit(context.ret_span);
        }
        builder.finish(value, end, valueless);
        builder.errors.finish()?;
        let mut body = builder.body;
        body.destinations = threading::past_joins(&body.blocks);
        threading::return_at_jumps(&mut body, &context.return_label, locals);
        Ok(body)
    }

    /// Ends the function: the last thread returns its value. Where it has none, the error is at the loop or
    /// the assignment that stands in its place.
    fn finish(&mut self, value: Expr, end: Span, valueless: Option<(Span, Span)>) {
        let span = Span::mixed_site().located_at(end);
        if let (true, Some((start, end))) = (self.alive, valueless) {
            self.push_value(value);
            self.body.nothing_returned = true;
            let nothing = unit(start).to_token_stream();
            let nothing = answer::wrapped(nothing, start, end, &self.context.krate);
            let returned = self.return_expr(nothing, span);
            self.push(Stmt::Expr(returned, Some(Token![;](span))));
        } else if self.alive {
            let mut value = value;
            if self.context.unit_return && !ast::is_unit_value(&value) && scan::is_unit_form(&value)
            {
                self.push_value(value);
                value = unit(span);
            }
            self.return_at_end(value, span);
        } else {
            let value = dead_value(value, &self.context.ret);
            self.push_value(value);
        }
        self.levels.pop();
        for thread in self.threads.drain(..) {
            let mut levels = thread.levels;
            self.body.blocks[thread.block.0].code = levels.remove(0);
        }
    }

    /// Returns the value of the function's block.
    fn return_at_end(&mut self, value: Expr, span: Span) {
        let semi = Some(Token![;](span));
        let value = match value {
            Expr::Block(mut body) if body.label.is_none() => match body.block.stmts.pop() {
                Some(Stmt::Expr(tail, None)) if is_plain(&tail) => {
                    // From inside the block, `break` drops its locals as its end does.
                    let returned = self.return_expr(tail, span);
                    body.block.stmts.push(Stmt::Expr(returned, semi));
                    self.push_value(Expr::Block(body));
                    return;
                }
                Some(Stmt::Expr(last, None)) => {
                    // Where no temporaries end at them, the braces are none that the user could leave out.
                    let is_valueless = match &last {
                        Expr::Block(block) => {
                            !matches!(block.block.stmts.last(), Some(Stmt::Expr(_, None)))
                        }
                        last => matches!(last, Expr::Loop(_)),
                    };
                    if is_valueless {
                        body.block.brace_token = Brace(span);
                    }
                    body.block.stmts.push(Stmt::Expr(last, None));
                    Expr::Block(body)
                }
                last => {
                    // The missing value is an error at the return type, as in any function.
                    body.block.stmts.extend(last);
                    let stmts = vec![Stmt::Expr(Expr::Block(body), semi)];
                    block_expr(crate::ast::block(stmts, self.context.ret_span))
                }
            },
            value => value,
        };
        let returned = self.return_expr(value, span);
        self.push(Stmt::Expr(returned, semi));
    }

    // Levels and threads.

    fn depth(&self) -> usize {
        self.levels.len()
    }

    fn open(&mut self, level: Level) {
        self.levels.push(level);
        self.threads[self.cur].levels.push(Vec::new());
    }

    fn push(&mut self, mut stmt: Stmt) {
        attributes::carry(&self.lints, &mut stmt);
        self.threads[self.cur].levels.last_mut().expect("a level is open").push(stmt);
    }

    fn push_goto(&mut self, target: BlockId, at: Span) {
        let stmt = self.goto_stmt(target, at);
        self.push(stmt);
    }

    fn goto_stmt(&mut self, target: BlockId, at: Span) -> Stmt {
        self.gotos += 1;
        Marker::Goto(target, self.gotos).stmt(self.context.span.located_at(at))
    }

    /// Pushes an expression whose value is not used.
    fn push_value(&mut self, value: Expr) {
        if ast::is_unit_value(&value) {
            return;
        }
        let semi = Token![;](Span::mixed_site().located_at(ast::span(&value)));
        self.push(Stmt::Expr(value, Some(semi)));
    }

    /// Pushes an expression whose value nobody takes: where none is expected, rustc checks that it is `()`,
    /// as it does of a block that is a statement.
    fn push_unwanted(&mut self, value: Expr, want: &Want) {
        let discarded = matches!(want, Want::Discard) || !self.alive;
        let value = match value {
            _ if discarded => return self.push_value(value),
            Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::Unsafe(_) => value,
            value if scan::is_surely_unit(&value) => return self.push_value(value),
            value => block_expr(ast::value_block(value, self.context.span)),
        };
        self.push(Stmt::Expr(value, None));
    }

    /// Adds a local to the innermost scope.
    ///
    /// A hidden one gets a name that no other local in scope has.
    fn declare(&mut self, decl: Decl) {
        if let Decl::Local(local) = decl {
            self.name_apart(local);
        }
        if let Decl::Local(local) = decl {
            // One that is declared again is the newest from here on, and of this scope.
            for scope in self.levels.iter_mut().filter_map(|level| level.scope.as_mut()) {
                scope.retain(|other| !matches!(other, Decl::Local(other) if *other == local));
            }
        }
        let scope = self.levels.iter_mut().rev().find_map(|level| level.scope.as_mut());
        scope.expect("the parameters' scope is open").push(decl);
    }

    /// Gives a hidden local a name that no other local in scope has.
    fn name_apart(&mut self, local: Local) {
        if !self.locals[local].hidden {
            return;
        }
        let name = self.locals[local].name.to_string();
        if self.is_taken(&name, local) {
            let name = (1..=usize::MAX)
                .map(|number| format!("{name}_{number}"))
                .find(|name| !self.is_taken(name, local))
                .expect("there are more numbers than locals");
            self.locals.rename(local, name);
        }
    }

    /// Tells whether another local in scope has a name.
    fn is_taken(&self, name: &str, local: Local) -> bool {
        for scope in self.levels.iter().filter_map(|level| level.scope.as_ref()) {
            for decl in scope {
                if let Decl::Local(other) = decl {
                    if *other != local && self.locals.display(*other) == name {
                        return true;
                    }
                }
            }
        }
        false
    }

    // Pieces of code.

    /// Pushes `let local = value;` for a hidden local.
    fn let_hidden(&mut self, local: Local, mut value: Expr) {
        ast::own_parens(&mut value);
        let pat = self.hidden_pat(local);
        let span = Span::mixed_site().located_at(ast::span(&value));
        self.push(let_stmt(pat, value, span));
    }

    /// Lets the hidden local that was bound just now be changed.
    fn make_mutable(&mut self, at: Span) {
        let last = self.threads[self.cur].levels.last_mut().and_then(|level| level.last_mut());
        if let Some(Stmt::Local(stmt)) = last {
            if let Pat::Ident(pat) = &mut stmt.pat {
                pat.mutability = Some(Token![mut](at));
            }
        }
    }

    fn hidden_pat(&self, local: Local) -> Pat {
        let pat = crate::source::ident_pat(None, self.locals.ident(local));
        match &self.locals[local].ty {
            Some(ty) => Pat::Type(syn::PatType {
                attrs: Vec::new(),
                pat: Box::new(pat),
                colon_token: Token![:](self.context.span),
                ty: Box::new(ty.clone()),
            }),
            None => pat,
        }
    }

    /// Names a local.
    fn local_expr(&self, local: Local, span: Span) -> Expr {
        let span = self.locals[local].name.span().located_at(span);
        ast::name(self.locals.ident_at(local, span))
    }

    /// Suspends with `value`; the expression returned is the resume argument.
    fn suspend(
        &mut self,
        value: Expr,
        (keyword, end): (Span, Option<Span>),
        (kind, operand): (SuspendKind, TokenStream),
        used: bool,
    ) -> Expr {
        let id = SuspendId(self.body.suspends.len());
        let name = self.locals.hidden("value", keyword);
        self.locals[name].ty = Some(self.context.output.clone());
        self.name_apart(name);
        let value_span = ast::span(&value);
        self.let_hidden(name, value);
        self.push(Marker::Suspend(id).stmt(keyword));
        self.body.suspends.push(SuspendData {
            value: name,
            value_span,
            resume: BlockId(self.body.blocks.len()),
            span: keyword,
            kind,
            operand,
            description: String::new(),
        });
        if self.context.unit_input {
            self.start_block(BlockKind::Resume(id), None, None);
            return unit(keyword);
        }
        let input = self.locals.standing_for(&self.context.answer, keyword);
        self.locals[input].knowledge = self.context.input;
        self.locals[input].end = end;
        if used {
            let block = self.start_block(BlockKind::Resume(id), Some(input), None);
            let _ = block;
            self.local_expr(input, keyword)
        } else {
            let block = self.start_block(BlockKind::Resume(id), None, None);
            self.body.blocks[block.0].input = Some(input);
            self.push(Marker::DropInput(block).stmt(self.context.span));
            unit(keyword)
        }
    }

    /// The expression that returns from the coroutine with `value`; `()` is only written where it is wrong.
    fn return_expr(&self, value: Expr, span: Span) -> Expr {
        let is_written = !ast::is_unit_value(&value) || !self.context.unit_return;
        Expr::Break(syn::ExprBreak {
            attrs: Vec::new(),
            break_token: Token![break](span),
            label: Some(self.context.return_label(span)),
            expr: is_written.then(|| Box::new(value)),
        })
    }

    /// Leaves an expression as it is, but for jumps out of it.
    fn verbatim(&self, mut expr: Expr) -> Expr {
        Rewriter::new(self.context, &self.targets).expr(&mut expr);
        expr
    }
}
