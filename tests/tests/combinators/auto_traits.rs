//! Adaptors can be sent and shared where their parts can, whatever they yield.

use std::{
    panic::{RefUnwindSafe, UnwindSafe},
    rc::Rc,
};

use coro_core::{
    CoroutineState, Resume, Stage, arr, broadcast, combinators::Handled, drive_async, from_fn, mux,
    once, ready, round_robin, stage::cat,
};

fn free<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + 'static>(_: T) {}

fn sent<T: Send>(_: T) {}

/// A coroutine that yields what cannot be sent.
fn local()
-> impl Resume<(), Rc<u8>, Return = ()> + Clone + Send + Sync + UnwindSafe + RefUnwindSafe + Unpin {
    from_fn(|()| CoroutineState::Yielded(Rc::new(1)))
}

#[test]
fn what_is_yielded_does_not_matter() {
    free(local().map(|rc| *rc));
    free(local().map_input(|()| ()));
    free(local().map_return(drop));
    free(local().inspect(|_| ()));
    free(local().enumerate());
    free(local().scan(0, |_, rc| Some(rc)));
    free(local().handle(Handled::<_, ()>::Pass));
    free(local().filter(|_| true));
    free(local().filter_map(Some));
    free(local().take(1));
    free(local().take_while(|_| true));
    free(local().skip(1));
    free(local().step_by(2));
    free(local().chain(local()));
    free(local().and_then(|()| local()));
    free(local().cycle());
    free(local().pipe(arr(|rc: Rc<u8>| rc)));
    free(local().zip(local()));
    free(local().interleave(local()));
    free(local().tee(local()));
    free(local().chunks(2));
    free(local().array_chunks::<2>());
    free(local().for_yield((), |_| ready::<_, Rc<u8>>(())));
    free(local().fuse());
    free(local().limit(1));
    free(local().catch_unwind());
    free(local().yields());
    free(round_robin([local()]));
    free(mux([local()]));
    free(broadcast([local().map(drop)]));
    free(cat::<Rc<u8>>());
    free(cat().then_stage(cat::<Rc<u8>>()));
    free(local().into_stream());
}

#[test]
fn what_is_kept_does() {
    // These hold a yield between resumes, and are as free as it.
    sent(once(1).dedup());
    sent(once(1).peekable());
    sent(once(1).windows::<2>());
    sent(once(1).boxed());
}

#[test]
fn a_driven_coroutine_can_be_spawned() {
    let answers = from_fn(|n: u32| CoroutineState::<u32, ()>::Yielded(n + 1)).take(3);
    let mut sum = 0;
    sent(drive_async(answers, 0, async move |n| {
        std::future::ready(()).await;
        sum += n;
        sum
    }));
}

#[test]
fn stages_over_bytes_are_free_too() {
    let stage = from_fn(|chunk: Option<coro_core::stage::Chunk<'_>>| {
        let _ = chunk;
        CoroutineState::<coro_core::stage::Demand<u8>, ()>::Complete(())
    });
    free(decodes(stage).into_decoder());
}

/// Says that a closure's input may be lent.
fn decodes<S>(stage: S) -> S
where
    S: for<'a> Stage<coro_core::stage::Chunk<'a>, u8, Return = ()>,
{
    stage
}
