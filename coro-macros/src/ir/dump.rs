//! The textual form of a lowered body.
//!
//! In: a body, the tables of its locals and labels, and, once there are any, the facts. Out: text, for the tests of
//! lowering and analysis and for the report of a violated invariant. A block is a line with its kind and the
//! locals in scope, one bracket a scope, and its code below it, in which jumps and suspensions are words:
//!
//! ```text
//! bb1(n) resume 1 (input) [n]
//!     drop input;
//!     n -= 1;
//!     goto bb2(n);
//! ```
//!
//! With facts, a block has parameters, and where control leaves for it, it is passed them: `n` as it is,
//! `guard: remnant` for what is only dropped again; `leaves(x)` says what an exit may have to drop.

use std::fmt::{self, Display, Formatter, Write as _};

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::Expr;

use super::{BlockData, BlockId, BlockKind, Body, Exit, Marker, SuspendId};
use crate::{
    analysis::{Facts, Form, Forms},
    describe::write_tokens,
    known,
    resolve::names::{Labels, Local, Locals},
    visit_mut::{self, VisitMut},
};

/// A lowered body, to be printed.
pub struct Dump<'a> {
    /// The body.
    pub body: &'a Body,
    /// What its code names.
    pub locals: &'a Locals,
    /// What its jumps name.
    pub labels: &'a Labels,
    /// What is known of it.
    pub facts: Option<&'a Facts>,
}

impl Display for Dump<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (index, block) in self.body.blocks.iter().enumerate() {
            let block_id = BlockId(index);
            writeln!(f, "{}{}", self.head(block_id, block), self.scopes(block))?;
            let mut lines = Lines::default();
            for stmt in &block.code {
                let mut stmt = stmt.clone();
                Words(self).visit_stmt_mut(&mut stmt);
                lines.tokens(stmt.to_token_stream());
                lines.end();
            }
            f.write_str(&self.named(&lines.text))?;
        }
        Ok(())
    }
}

impl Dump<'_> {
    /// Writes what a block is: `bb1(n) resume 1 (input)`.
    fn head(&self, id: BlockId, block: &BlockData) -> String {
        let mut text = format!("bb{}", id.0);
        if let Some(facts) = self.facts {
            text += &self.passed(&facts.entry[id.0]);
        }
        match block.kind {
            BlockKind::Start => text += " start",
            BlockKind::Resume(SuspendId(id)) => {
                let _ = write!(text, " resume {}", id + 1);
            }
            BlockKind::Loop => text += " loop",
            BlockKind::Join => text += " join",
            BlockKind::After => text += " after a loop",
        }
        if let Some(label) = &block.loop_label {
            let label = label.ident.to_string();
            let _ = write!(text, " '{}", self.labels.display(&label).unwrap_or(&label));
        }
        if let Some(input) = block.input {
            let _ = write!(text, " ({})", self.name(input));
        }
        let target = self.body.destinations.get(id.0).copied().unwrap_or(id);
        if target != id {
            let _ = write!(text, ", skipped for bb{}", target.0);
        }
        if block.unreached {
            text += ", unreached";
        }
        text
    }

    fn scopes(&self, block: &BlockData) -> String {
        let mut text = String::new();
        for scope in 0..block.scopes.len() {
            let names: Vec<_> = block.scope(scope).map(|local| self.name(local)).collect();
            let _ = write!(text, " [{}]", names.join(", "));
        }
        text
    }

    /// Lists locals with their forms: `(n, guard: remnant)`.
    fn passed(&self, forms: &Forms) -> String {
        let passed: Vec<_> = forms
            .iter()
            .map(|(local, form)| match form {
                Form::Value => self.name(local),
                form => format!("{}: {}", self.name(local), word(form)),
            })
            .collect();
        if passed.is_empty() { String::new() } else { format!("({})", passed.join(", ")) }
    }

    /// Names a local: with its number where another has its name.
    fn name(&self, local: Local) -> String {
        let name = &self.locals[local].name;
        let is_sole = !self.locals.iter().any(|it| it != local && self.locals[it].name == *name);
        if is_sole { name.to_string() } else { format!("{name}_{}", local.0) }
    }

    /// Says where control goes: `goto bb2(n)`, `suspend 1(n) leaves(x)`.
    fn exit(&self, exit: Exit, target: BlockId, word: TokenStream) -> TokenStream {
        let Some(facts) = self.facts else { return word };
        let mut passed = TokenStream::new();
        if facts.entry[target.0].iter().next().is_some() {
            let text = self.passed(&facts.entry[target.0]);
            passed = text.parse().unwrap_or_default();
        }
        let yielded = match exit {
            Exit::Suspend(id) => Some(self.body.suspends[id.0].value),
            Exit::Goto(_) => None,
        };
        let left = facts.left.get(&exit);
        let is_left = |local: &Local| {
            left.is_some_and(|left| left.contains(*local)) && Some(*local) != yielded
        };
        let left = self.locals.iter().filter(is_left);
        let mut left: Vec<_> = left.map(|local| format_ident!("{}", self.name(local))).collect();
        let leaves = (!left.is_empty()).then(|| std::mem::take(&mut left));
        let leaves = leaves.map(|left| quote!(leaves(#(#left),*)));
        quote!(#word #passed #leaves)
    }

    /// Writes the names of locals and labels for their spellings.
    fn named(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find("__coro") {
            out.push_str(&rest[..at]);
            let is_part = |c: char| !(c.is_alphanumeric() || c == '_');
            let end = rest[at..].find(is_part).map_or(rest.len(), |length| at + length);
            let spelling = &rest[at..end];
            let local = self.locals.by_spelling(spelling).map(|local| self.name(local));
            match local.as_deref().or_else(|| self.labels.display(spelling)) {
                Some(name) => out.push_str(name),
                None => out.push_str(spelling),
            }
            rest = &rest[end..];
        }
        out + rest
    }
}

fn word(form: Form) -> &'static str {
    match form {
        Form::Value => "value",
        Form::Remnant => "remnant",
        Form::Flagged => "optional",
        Form::Unboxed => "unboxed",
        Form::Husk => "husk",
    }
}

/// Writes words for markers.
struct Words<'a>(&'a Dump<'a>);

impl VisitMut for Words<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let dump = self.0;
        let block = |id: BlockId| Ident::new(&format!("bb{}", id.0), Span::call_site());
        let tokens = match Marker::parse(expr) {
            Some(Marker::Suspend(id)) => {
                let number = Literal::usize_unsuffixed(id.0 + 1);
                let target = dump.body.suspends.get(id.0).map_or(BlockId(0), |it| it.resume);
                dump.exit(Exit::Suspend(id), target, quote!(suspend #number))
            }
            Some(Marker::Goto(target, number)) => {
                let destination = dump.body.destinations.get(target.0).copied().unwrap_or(target);
                let name = block(destination);
                dump.exit(Exit::Goto(number), destination, quote!(goto #name))
            }
            Some(Marker::Reopen(target, scope)) => {
                let name = block(target);
                let number = Literal::usize_unsuffixed(scope);
                let anew = dump.body.reborrowed(target, scope).map(|stmt| quote!(; #stmt));
                quote!(reopen #name.#number #(#anew)*)
            }
            Some(Marker::DropInput(_)) => quote!(drop input),
            None => return visit_mut::visit_expr_mut(self, expr),
        };
        *expr = Expr::Verbatim(tokens);
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        let Some(mut known) = known::parse(mac) else { return };
        let plain = known.tokens().to_string();
        known.args.iter_mut().for_each(|arg| self.visit_expr_mut(&mut arg.expr));
        let tokens = known.tokens();
        if tokens.to_string() != plain {
            mac.tokens = tokens;
        }
    }
}

/// Code, a statement a line.
#[derive(Default)]
struct Lines {
    text: String,
    /// The tokens of the line that is being written, and what stands on it already.
    line: TokenStream,
    begun: String,
    /// Whether the line has an `=>` in it, so that a comma ends it.
    in_arm: bool,
    depth: usize,
}

impl Lines {
    fn tokens(&mut self, tokens: TokenStream) {
        let (mut after_block, mut arrow) = (false, false);
        for token in tokens {
            let goes_on = match &token {
                TokenTree::Ident(word) => word == "else" || word == "as",
                TokenTree::Punct(punct) => !matches!(punct.as_char(), '\'' | '#' | '&' | '*'),
                TokenTree::Group(_) | TokenTree::Literal(_) => false,
            };
            if after_block && !goes_on {
                self.end();
            }
            after_block = false;
            match token {
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    self.block(group.stream());
                    after_block = true;
                }
                TokenTree::Punct(punct) => {
                    let ends = match punct.as_char() {
                        ';' => true,
                        ',' => self.in_arm,
                        '>' => {
                            self.in_arm |= arrow;
                            false
                        }
                        _ => false,
                    };
                    arrow = punct.as_char() == '=';
                    self.line.extend([TokenTree::Punct(punct)]);
                    if ends {
                        self.end();
                    }
                }
                token => self.line.extend([token]),
            }
        }
    }

    fn block(&mut self, tokens: TokenStream) {
        self.flush();
        if tokens.is_empty() {
            self.begun.push_str(" {}");
            return;
        }
        self.begun.push_str(" {");
        self.end();
        self.depth += 1;
        self.tokens(tokens);
        self.end();
        self.depth -= 1;
        self.begun.push('}');
        self.in_arm = true;
    }

    fn flush(&mut self) {
        let mut text = String::new();
        write_tokens(std::mem::take(&mut self.line), &mut text);
        let apart =
            !self.begun.is_empty() && !text.is_empty() && !text.starts_with([';', ',', '.', '?']);
        if apart {
            self.begun.push(' ');
        }
        self.begun.push_str(&text);
    }

    fn end(&mut self) {
        self.flush();
        self.in_arm = false;
        if self.begun.is_empty() {
            return;
        }
        for _ in 0..=self.depth {
            self.text.push_str("    ");
        }
        self.text.push_str(self.begun.trim_start());
        self.text.push('\n');
        self.begun.clear();
    }
}
