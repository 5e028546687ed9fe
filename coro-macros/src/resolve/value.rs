//! What a value holds, as far as the source shows.
//!
//! In: types and expressions. Out: [`Value`], as much of a type as the patterns that take it apart have to
//! know: the names that they bind are references, copies and numbers more often than not, and such a local has
//! no destructor. Only what is certain is known: types that are the language's own, since a `Vec` may be anybody's,
//! and their own methods, which no trait hides. Invariant: what a pattern binds through a reference has no
//! destructor, whatever it is.

use syn::{
    Expr, GenericArgument, Generics, Pat, PatIdent, PathArguments, Type, TypeParamBound, UnOp,
};

use super::{
    knowledge::{self, Knowledge},
    methods,
    names::Locals,
};
use crate::returns::ungroup;

/// What a value is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Value {
    /// Anything.
    #[default]
    Unknown,
    /// Something whose parts are unknown.
    Of(Knowledge),
    /// A reference to it.
    Lent(Box<Self>),
    /// A `str`.
    Text,
    /// A slice of such items.
    Slice(Box<Self>),
    /// An array of them.
    Array(Box<Self>),
    /// A tuple.
    Tuple(Vec<Self>),
    /// An `Option`.
    Optional(Box<Self>),
    /// An iterator, by its items.
    Iterator(Box<Self>),
    /// An iterator that can be peeked into.
    Peekable(Box<Self>),
}

impl Value {
    /// A number, a `bool` or a `char`.
    pub const NUMBER: Self = Self::Of(Knowledge::Primitive);

    /// A reference to it.
    pub fn lent(self) -> Self {
        Self::Lent(Box::new(self))
    }

    /// An `Option` of it.
    pub fn optional(self) -> Self {
        Self::Optional(Box::new(self))
    }

    /// An iterator over such items.
    pub fn iterated(self) -> Self {
        Self::Iterator(Box::new(self))
    }

    /// What is known about dropping it.
    pub fn knowledge(&self) -> Knowledge {
        match self {
            Self::Of(known) => *known,
            Self::Lent(_) => Knowledge::NoDrop,
            Self::Tuple(parts) => {
                let mut parts = parts.iter().map(Self::knowledge);
                if parts.clone().all(Knowledge::is_inert) {
                    Knowledge::NoDrop
                } else if parts.any(Knowledge::is_closure) {
                    Knowledge::Closure
                } else {
                    Knowledge::Unknown
                }
            }
            Self::Array(part) | Self::Optional(part) if part.knowledge().is_inert() => {
                Knowledge::NoDrop
            }
            _ => Knowledge::Unknown,
        }
    }

    /// What it refers to, or itself.
    pub fn behind(&self) -> &Self {
        match self {
            Self::Lent(value) => value.behind(),
            value => value,
        }
    }

    /// A copy of it: what can be copied has no destructor.
    pub fn copied(&self) -> Self {
        if self.knowledge().is_inert() { self.clone() } else { Self::Of(Knowledge::NoDrop) }
    }

    /// What iterating over it gives.
    pub fn item(&self) -> Self {
        match self {
            Self::Iterator(item)
            | Self::Peekable(item)
            | Self::Slice(item)
            | Self::Array(item)
            | Self::Optional(item) => (**item).clone(),
            Self::Lent(lender) => match lender.behind() {
                // `&mut iter` is the iterator.
                Self::Iterator(item) | Self::Peekable(item) => (**item).clone(),
                Self::Unknown | Self::Of(_) | Self::Text | Self::Tuple(_) => Self::Unknown,
                lender => lender.item().lent(),
            },
            Self::Unknown | Self::Of(_) | Self::Text | Self::Tuple(_) => Self::Unknown,
        }
    }

    /// Reads a type.
    pub fn of_type(ty: &Type) -> Self {
        match ungroup(ty) {
            Type::Reference(ty) => Self::of_type(&ty.elem).lent(),
            Type::Tuple(ty) => Self::Tuple(ty.elems.iter().map(Self::of_type).collect()),
            Type::Slice(ty) => Self::Slice(Box::new(Self::of_type(&ty.elem))),
            Type::Array(ty) => Self::Array(Box::new(Self::of_type(&ty.elem))),
            Type::ImplTrait(ty) => ty.bounds.iter().find_map(of_bound).unwrap_or_default(),
            Type::Path(path) if path.path.is_ident("str") => Self::Text,
            ty => Self::Of(knowledge::of_typed(ty)),
        }
    }

    /// Reads the type of a parameter, whose function has these generics.
    pub fn of_parameter(ty: &Type, generics: &Generics) -> Self {
        let Type::Path(path) = ungroup(ty) else { return Self::of_type(ty) };
        let bounds = generics.type_params().filter(|param| path.path.is_ident(&param.ident));
        let mut bounds = bounds.flat_map(|param| &param.bounds).peekable();
        if bounds.peek().is_none() {
            return Self::of_type(ty);
        }
        bounds.find_map(of_bound).unwrap_or_default()
    }

    /// Reads an expression.
    pub fn of_expr(expr: &Expr, locals: &Locals) -> Self {
        match expr {
            Expr::Paren(paren) => Self::of_expr(&paren.expr, locals),
            Expr::Group(group) => Self::of_expr(&group.expr, locals),
            Expr::Path(_) => match locals.of_expr(expr) {
                Some(local) if locals[local].value != Self::Unknown => locals[local].value.clone(),
                _ => Self::Of(knowledge::of_expr(expr, locals)),
            },
            Expr::Reference(reference) => Self::of_expr(&reference.expr, locals).lent(),
            Expr::Tuple(tuple) => {
                Self::Tuple(tuple.elems.iter().map(|part| Self::of_expr(part, locals)).collect())
            }
            Expr::Cast(cast) => Self::of_type(&cast.ty),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
                match Self::of_expr(&unary.expr, locals) {
                    Self::Lent(value) => *value,
                    _ => Self::Unknown,
                }
            }
            Expr::Try(value) => match Self::of_expr(&value.expr, locals) {
                Self::Optional(value) => *value,
                _ => Self::Unknown,
            },
            Expr::Range(range) => {
                let mut ends = [&range.start, &range.end].into_iter().flatten();
                if ends.any(|end| knowledge::of_expr(end, locals) == Knowledge::Primitive) {
                    Self::NUMBER.iterated()
                } else {
                    Self::Unknown
                }
            }
            Expr::MethodCall(call) if knowledge::is_of_references(call, None, locals) => {
                Self::Of(Knowledge::NoDrop)
            }
            Expr::MethodCall(call) => methods::value_of(call, locals),
            expr => Self::Of(knowledge::of_expr(expr, locals)),
        }
    }

    /// Pairs the names in a pattern with what is known of the parts that they bind.
    pub fn bind(&self, pat: &Pat, found: &mut dyn FnMut(&PatIdent, Self)) {
        self.bind_as(pat, false, found);
    }

    /// As [`Self::bind`], for a value that the patterns around went through a reference to.
    fn bind_as(&self, pat: &Pat, lent: bool, found: &mut dyn FnMut(&PatIdent, Self)) {
        let unknown = &Self::Unknown;
        match (pat, self) {
            (Pat::Ident(pat), _) => {
                if let Some((_, part)) = &pat.subpat {
                    self.bind_as(part, lent, found);
                }
                let lent = lent || pat.by_ref.is_some();
                found(pat, if lent { self.clone().lent() } else { self.clone() });
            }
            (Pat::Paren(pat), _) => self.bind_as(&pat.pat, lent, found),
            (Pat::Guard(pat), _) => self.bind_as(&pat.pat, lent, found),
            (Pat::Or(pat), _) => {
                pat.cases.iter().for_each(|case| self.bind_as(case, lent, found));
            }
            // What is behind `&` is copied.
            (Pat::Reference(pat), _) => {
                let part = if let Self::Lent(value) = self { value } else { unknown };
                part.bind_as(&pat.pat, false, &mut |name, part| found(name, part.copied()));
            }
            (pat, Self::Lent(value)) => value.bind_as(pat, true, found),
            (Pat::Tuple(pat), Self::Tuple(parts)) if pat.elems.len() == parts.len() => {
                // A `..` in one of as many elements stands for just one.
                pat.elems.iter().zip(parts).for_each(|(pat, part)| part.bind_as(pat, lent, found));
            }
            (Pat::TupleStruct(pat), Self::Optional(part))
                if pat.path.segments.last().is_some_and(|last| last.ident == "Some") =>
            {
                pat.elems.iter().for_each(|pat| part.bind_as(pat, lent, found));
            }
            (Pat::Slice(pat), Self::Slice(item) | Self::Array(item)) => {
                for pat in &pat.elems {
                    let is_rest = matches!(pat, Pat::Ident(pat) if pat.subpat.as_ref()
                        .is_some_and(|(_, part)| matches!(**part, Pat::Rest(_))));
                    let part = if is_rest { self } else { item };
                    part.bind_as(pat, lent, found);
                }
            }
            (Pat::Tuple(pat), _) => {
                pat.elems.iter().for_each(|pat| unknown.bind_as(pat, lent, found));
            }
            (Pat::TupleStruct(pat), _) => {
                pat.elems.iter().for_each(|pat| unknown.bind_as(pat, lent, found));
            }
            (Pat::Slice(pat), _) => {
                pat.elems.iter().for_each(|pat| unknown.bind_as(pat, lent, found));
            }
            (Pat::Struct(pat), _) => {
                pat.fields.iter().for_each(|field| unknown.bind_as(&field.pat, lent, found));
            }
            _ => {}
        }
    }
}

/// Reads the trait of an `impl Iterator<Item = T>`.
fn of_bound(bound: &TypeParamBound) -> Option<Value> {
    let TypeParamBound::Trait(bound) = bound else { return None };
    let last = bound.path.segments.last()?;
    let name = last.ident.to_string();
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    let item = arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::AssocType(item) if item.ident == "Item" => Some(Value::of_type(&item.ty)),
        _ => None,
    })?;
    matches!(
        &*name,
        "Iterator" | "IntoIterator" | "DoubleEndedIterator" | "ExactSizeIterator" | "FusedIterator"
    )
    .then(|| item.iterated())
}
