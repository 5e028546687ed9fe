//! The values that `#[coroutine]` functions return.
//!
//! In: a state enum and the step closure that the macro generated for it. Out: [`Machine`], a
//! coroutine, and [`Generator`], an iterator. Invariant: the closure captures nothing, so that a
//! machine is as large as its state.

use core::{any::type_name, fmt, hash, iter::FusedIterator};

use crate::{CoroutineState, Iter, Resume};

/// A coroutine made by `#[coroutine]`: an enum of suspended states and the code that resumes it.
///
/// The type cannot be written down, since its closure has no name; functions return it as
/// `impl Resume<…>`. It has the traits that the return type names and the state's fields allow.
///
/// # Examples
///
/// ```
/// use core::fmt::Debug;
/// use coro_core::Resume;
///
/// #[coro_core::coroutine]
/// fn accumulator() -> impl Resume<i64, i64, Return = ()> + Clone + Debug {
///     let mut total = 0;
///     loop {
///         total += yield_!(total);
///     }
/// }
///
/// let mut sum = accumulator();
/// let _ = sum.resume(0);
/// let _ = sum.resume(30);
/// assert_eq!(format!("{sum:?}"), "accumulator::Suspend1 { total: 30 }");
/// ```
#[derive(Clone, Copy)]
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Machine<S, F> {
    state: S,
    step: F,
}

impl<S, F> Machine<S, F> {
    pub(crate) const fn new(state: S, step: F) -> Self {
        Self { state, step }
    }
}

impl<S, F, In, Out, R> Resume<In, Out> for Machine<S, F>
where
    F: Fn(&mut S, In) -> CoroutineState<Out, R>,
{
    type Return = R;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<Out, R> {
        (self.step)(&mut self.state, input)
    }
}

impl<S, F, Out, R> IntoIterator for Machine<S, F>
where
    F: Fn(&mut S, ()) -> CoroutineState<Out, R>,
{
    type Item = Out;
    type IntoIter = Iter<Self, Out>;

    fn into_iter(self) -> Self::IntoIter {
        Iter::new(self)
    }
}

impl<S: fmt::Debug, F> fmt::Debug for Machine<S, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_state::<F>(&self.state, f)
    }
}

impl<S: PartialEq, F> PartialEq for Machine<S, F> {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state
    }
}

impl<S: Eq, F> Eq for Machine<S, F> {}

impl<S: hash::Hash, F> hash::Hash for Machine<S, F> {
    fn hash<H: hash::Hasher>(&self, hasher: &mut H) {
        self.state.hash(hasher);
    }
}

/// A generator made by `#[coroutine]` on a function that returns `impl Iterator`.
///
/// It is fused: its state stays at the end once it is there.
///
/// # Examples
///
/// ```
/// #[coro_core::coroutine]
/// fn countdown(mut n: u32) -> impl Iterator<Item = u32> {
///     while n > 0 {
///         yield_!(n);
///         n -= 1;
///     }
/// }
///
/// assert_eq!(countdown(3).collect::<Vec<_>>(), [3, 2, 1]);
/// ```
#[derive(Clone, Copy)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Generator<S, F> {
    state: S,
    step: F,
}

impl<S, F> Generator<S, F> {
    pub(crate) const fn new(state: S, step: F) -> Self {
        Self { state, step }
    }
}

impl<S, F, Out> Iterator for Generator<S, F>
where
    F: Fn(&mut S, ()) -> CoroutineState<Out, ()>,
{
    type Item = Out;

    #[inline]
    fn next(&mut self) -> Option<Out> {
        (self.step)(&mut self.state, ()).yielded()
    }
}

impl<S, F, Out> FusedIterator for Generator<S, F> where F: Fn(&mut S, ()) -> CoroutineState<Out, ()> {}

impl<S: fmt::Debug, F> fmt::Debug for Generator<S, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_state::<F>(&self.state, f)
    }
}

impl<S: PartialEq, F> PartialEq for Generator<S, F> {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state
    }
}

impl<S: Eq, F> Eq for Generator<S, F> {}

impl<S: hash::Hash, F> hash::Hash for Generator<S, F> {
    fn hash<H: hash::Hasher>(&self, hasher: &mut H) {
        self.state.hash(hasher);
    }
}

/// Writes `function::State { … }`, with the function's name taken from its closure's.
fn write_state<F>(state: &impl fmt::Debug, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if let Some(name) = function_name(type_name::<F>()) {
        f.write_str(name)?;
        f.write_str("::")?;
    }
    state.fmt(f)
}

/// Finds `walk` in `krate::tree::walk<T>::{{closure}}`.
fn function_name(closure: &str) -> Option<&str> {
    let path = closure.strip_suffix("::{{closure}}")?;
    let path = if path.ends_with('>') { &path[..matching_angle(path)?] } else { path };
    let path = path.strip_suffix("::").unwrap_or(path);
    path.rsplit("::").next()
}

/// Finds the `<` that the final `>` of `path` closes.
fn matching_angle(path: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (index, byte) in path.bytes().enumerate().rev() {
        match byte {
            b'>' if index == 0 || path.as_bytes()[index - 1] != b'-' => depth += 1,
            b'<' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(index);
                }
            }
            _ => {}
        }
    }
    None
}
