//! What the source alone shows about dropping a local.
//!
//! In: types and initialisers. Out: whether the value surely has no destructor, so that it needs
//! not even be looked at where it is no longer used.

use syn::{
    BinOp, Expr, ExprMethodCall, GenericArgument, Lit, Pat, PathArguments, Stmt, Type, UnOp,
};

use super::{
    names::{Local, Locals},
    shape::Shape,
    value::Value,
};
use crate::{
    analysis::{captures::Captures, collected},
    known,
    returns::{first_type, last_segment, ungroup},
};

/// What is known about a value's type.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Knowledge {
    /// Nothing.
    #[default]
    Unknown,
    /// It has no destructor.
    NoDrop,
    /// It is a number, a `bool` or a `char`.
    Primitive,
    /// It holds a closure made here, whose traits rustc does not know while it checks the body, or its
    /// type is only decided later: it is carried without looking at its type.
    Closure,
    /// As [`Knowledge::Closure`], and calling it consumes it.
    CallableOnce,
}

impl Knowledge {
    /// Tells whether dropping the value surely does nothing.
    pub fn is_inert(self) -> bool {
        matches!(self, Self::NoDrop | Self::Primitive)
    }

    /// Tells whether the value holds a closure.
    pub fn is_closure(self) -> bool {
        matches!(self, Self::Closure | Self::CallableOnce)
    }
}

/// The names of the primitive types that are `Copy`.
pub const PRIMITIVES: [&str; 16] = [
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32",
    "u64", "u128", "usize",
];

/// Reads a type.
pub fn of_type(ty: &Type) -> Knowledge {
    match ungroup(ty) {
        Type::Reference(_) | Type::Ptr(_) | Type::Never(_) => Knowledge::NoDrop,
        Type::Tuple(tuple) if tuple.elems.iter().all(|ty| of_type(ty).is_inert()) => {
            Knowledge::NoDrop
        }
        Type::Array(array) if of_type(&array.elem).is_inert() => Knowledge::NoDrop,
        Type::Path(path) if path.path.get_ident().is_some() => match last_segment(ty) {
            Some(name) if PRIMITIVES.contains(&name.as_str()) => Knowledge::Primitive,
            _ => Knowledge::Unknown,
        },
        _ => Knowledge::Unknown,
    }
}

/// Reads the type that is written for a local.
pub fn of_typed(ty: &Type) -> Knowledge {
    match of_parameter(ty, &syn::Generics::default()) {
        Knowledge::Unknown if collects_references(ty) => Knowledge::NoDrop,
        known => known,
    }
}

/// Tells whether a type is a collection of references, which only gives back its memory.
fn collects_references(ty: &Type) -> bool {
    const LISTS: [&str; 6] = ["Vec", "VecDeque", "BinaryHeap", "HashSet", "BTreeSet", "LinkedList"];
    const MAPS: [&str; 2] = ["HashMap", "BTreeMap"];
    let Type::Path(path) = ungroup(ty) else { return false };
    let Some(last) = path.path.segments.last() else { return false };
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return false };
    let is = |names: &[&str]| names.iter().any(|name| last.ident == name);
    let count = if is(&MAPS) { 2 } else { usize::from(is(&LISTS)) };
    let held = arguments.args.iter().take(count).filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    let holds_reference = |ty: &Type| match ungroup(ty) {
        Type::Reference(_) => true,
        Type::Tuple(tuple) => {
            tuple.elems.iter().any(|ty| matches!(ungroup(ty), Type::Reference(_)))
        }
        _ => false,
    };
    held.clone().all(|ty| of_type(ty).is_inert()) && held.into_iter().any(holds_reference)
}

/// Tells whether a call collects references into a collection that it names, or that is one of whatever a list or a text of
/// the standard library gives; `ty` is what is written for the collection elsewhere.
pub fn is_of_references(call: &ExprMethodCall, ty: Option<&Type>, locals: &Locals) -> bool {
    let named = call.turbofish.as_ref().and_then(|it| match it.args.first() {
        Some(GenericArgument::Type(ty)) => Some(ty),
        _ => None,
    });
    // Of another type, it may have a destructor.
    let is_list = |ty| {
        collects_references(ty)
            || collected::is_of_any(ty)
                && collected::is_of_references(call, Some(ty))
                && is_over_own(&call.receiver, locals)
    };
    call.method == "collect" && named.or(ty).is_some_and(is_list)
}

/// Tells whether an iterator goes over a local that is a list or a text of the standard library.
fn is_over_own(iterator: &Expr, locals: &Locals) -> bool {
    match iterator {
        Expr::Paren(paren) => is_over_own(&paren.expr, locals),
        Expr::MethodCall(call) => is_over_own(&call.receiver, locals),
        expr => locals
            .of_expr(expr)
            .is_some_and(|local| matches!(locals[local].shape, Shape::Collection | Shape::Array)),
    }
}

/// Returns the local of a `let` that is a list of references, which only gives back its memory.
pub fn list_of_references(stmt: &syn::Local, locals: &Locals) -> Option<Local> {
    let (name, ty) = match &stmt.pat {
        Pat::Type(typed) => (&*typed.pat, Some(&*typed.ty)),
        pat => (pat, None),
    };
    let Pat::Ident(name) = name else { return None };
    let is_list = holds_references(&stmt.init.as_ref()?.expr, ty, locals);
    locals.get(&name.ident).filter(|_| is_list)
}

/// Tells whether a value is such a list; `ty` is what is written for it elsewhere.
fn holds_references(value: &Expr, ty: Option<&Type>, locals: &Locals) -> bool {
    match value {
        Expr::Paren(paren) => holds_references(&paren.expr, ty, locals),
        Expr::MethodCall(call) => is_of_references(call, ty, locals),
        Expr::Macro(list) if ty.is_none_or(collected::is_of_any) => lists_references(&list.mac),
        _ => false,
    }
}

/// Tells whether a macro is `vec![&a, &b]`.
fn lists_references(mac: &syn::Macro) -> bool {
    let is_reference = |expr: &Expr| matches!(expr, Expr::Reference(_));
    mac.path.segments.last().is_some_and(|last| last.ident == "vec")
        && known::parse(mac).is_some_and(|list| {
            !list.args.is_empty() && list.args.iter().all(|arg| is_reference(&arg.expr))
        })
}

/// Reads the type of a parameter, whose function has these generics.
pub fn of_parameter(ty: &Type, generics: &syn::Generics) -> Knowledge {
    match of_type(ty) {
        Knowledge::Unknown if is_called_once(ty, generics) => Knowledge::CallableOnce,
        known => known,
    }
}

/// Tells whether calling a value of a type consumes it.
fn is_called_once(ty: &Type, generics: &syn::Generics) -> bool {
    is_bounded(ty, generics, |bound| bound == "FnOnce")
}

/// Tells whether a type is an `impl Trait`, a parameter or a box that is known by a trait of a name.
pub fn is_bounded(ty: &Type, generics: &syn::Generics, is_named: fn(&str) -> bool) -> bool {
    let any = |bounds: &Bounds| bounds.iter().any(|bound| is_trait(bound, is_named));
    match ungroup(ty) {
        Type::ImplTrait(ty) => any(&ty.bounds),
        Type::TraitObject(ty) => any(&ty.bounds),
        Type::Path(path) if path.path.get_ident().is_some() => {
            let name = path.path.get_ident();
            let is_it = |ty: &Type| matches!(ty, Type::Path(it) if it.path.get_ident() == name);
            let param = generics.type_params().find(|param| Some(&param.ident) == name);
            let predicates = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
            let mut bounds = predicates.filter_map(|predicate| match predicate {
                syn::WherePredicate::Type(predicate) if is_it(&predicate.bounded_ty) => {
                    Some(&predicate.bounds)
                }
                _ => None,
            });
            param.is_some_and(|param| any(&param.bounds) || bounds.any(any))
        }
        Type::Path(path) => path.path.segments.last().is_some_and(|last| {
            last.ident == "Box"
                && first_type(last).is_some_and(|ty| {
                    matches!(ungroup(ty), Type::TraitObject(_))
                        && is_bounded(ty, generics, is_named)
                })
        }),
        _ => false,
    }
}

type Bounds = syn::punctuated::Punctuated<syn::TypeParamBound, syn::Token![+]>;

fn is_trait(bound: &syn::TypeParamBound, is_named: fn(&str) -> bool) -> bool {
    match bound {
        syn::TypeParamBound::Trait(bound) => {
            bound.path.segments.last().is_some_and(|last| is_named(&last.ident.to_string()))
        }
        _ => false,
    }
}

/// Reads an expression.
pub fn of_expr(expr: &Expr, locals: &Locals) -> Knowledge {
    match expr {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Int(_) | Lit::Float(_) | Lit::Bool(_) | Lit::Char(_) | Lit::Byte(_) => {
                Knowledge::Primitive
            }
            _ => Knowledge::NoDrop,
        },
        Expr::Reference(_) => Knowledge::NoDrop,
        Expr::Cast(cast) => of_type(&cast.ty),
        Expr::Paren(paren) => of_expr(&paren.expr, locals),
        Expr::Group(group) => of_expr(&group.expr, locals),
        Expr::Path(path) => path
            .path
            .get_ident()
            .and_then(|ident| locals.get(ident))
            .map_or(Knowledge::Unknown, |local| locals[local].knowledge),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_) | UnOp::Not(_)) => {
            match of_expr(&unary.expr, locals) {
                Knowledge::Primitive => Knowledge::Primitive,
                _ => Knowledge::Unknown,
            }
        }
        Expr::Binary(binary) => match binary.op {
            BinOp::Eq(_)
            | BinOp::Ne(_)
            | BinOp::Lt(_)
            | BinOp::Le(_)
            | BinOp::Gt(_)
            | BinOp::Ge(_)
            | BinOp::And(_)
            | BinOp::Or(_) => Knowledge::Primitive,
            _ if of_expr(&binary.left, locals) == Knowledge::Primitive
                && of_expr(&binary.right, locals) == Knowledge::Primitive =>
            {
                Knowledge::Primitive
            }
            _ => Knowledge::Unknown,
        },
        Expr::Unary(_) | Expr::MethodCall(_) | Expr::Try(_) => {
            Value::of_expr(expr, locals).knowledge()
        }
        Expr::Yield(_) => locals.input,
        Expr::Closure(closure) => of_closure(closure, locals),
        Expr::Async(block) => of_async(block, locals),
        Expr::Tuple(tuple) => of_parts(tuple.elems.iter(), locals),
        Expr::Array(array) => of_parts(array.elems.iter(), locals),
        Expr::Repeat(repeat) => of_parts(std::iter::once(&*repeat.expr), locals),
        Expr::Struct(expr) if expr.fields.iter().any(|field| holds_closure(&field.expr)) => {
            Knowledge::Closure
        }
        Expr::Call(call) if call.args.iter().any(holds_closure) && is_constructor(&call.func) => {
            Knowledge::Closure
        }
        Expr::Block(block) if holds_closure(expr) => match block.block.stmts.last() {
            // The closure itself may consume what the block declares.
            Some(Stmt::Expr(tail, None)) => of_expr(tail, locals),
            _ => Knowledge::Closure,
        },
        Expr::If(_) | Expr::Match(_) if holds_closure(expr) => Knowledge::Closure,
        Expr::Macro(mac) if makes_closure(&mac.mac, locals) => Knowledge::Closure,
        _ => Knowledge::Unknown,
    }
}

fn of_parts<'a>(parts: impl Iterator<Item = &'a Expr> + Clone, locals: &Locals) -> Knowledge {
    if parts.clone().all(|part| of_expr(part, locals).is_inert()) {
        Knowledge::NoDrop
    } else if parts.clone().any(|part| of_expr(part, locals).is_closure()) {
        Knowledge::Closure
    } else {
        Knowledge::Unknown
    }
}

/// A closure that only borrows, or captures nothing that needs dropping, has no destructor.
fn of_closure(closure: &syn::ExprClosure, locals: &Locals) -> Knowledge {
    let captures = Captures::of_closure(closure, locals);
    match (captures.borrows_only(), captures.consumes()) {
        (true, _) => Knowledge::NoDrop,
        (false, true) => Knowledge::CallableOnce,
        (false, false) => Knowledge::Closure,
    }
}

/// As a closure, but that running it to its first suspension leaves something in an `async` block.
fn of_async(block: &syn::ExprAsync, locals: &Locals) -> Knowledge {
    let captures = Captures::of_async(block, locals);
    if captures.borrows_only() && !captures.is_empty() {
        Knowledge::NoDrop
    } else {
        Knowledge::Closure
    }
}

/// Tells whether a macro is one of the body that stands for a closure.
fn makes_closure(mac: &syn::Macro, locals: &Locals) -> bool {
    locals.local_macro(mac).is_some_and(|known| known.makes_closure)
}

/// Tells whether a closure is part of the value of an expression.
fn holds_closure(expr: &Expr) -> bool {
    match expr {
        Expr::Closure(_) | Expr::Async(_) => true,
        Expr::Tuple(tuple) => tuple.elems.iter().any(holds_closure),
        Expr::Array(array) => array.elems.iter().any(holds_closure),
        Expr::Paren(paren) => holds_closure(&paren.expr),
        Expr::Struct(expr) => expr.fields.iter().any(|field| holds_closure(&field.expr)),
        Expr::Call(call) => is_constructor(&call.func) && call.args.iter().any(holds_closure),
        Expr::Block(block) => ends_in_closure(&block.block),
        Expr::If(expr) => ends_in_closure(&expr.then_branch),
        Expr::Match(expr) => expr.arms.iter().any(|arm| holds_closure(&arm.body)),
        _ => false,
    }
}

fn ends_in_closure(block: &syn::Block) -> bool {
    matches!(block.stmts.last(), Some(syn::Stmt::Expr(expr, None)) if holds_closure(expr))
}

/// Tells whether a call makes a tuple struct or variant, by the case of its name.
pub fn is_constructor(func: &Expr) -> bool {
    matches!(func, Expr::Path(path) if path
        .path
        .segments
        .last()
        .is_some_and(|last| last.ident.to_string().starts_with(char::is_uppercase)))
}
