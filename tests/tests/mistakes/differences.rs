//! Where a coroutine's errors differ from the plain function's, and why.

use super::compile::Problem;

/// A case whose errors differ.
pub struct Difference {
    /// The name of the case.
    pub case: &'static str,
    /// Why.
    pub reason: &'static str,
    errors: &'static [(&'static str, usize)],
}

impl Difference {
    /// What the coroutine's errors are.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems: Vec<_> =
            self.errors.iter().map(|&(code, line)| Problem { code: code.into(), line }).collect();
        problems.sort();
        problems
    }
}

/// All cases whose errors differ.
pub const LIST: &[Difference] = &[
    Difference {
        case: "a_returned_reference_to_a_local",
        reason: "the body is a block of a closure, whose locals end before its value is used",
        errors: &[("E0597", 5)],
    },
    Difference {
        case: "arms_of_different_types",
        reason: "the arms' values meet in a parameter of the block after the `match`, whose type the first sets",
        errors: &[("E0308", 4)],
    },
    Difference {
        case: "break_outside_a_loop",
        reason: "the macro refuses it before rustc sees it, in words of its own, at the same place",
        errors: &[("-", 4)],
    },
    Difference {
        case: "break_to_a_label_outside_a_closure",
        reason: "the label is on a block of the state machine, which a closure does not see at all",
        errors: &[("E0426", 7)],
    },
    Difference {
        case: "break_with_a_value_from_for",
        reason: "the macro refuses it before rustc sees it, in words of its own, at the same place",
        errors: &[("-", 4)],
    },
    Difference {
        case: "break_with_a_value_from_while",
        reason: "the macro refuses it before rustc sees it, in words of its own, at the same place",
        errors: &[("-", 4)],
    },
    Difference {
        case: "break_without_a_label_in_a_labelled_block",
        reason: "the macro refuses it before rustc sees it, in words of its own, at the same place",
        errors: &[("-", 8)],
    },
    Difference {
        case: "continue_outside_a_loop",
        reason: "the macro refuses it before rustc sees it, in words of its own, at the same place",
        errors: &[("-", 4)],
    },
    Difference {
        case: "continue_to_a_labelled_block",
        reason: "the macro refuses it before rustc sees it, in words of its own, at the same place",
        errors: &[("-", 5)],
    },
    Difference {
        case: "generator_that_returns_a_value",
        reason: "the macro refuses it before rustc sees it, and says to yield it, at the same place",
        errors: &[("-", 4)],
    },
    Difference {
        case: "iterated_over_a_number",
        reason: "the macro refuses it before rustc sees it, in words of its own, at the same place",
        errors: &[("-", 3)],
    },
    Difference {
        case: "label_of_an_ended_loop",
        reason: "the macro refuses it before rustc sees it, in words of its own, at the same place",
        errors: &[("-", 9)],
    },
    Difference {
        case: "moved_field",
        reason: "the local is live across the suspension, so that saving it there is its first use after the move",
        errors: &[("E0382", 4)],
    },
    Difference {
        case: "moved_in_a_loop",
        reason: "the local is live where the loop's body ends, so that passing it on there is its use after the move",
        errors: &[("E0382", 6)],
    },
    Difference {
        case: "pattern_of_a_loop_that_may_fail",
        reason: "the macro refuses it before rustc sees it, in words of its own, at the same place",
        errors: &[("-", 3)],
    },
    Difference {
        case: "input_at_the_end_of_a_loop",
        reason: "the macro refuses it before rustc sees it, in words of its own, at the same place",
        errors: &[("-", 4)],
    },
    Difference {
        case: "reference_that_is_not_static",
        reason: "the closure's borrows are reported without a code",
        errors: &[("-", 4)],
    },
    Difference {
        case: "reference_that_lives_too_short",
        reason: "what the state holds is checked against the return type",
        errors: &[("E0621", 2)],
    },
    Difference {
        case: "references_of_different_lives",
        reason: "what the state holds is checked against the return type",
        errors: &[("-", 2)],
    },
    Difference {
        case: "set_in_a_loop_though_not_mut",
        reason: "the macro refuses it before rustc sees it, in words of its own, at the same place",
        errors: &[("-", 5)],
    },
    Difference {
        case: "unknown_label",
        reason: "the macro refuses it before rustc sees it, in words of its own, at the same place",
        errors: &[("-", 5)],
    },
    Difference {
        case: "unlabelled_break_in_a_loop_condition",
        reason: "the macro refuses it before rustc sees it, in words of its own, at the same place",
        errors: &[("-", 3)],
    },
    Difference {
        case: "value_of_an_arm_of_a_statement",
        reason: "the arms that do not suspend are a `match` of their own, which rustc points at as a whole",
        errors: &[("E0308", 3)],
    },
    Difference {
        case: "values_of_two_types_that_nobody_takes",
        reason: "the arms' values meet in a parameter of the block after the `match`, whose type the first sets",
        errors: &[("E0308", 4)],
    },
];
