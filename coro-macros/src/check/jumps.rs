//! Jumps without a target.
//!
//! In: a resolved body, whose labels have the spelling of the macro. Out: errors in rustc's words.
//! rustc itself would speak of the closure that the body is compiled to.

use proc_macro2::Span;
use syn::{Block, Expr, ExprBreak, ExprContinue, Ident, Item, Label, Lifetime};

use crate::{
    diagnostics::Diagnostics,
    known,
    resolve::names::Labels,
    scan,
    visit::{self, Visit},
};

/// Refuses `break` and `continue` that have nowhere to go.
pub fn check(body: &Block, labels: &Labels, diagnostics: &mut Diagnostics) {
    Jumps { labels, diagnostics, targets: Vec::new(), in_condition: false }.visit_block(body);
}

/// What a jump can leave.
struct Target {
    label: Option<Ident>,
    kind: Kind,
    /// Whether it is taken apart, so that rustc does not see it as it was written.
    lowered: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Block,
    Loop,
    While,
    For,
}

struct Jumps<'a> {
    labels: &'a Labels,
    diagnostics: &'a mut Diagnostics,
    targets: Vec<Target>,
    /// Whether this is the condition of the innermost loop.
    in_condition: bool,
}

impl Jumps<'_> {
    fn inside(
        &mut self,
        label: Option<&Label>,
        kind: Kind,
        lowered: bool,
        f: impl FnOnce(&mut Self),
    ) {
        let label = label.map(|label| label.name.ident.clone());
        self.targets.push(Target { label, kind, lowered });
        let in_condition = std::mem::replace(&mut self.in_condition, false);
        f(self);
        self.in_condition = in_condition;
        self.targets.pop();
    }

    /// Finds what a jump leaves, or reports that there is nothing.
    fn target(&mut self, label: Option<&Lifetime>, jump: &str, keyword: Span) -> Option<&Target> {
        match label {
            Some(label) if self.labels.display(&label.ident.to_string()).is_some() => {
                let found = self
                    .targets
                    .iter()
                    .rposition(|target| target.label.as_ref() == Some(&label.ident));
                if jump == "continue"
                    && found.is_some_and(|at| self.targets[at].kind == Kind::Block)
                {
                    self.diagnostics.error(
                        label.ident.span(),
                        "`continue` to a labelled block\nhelp: name a loop\nnote: a block does not repeat",
                    );
                    return None;
                }
                found.map(|at| &self.targets[at])
            }
            Some(label) => {
                let around = self.targets.iter().rev().filter_map(|target| target.label.as_ref());
                let around = around.filter_map(|it| self.labels.display(&it.to_string()));
                let around: Vec<_> = around.map(|name| format!("`'{name}`")).collect();
                let help = if around.is_empty() {
                    format!("write it in front of a loop or a block: `{label}: loop {{ … }}`")
                } else {
                    let (label, is) =
                        if around.len() == 1 { ("label", "is") } else { ("labels", "are") };
                    format!("the {label} around it {is} {}", around.join(" and "))
                };
                self.diagnostics.error(
                    label.ident.span(),
                    format!("use of undeclared label `{label}`\nhelp: {help}"),
                );
                None
            }
            None if self.targets.iter().all(|target| target.kind == Kind::Block) => {
                self.diagnostics.error(keyword, format!("`{jump}` outside of a loop"));
                None
            }
            None if self.targets.last().is_some_and(|target| target.kind == Kind::Block) => {
                self.diagnostics.error(
                    keyword,
                    format!("unlabelled `{jump}` inside of a labelled block\nhelp: name what it leaves: `{jump} 'label`"),
                );
                None
            }
            None if self.in_condition => {
                self.diagnostics.error(
                    keyword,
                    format!("unlabelled `{jump}` in the condition of a `while` loop\nhelp: name what it leaves: `{jump} 'label`"),
                );
                None
            }
            None => self.targets.iter().rfind(|target| target.kind != Kind::Block),
        }
    }
}

impl Visit<'_> for Jumps<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        let lowered =
            matches!(expr, Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_) | Expr::Block(_))
                && scan::needs_lowering(expr);
        match expr {
            Expr::Loop(expr) => self.inside(expr.label.as_ref(), Kind::Loop, lowered, |this| {
                this.visit_block(&expr.body);
            }),
            Expr::While(expr) => self.inside(expr.label.as_ref(), Kind::While, lowered, |this| {
                this.in_condition = true;
                this.visit_expr(&expr.cond);
                this.in_condition = false;
                this.visit_block(&expr.body);
            }),
            Expr::ForLoop(expr) => {
                self.visit_expr(&expr.expr);
                self.inside(expr.label.as_ref(), Kind::For, lowered, |this| {
                    this.visit_block(&expr.body);
                });
            }
            Expr::Block(expr) if expr.label.is_some() => {
                self.inside(expr.label.as_ref(), Kind::Block, lowered, |this| {
                    this.visit_block(&expr.block);
                });
            }
            // Their control flow is their own, and rustc sees it as it was written.
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => {}
            expr => visit::visit_expr(self, expr),
        }
    }

    fn visit_expr_break(&mut self, expr: &ExprBreak) {
        let keyword = expr.break_token.span;
        let target = self.target(expr.label.as_ref(), "break", keyword);
        let kind = target.filter(|target| target.lowered).map(|target| target.kind);
        let what = match kind {
            Some(Kind::While) => "a `while`",
            Some(Kind::For) => "a `for`",
            _ => "",
        };
        if let Some(value) = expr.expr.as_ref().filter(|_| !what.is_empty()) {
            self.diagnostics.push(syn::Error::new_spanned(
                value,
                format!("`break` with a value from {what} loop\nhelp: write `break` alone\nnote: only `loop` and labelled blocks have a value"),
            ));
        }
        visit::visit_expr_break(self, expr);
    }

    fn visit_expr_continue(&mut self, expr: &ExprContinue) {
        self.target(expr.label.as_ref(), "continue", expr.continue_token.span);
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        for arg in known::parse_control(mac).into_iter().flat_map(|known| known.args) {
            self.visit_expr(&arg.expr);
        }
    }

    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_item(&mut self, _: &Item) {}
}
