//! Borrows of locals that outlive a suspension.
//!
//! In: a body's loans and facts. Out: an error for each local that a suspension would save beside what it
//! surely borrows from, and for each yielded reference to a local. rustc finds them, too, but tells each
//! twice, in terms of what the macro writes. A local of an unknown type may be a reference, which can be
//! saved with what it lent: [`asked`] has its type decide, or it is left to rustc.

mod asked;

use syn::{Ident, Type};

pub use self::asked::{Asked, asked};
use crate::{
    analysis::{
        Facts, Form,
        lending::{Loan, Loans, Part},
        lends::{self, Text},
    },
    diagnostics::Diagnostics,
    ir::{BlockId, BlockKind, Body, SuspendData},
    resolve::{
        knowledge::Knowledge,
        names::{Local, LocalData, Locals},
        shape::Shape,
    },
    returns::first_type,
};

/// What to write instead of a list of references.
const COLLECT_OWNED: &str = "collect values of a type that owns: `.cloned().collect()`, or `.map(str::to_owned).collect()` of the parts of a text";

/// What to write instead of going over parts.
const COLLECT_FIRST: &str = "collect first what the loop goes over: `.cloned().collect::<Vec<_>>()`, or `.map(str::to_owned).collect::<Vec<_>>()` of the parts of a text";

/// Refuses borrows of locals that are yielded, or used behind a suspension.
///
/// `output` is what the coroutine yields.
pub fn check(
    Loans { found: loans, assigned, .. }: &Loans,
    output: &Type,
    body: &Body,
    facts: &Facts,
    locals: &Locals,
    diagnostics: &mut Diagnostics,
) {
    let mut told = Vec::new();
    for loan in loans {
        let Loan { borrower, lender, span, origin, .. } = *loan;
        let is_own = locals[lender].hidden || lender == borrower;
        let is_told = |(told, of): &(Local, usize)| *told == borrower || *of == origin;
        if is_own || assigned.contains(&borrower) || told.iter().any(is_told) {
            continue;
        }
        let is_given = |block: BlockId| facts.entry[block.0].get(borrower) == Some(Form::Value);
        let is_saved = || {
            body.suspends.iter().map(|suspend| suspend.resume).any(|block| {
                let form = facts.entry[block.0].get(borrower);
                let is_left = matches!(form, Some(Form::Remnant | Form::Husk));
                is_given(block) || is_left && is_guard(loan, locals)
            })
        };
        let name = &locals[lender].name;
        let is_sure = || {
            // What it lends itself, as in `rest = &rest[1..];`, is of what it borrows from.
            let is_other = |other: &&Loan| other.borrower == borrower && other.lender != borrower;
            let is_sure = |loan: &Loan| is_surely_borrowed(loan, locals);
            // What one value borrows, it holds all of.
            is_sure(loan)
                && loans.iter().filter(is_other).all(|it| it.origin == origin || is_sure(it))
        };
        let is_yielded = || {
            let yields = |suspend: &SuspendData| suspend.value == borrower;
            body.suspends.iter().any(yields) && lends::refers(output)
        };
        let message = if is_sure() && is_yielded() {
            format!(
                "this yields a reference to `{name}`, which the coroutine owns and takes along when it is moved\nhelp: let it yield values of a type that owns, as `{name}.clone()` is one, or take `{name}` as a parameter that is a reference"
            )
        } else if is_sure() && is_saved() {
            let with =
                loans.iter().filter(|other| other.origin == origin && other.borrower == borrower);
            let lenders: Vec<_> = with.map(|loan| loan.lender).collect();
            saved(loan, &lenders, facts, locals)
        } else if (is_reference(loan) || is_sure())
            && is_given_by_branch(borrower, body, locals, is_given)
        {
            format!(
                "a branch gives a reference to `{name}`, and an arm of it suspends, or only some arms move a local\nhelp: choose behind the branch, or let the branch give a clone or an index\nnote: where the arms meet, `{name}` would be stored beside the reference"
            )
        } else if let Some(block) = (0..body.blocks.len())
            .map(BlockId)
            .find(|it| is_given(*it))
            .filter(|_| !locals[borrower].hidden && is_sure())
        {
            passed_on(loan, &body.blocks[block.0].kind, locals)
        } else {
            continue;
        };
        told.push((borrower, origin));
        diagnostics.error(span, message);
    }
}

/// Says that a borrow is used in a block that a suspension leads to, and what to do.
fn passed_on(loan: &Loan, kind: &BlockKind, locals: &Locals) -> String {
    let (name, holder) = (&locals[loan.lender].name, &locals[loan.borrower].name);
    let (place, again) = if matches!(kind, BlockKind::Loop) {
        ("where a loop begins again that suspends", "in the loop")
    } else {
        let place = "behind a branch that suspends, or of which only some arms move a local";
        (place, "behind the branch")
    };
    let (borrows, help) = if loan.part == Part::Captured {
        (
            format!("captures `{name}` by reference"),
            format!(
                "write `move` in front of the closure if nothing else uses `{name}`, or make it {again}"
            ),
        )
    } else {
        (
            format!("borrows from `{name}`"),
            format!("borrow again {again}, in front of the use, or keep a clone or an index"),
        )
    };
    format!(
        "`{holder}` {borrows}, and is used {place}: a coroutine can be moved, so it cannot store both\nhelp: {help}"
    )
}

/// Says that a borrow is saved beside what it is of, one local or more, and what to do.
fn saved(loan: &Loan, lenders: &[Local], facts: &Facts, locals: &Locals) -> String {
    let (name, holder) = (&locals[loan.lender].name, &locals[loan.borrower].name);
    let is_hidden = locals[loan.borrower].hidden;
    let or_collect = |help: String| if loan.collected { COLLECT_OWNED.to_owned() } else { help };
    let (what, help) = match (is_hidden, is_guard(loan, locals)) {
        (true, _) if loan.part == Part::Captured => (
            format!(
                "this closure captures `{name}` by reference, and is called after a suspension"
            ),
            format!("write `move` in front of it, or let it take a copy of `{name}`"),
        ),
        (false, _) if loan.part == Part::Captured => {
            let names: Vec<_> =
                lenders.iter().map(|lender| format!("`{}`", locals[*lender].name)).collect();
            let (names, is_one) = (names.join(" and "), names.len() == 1);
            let them = if is_one { &*names } else { "them" };
            (
                format!("`{holder}` captures {names} by reference, and is used after a suspension"),
                format!(
                    "write `move` in front of the closure if nothing else uses {them}, or let it take {them} as {}",
                    if is_one { "an argument" } else { "arguments" }
                ),
            )
        }
        (true, true) => (
            format!("what `{name}` lends lives until the end of the statement, and that suspends"),
            format!(
                "take what is needed in a statement of its own, as `let value = {name}.…().clone();`"
            ),
        ),
        (false, true) => (
            format!("`{holder}` borrows from `{name}`, and lives on behind a suspension"),
            format!(
                "drop it in front of the suspension, `drop({holder});`, and borrow again behind it"
            ),
        ),
        (true, false) if holder == "iter" => (
            if locals[loan.holder].hidden {
                format!("this loop borrows from `{name}`, and suspends")
            } else {
                let holder = &locals[loan.holder].name;
                let which = if holder == name { "another " } else { "" };
                format!("`{holder}` borrows from {which}`{name}`, and the loop over it suspends")
            },
            or_collect(over_owned(loan, facts.entry[0].has(loan.lender), locals)),
        ),
        (true, false) if holder == "inner" => (
            format!("what this delegates to borrows from `{name}`, and suspends"),
            delegated_owned(loan, facts.entry[0].has(loan.lender), locals),
        ),
        (true, false) => (
            format!("what borrows from `{name}` waits for a suspension"),
            "borrow after the suspension, `let value = yield_!(…);`, or keep a clone".to_owned(),
        ),
        (false, false) => {
            let which = if holder == name { "another " } else { "" };
            (
                format!("`{holder}` borrows from {which}`{name}`, and is used after a suspension"),
                or_collect(
                    "keep a clone or an index, or borrow again after the suspension".to_owned(),
                ),
            )
        }
    };
    format!("{what}: a coroutine can be moved, so it cannot store both\nhelp: {help}")
}

/// Says how to go over what a local holds, which may be a parameter.
fn over_owned(loan: &Loan, is_parameter: bool, locals: &Locals) -> String {
    let LocalData { name, shape, .. } = &locals[loan.lender];
    let first = match collected(loan, name) {
        None if *shape == Shape::Iterator => {
            return format!("loop over `{name}.by_ref()` alone, and leave the loop by `break`");
        }
        Some(collected) => format!("collect first what the loop goes over, {collected}"),
        None if loan.part == Part::Field => {
            format!("go over the field of `{name}` by value, or by an index if it is a list")
        }
        // A view of it, or parts.
        None if loan.by_method => {
            format!("go over `{name}` by value, or {COLLECT_FIRST}")
        }
        None => format!("go over `{name}` by value, or by an index if it is a list"),
    };
    or_by_reference(first, name, is_parameter)
}

/// Says how to delegate to what goes over what a local holds.
fn delegated_owned(loan: &Loan, is_parameter: bool, locals: &Locals) -> String {
    let LocalData { name, shape, .. } = &locals[loan.lender];
    let first = match collected(loan, name) {
        None if *shape == Shape::Iterator => {
            return format!(
                "write the loop, `for item in {name}.by_ref() {{ yield_!(item); }}`, and leave it by `break`"
            );
        }
        Some(collected) => format!("collect first what it goes over, {collected}"),
        None if loan.part == Part::Field => format!("let it take the field of `{name}`"),
        None if matches!(shape, Shape::Collection | Shape::Array) => {
            format!("let it take `{name}`, as `{name}.into_iter()` does")
        }
        None => format!("let it take `{name}`"),
    };
    or_by_reference(first, name, is_parameter)
}

/// Says how to collect what goes over a text.
fn collected(loan: &Loan, name: &Ident) -> Option<String> {
    Some(match loan.over_text? {
        Text::Units(method) => format!("`{name}.{method}().collect::<Vec<_>>()`"),
        Text::Parts(method) => {
            format!("`{name}.{method}().map(str::to_owned).collect::<Vec<_>>()`")
        }
    })
}

fn or_by_reference(first: String, name: &Ident, is_parameter: bool) -> String {
    if is_parameter {
        format!("{first}, or take `{name}` as a parameter that is a reference")
    } else {
        first
    }
}

/// Tells whether a local is the value with which the arms of a branch meet.
fn is_given_by_branch(
    local: Local,
    body: &Body,
    locals: &Locals,
    is_given: impl Fn(BlockId) -> bool,
) -> bool {
    let is_join = |index: usize| matches!(body.blocks[index].kind, BlockKind::Join);
    // A written type may convert it.
    let data = &locals[local];
    data.hidden
        && data.ty.is_none()
        && (0..body.blocks.len()).any(|it| is_join(it) && is_given(BlockId(it)))
}

/// Tells whether a loan is a reference to a local, whatever its type is.
fn is_reference(loan: &Loan) -> bool {
    loan.part == Part::Whole && !loan.by_method
}

/// Tells whether a loan is a guard of what is in a cell or a lock.
fn is_guard(loan: &Loan, locals: &Locals) -> bool {
    let shape = locals[loan.lender].shape;
    loan.by_method && matches!(shape, Shape::Cell | Shape::PointerToCell)
}

/// Tells whether a loan is surely of the local, and not of what it refers to.
fn is_surely_borrowed(loan: &Loan, locals: &Locals) -> bool {
    let lender = &locals[loan.lender];
    match lender.shape {
        _ if loan.through => false,
        _ if loan.part == Part::Captured => true,
        // What is gone over, or delegated to, is the borrow itself.
        _ if locals[loan.borrower].hidden && is_reference(loan) && !loan.deep => true,
        _ if loan.part == Part::Field => !loan.by_method && !loan.indexed && has_fields(lender),
        Shape::Collection | Shape::Array => matches!(loan.part, Part::Whole | Part::Item),
        Shape::Variant | Shape::Cell | Shape::PointerToCell => loan.part == Part::Whole,
        Shape::Box | Shape::Pointer if owns_items(lender) => loan.part == Part::Whole,
        Shape::Iterator if !lender.mutable_borrow => is_reference(loan),
        // Its methods are the user's, or those of what it points to.
        Shape::Fields | Shape::Box | Shape::Pointer => is_reference(loan),
        _ => is_reference(loan) && lender.knowledge == Knowledge::Primitive,
    }
}

/// Tells whether a local surely has fields of its own: its type is written, or it was made as a struct.
fn has_fields(lender: &LocalData) -> bool {
    lender.shape == Shape::Fields || matches!(lender.ty, Some(Type::Path(_)))
}

/// Tells whether a local is a box, or another pointer that owns, of a list or a text.
fn owns_items(lender: &LocalData) -> bool {
    let Some(Type::Path(path)) = &lender.ty else { return false };
    match path.path.segments.last().and_then(first_type) {
        Some(Type::Slice(_)) => true,
        Some(ty) => {
            Shape::of_type(ty) == Shape::Collection
                || matches!(ty, Type::Path(path) if path.path.is_ident("str"))
        }
        None => false,
    }
}
