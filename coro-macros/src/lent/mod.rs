//! Inputs that are lent for one resume, and used behind the next suspension.
//!
//! In: a body and its facts. Out: an error for each local that is nothing but such an input and that a
//! suspension would save. rustc finds them, too, but only names what the macro calls them.

mod keeps;

use syn::{Block, Expr, Lifetime, Pat, Type};

use crate::{
    analysis::{Facts, Form, lending::Loan},
    diagnostics::Diagnostics,
    ir::{Body, Exit, SuspendId},
    params::Params,
    resolve::{
        names::{Local, Locals},
        shape::Shape,
    },
    returns::Returns,
    visit::{self, Visit},
};

/// The inputs that a body is lent.
pub struct Lent {
    /// The locals that are nothing but such an input.
    locals: Vec<Local>,
    /// Whether they can be mutated through.
    mutable: bool,
    /// Whether their methods are those of a text or a list of the standard library.
    is_std: bool,
}

/// Finds the inputs that are lent for one resume.
pub fn inputs(returns: &Returns, params: &Params, body: &Block, locals: &Locals) -> Option<Lent> {
    let is_fresh = |lifetime: &Lifetime| returns.binder.iter().any(|it| it.ident == lifetime.ident);
    let (is_lent, mutable) = match &returns.input {
        Type::Reference(input) => {
            (input.lifetime.as_ref().is_some_and(is_fresh), input.mutability.is_some())
        }
        // Something that holds references.
        _ => (!returns.binder.is_empty(), true),
    };
    if !is_lent {
        return None;
    }
    let mut inputs = Inputs { locals, lent: Vec::new(), others: Vec::new() };
    inputs.lent.extend(params.input.filter(|input| !locals[*input].hidden));
    inputs.visit_block(body);
    let Inputs { mut lent, others, .. } = inputs;
    lent.retain(|local| !others.contains(local));
    let is_std = match &returns.input {
        Type::Reference(input) => match &*input.elem {
            Type::Slice(_) => true,
            ty => {
                matches!(ty, Type::Path(path) if path.path.is_ident("str"))
                    || Shape::of_type(ty) == Shape::Collection
            }
        },
        _ => false,
    };
    Some(Lent { locals: lent, mutable, is_std })
}

/// Refuses inputs that outlive their resume, and borrows of parts of them.
pub fn check(
    lent: &Lent,
    loans: &[Loan],
    lowered: &Body,
    facts: &Facts,
    locals: &Locals,
    diagnostics: &mut Diagnostics,
) {
    let saved = |index: usize| facts.exits.get(&Exit::Suspend(SuspendId(index)));
    let is_saved = |local: Local, index: usize| {
        saved(index).is_some_and(|saved| saved.get(local) == Some(Form::Value))
    };
    // What a method gives, or is behind an index, may be what a reference in the input refers to.
    let is_of_input = |loan: &&Loan| {
        lent.locals.contains(&loan.lender)
            && loan.lender != loan.borrower
            && !(loan.by_method || loan.indexed || loan.through)
    };
    // One error is enough.
    let mut told: Vec<Local> = Vec::new();
    for loan in loans.iter().filter(is_of_input) {
        let is_kept = (0..lowered.suspends.len()).any(|index| is_saved(loan.borrower, index));
        if !is_kept || told.contains(&loan.borrower) {
            continue;
        }
        told.push(loan.borrower);
        let name = &locals[loan.lender].name;
        diagnostics.error(
            loan.span,
            format!(
                "this borrows from `{name}`, which is lent until the next suspension, and is used behind it\nhelp: borrow again from the new one, or keep a copy or an index"
            ),
        );
    }
    for keeps::Kept { holder, input, span } in keeps::kept(lent, lowered, facts, locals) {
        if told.contains(&holder) {
            continue;
        }
        told.push(holder);
        if let Some(message) = going_over(holder, input, locals) {
            diagnostics.error(span, message);
            continue;
        }
        let (holder, input) = (&locals[holder].name, &locals[input].name);
        let help = if lent.mutable {
            "keep what is needed of it".to_owned()
        } else {
            format!("keep a copy, as `{input}.to_owned()` is one")
        };
        diagnostics.error(
            span,
            format!(
                "`{holder}` keeps `{input}`, which is lent until the next suspension, and is used behind it\nhelp: {help}"
            ),
        );
    }
    for (index, suspend) in lowered.suspends.iter().enumerate() {
        for local in &lent.locals {
            if told.contains(local) || !is_saved(*local, index) {
                continue;
            }
            told.push(*local);
            let name = &locals[*local].name;
            let help = if lent.mutable {
                format!(
                    "take the new one, `{name} = yield_!(…)`, or what is needed of it in front of the yield"
                )
            } else {
                format!(
                    "keep a copy, as `{name}.to_owned()` is one, or take the new one, `{name} = yield_!(…)`"
                )
            };
            let message = format!("`{name}` is lent until this suspension, and used behind it");
            diagnostics.error(suspend.span, format!("{message}\nhelp: {help}"));
        }
    }
}

/// Says that a loop or a delegation goes over an input, if it is that what keeps it.
fn going_over(holder: Local, input: Local, locals: &Locals) -> Option<String> {
    let (holder, input) = (&locals[holder], &locals[input].name);
    let what = if holder.is_own("iter") {
        "this loop"
    } else if holder.is_own("inner") {
        "what this delegates to"
    } else {
        return None;
    };
    Some(format!(
        "{what} goes over `{input}`, which is lent until the next suspension, and suspends\nhelp: collect first what it goes over, or go by an index and take the new one each time, `{input} = yield_!(…)`"
    ))
}

/// Finds the locals that are given an input, and those that are given something else.
struct Inputs<'a> {
    locals: &'a Locals,
    lent: Vec<Local>,
    others: Vec<Local>,
}

impl Inputs<'_> {
    fn given(&mut self, local: Option<Local>, value: &Expr) {
        match value {
            Expr::Yield(_) => self.lent.extend(local),
            _ => self.others.extend(local),
        }
    }
}

impl Visit<'_> for Inputs<'_> {
    fn visit_local(&mut self, stmt: &syn::Local) {
        if let (Pat::Ident(pat), Some(init)) = (&stmt.pat, &stmt.init) {
            self.given(self.locals.get(&pat.ident), &init.expr);
        } else {
            // One that is declared without a value may be saved without one.
            self.others.extend(self.locals.bound_by(&stmt.pat));
        }
        visit::visit_local(self, stmt);
    }
    fn visit_expr_assign(&mut self, expr: &syn::ExprAssign) {
        let assigned = self.locals.of_expr(&expr.left);
        self.given(assigned, &expr.right);
        // Without a `mut`, that is what is wrong.
        self.others.extend(assigned.filter(|local| !self.locals[*local].mutable));
        visit::visit_expr_assign(self, expr);
    }
    fn visit_pat(&mut self, _: &Pat) {}
    fn visit_type(&mut self, _: &Type) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}
