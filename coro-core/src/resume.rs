//! The trait that every coroutine implements.
//!
//! In: a resume argument. Out: a [`CoroutineState`]. A `Complete` is final: whoever resumes again
//! gets a panic, and no adaptor of this crate does. The methods only make the adaptors that
//! [`combinators`](crate::combinators) holds, one file each, or run a coroutine to its end.

use core::ops::ControlFlow;

#[cfg(feature = "alloc")]
use crate::{
    BoxResume, LocalBoxResume,
    combinators::{ChunkBy, Chunks},
};
use crate::{
    CoroutineState, Iter, NoInput,
    combinators::{
        AndThen, AndThenWith, ArrayChunks, Chain, Cycle, Dedup, DedupByKey, Enumerate, Fed, Filter,
        FilterMap, FlatMap, Flatten, ForYield, Fuse, Handle, Handled, Inspect, Interleave, Limit,
        Map, MapInput, MapReturn, MergeBy, NoReply, Peekable, Pipe, ReplyWith, Scan, Skip,
        SkipWhile, StepBy, Take, TakeWhile, Tee, TryHandle, Weave, Windows, Zip, feed, weave,
    },
    progress::{Progress, Pull},
};

/// A computation that suspends with `Out` values and is resumed with `In` values.
///
/// The names follow rustc's unstable `core::ops::Coroutine`. There is no `Pin`: a coroutine is an
/// ordinary value, moved and resumed through `&mut self`.
///
/// Every input is delivered: the first one binds the `#[resume]` parameter of the coroutine's
/// function (and is dropped at once where there is none), each later one is the value of the yield
/// that it answers.
///
/// The provided methods compose coroutines and run them; [`combinators`](crate::combinators) tells
/// how they fit together.
///
/// # Examples
///
/// ```
/// use coro_core::{CoroutineState, Resume};
///
/// /// Counts its inputs and returns their number once it sees a zero.
/// struct CountUntilZero(u32);
///
/// impl Resume<i32, u32> for CountUntilZero {
///     type Return = u32;
///     fn resume(&mut self, input: i32) -> CoroutineState<u32, u32> {
///         if input == 0 {
///             return CoroutineState::Complete(self.0);
///         }
///         self.0 += 1;
///         CoroutineState::Yielded(self.0)
///     }
/// }
///
/// let mut counter = CountUntilZero(0);
/// assert_eq!(counter.resume(7), CoroutineState::Yielded(1));
/// assert_eq!(counter.resume(0), CoroutineState::Complete(1));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a coroutine that takes `{In}` and yields `{Out}`",
    label = "not a `Resume<{In}, {Out}>`",
    note = "`.map_input(…)` changes what a coroutine takes, `.map(…)` what it yields; `from_iter(…)` makes a coroutine of an iterator, `ready(…)` of a value"
)]
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub trait Resume<In, Out> {
    /// What the coroutine returns when it ends.
    type Return;

    /// Runs to the next suspension or to the end.
    ///
    /// # Panics
    ///
    /// Resuming after [`CoroutineState::Complete`] panics with "coroutine resumed after
    /// completion", and after a panic of the body with "coroutine resumed after panicking".
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume};
    ///
    /// #[coro_core::coroutine]
    /// fn once() -> impl Resume<(), u8, Return = &'static str> {
    ///     yield_!(1);
    ///     "end"
    /// }
    ///
    /// let mut coroutine = once();
    /// assert_eq!(coroutine.resume(()), CoroutineState::Yielded(1));
    /// assert_eq!(coroutine.resume(()), CoroutineState::Complete("end"));
    /// ```
    fn resume(&mut self, input: In) -> CoroutineState<Out, Self::Return>;

    /// Returns bounds on how many more values the coroutine yields if it is run to its end.
    ///
    /// The bounds are those of [`Iterator::size_hint`]; `(0, None)` is always right.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter, once};
    ///
    /// assert_eq!(from_iter(0..10).take(3).chain(once(0)).size_hint(), (4, Some(4)));
    /// ```
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, None)
    }

    // Mapping.

    /// Applies a function to what is yielded.
    ///
    /// # Laws
    ///
    /// `c.map(f).map(g)` does what `c.map(|y| g(f(y)))` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert!(from_iter(1..4).map(|n| n * n).yields().eq([1, 4, 9]));
    /// ```
    #[doc(alias = "map_yield")]
    fn map<B, F>(self, f: F) -> Map<Self, F, Out>
    where
        Self: Sized,
        F: FnMut(Out) -> B,
    {
        Map::new(self, f)
    }

    /// Applies a function to each input before the coroutine gets it.
    ///
    /// # Laws
    ///
    /// `c.map_input(f).map_input(g)` does what `c.map_input(|i| f(g(i)))` does, and `map_input` commutes
    /// with `map`.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, arr};
    ///
    /// let mut lengths = arr::<_, ()>(|n: usize| n * 10).map_input(|text: &str| text.len());
    /// assert_eq!(lengths.resume("abc"), CoroutineState::Yielded(30));
    /// ```
    #[doc(alias = "contramap")]
    fn map_input<In2, F>(self, f: F) -> MapInput<Self, F, Out>
    where
        Self: Sized,
        F: FnMut(In2) -> In,
    {
        MapInput::new(self, f)
    }

    /// Applies a function to the return value.
    ///
    /// # Laws
    ///
    /// `c.map_return(f).map_return(g)` does what `c.map_return(|r| g(f(r)))` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, ready};
    ///
    /// assert_eq!(ready::<_, ()>(4).map_return(|n| n + 1).run(), 5);
    /// ```
    fn map_return<R, F>(self, f: F) -> MapReturn<Self, F, Out>
    where
        Self: Sized,
        F: FnOnce(Self::Return) -> R,
    {
        MapReturn::new(self, f)
    }

    /// Shows a function each yielded value before it is passed on.
    ///
    /// # Laws
    ///
    /// `c.inspect(f)` does what `c` does, and `f` sees each yield once.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let mut seen = Vec::new();
    /// from_iter([1, 2]).inspect(|n| seen.push(*n)).run();
    /// assert_eq!(seen, [1, 2]);
    /// ```
    fn inspect<F>(self, f: F) -> Inspect<Self, F, Out>
    where
        Self: Sized,
        F: FnMut(&Out),
    {
        Inspect::new(self, f)
    }

    /// Numbers what is yielded, from 0.
    ///
    /// # Laws
    ///
    /// `c.enumerate()` yields what `from_iter(0..).zip(c)` does.
    ///
    /// # Panics
    ///
    /// Panics on overflow of the number where the overflow checks are on, as
    /// [`Iterator::enumerate`] does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert!(from_iter(["a", "b"]).enumerate().yields().eq([(0, "a"), (1, "b")]));
    /// ```
    fn enumerate(self) -> Enumerate<Self, Out>
    where
        Self: Sized,
    {
        Enumerate::new(self)
    }

    /// Applies a function with a state to what is yielded, and ends when it returns `None`.
    ///
    /// The return value is the coroutine's in `Ok`, or the state in `Err` where the function ended it.
    ///
    /// # Laws
    ///
    /// `c.scan((), |(), y| Some(f(y)))` does what `c.map(f).map_return(Ok)` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let small_sums = from_iter(1..).scan(0, |sum, n| {
    ///     *sum += n;
    ///     (*sum < 10).then_some(*sum)
    /// });
    /// assert_eq!(small_sums.collect_with_return(), (vec![1, 3, 6], Err(10)));
    /// ```
    fn scan<S, B, F>(self, state: S, f: F) -> Scan<Self, S, F, Out>
    where
        Self: Sized,
        F: FnMut(&mut S, Out) -> Option<B>,
    {
        Scan::new(self, state, f)
    }

    /// Passes each yield on, or answers it at once.
    ///
    /// This is the primitive that [`filter_with`](Self::filter_with) and its like are made of, for any
    /// input: [`Handled::Pass`] yields a value, [`Handled::Reply`] resumes the coroutine with an input.
    ///
    /// # Laws
    ///
    /// Handlers compose: `c.handle(h1).handle(h2)` does what one handler does that gives what `h1` passes
    /// to `h2`.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState::{Complete, Yielded}, Resume, combinators::Handled, from_fn};
    ///
    /// // Asks for two names; the handler answers one question and passes on the other.
    /// let mut names = Vec::new();
    /// let questions = from_fn(|name: Option<&'static str>| {
    ///     names.extend(name);
    ///     match names.len() {
    ///         0 => Yielded("yours"),
    ///         1 => Yielded("mine"),
    ///         _ => Complete(names.join(" and ")),
    ///     }
    /// });
    /// let mut half_answered = questions.handle(|question| match question {
    ///     "mine" => Handled::Reply(Some("Ada")),
    ///     other => Handled::Pass(other),
    /// });
    /// assert_eq!(half_answered.resume(None), Yielded("yours"));
    /// assert_eq!(half_answered.resume(Some("Bob")), Complete("Bob and Ada".to_owned()));
    /// ```
    fn handle<O, F>(self, f: F) -> Handle<Self, F, Out>
    where
        Self: Sized,
        F: FnMut(Out) -> Handled<O, In>,
    {
        Handle::new(self, f)
    }

    /// Passes each yield on, answers it at once, or finishes the coroutine early.
    ///
    /// The return value is the coroutine's in `Ok`, or what the handler finished with in `Err`.
    ///
    /// # Laws
    ///
    /// With a handler that never finishes, it does what `c.handle(f).map_return(Ok)` does.
    /// [`take_while`](Self::take_while) is the handler that passes on or finishes.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, combinators::Handled, from_iter};
    ///
    /// let until_negative = from_iter([1, 0, 2, -1, 3]).try_handle(|n| match n {
    ///     0 => Handled::Reply(()),
    ///     1.. => Handled::Pass(n),
    ///     _ => Handled::Finish("negative"),
    /// });
    /// assert_eq!(until_negative.collect_with_return(), (vec![1, 2], Err("negative")));
    /// ```
    fn try_handle<O, B, F>(self, f: F) -> TryHandle<Self, F, Out>
    where
        Self: Sized,
        F: FnMut(Out) -> Handled<O, In, B>,
    {
        TryHandle::new(self, f)
    }

    // Selecting.

    /// Passes on the yields that a predicate accepts.
    ///
    /// # Laws
    ///
    /// `c.filter(p).filter(q)` does what `c.filter(|y| p(y) && q(y))` does, and `c.map(f).filter(p)` what
    /// `c.filter(|y| p(&f(y))).map(f)` does. It does not commute with [`take`](Self::take).
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert!(from_iter(1..8).filter(|n| n % 3 == 0).yields().eq([3, 6]));
    /// ```
    fn filter<P>(self, predicate: P) -> Filter<Self, P, Out>
    where
        Self: Sized,
        In: NoInput,
        P: FnMut(&Out) -> bool,
    {
        Filter::new(self, predicate, NoReply)
    }

    /// Passes on the yields that a predicate accepts, and answers the others with a closure.
    ///
    /// # Laws
    ///
    /// Where the input is `()`, `c.filter_with(p, drop)` does what `c.filter(p)` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, arr};
    ///
    /// // The squares of the inputs; a rejected one is answered with one more.
    /// let mut even = arr::<_, ()>(|n: u32| (n, n * n))
    ///     .filter_with(|(_, square)| square % 2 == 0, |(n, _)| n + 1);
    /// assert_eq!(even.resume(3), CoroutineState::Yielded((4, 16)));
    /// ```
    fn filter_with<P, F>(self, predicate: P, reply: F) -> Filter<Self, P, Out, ReplyWith<F>>
    where
        Self: Sized,
        P: FnMut(&Out) -> bool,
        F: FnMut(Out) -> In,
    {
        Filter::new(self, predicate, ReplyWith(reply))
    }

    /// Applies a function to what is yielded and passes on what it returns in `Some`.
    ///
    /// For inputs other than `()`, see [`handle`](Self::handle).
    ///
    /// # Laws
    ///
    /// `c.filter_map(|y| Some(f(y)).filter(p))` does what `c.map(f).filter(p)` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let numbers = from_iter(["1", "x", "3"]).filter_map(|s| s.parse::<u8>().ok());
    /// assert!(numbers.yields().eq([1, 3]));
    /// ```
    fn filter_map<B, F>(self, f: F) -> FilterMap<Self, F, Out>
    where
        Self: Sized,
        In: NoInput,
        F: FnMut(Out) -> Option<B>,
    {
        FilterMap::new(self, f)
    }

    /// Ends after `n` yields.
    ///
    /// The return value is the coroutine's in `Some`, or `None` where the number ended it; the coroutine is
    /// not resumed to find that out, and the input of that resume is dropped.
    ///
    /// # Laws
    ///
    /// `c.take(n).take(m).map_return(Option::flatten)` does what `c.take(n.min(m))` does. What
    /// `c.by_ref().take(n)` yields and then `c` is what `c` alone yields.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert_eq!(from_iter(1..9).take(2).collect_with_return(), (vec![1, 2], None));
    /// assert_eq!(from_iter(1..2).take(2).collect_with_return(), (vec![1], Some(())));
    /// ```
    fn take(self, n: usize) -> Take<Self, Out>
    where
        Self: Sized,
    {
        Take::new(self, n)
    }

    /// Ends at the first yield that a predicate rejects.
    ///
    /// The return value is the coroutine's in `Ok`, or the rejected yield in `Err`: nothing is lost.
    ///
    /// # Laws
    ///
    /// What `c.by_ref().take_while(p)` yields, what it returns in `Err`, and what `c` then yields is
    /// together what `c` alone yields.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let mut words = from_iter(["let", "x", "=", "1"]);
    /// let (names, end) = words.by_ref().take_while(|s| *s != "=").collect_with_return::<Vec<_>>();
    /// assert_eq!((names, end), (vec!["let", "x"], Err("=")));
    /// assert!(words.yields().eq(["1"]));
    /// ```
    fn take_while<P>(self, predicate: P) -> TakeWhile<Self, P, Out>
    where
        Self: Sized,
        P: FnMut(&Out) -> bool,
    {
        TakeWhile::new(self, predicate)
    }

    /// Drops the first `n` yields.
    ///
    /// They are run through in the first resume.
    ///
    /// # Laws
    ///
    /// `c.skip(n).skip(m)` does what `c.skip(n + m)` does. `c.skip(n).take(m)` does what
    /// `c.take(n + m).skip(n)` does, except that for `m = 0` the latter may find the end of `c`.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert!(from_iter(1..5).skip(2).yields().eq([3, 4]));
    /// ```
    fn skip(self, n: usize) -> Skip<Self, Out>
    where
        Self: Sized,
        In: NoInput,
    {
        Skip::new(self, n, NoReply)
    }

    /// Drops the first `n` yields, and answers them with a closure.
    ///
    /// # Laws
    ///
    /// Where the input is `()`, `c.skip_with(n, drop)` does what `c.skip(n)` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, arr};
    ///
    /// let mut running = 0;
    /// let totals = arr::<_, ()>(move |n: i32| {
    ///     running += n;
    ///     running
    /// });
    /// let mut later = totals.skip_with(2, |total| total * 10);
    /// assert_eq!(later.resume(1), CoroutineState::Yielded(1 + 10 + 110));
    /// ```
    fn skip_with<F>(self, n: usize, reply: F) -> Skip<Self, Out, ReplyWith<F>>
    where
        Self: Sized,
        F: FnMut(Out) -> In,
    {
        Skip::new(self, n, ReplyWith(reply))
    }

    /// Drops the first yields, as long as a predicate accepts them.
    ///
    /// # Laws
    ///
    /// `c.skip_while(p).skip_while(p)` does what `c.skip_while(p)` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert!(from_iter([1, 2, 7, 3]).skip_while(|n| *n < 5).yields().eq([7, 3]));
    /// ```
    fn skip_while<P>(self, predicate: P) -> SkipWhile<Self, P, Out>
    where
        Self: Sized,
        In: NoInput,
        P: FnMut(&Out) -> bool,
    {
        SkipWhile::new(self, predicate, NoReply)
    }

    /// Drops the first yields, as long as a predicate accepts them, and answers them with a closure.
    ///
    /// # Laws
    ///
    /// Where the input is `()`, `c.skip_while_with(p, drop)` does what `c.skip_while(p)` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, arr};
    ///
    /// let mut doubles = arr::<_, ()>(|n: i32| n * 2).skip_while_with(|n| *n < 10, |n| n);
    /// assert_eq!(doubles.resume(2), CoroutineState::Yielded(16));
    /// assert_eq!(doubles.resume(2), CoroutineState::Yielded(4));
    /// ```
    fn skip_while_with<P, F>(self, predicate: P, reply: F) -> SkipWhile<Self, P, Out, ReplyWith<F>>
    where
        Self: Sized,
        P: FnMut(&Out) -> bool,
        F: FnMut(Out) -> In,
    {
        SkipWhile::new(self, predicate, ReplyWith(reply))
    }

    /// Passes on the first yield and then every `n`-th.
    ///
    /// What lies between two of them is run through on the way to the second.
    ///
    /// # Laws
    ///
    /// `c.step_by(n).step_by(m)` does what `c.step_by(n * m)` does.
    ///
    /// # Panics
    ///
    /// Panics if `n` is 0.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert!(from_iter(0..8).step_by(3).yields().eq([0, 3, 6]));
    /// ```
    fn step_by(self, n: usize) -> StepBy<Self, Out>
    where
        Self: Sized,
        In: NoInput,
    {
        StepBy::new(self, n, NoReply)
    }

    /// Passes on the first yield and then every `n`-th, and answers the others with a closure.
    ///
    /// # Laws
    ///
    /// Where the input is `()`, `c.step_by_with(n, drop)` does what `c.step_by(n)` does.
    ///
    /// # Panics
    ///
    /// Panics if `n` is 0.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, arr};
    ///
    /// let mut every_other = arr::<_, ()>(|n: i32| n + 1).step_by_with(2, |n| n);
    /// assert_eq!(every_other.resume(0), CoroutineState::Yielded(1));
    /// assert_eq!(every_other.resume(5), CoroutineState::Yielded(7));
    /// ```
    fn step_by_with<F>(self, n: usize, reply: F) -> StepBy<Self, Out, ReplyWith<F>>
    where
        Self: Sized,
        F: FnMut(Out) -> In,
    {
        StepBy::new(self, n, ReplyWith(reply))
    }

    /// Drops yields that equal the one before.
    ///
    /// The first of a run is passed on at once, hence the clone that is kept.
    ///
    /// # Laws
    ///
    /// `c.dedup().dedup()` does what `c.dedup()` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert!(from_iter("aabba".chars()).dedup().yields().eq("aba".chars()));
    /// ```
    fn dedup(self) -> Dedup<Self, Out>
    where
        Self: Sized,
        In: NoInput,
        Out: PartialEq + Clone,
    {
        Dedup::new(self, NoReply)
    }

    /// Drops yields that equal the one before, and answers them with a closure.
    ///
    /// # Laws
    ///
    /// Where the input is `()`, `c.dedup_with(drop)` does what `c.dedup()` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, arr};
    ///
    /// let mut changes = arr::<_, ()>(|n: i32| n / 10).dedup_with(|n| n * 10 + 10);
    /// assert_eq!(changes.resume(12), CoroutineState::Yielded(1));
    /// assert_eq!(changes.resume(13), CoroutineState::Yielded(2));
    /// ```
    fn dedup_with<F>(self, reply: F) -> Dedup<Self, Out, ReplyWith<F>>
    where
        Self: Sized,
        Out: PartialEq + Clone,
        F: FnMut(Out) -> In,
    {
        Dedup::new(self, ReplyWith(reply))
    }

    /// Drops yields whose key equals that of the one before.
    ///
    /// # Laws
    ///
    /// `c.dedup_by_key(Clone::clone)` does what `c.dedup()` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let words = from_iter(["one", "two", "three", "four"]);
    /// assert!(words.dedup_by_key(|s| s.len()).yields().eq(["one", "three", "four"]));
    /// ```
    fn dedup_by_key<K, F>(self, key: F) -> DedupByKey<Self, F, K, Out>
    where
        Self: Sized,
        In: NoInput,
        F: FnMut(&Out) -> K,
        K: PartialEq,
    {
        DedupByKey::new(self, key, NoReply)
    }

    /// Drops yields whose key equals that of the one before, and answers them with a closure.
    ///
    /// # Laws
    ///
    /// Where the input is `()`, `c.dedup_by_key_with(key, drop)` does what `c.dedup_by_key(key)` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, arr};
    ///
    /// let mut signs = arr::<_, ()>(|n: i32| n).dedup_by_key_with(|n| n.signum(), |n| -n);
    /// assert_eq!(signs.resume(3), CoroutineState::Yielded(3));
    /// assert_eq!(signs.resume(4), CoroutineState::Yielded(-4));
    /// ```
    fn dedup_by_key_with<K, F, G>(
        self,
        key: F,
        reply: G,
    ) -> DedupByKey<Self, F, K, Out, ReplyWith<G>>
    where
        Self: Sized,
        F: FnMut(&Out) -> K,
        K: PartialEq,
        G: FnMut(Out) -> In,
    {
        DedupByKey::new(self, key, ReplyWith(reply))
    }

    /// Makes it possible to look at the next outcome without taking it.
    ///
    /// See [`Peekable::peek`] and [`Peekable::next_if`].
    ///
    /// # Laws
    ///
    /// However often it is peeked at, it does what `c` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let mut numbers = from_iter([1, 2]).peekable();
    /// assert_eq!(numbers.peek(), Ok(&1));
    /// assert!(numbers.yields().eq([1, 2]));
    /// ```
    fn peekable(self) -> Peekable<Self, Out, Self::Return>
    where
        Self: Sized,
        In: NoInput,
    {
        Peekable::new(self)
    }

    /// Borrows the coroutine, so that an adaptor that ends early leaves the rest.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let mut numbers = from_iter(1..=4);
    /// assert!(numbers.by_ref().take(2).yields().eq([1, 2]));
    /// assert!(numbers.yields().eq([3, 4]));
    /// ```
    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized,
    {
        self
    }

    // Sequencing.

    /// Runs one coroutine after another.
    ///
    /// The return value is the pair of both.
    ///
    /// # Laws
    ///
    /// `chain` is associative, but for how the return values are paired. `a.chain(b)` is an
    /// [`and_then`](Self::and_then) that keeps the first return value.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter, once};
    ///
    /// let all = once(1).map_return(|()| "a").chain(from_iter([2, 3]).map_return(|()| "b"));
    /// assert_eq!(all.collect_with_return(), (vec![1, 2, 3], ("a", "b")));
    /// ```
    fn chain<B>(self, other: B) -> Chain<Self, B, Self::Return, Out>
    where
        Self: Sized,
        In: NoInput,
        B: Resume<In, Out>,
    {
        Chain::new(self, other)
    }

    /// Goes on with the coroutine that a function makes of the return value.
    ///
    /// # Laws
    ///
    /// This is the bind of a monad whose unit is [`ready`](crate::ready): `ready(x).and_then(f)` does what
    /// `f(x)` does, `c.and_then(ready)` what `c` does, and it is associative. `map` goes through it.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter, unfold};
    ///
    /// let countdown = unfold(3, |n| {
    ///     *n -= 1;
    ///     (*n >= 0).then_some(*n)
    /// });
    /// let there_and_back = countdown.and_then(|end| from_iter(end..2));
    /// assert!(there_and_back.yields().eq([2, 1, 0, -1, 0, 1]));
    /// ```
    #[doc(alias = "bind")]
    fn and_then<B, F>(self, f: F) -> AndThen<Self, F, B, Out>
    where
        Self: Sized,
        In: NoInput,
        F: FnOnce(Self::Return) -> B,
        B: Resume<In, Out>,
    {
        AndThen::new(self, f)
    }

    /// Goes on with the coroutine, and its first input, that a function makes of the return value.
    ///
    /// The first coroutine has consumed the input with which it ended, so the function supplies the
    /// second's first one.
    ///
    /// # Laws
    ///
    /// This is associative.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, arr};
    ///
    /// let first = arr::<_, Option<()>>(|n: i32| n).take(1);
    /// let mut both = first.and_then_with(|_| (arr::<_, ()>(|n: i32| n * 10), 7));
    /// assert_eq!(both.resume(1), CoroutineState::Yielded(1));
    /// // This input ends the first coroutine.
    /// assert_eq!(both.resume(2), CoroutineState::Yielded(70));
    /// assert_eq!(both.resume(3), CoroutineState::Yielded(30));
    /// ```
    fn and_then_with<B, F>(self, f: F) -> AndThenWith<Self, F, B, Out>
    where
        Self: Sized,
        F: FnOnce(Self::Return) -> (B, In),
        B: Resume<In, Out>,
    {
        AndThenWith::new(self, f)
    }

    /// Runs through what is yielded: coroutines, or anything else that is iterable.
    ///
    /// What an inner coroutine returns is dropped; [`for_yield`](Self::for_yield) gives it to the outer
    /// one. See [`flat_map`](Self::flat_map) for coroutines whose type is hidden.
    ///
    /// # Laws
    ///
    /// `c.flatten()` does what `c.flat_map(|y| y)` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert!(from_iter([vec![1], vec![], vec![2, 3]]).flatten().yields().eq([1, 2, 3]));
    /// ```
    fn flatten(self) -> Flatten<Self, Out>
    where
        Self: Sized,
        In: NoInput,
        Out: IntoIterator,
    {
        Flatten::new(self)
    }

    /// Runs through what a function makes of each yield: coroutines, or anything else that is iterable.
    ///
    /// What an inner coroutine returns is dropped. One whose type is hidden behind `impl Resume` is made
    /// iterable by [`yields`](Self::yields).
    ///
    /// # Laws
    ///
    /// `flat_map` is associative, and does what [`for_yield`](Self::for_yield) does with bodies that return `()`.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::Resume;
    ///
    /// #[coro_core::coroutine]
    /// fn countdown(mut n: u32) -> impl Resume<(), u32, Return = ()> {
    ///     while n > 0 {
    ///         yield_!(n);
    ///         n -= 1;
    ///     }
    /// }
    ///
    /// let triangle = countdown(3).flat_map(|n| countdown(n).yields());
    /// assert!(triangle.yields().eq([3, 2, 1, 2, 1, 1]));
    /// ```
    fn flat_map<U, F>(self, f: F) -> FlatMap<Self, F, U, Out>
    where
        Self: Sized,
        In: NoInput,
        F: FnMut(Out) -> U,
        U: IntoIterator,
    {
        FlatMap::new(self, f)
    }

    /// Runs, for each yield, the coroutine that a function makes of it, and answers the yield with what
    /// that one returns.
    ///
    /// `first` is the outer coroutine's first input.
    ///
    /// # Laws
    ///
    /// [`once`](crate::once) is the unit: `c.for_yield((), once)` does what `c` does, and
    /// `once(y).for_yield((), f)` yields what `f(y)` does. It is associative.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState::{Complete, Yielded}, Resume, from_fn, from_iter};
    ///
    /// // Asks for the lengths of two words.
    /// let mut lengths = Vec::new();
    /// let outer = from_fn(|length: usize| {
    ///     lengths.push(length);
    ///     match lengths.len() {
    ///         1 => Yielded("ab"),
    ///         2 => Yielded("c"),
    ///         _ => Complete(lengths[1..].to_vec()),
    ///     }
    /// });
    /// // Each word is spelled, and its length is the answer.
    /// let spelled = outer.for_yield(0, |word| from_iter(word.chars()).map_return(move |()| word.len()));
    /// assert_eq!(spelled.collect_with_return(), ("abc".to_owned(), vec![2, 1]));
    /// ```
    fn for_yield<B, O, F>(self, first: In, f: F) -> ForYield<Self, In, F, B, Out, O>
    where
        Self: Sized,
        F: FnMut(Out) -> B,
        B: Resume<(), O, Return = In>,
    {
        ForYield::new(self, first, f)
    }

    /// Starts over, from a clone of how the coroutine is now, whenever it ends.
    ///
    /// # Laws
    ///
    /// `c.cycle().take(n)` yields the first `n` of the yields of `c`, `c`, `c`, …
    ///
    /// # Panics
    ///
    /// The result panics when a pass ends without a yield, instead of running for ever.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert!(from_iter([1, 2]).cycle().take(5).yields().eq([1, 2, 1, 2, 1]));
    /// ```
    fn cycle(self) -> Cycle<Self, Out>
    where
        Self: Sized + Clone,
        In: NoInput,
    {
        Cycle::new(self)
    }

    // Composing.

    /// Resumes `next` with what this coroutine yields, in lockstep.
    ///
    /// One resume is one step of this one and then one of `next`. Both return the same type; whichever ends
    /// first supplies the return value, and the other is not resumed again. Where `next` must skip or
    /// multiply items, see [`through`](Self::through) and [`Stage`](crate::Stage).
    ///
    /// # Laws
    ///
    /// `pipe` is associative, return values included, and [`identity`](crate::identity) is its unit on both
    /// sides. `c.pipe(arr(f))` does what `c.map(f)` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, arr};
    ///
    /// let mut pipe = arr::<_, ()>(|n: i32| n + 1).pipe(arr(|n: i32| n * 10));
    /// assert_eq!(pipe.resume(1), CoroutineState::Yielded(20));
    /// ```
    #[doc(alias = "compose")]
    fn pipe<B, O>(self, next: B) -> Pipe<Self, B, Out, O>
    where
        Self: Sized,
        B: Resume<Out, O, Return = Self::Return>,
    {
        Pipe::new(self, next)
    }

    /// Gives the coroutine to a function and returns what that makes of it.
    ///
    /// A function from a coroutine to a coroutine is a stage of a pipeline: it can skip and multiply items,
    /// see the end, and use the return value. Functions read in the order in which the items pass.
    ///
    /// # Laws
    ///
    /// `c.through(f).through(g)` is `c.through(|c| g(f(c)))`: stages compose as functions do.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// fn non_empty<'a>(lines: impl Resume<(), &'a str>) -> impl Resume<(), &'a str> {
    ///     lines.filter(|line| !line.is_empty())
    /// }
    ///
    /// fn fields<'a>(lines: impl Resume<(), &'a str>) -> impl Resume<(), &'a str> {
    ///     lines.flat_map(|line| line.split(','))
    /// }
    ///
    /// let all = from_iter("a,b\n\nc".lines()).through(non_empty).through(fields);
    /// assert!(all.yields().eq(["a", "b", "c"]));
    /// ```
    fn through<T, F>(self, f: F) -> T
    where
        Self: Sized,
        F: FnOnce(Self) -> T,
    {
        f(self)
    }

    /// Runs two coroutines against each other: each is resumed with what the other yields.
    ///
    /// `first` is this one's first input. It ends when one of them does; nothing that was yielded is left
    /// over, and the other can go on.
    ///
    /// # Laws
    ///
    /// `c.weave(&mut arr(f), x)` does what `c.drive(x, f)` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState::{Complete, Yielded}, Resume, combinators::Weave, from_fn};
    ///
    /// // Guesses a number by halving; the other one knows it.
    /// let (mut low, mut high) = (0, 100);
    /// let mut guesser = from_fn(move |higher: bool| {
    ///     if higher { low = (low + high) / 2 } else { high = (low + high) / 2 }
    ///     Yielded::<i32, ()>((low + high) / 2)
    /// });
    /// let mut oracle = from_fn(|guess| if guess == 37 { Complete("37!") } else { Yielded(guess < 37) });
    /// assert_eq!(guesser.weave(&mut oracle, false), Weave::Second("37!"));
    /// ```
    fn weave<B>(&mut self, other: &mut B, first: In) -> Weave<Self::Return, B::Return>
    where
        Self: Sized,
        B: Resume<Out, In> + ?Sized,
    {
        weave(self, other, first)
    }

    // Fan-in and fan-out.

    /// Pairs what two coroutines yield, this one's first.
    ///
    /// The return value is a [`ZipReturn`](crate::combinators::ZipReturn), which tells which side ended and
    /// holds this side's yield if it found no partner.
    ///
    /// # Laws
    ///
    /// What this side yields, with the one that found no partner, is a prefix of its yields, and so on the
    /// other side; the side that ended is whole.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, combinators::ZipReturn, from_iter};
    ///
    /// let (pairs, end) = from_iter([1, 2, 3]).zip(from_iter("ab".chars())).collect_with_return::<Vec<_>>();
    /// assert_eq!(pairs, [(1, 'a'), (2, 'b')]);
    /// assert_eq!(end, ZipReturn::Second((), 3));
    /// ```
    fn zip<B, O>(self, other: B) -> Zip<Self, B, Out, O>
    where
        Self: Sized,
        In: NoInput,
        B: Resume<In, O>,
    {
        Zip::new(self, other)
    }

    /// Lets two coroutines take turns, this one first; when one has ended, the other goes on.
    ///
    /// The return value is the pair of both.
    ///
    /// # Laws
    ///
    /// The yields of each side, taken alone, are those of that side.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert!(from_iter([1, 3, 5, 6]).interleave(from_iter([2, 4])).yields().eq(1..=6));
    /// ```
    fn interleave<B>(self, other: B) -> Interleave<Self, B, Self::Return, B::Return, Out>
    where
        Self: Sized,
        In: NoInput,
        B: Resume<In, Out>,
    {
        Interleave::new(self, other)
    }

    /// Merges two coroutines: of the next yields of both, this one's comes first if `is_first` says so.
    ///
    /// If both are in order, so is the result, for `is_first = |a, b| a <= b`. The return value is the pair
    /// of both.
    ///
    /// # Laws
    ///
    /// The yields of each side, taken alone, are those of that side.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let merged = from_iter([1, 4, 6]).merge_by(from_iter([2, 3, 5]), |a, b| a <= b);
    /// assert!(merged.yields().eq(1..=6));
    /// ```
    fn merge_by<B, F>(
        self,
        other: B,
        is_first: F,
    ) -> MergeBy<Self, B, F, Self::Return, B::Return, Out>
    where
        Self: Sized,
        In: NoInput,
        B: Resume<In, Out>,
        F: FnMut(&Out, &Out) -> bool,
    {
        MergeBy::new(self, other, is_first)
    }

    /// Gives each input to two coroutines, a clone to this one and the original to `other`.
    ///
    /// It yields what both yield to the input, `None` for a side that has ended, and ends when both have,
    /// with the pair of their return values. For any number of consumers, see
    /// [`broadcast`](crate::broadcast).
    ///
    /// # Laws
    ///
    /// Each side does what it would do alone with the same inputs.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, arr};
    ///
    /// let mut both = arr::<_, ()>(|n: i32| n + 1).take(1).tee(arr::<_, ()>(|n: i32| n * 2).take(2));
    /// assert_eq!(both.resume(10), CoroutineState::Yielded((Some(11), Some(20))));
    /// assert_eq!(both.resume(20), CoroutineState::Yielded((None, Some(40))));
    /// assert_eq!(both.resume(30), CoroutineState::Complete((None, None)));
    /// ```
    fn tee<B, O>(self, other: B) -> Tee<Self, B, Self::Return, B::Return, (Out, O)>
    where
        Self: Sized,
        In: Clone,
        B: Resume<In, O>,
    {
        Tee::new(self, other)
    }

    // Batching.

    /// Collects yields into vectors of `len`; the last one may be shorter.
    ///
    /// Needs the feature `alloc`.
    ///
    /// # Laws
    ///
    /// The chunks, joined, are the yields; all but the last have the length `len`, and none is empty.
    ///
    /// # Panics
    ///
    /// Panics if `len` is 0.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert!(from_iter(1..=5).chunks(2).yields().eq([vec![1, 2], vec![3, 4], vec![5]]));
    /// ```
    #[cfg(feature = "alloc")]
    fn chunks(self, len: usize) -> Chunks<Self, Self::Return, Out>
    where
        Self: Sized,
        In: NoInput,
    {
        Chunks::new(self, len)
    }

    /// Collects yields into arrays of length `N`, without an allocation.
    ///
    /// The return value is the pair of the coroutine's and an iterator over the yields that did not fill
    /// one more array. A length of 0 does not compile.
    ///
    /// # Laws
    ///
    /// The arrays and the rest, joined, are the yields.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let (pairs, ((), rest)) = from_iter(1..=5).array_chunks().collect_with_return::<Vec<[i32; 2]>>();
    /// assert_eq!(pairs, [[1, 2], [3, 4]]);
    /// assert!(rest.eq([5]));
    /// ```
    fn array_chunks<const N: usize>(self) -> ArrayChunks<Self, N, Out>
    where
        Self: Sized,
        In: NoInput,
    {
        ArrayChunks::new(self)
    }

    /// Yields the last `N` yields at each step, as soon as there are `N`.
    ///
    /// A length of 0 does not compile.
    ///
    /// # Laws
    ///
    /// `c.windows::<1>()` does what `c.map(|y| [y])` does. `c.windows::<2>()` yields each yield with the
    /// next one.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert!(from_iter(1..=4).windows().yields().eq([[1, 2], [2, 3], [3, 4]]));
    /// ```
    fn windows<const N: usize>(self) -> Windows<Self, N, Out>
    where
        Self: Sized,
        In: NoInput,
        Out: Clone,
    {
        Windows::new(self)
    }

    /// Collects runs of yields whose keys are equal.
    ///
    /// Needs the feature `alloc`.
    ///
    /// # Laws
    ///
    /// The runs, joined, are the yields; the keys of neighbouring runs differ.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let runs = from_iter([1, 3, 2, 4, 5]).chunk_by(|n| n % 2);
    /// assert!(runs.yields().eq([(1, vec![1, 3]), (0, vec![2, 4]), (1, vec![5])]));
    /// ```
    #[cfg(feature = "alloc")]
    fn chunk_by<K, F>(self, key: F) -> ChunkBy<Self, F, K, Self::Return, Out>
    where
        Self: Sized,
        In: NoInput,
        F: FnMut(&Out) -> K,
        K: PartialEq,
    {
        ChunkBy::new(self, key)
    }

    // Ending.

    /// Makes it safe to resume after completion: it completes with `Some` return value, then with `None`.
    ///
    /// The coroutine is dropped when it completes. See [`FusedResume`](crate::FusedResume).
    ///
    /// # Laws
    ///
    /// `c.fuse().fuse().map_return(Option::flatten)` does what `c.fuse()` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, ready};
    ///
    /// let mut fused = ready::<_, ()>(1).fuse();
    /// assert_eq!(fused.resume(()), CoroutineState::Complete(Some(1)));
    /// assert_eq!(fused.resume(()), CoroutineState::Complete(None));
    /// ```
    fn fuse(self) -> Fuse<Self, Out>
    where
        Self: Sized,
    {
        Fuse::new(self)
    }

    /// Resumes the coroutine at most `fuel` times.
    ///
    /// The return value is the coroutine's in `Ok`, or [`Exhausted`](crate::combinators::Exhausted) on the
    /// resume for which there is no fuel; the coroutine can then be taken out with
    /// [`Limit::into_inner`](crate::combinators::Limit::into_inner).
    ///
    /// # Laws
    ///
    /// `c.limit(n).map_return(Result::ok)` does what `c.take(n)` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, combinators::Exhausted, repeat_with};
    ///
    /// assert_eq!(repeat_with(|| "tick").limit(1000).run(), Err(Exhausted));
    /// ```
    fn limit(self, fuel: usize) -> Limit<Self, Out>
    where
        Self: Sized,
    {
        Limit::new(self, fuel)
    }

    /// Ends the coroutine when it panics, with what the panic carried in `Err`.
    ///
    /// The coroutine is dropped then. Where it is not [`UnwindSafe`](core::panic::UnwindSafe), wrap it in
    /// [`AssertUnwindSafe`](core::panic::AssertUnwindSafe). Panics that abort are not caught, see
    /// [`std::panic::catch_unwind`].
    ///
    /// Needs the feature `std`.
    ///
    /// # Laws
    ///
    /// Where nothing panics, it does what `c.map_return(Ok)` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let quotients = from_iter([4, 1, 0]).map(|n| {
    ///     assert!(n != 0, "not zero");
    ///     4 / n
    /// });
    /// let (all, end) = quotients.catch_unwind().collect_with_return::<Vec<_>>();
    /// assert_eq!(all, [1, 4]);
    /// assert_eq!(end.unwrap_err().downcast_ref::<&str>(), Some(&"not zero"));
    /// ```
    #[cfg(feature = "std")]
    fn catch_unwind(self) -> crate::combinators::CatchUnwind<Self, Out>
    where
        Self: Sized + std::panic::UnwindSafe,
    {
        crate::combinators::CatchUnwind::new(self)
    }

    // Running.

    /// Runs the coroutine to its end, with a closure that answers each yield.
    ///
    /// `first` is the first input.
    ///
    /// # Laws
    ///
    /// `c.drive(x, f)` is what `c` returns when it is resumed with `x` and then with `f` of each yield: it
    /// agrees with [`weave`](Self::weave) against `arr(f)`, and with a [`handle`](Self::handle) that answers
    /// everything.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState::{Complete, Yielded}, Resume, from_fn};
    ///
    /// // Asks for the cubes of 1, 2, 3 and returns their sum.
    /// let (mut n, mut sum) = (0, 0);
    /// let questions = from_fn(|cube: u32| {
    ///     n += 1;
    ///     sum += cube;
    ///     if n <= 3 { Yielded(n) } else { Complete(sum) }
    /// });
    /// assert_eq!(questions.drive(0, |n| n * n * n), 1 + 8 + 27);
    /// ```
    fn drive<F>(mut self, first: In, mut f: F) -> Self::Return
    where
        Self: Sized,
        F: FnMut(Out) -> In,
    {
        let mut input = first;
        loop {
            match self.resume(input) {
                CoroutineState::Yielded(value) => input = f(value),
                CoroutineState::Complete(value) => return value,
            }
        }
    }

    /// Runs the coroutine with a closure that answers each yield or stops.
    ///
    /// The result is the return value in `Ok`. To go on later, call it through [`by_ref`](Self::by_ref).
    ///
    /// # Laws
    ///
    /// With a closure that never breaks, it is [`drive`](Self::drive). Through `by_ref` it can be taken up
    /// again where it stopped.
    ///
    /// # Errors
    ///
    /// What the closure stopped with is in `Err`.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::ops::ControlFlow::{Break, Continue};
    /// use coro_core::{Resume, from_iter};
    ///
    /// let find = |wanted| {
    ///     from_iter(["a", "b", "c"])
    ///         .enumerate()
    ///         .try_drive((), |(i, s)| if s == wanted { Break(i) } else { Continue(()) })
    /// };
    /// assert_eq!(find("b"), Err(1));
    /// assert_eq!(find("d"), Ok(()));
    /// ```
    fn try_drive<B, F>(mut self, first: In, mut f: F) -> Result<Self::Return, B>
    where
        Self: Sized,
        F: FnMut(Out) -> ControlFlow<B, In>,
    {
        let mut input = first;
        loop {
            match self.resume(input) {
                CoroutineState::Yielded(value) => match f(value) {
                    ControlFlow::Continue(answer) => input = answer,
                    ControlFlow::Break(value) => return Err(value),
                },
                CoroutineState::Complete(value) => return Ok(value),
            }
        }
    }

    /// Runs the coroutine to its end, calls a function with each yield, and returns the return value.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, unfold};
    ///
    /// let mut seen = Vec::new();
    /// let end = unfold(3, |n| { *n -= 1; (*n > 0).then_some(*n) }).for_each(|n| seen.push(n));
    /// assert_eq!((seen, end), (vec![2, 1], 0));
    /// ```
    fn for_each<F>(self, mut f: F) -> Self::Return
    where
        Self: Sized,
        In: NoInput,
        F: FnMut(Out),
    {
        self.fold((), |(), value| f(value)).1
    }

    /// Runs the coroutine to its end, folds what it yields, and returns the result and the return value.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert_eq!(from_iter(1..=4).fold(0, |sum, n| sum + n), (10, ()));
    /// ```
    fn fold<B, F>(mut self, init: B, mut f: F) -> (B, Self::Return)
    where
        Self: Sized,
        In: NoInput,
        F: FnMut(B, Out) -> B,
    {
        let mut accumulator = init;
        loop {
            match self.resume(In::no_input()) {
                CoroutineState::Yielded(value) => accumulator = f(accumulator, value),
                CoroutineState::Complete(value) => return (accumulator, value),
            }
        }
    }

    /// Runs the coroutine to its end and returns its last yield and the return value.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert_eq!(from_iter("abc".chars()).last(), (Some('c'), ()));
    /// ```
    fn last(self) -> (Option<Out>, Self::Return)
    where
        Self: Sized,
        In: NoInput,
    {
        self.fold(None, |_, value| Some(value))
    }

    /// Runs the coroutine to its end and returns the number of its yields and the return value.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert_eq!(from_iter("abc".chars()).count(), (3, ()));
    /// ```
    fn count(self) -> (usize, Self::Return)
    where
        Self: Sized,
        In: NoInput,
    {
        self.fold(0, |count, _| count + 1)
    }

    /// Runs the coroutine to its end, drops what it yields, and returns the return value.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// assert_eq!(from_iter([1, 2]).map_return(|()| "end").run(), "end");
    /// ```
    fn run(self) -> Self::Return
    where
        Self: Sized,
        In: NoInput,
    {
        self.fold((), |(), _| ()).1
    }

    /// Runs the coroutine to its end, collects what it yields, and returns that and the return value.
    ///
    /// The coroutine runs to its end also where the collection stops early, as that into a `Result` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let (text, end) = from_iter("abc".chars()).map_return(|()| 1).collect_with_return::<String>();
    /// assert_eq!((text.as_str(), end), ("abc", 1));
    /// ```
    fn collect_with_return<B>(self) -> (B, Self::Return)
    where
        Self: Sized,
        In: NoInput,
        B: FromIterator<Out>,
    {
        let mut progress = Progress::Running(self);
        let collected = Pull::new(&mut progress).collect();
        (collected, progress.finish())
    }

    /// Resumes the coroutine with each item of something iterable, until either ends.
    ///
    /// What it yields is dropped. The result holds the return value and the items left over, or the
    /// coroutine, which can take more.
    ///
    /// # Laws
    ///
    /// No item is taken that the coroutine does not get.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, arr, combinators::Fed};
    ///
    /// let mut sum = 0;
    /// let adder = arr::<_, ()>(|n: i32| sum += n).take(3);
    /// // The resume that finds nothing left to take consumes its input.
    /// let Fed::Complete(None, rest) = adder.feed(1..9) else { panic!("more than three") };
    /// assert!(rest.eq(5..9));
    /// assert_eq!(sum, 1 + 2 + 3);
    /// ```
    fn feed<I>(self, items: I) -> Fed<Self, Self::Return, I::IntoIter>
    where
        Self: Sized,
        I: IntoIterator<Item = In>,
    {
        feed(self, items.into_iter())
    }

    /// Turns a coroutine that takes no input into an iterator over what it yields.
    ///
    /// The iterator is fused; the return value is kept and can be taken with [`Iter::into_return`].
    ///
    /// Coroutines and adaptors that take no input are [`IntoIterator`] too, so that `for` runs through them.
    /// A type hidden behind `impl Resume` shows that only if it says so
    /// (`impl Resume<(), u8, Return = ()> + IntoIterator<Item = u8>`); it has this method anyway, as
    /// boxes and references have.
    ///
    /// # Laws
    ///
    /// `from_iter(c.yields())` yields what `c` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::Resume;
    ///
    /// #[coro_core::coroutine]
    /// fn pair() -> impl Resume<(), u8, Return = ()> {
    ///     yield_!(1);
    ///     yield_!(2);
    /// }
    ///
    /// assert_eq!(pair().yields().collect::<Vec<_>>(), [1, 2]);
    /// ```
    fn yields(self) -> Iter<Self, Out, Self::Return>
    where
        Self: Sized,
        In: NoInput,
    {
        Iter::new(self)
    }

    // Boxes and bridges.

    /// Boxes the coroutine, so that its type is no longer part of the box's, for any thread.
    ///
    /// Needs the feature `alloc`.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{BoxResume, Resume, from_iter, once};
    ///
    /// fn source(many: bool) -> BoxResume<'static, (), u8, ()> {
    ///     if many { from_iter(1..4).boxed() } else { once(0).boxed() }
    /// }
    /// assert_eq!(source(true).count(), (3, ()));
    /// ```
    #[cfg(feature = "alloc")]
    fn boxed<'a>(self) -> BoxResume<'a, In, Out, Self::Return>
    where
        Self: Sized + Send + 'a,
    {
        alloc::boxed::Box::new(self)
    }

    /// Boxes the coroutine, so that its type is no longer part of the box's, for this thread.
    ///
    /// Needs the feature `alloc`.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::rc::Rc;
    /// use coro_core::{LocalBoxResume, Resume, once};
    ///
    /// let boxed: LocalBoxResume<'_, (), Rc<u8>, ()> = once(Rc::new(1)).boxed_local();
    /// assert_eq!(boxed.count(), (1, ()));
    /// ```
    #[cfg(feature = "alloc")]
    fn boxed_local<'a>(self) -> LocalBoxResume<'a, In, Out, Self::Return>
    where
        Self: Sized + 'a,
    {
        alloc::boxed::Box::new(self)
    }

    /// Turns a coroutine that takes no input into a stream of what it yields.
    ///
    /// A coroutine never waits, so the stream lets other tasks run after every 128 items. A stream has no
    /// return value: the coroutine's is dropped.
    ///
    /// Needs the feature `futures-core`.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::{pin::pin, task::{Context, Poll, Waker}};
    /// use coro_core::{Resume, from_iter};
    /// use futures_core::Stream;
    ///
    /// let mut stream = pin!(from_iter(["item"]).into_stream());
    /// let mut context = Context::from_waker(Waker::noop());
    /// assert_eq!(stream.as_mut().poll_next(&mut context), Poll::Ready(Some("item")));
    /// assert_eq!(stream.as_mut().poll_next(&mut context), Poll::Ready(None));
    /// ```
    #[cfg(feature = "futures-core")]
    fn into_stream(self) -> crate::IntoStream<Self, Out>
    where
        Self: Sized,
        In: NoInput,
    {
        crate::IntoStream::new(self)
    }
}
