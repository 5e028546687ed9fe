//! Macros that jump, or declare, where nobody sees it.
//!
//! In: a resolved body. Out: errors at macros whose definition, in the body too, or whose arguments show that
//! they would leave a loop that is taken apart, or declare a local that a suspension has to carry.

use std::collections::BTreeMap;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{Block, Expr, Ident, Item, Macro, Stmt};

use crate::{
    diagnostics::Diagnostics,
    known,
    resolve::{
        leaving::{self, Definition},
        names::Labels,
    },
    returns::Returns,
    scan,
    visit::{self, Visit},
};

/// Refuses such macros.
pub fn check(body: &Block, returns: &Returns, labels: &Labels, diagnostics: &mut Diagnostics) {
    let definitions = BTreeMap::new();
    Macros { diagnostics, returns, labels, definitions, loops: Vec::new() }.visit_block(body);
}

struct Macros<'a> {
    diagnostics: &'a mut Diagnostics,
    returns: &'a Returns,
    labels: &'a Labels,
    definitions: BTreeMap<String, Definition>,
    /// The loops and labelled blocks around, with their labels, and whether a jump of a macro out of them
    /// would be lost.
    loops: Vec<(Option<Ident>, bool, bool)>,
}

impl Macros<'_> {
    fn inside(&mut self, expr: &Expr, label: Option<&syn::Label>, visit: impl FnOnce(&mut Self)) {
        let lowered = scan::needs_lowering(expr);
        // Of a `loop` without a `break` that can be seen nothing is behind.
        let lost = lowered || matches!(expr, Expr::Loop(_));
        let is_loop = !matches!(expr, Expr::Block(_));
        self.loops.push((label.map(|label| label.name.ident.clone()), is_loop, lost));
        visit(self);
        self.loops.pop();
    }

    fn definition(&self, mac: &Macro) -> Option<Definition> {
        self.definitions.get(&mac.path.get_ident()?.to_string()).copied()
    }

    fn error(&mut self, mac: &Macro, message: &str) {
        let name = mac.path.segments.last().map_or_else(Span::mixed_site, |last| last.ident.span());
        self.diagnostics.error(name, message);
    }

    /// Finds a label among a macro's arguments.
    fn label(&self, tokens: TokenStream) -> Option<Ident> {
        let mut quote = false;
        for token in tokens {
            let after_quote = std::mem::take(&mut quote);
            match token {
                TokenTree::Punct(punct) => quote = punct.as_char() == '\'',
                TokenTree::Ident(ident) if after_quote => {
                    let named = |(label, _, lost): &(Option<Ident>, bool, bool)| {
                        let shown =
                            label.as_ref().and_then(|it| self.labels.display(&it.to_string()));
                        *lost && shown.is_some_and(|shown| ident == shown)
                    };
                    if self.loops.iter().any(named) {
                        return Some(ident);
                    }
                }
                TokenTree::Group(group) => {
                    if let Some(label) = self.label(group.stream()) {
                        return Some(label);
                    }
                }
                _ => {}
            }
        }
        None
    }
}

impl Visit<'_> for Macros<'_> {
    fn visit_block(&mut self, block: &Block) {
        for (index, stmt) in block.stmts.iter().enumerate() {
            let mac = match stmt {
                Stmt::Expr(Expr::Macro(expr), _) => Some(&expr.mac),
                Stmt::Macro(stmt) => Some(&stmt.mac),
                _ => None,
            };
            let declares = |mac: &&Macro| match self.definition(mac) {
                Some(definition) => definition.declares,
                None => leaving::declares(mac),
            };
            let suspends_later = || block.stmts[index + 1..].iter().any(scan::stmt_needs_lowering);
            if let Some(mac) = mac.filter(declares).filter(|_| suspends_later()) {
                self.error(
                    mac,
                    "a local that a macro declares, in front of a suspension\nhelp: declare it with a `let` where the macro is used: `let guard = …;`\nnote: macros are expanded after the coroutine is taken apart, so that nothing would carry the local",
                );
            }
            self.visit_stmt(stmt);
        }
    }

    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Loop(inner) => self.inside(expr, inner.label.as_ref(), |this| {
                this.visit_block(&inner.body);
            }),
            Expr::While(inner) => self.inside(expr, inner.label.as_ref(), |this| {
                this.visit_expr(&inner.cond);
                this.visit_block(&inner.body);
            }),
            Expr::ForLoop(inner) => {
                self.visit_expr(&inner.expr);
                self.inside(expr, inner.label.as_ref(), |this| this.visit_block(&inner.body));
            }
            Expr::Block(inner) if inner.label.is_some() => {
                self.inside(expr, inner.label.as_ref(), |this| this.visit_block(&inner.block));
            }
            // What jumps there leaves that.
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => {}
            expr => visit::visit_expr(self, expr),
        }
    }

    fn visit_macro(&mut self, mac: &Macro) {
        if let Some(definition) = self.definition(mac) {
            let lost = self.loops.iter().rfind(|(_, is_loop, _)| *is_loop);
            if definition.breaks && lost.is_some_and(|(.., lost)| *lost) {
                self.error(
                    mac,
                    "a macro that breaks out of, or goes on with, a loop that suspends\nhelp: let the macro give a value, and write the jump where it is used: `if name!(…) { break }`\nnote: macros are expanded after the loop is taken apart",
                );
            }
            let fallible = self.returns.is_fallible();
            if definition.returns && !fallible {
                self.error(
                    mac,
                    "a macro that returns from the coroutine\nhelp: let the macro give a value, and write the `return` where it is used\nnote: macros are expanded after the coroutine is taken apart; only where it returns a `Result` or an `Option` can they leave it",
                );
            }
        } else if let Some(known) = known::parse_control(mac) {
            known.args.iter().for_each(|arg| self.visit_expr(&arg.expr));
            return;
        }
        if known::Kind::of(mac).is_none() {
            if let Some(label) = self.label(mac.tokens.clone()) {
                self.diagnostics.error(
                    label.span(),
                    "the label of a loop that suspends, given to a macro\nhelp: let the macro give a value, and write the jump where it is used\nnote: macros are expanded after the loop is taken apart",
                );
            }
        }
    }

    fn visit_item(&mut self, item: &Item) {
        if let Item::Macro(item) = item {
            if let Some(name) = &item.ident {
                self.definitions.insert(name.to_string(), Definition::of(&item.mac.tokens));
            }
        }
    }
}
