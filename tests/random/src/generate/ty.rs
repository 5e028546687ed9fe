//! The types that generated programs use.

use std::sync::Arc;

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ty {
    /// `()`.
    Unit,
    /// `i64`.
    Int,
    /// `bool`.
    Bool,
    /// `String`.
    Str,
    /// The logging value.
    D,
    /// The struct with the fields `a`, `n` and `b`.
    St,
    /// The tuple struct.
    Pt,
    /// The enum.
    En,
    /// The error.
    Er,
    /// The error that `?` converts to.
    Fail,
    /// A guard that only lives.
    Guard,
    /// A logging iterator over numbers.
    Nums,
    /// A logging iterator over values.
    Ds,
    /// A tuple.
    Tup(Vec<Ty>),
    /// `Option<T>`.
    Opt(Arc<Ty>),
    /// `Result<T, E>`.
    Res(Arc<Ty>, Arc<Ty>),
    /// `Vec<T>`.
    Vec(Arc<Ty>),
    /// `[T; 2]` or `[T; 3]`.
    Arr(Arc<Ty>, usize),
    /// `Box<T>`.
    Box(Arc<Ty>),
    /// `&'static T`: outer data.
    Ref(Arc<Ty>),
    /// `&'static [T]`: outer data.
    Slice(Arc<Ty>),
    /// `&'static mut Acc`: outer data.
    MutAcc,
    /// The method's receiver: `Host`, with the fields of [`Ty::St`].
    Host,
    /// A closure.
    Closure(Closure),
}

/// The kinds of closures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closure {
    /// `Fn(i64) -> i64`.
    Fn,
    /// `FnMut(i64) -> i64`.
    FnMut,
    /// `FnOnce() -> D`.
    FnOnce,
}

impl Ty {
    /// `Option<self>`.
    #[must_use]
    pub fn opt(self) -> Self {
        Self::Opt(Arc::new(self))
    }

    /// `Result<self, Er>`.
    #[must_use]
    pub fn res(self) -> Self {
        Self::Res(Arc::new(self), Arc::new(Self::Er))
    }

    /// `Vec<self>`.
    #[must_use]
    pub fn vec(self) -> Self {
        Self::Vec(Arc::new(self))
    }

    /// `&'static self`.
    #[must_use]
    pub fn by_ref(self) -> Self {
        Self::Ref(Arc::new(self))
    }

    /// Writes the type; a closure has no name.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Unit => "()".into(),
            Self::Int => "i64".into(),
            Self::Bool => "bool".into(),
            Self::Str => "String".into(),
            Self::D => "D".into(),
            Self::St => "St".into(),
            Self::Pt => "Pt".into(),
            Self::En => "En".into(),
            Self::Er => "Er".into(),
            Self::Fail => "Fail".into(),
            Self::Guard => "Guard".into(),
            Self::Nums => "Nums".into(),
            Self::Ds => "Ds".into(),
            Self::Tup(items) => {
                let items: Vec<_> = items.iter().map(Self::text).collect();
                format!("({})", items.join(", "))
            }
            Self::Opt(item) => format!("Option<{}>", item.text()),
            Self::Res(item, error) => format!("Result<{}, {}>", item.text(), error.text()),
            Self::Vec(item) => format!("Vec<{}>", item.text()),
            Self::Arr(item, n) => format!("[{}; {n}]", item.text()),
            Self::Box(item) => format!("Box<{}>", item.text()),
            Self::Ref(item) => format!("&'static {}", item.text()),
            Self::Slice(item) => format!("&'static [{}]", item.text()),
            Self::MutAcc => "&'static mut Acc".into(),
            Self::Host => "Host".into(),
            Self::Closure(_) => "_".into(),
        }
    }

    /// Says whether using the value leaves it in place.
    #[must_use]
    pub fn is_copy(&self) -> bool {
        match self {
            Self::Unit | Self::Int | Self::Bool | Self::Ref(_) | Self::Slice(_) => true,
            Self::Tup(items) => items.iter().all(Self::is_copy),
            Self::Opt(item) | Self::Arr(item, _) => item.is_copy(),
            Self::Res(item, error) => item.is_copy() && error.is_copy(),
            _ => false,
        }
    }

    /// Says whether the value has `Debug`, so that any function can take it.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        !matches!(self, Self::Closure(_) | Self::Host | Self::MutAcc)
    }

    /// Returns the fields that can be moved out one by one.
    #[must_use]
    pub fn fields(&self) -> Vec<(String, Self)> {
        match self {
            Self::St | Self::Host => {
                vec![("a".into(), Self::D), ("n".into(), Self::Int), ("b".into(), Self::D)]
            }
            Self::Pt => vec![("0".into(), Self::D), ("1".into(), Self::Int)],
            Self::Tup(items) => {
                items.iter().enumerate().map(|(n, ty)| (n.to_string(), ty.clone())).collect()
            }
            _ => Vec::new(),
        }
    }
}
