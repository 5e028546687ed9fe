//! A generated program and the Rust text of it, for the engine and for each oracle.
//!
//! In: functions as the generator made them. Out: one module per side, with the same bodies.

mod render;

pub use self::render::{Side, glue, module};
use crate::generate::ty::Ty;

/// What a function returns to its caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `impl Resume<In, Out, Return = R>`.
    Resume,
    /// `Box<dyn Resume<…>>`.
    Box,
    /// `impl Iterator<Item = T>`.
    Iterator,
    /// `Box<dyn Iterator<Item = T>>`.
    BoxIterator,
}

/// A method's receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// A free function.
    None,
    /// `self`.
    Value,
    /// `&'static self`.
    Ref,
    /// `&'static mut self`.
    Mut,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its pattern.
    pub pattern: String,
    /// Its type.
    pub ty: Ty,
    /// What is passed.
    pub argument: String,
}

/// The parameter that takes the first resume argument.
#[derive(Clone, Debug)]
pub struct First {
    /// Its pattern.
    pub pattern: String,
    /// Before which of the others it stands.
    pub position: usize,
}

/// A coroutine function.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Its receiver.
    pub receiver: Receiver,
    /// Its parameters.
    pub params: Vec<Param>,
    /// Where its first resume argument goes.
    pub first: Option<First>,
    /// What it returns.
    pub form: Form,
    /// What it is resumed with.
    pub input: Ty,
    /// What it yields.
    pub output: Ty,
    /// What it ends with.
    pub ret: Ty,
    /// Whether `?` yields the error and ends.
    pub yields_errors: bool,
    /// Whether it promises to be `Clone`.
    pub clone: bool,
    /// What is between its braces.
    pub body: String,
}

/// A program: a coroutine and those it delegates to.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its number.
    pub number: u32,
    /// The seed it was made from.
    pub seed: u64,
    /// What the main function delegates to.
    pub functions: Vec<Function>,
    /// The coroutine that is compared.
    pub main: Function,
    /// Whether everything in it can be cloned.
    pub clonable: bool,
    /// Whether rustc's movable coroutines take it.
    pub movable: bool,
}

impl Program {
    /// Promises `Clone` where all parts have it.
    pub(crate) fn settle_clones(&mut self) {
        let unclonable = |function: &Function| {
            matches!(function.form, Form::Box | Form::BoxIterator)
                || function.receiver == Receiver::Mut
                || function.params.iter().any(|param| param.ty == Ty::MutAcc)
        };
        self.clonable &= !self.functions.iter().any(unclonable) && !unclonable(&self.main);
        let clone = self.clonable;
        for function in self.functions.iter_mut().chain([&mut self.main]) {
            function.clone = clone;
        }
    }
}
