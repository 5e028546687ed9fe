//! What the source shows about where a local's fields are.
//!
//! In: types and initialisers. Out: [`Shape`]: a closure captures fields that are the local's own, each for
//! itself, and a pointer whole.

use syn::{Expr, Path, Type};

use super::{knowledge::is_constructor, names::Locals};
use crate::returns::ungroup;

/// Where a value's fields are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Shape {
    /// Nothing is known.
    #[default]
    Unknown,
    /// It is a tuple or a struct.
    Fields,
    /// It is a box: its fields are those of what is in it, which can be moved out.
    Box,
    /// It is another smart pointer: its fields are those of what it points to.
    Pointer,
}

impl Shape {
    /// Tells whether the fields are somewhere else.
    pub fn is_pointer(self) -> bool {
        matches!(self, Self::Box | Self::Pointer)
    }

    /// Reads a type.
    pub fn of_type(ty: &Type) -> Self {
        match ungroup(ty) {
            Type::Tuple(_) => Self::Fields,
            Type::Path(path) => named(path.path.segments.last().map(|last| &last.ident)),
            _ => Self::Unknown,
        }
    }

    /// Reads an initialiser.
    pub fn of_expr(expr: &Expr, locals: &Locals) -> Self {
        match expr {
            Expr::Tuple(_) | Expr::Struct(_) => Self::Fields,
            Expr::Paren(paren) => Self::of_expr(&paren.expr, locals),
            Expr::Cast(cast) => Self::of_type(&cast.ty),
            Expr::Path(path) => {
                locals.at_path(&path.path).map_or(Self::Unknown, |local| locals[local].shape)
            }
            Expr::MethodCall(call) if call.method == "clone" => {
                Self::of_expr(&call.receiver, locals)
            }
            Expr::Call(call) if is_constructor(&call.func) => Self::Fields,
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) => made_by(&path.path),
                _ => Self::Unknown,
            },
            _ => Self::Unknown,
        }
    }
}

/// Reads the path of a function of a pointer's type, as `Rc::new` and `Rc::clone`.
fn made_by(function: &Path) -> Shape {
    let mut segments = function.segments.iter().rev();
    match segments.next() {
        Some(name) if ["new", "clone", "from"].iter().any(|known| name.ident == known) => {
            named(segments.next().map(|ty| &ty.ident))
        }
        _ => Shape::Unknown,
    }
}

fn named(ty: Option<&syn::Ident>) -> Shape {
    match ty.map(ToString::to_string).as_deref() {
        Some("Box") => Shape::Box,
        Some(
            "Rc" | "Arc" | "Ref" | "RefMut" | "MutexGuard" | "RwLockReadGuard" | "RwLockWriteGuard",
        ) => Shape::Pointer,
        _ => Shape::Unknown,
    }
}
