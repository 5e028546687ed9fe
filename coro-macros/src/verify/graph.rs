//! The invariants of a lowered body.
//!
//! In: a body as lowering leaves it. Checked: what markers name is there; jumps have numbers of their own; a block
//! ends with a terminator on every way through it; a suspension is resumed in a block of its own; no suspension is
//! left in the code; a scope declares a local once; a jump is followed to its end in one step.

use std::collections::BTreeSet;

use syn::{Expr, Item, Stmt};

use super::{Violation, hold};
use crate::{
    flow,
    ir::{BlockId, BlockKind, Body, Marker, SuspendId},
    known,
    resolve::names::Locals,
    visit::{self, Visit},
};

const STAGE: &str = "lowering";

/// Checks a lowered body.
pub fn graph(body: &Body, locals: &Locals) -> Result<(), Violation> {
    let check = |holds, what: &dyn Fn() -> String| hold(holds, STAGE, what);
    let starts = body.blocks.first().is_some_and(|block| block.kind == BlockKind::Start);
    check(starts, &|| "bb0 is not the start".into())?;
    check(body.destinations.len() == body.blocks.len(), &|| "a block has no destination".into())?;
    let mut markers =
        Markers { body, jumps: BTreeSet::new(), suspends: BTreeSet::new(), wrong: None };
    for (index, block) in body.blocks.iter().enumerate() {
        let target = body.destinations[index];
        let is_end = body.destinations.get(target.0) == Some(&target);
        check(is_end, &|| {
            format!("a jump to bb{index} goes to bb{}, and on from there", target.0)
        })?;
        let mut seen = BTreeSet::new();
        for local in block.locals() {
            check(local.0 < locals.len(), &|| format!("bb{index} has a local that is none"))?;
            check(seen.insert(local), &|| {
                format!("`{}` is declared twice in front of bb{index}", locals[local].name)
            })?;
        }
        if let BlockKind::Resume(SuspendId(id)) = block.kind {
            let own = body.suspends.get(id).map(|suspend| suspend.resume);
            check(own == Some(BlockId(index)), &|| {
                format!(
                    "bb{index} goes on behind suspend point {}, which bb{index} is not told of",
                    id + 1
                )
            })?;
        }
        check(flow::never_end(&block.code), &|| {
            format!("bb{index} comes to an end without a terminator")
        })?;
        if !block.unreached {
            block.code.iter().for_each(|stmt| markers.visit_stmt(stmt));
        }
        if let Some(what) = markers.wrong.take() {
            return Err(Violation::new(STAGE, format!("in bb{index}, {what}")));
        }
    }
    for id in 0..body.suspends.len() {
        check(markers.suspends.contains(&id), &|| format!("suspend point {} is nowhere", id + 1))?;
        let resume = body.suspends[id].resume;
        let kind = body.blocks.get(resume.0).map(|block| block.kind);
        check(kind == Some(BlockKind::Resume(SuspendId(id))), &|| {
            format!(
                "suspend point {} is resumed in bb{}, which is for something else",
                id + 1,
                resume.0
            )
        })?;
    }
    Ok(())
}

/// Looks at the markers of the code, and for what should have become one.
struct Markers<'a> {
    body: &'a Body,
    jumps: BTreeSet<usize>,
    suspends: BTreeSet<usize>,
    wrong: Option<String>,
}

impl Markers<'_> {
    fn marker(&mut self, marker: Marker) {
        let blocks = self.body.blocks.len();
        let wrong = match marker {
            Marker::Suspend(SuspendId(id)) if id >= self.body.suspends.len() => {
                format!("suspend point {} is none", id + 1)
            }
            Marker::Suspend(SuspendId(id)) if !self.suspends.insert(id) => {
                format!("suspend point {} is a second time", id + 1)
            }
            Marker::Goto(BlockId(target), _) if target >= blocks => {
                format!("a jump goes to bb{target}, which is none")
            }
            Marker::Goto(BlockId(target), _)
                if self.body.blocks[self.body.destinations[target].0].unreached =>
            {
                format!("a jump goes to bb{target}, which returns where the jumps are")
            }
            Marker::Goto(_, number) if !self.jumps.insert(number) => {
                format!("jump {number} is a second time")
            }
            Marker::Reopen(BlockId(block), scope)
                if self.body.blocks.get(block).is_none_or(|it| scope >= it.scopes.len()) =>
            {
                format!("scope {scope} of bb{block} is opened again, which is none")
            }
            Marker::DropInput(BlockId(block))
                if self.body.blocks.get(block).is_none_or(|it| it.input.is_none()) =>
            {
                format!("bb{block} drops an input that it does not get")
            }
            _ => return,
        };
        self.wrong.get_or_insert(wrong);
    }
}

impl Visit<'_> for Markers<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        if let Some(marker) = Marker::parse(expr) {
            return self.marker(marker);
        }
        match expr {
            Expr::Yield(_) => {
                self.wrong.get_or_insert("a suspension is left in an operand".into());
            }
            // Their suspensions are their own.
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => {}
            expr => visit::visit_expr(self, expr),
        }
    }
    fn visit_stmt(&mut self, stmt: &Stmt) {
        if !matches!(stmt, Stmt::Item(_)) {
            visit::visit_stmt(self, stmt);
        }
    }
    /// The arguments of known macros are code as any other.
    fn visit_macro(&mut self, mac: &syn::Macro) {
        for arg in known::parse(mac).iter().flat_map(|known| &known.args) {
            self.visit_expr(&arg.expr);
        }
    }
    fn visit_item(&mut self, _: &Item) {}
}
