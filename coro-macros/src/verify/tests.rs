//! Broken stages are found: each invariant is broken in a graph that holds otherwise.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Expr, Stmt, parse_quote};

use super::{Violation, graph, output};
use crate::{
    compile::{self, Analysed, Lowered},
    ir::{BlockId, BlockKind, Exit, Marker, SuspendId, dump::Dump},
    items::Identifiers,
    layout::{Layout, layout},
    resolve::names::Locals,
    threading::Threading,
};

fn lowered() -> Lowered {
    let function = quote! {
        fn f(n: u32) -> impl Iterator<Item = u32> {
            for i in 0..n {
                yield_!(i);
            }
        }
    };
    compile::lowered(function).expect("the function is accepted")
}

fn checked(lowered: &Lowered) -> Result<(), String> {
    graph(&lowered.body, &lowered.locals).map_err(|Violation { what, .. }| what)
}

/// Breaks a graph, and expects to be told of it.
fn broken(expected: &str, break_it: impl FnOnce(&mut Lowered)) {
    let mut lowered = lowered();
    assert_eq!(checked(&lowered), Ok(()));
    break_it(&mut lowered);
    assert_eq!(checked(&lowered), Err(expected.to_owned()));
}

fn marker(marker: Marker) -> Stmt {
    marker.stmt(Span::call_site())
}

#[test]
fn a_block_without_a_terminator() {
    broken("bb2 comes to an end without a terminator", |it| it.body.blocks[2].code.clear());
}

#[test]
fn a_terminator_in_one_arm_only() {
    broken("bb2 comes to an end without a terminator", |it| {
        it.body.blocks[2].code = vec![parse_quote!(if c {
            return;
        })];
    });
}

#[test]
fn a_jump_to_nowhere() {
    broken("in bb2, a jump goes to bb9, which is none", |it| {
        it.body.blocks[2].code = vec![marker(Marker::Goto(BlockId(9), 7))];
    });
}

#[test]
fn a_jump_twice() {
    broken("in bb2, jump 1 is a second time", |it| {
        it.body.blocks[2].code = vec![marker(Marker::Goto(BlockId(1), 1))];
    });
}

#[test]
fn a_suspend_point_twice() {
    broken("in bb2, suspend point 1 is a second time", |it| {
        it.body.blocks[2].code = vec![marker(Marker::Suspend(SuspendId(0)))];
    });
}

#[test]
fn a_suspend_point_nowhere() {
    broken("suspend point 1 is nowhere", |it| {
        it.body.blocks[1].code = vec![marker(Marker::Goto(BlockId(2), 7))];
    });
}

#[test]
fn a_suspension_in_an_operand() {
    broken("in bb1, a suspension is left in an operand", |it| {
        let operand = Expr::Yield(syn::ExprYield {
            attrs: Vec::new(),
            yield_token: syn::token::Yield::default(),
            expr: None,
        });
        it.body.blocks[1].code.insert(0, parse_quote!(f(1, #operand);));
    });
}

#[test]
fn a_resumption_of_another_suspension() {
    broken("suspend point 1 is resumed in bb2, which is for something else", |it| {
        it.body.blocks[2].kind = BlockKind::Join;
    });
}

#[test]
fn a_scope_that_is_none() {
    broken("in bb2, scope 9 of bb2 is opened again, which is none", |it| {
        it.body.blocks[2].code.insert(0, marker(Marker::Reopen(BlockId(2), 9)));
    });
}

#[test]
fn an_input_that_does_not_come() {
    broken("in bb2, bb1 drops an input that it does not get", |it| {
        it.body.blocks[2].code.insert(0, marker(Marker::DropInput(BlockId(1))));
    });
}

#[test]
fn a_chain_of_destinations() {
    broken("a jump to bb0 goes to bb1, and on from there", |it| {
        it.body.destinations = vec![BlockId(1), BlockId(2), BlockId(2)];
    });
}

fn analysed() -> Analysed {
    let function = quote! {
        fn f(n: u32) -> impl Iterator<Item = u32> {
            for i in 0..n {
                let guard = lock(i);
                yield_!(i);
                guard.touch();
            }
        }
    };
    compile::analysed(function).expect("the function is accepted")
}

#[test]
fn a_local_that_arrives_out_of_its_scope() {
    let Analysed { lowered, mut facts, locals, .. } = analysed();
    assert_eq!(super::facts(&lowered, &facts, &locals), Ok(()));
    facts.entry.swap(1, 2);
    let what = super::facts(&lowered, &facts, &locals).map_err(|it| it.what);
    assert_eq!(what, Err("`guard` arrives in bb1, where it is not in scope".to_owned()));
}

#[test]
fn a_local_that_is_not_at_hand() {
    let Analysed { lowered, mut facts, locals, .. } = analysed();
    let (first, second) = (Exit::Suspend(SuspendId(0)), Exit::Goto(1));
    let at_hand = facts.exits[&second].clone();
    facts.exits.insert(first, at_hand);
    let what = super::facts(&lowered, &facts, &locals).map_err(|it| it.what);
    assert_eq!(what, Err("`guard` is saved for bb2 where it is not at hand".to_owned()));
}

#[test]
fn a_layout_with_its_fields_in_another_order() {
    let Analysed { lowered, facts, mut locals, .. } = analysed();
    let threading = Threading::new(&lowered, &facts, &locals);
    let enums = [&parse_quote!(State), &parse_quote!(Block)];
    let taken = Identifiers::default();
    let mut laid_out = layout(&lowered, &facts, &threading, &mut locals, &taken, enums);
    let check = |it: &Layout, locals: &Locals| {
        super::layout(&lowered, &threading, it, locals).map_err(|it| it.what)
    };
    assert_eq!(check(&laid_out, &locals), Ok(()));
    laid_out.blocks[2].fields.reverse();
    let order = "the fields of `Resume1` are not in the order of their declaration";
    assert_eq!(check(&laid_out, &locals), Err(order.to_owned()));
    laid_out.blocks[2].fields.reverse();
    laid_out.blocks[2].name = "Loop1".to_owned();
    assert_eq!(check(&laid_out, &locals), Err("two blocks are called `Loop1`".to_owned()));
    laid_out.blocks[2].name = "Resume1".to_owned();
    let (first, second) = (laid_out.blocks[2].fields[0].0, laid_out.blocks[2].fields[1].0);
    let name = locals.display(first).to_owned();
    locals.rename(second, name);
    let twice = format!("`Resume1` has two fields `{}`", locals.display(first));
    assert_eq!(check(&laid_out, &locals), Err(twice));
}

fn wrong_output(tokens: TokenStream) -> String {
    output(&tokens).expect_err("the output is wrong").what
}

#[test]
fn spellings_in_the_output() {
    assert_eq!(
        output(&quote!(
            fn f() {
                __coro_now(1.0..4_294_967_295);
                [_, .., x];
            }
        )),
        Ok(())
    );
    assert_eq!(
        wrong_output(quote!(
            fn f() {
                g(__coro3_name)
            }
        )),
        "a local or a label is still spelled `__coro3_name`"
    );
    assert_eq!(
        wrong_output(quote!(
            fn f() {
                break '__coro_label0_outer;
            }
        )),
        "a local or a label is still spelled `__coro_label0_outer`"
    );
    let jump = marker(Marker::Goto(BlockId(1), 1));
    assert_eq!(wrong_output(quote!(fn f() { #jump })), "a jump is still written as `_.2147483653`");
}

#[test]
fn output_that_does_not_parse() {
    let what = wrong_output("fn f() { let = 1; }".parse().expect("the text is tokens"));
    assert!(what.starts_with("the output does not parse: expected "), "{what}");
}

#[test]
fn a_violation_is_reported_as_a_bug_with_the_graph() {
    let mut lowered = lowered();
    lowered.body.blocks[2].code.clear();
    let Lowered { body, locals, labels } = &lowered;
    let violation = graph(body, locals).expect_err("it is broken");
    let dump = Dump { body, locals, labels, facts: None };
    let error = violation.report(&parse_quote!(f), Some(&dump)).to_string();
    let lines: Vec<_> = error.lines().take(5).collect();
    assert_eq!(
        lines,
        [
            "this is a bug in `#[coroutine]`, and not in your code: in `f`, after lowering, bb2 comes to an end without a terminator",
            "help: please report it with the function and all of this message",
            "note: the graph is",
            "bb0 start [n]",
            "    reopen bb0.0;",
        ]
    );
}
