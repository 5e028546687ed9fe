//! `unsafe` covers the code on both sides of a suspension.
#![allow(unsafe_code)]
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn later() -> impl Resume<u32, u32, Return = char> {
    unsafe {
        let first = char::from_u32_unchecked(97);
        let second = char::from_u32_unchecked(yield_!(first as u32));
        if second > first { second } else { first }
    }
}

pub fn run() -> Vec<String> {
    resumed(later(), [0, 98])
}
