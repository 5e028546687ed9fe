//! What the documented differences to rustc's coroutines are about: places that are reached by code,
//! destructors beside numbers, functions that convert what they take.

use std::{fmt::Debug, ops};

use crate::{
    log::{self, Event},
    ops::shown,
    value::{D, d},
};

/// A value behind a `Deref` that logs.
#[derive(Clone, Debug)]
pub struct Cover(D);

/// Makes a [`Cover`].
#[must_use]
pub fn cover(n: i64) -> Cover {
    Cover(d(n))
}

impl ops::Deref for Cover {
    type Target = D;
    fn deref(&self) -> &D {
        log::operation(|| Event::Text("deref", String::new()));
        &self.0
    }
}

/// Two values behind an `Index` that logs.
#[derive(Clone, Debug)]
pub struct Row([D; 2]);

/// Makes a [`Row`].
#[must_use]
pub fn row(n: i64) -> Row {
    Row([d(n), d(n + 1)])
}

impl ops::Index<usize> for Row {
    type Output = D;
    fn index(&self, index: usize) -> &D {
        log::operation(|| Event::Text("index", index.to_string()));
        &self.0[index]
    }
}

/// A number whose type has a destructor.
#[derive(Clone, Debug)]
pub struct Tagged {
    /// The number.
    pub n: i64,
    /// Something to drop.
    pub d: D,
}

/// Makes a [`Tagged`].
#[must_use]
pub fn tagged(n: i64) -> Tagged {
    Tagged { n, d: d(n) }
}

impl Drop for Tagged {
    fn drop(&mut self) {
        self.d.released();
    }
}

/// Takes a value of any type in a box.
#[must_use]
pub fn boxed(value: Option<Box<dyn Debug>>, n: i64) -> i64 {
    shown("boxed", &value);
    drop(value);
    n
}

impl D {
    /// Uses the value, under a name of methods that take it.
    #[must_use]
    pub fn unwrap_n(&self) -> i64 {
        self.n()
    }
}

/// Declares a guard.
#[macro_export]
macro_rules! hold {
    ($n:expr) => {
        let _held = $crate::types::guard($n);
    };
}
