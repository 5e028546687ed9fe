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
pub const LIST: &[Difference] = &[];
