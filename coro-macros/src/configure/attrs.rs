//! Where syntax keeps its attributes.
//!
//! In: a node that the compiler can take away. Out: its attributes, if it can have any of its own:
//! those in front of `a + b` are those of `a`, which the compiler does not take away.

use syn::{Attribute, Expr, FnArg, GenericParam, Item, Pat, Stmt};

type Attrs<'a> = Option<&'a mut Vec<Attribute>>;

pub fn stmt(stmt: &mut Stmt) -> Attrs<'_> {
    match stmt {
        Stmt::Local(local) => Some(&mut local.attrs),
        Stmt::Item(stmt) => item(stmt),
        Stmt::Expr(stmt, _) => expr(stmt),
        Stmt::Macro(mac) => Some(&mut mac.attrs),
    }
}

pub fn expr(expr: &mut Expr) -> Attrs<'_> {
    match expr {
        Expr::Array(expr) => Some(&mut expr.attrs),
        Expr::Async(expr) => Some(&mut expr.attrs),
        Expr::Await(expr) => Some(&mut expr.attrs),
        Expr::Block(expr) => Some(&mut expr.attrs),
        Expr::Break(expr) => Some(&mut expr.attrs),
        Expr::Call(expr) => Some(&mut expr.attrs),
        Expr::Closure(expr) => Some(&mut expr.attrs),
        Expr::Const(expr) => Some(&mut expr.attrs),
        Expr::Continue(expr) => Some(&mut expr.attrs),
        Expr::Field(expr) => Some(&mut expr.attrs),
        Expr::ForLoop(expr) => Some(&mut expr.attrs),
        // What a `macro_rules!` got as an expression may have attributes of its own.
        Expr::Group(group) => {
            if group.attrs.is_empty() {
                self::expr(&mut group.expr)
            } else {
                Some(&mut group.attrs)
            }
        }
        Expr::If(expr) => Some(&mut expr.attrs),
        Expr::Index(expr) => Some(&mut expr.attrs),
        Expr::Infer(expr) => Some(&mut expr.attrs),
        Expr::Lit(expr) => Some(&mut expr.attrs),
        Expr::Loop(expr) => Some(&mut expr.attrs),
        Expr::Macro(expr) => Some(&mut expr.attrs),
        Expr::Match(expr) => Some(&mut expr.attrs),
        Expr::MethodCall(expr) => Some(&mut expr.attrs),
        Expr::Paren(expr) => Some(&mut expr.attrs),
        Expr::Path(expr) => Some(&mut expr.attrs),
        Expr::RawAddr(expr) => Some(&mut expr.attrs),
        Expr::Reference(expr) => Some(&mut expr.attrs),
        Expr::Repeat(expr) => Some(&mut expr.attrs),
        Expr::Return(expr) => Some(&mut expr.attrs),
        Expr::Struct(expr) => Some(&mut expr.attrs),
        Expr::Try(expr) => Some(&mut expr.attrs),
        Expr::Tuple(expr) => Some(&mut expr.attrs),
        Expr::Unary(expr) => Some(&mut expr.attrs),
        Expr::Unsafe(expr) => Some(&mut expr.attrs),
        Expr::While(expr) => Some(&mut expr.attrs),
        Expr::Yield(expr) => Some(&mut expr.attrs),
        _ => None,
    }
}

pub fn item(item: &mut Item) -> Attrs<'_> {
    Some(match item {
        Item::Const(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::ExternCrate(item) => &mut item.attrs,
        Item::Fn(item) => &mut item.attrs,
        Item::ForeignMod(item) => &mut item.attrs,
        Item::Impl(item) => &mut item.attrs,
        Item::Macro(item) => &mut item.attrs,
        Item::Mod(item) => &mut item.attrs,
        Item::Static(item) => &mut item.attrs,
        Item::Struct(item) => &mut item.attrs,
        Item::Trait(item) => &mut item.attrs,
        Item::Type(item) => &mut item.attrs,
        Item::Union(item) => &mut item.attrs,
        Item::Use(item) => &mut item.attrs,
        _ => return None,
    })
}

pub fn param(param: &mut FnArg) -> &mut Vec<Attribute> {
    match param {
        FnArg::Receiver(receiver) => &mut receiver.attrs,
        FnArg::Typed(param) => &mut param.attrs,
    }
}

pub fn generic(generic: &mut GenericParam) -> &mut Vec<Attribute> {
    match generic {
        GenericParam::Lifetime(lifetime) => &mut lifetime.attrs,
        GenericParam::Type(ty) => &mut ty.attrs,
        GenericParam::Const(constant) => &mut constant.attrs,
    }
}

/// A closure's parameter, whose attributes stand before the pattern.
pub fn pat(pat: &mut Pat) -> Attrs<'_> {
    Some(match pat {
        Pat::Const(pat) => &mut pat.attrs,
        Pat::Ident(pat) => &mut pat.attrs,
        Pat::Lit(pat) => &mut pat.attrs,
        Pat::Macro(pat) => &mut pat.attrs,
        Pat::Or(pat) => &mut pat.attrs,
        Pat::Paren(pat) => &mut pat.attrs,
        Pat::Path(pat) => &mut pat.attrs,
        Pat::Range(pat) => &mut pat.attrs,
        Pat::Reference(pat) => &mut pat.attrs,
        Pat::Rest(pat) => &mut pat.attrs,
        Pat::Slice(pat) => &mut pat.attrs,
        Pat::Struct(pat) => &mut pat.attrs,
        Pat::Tuple(pat) => &mut pat.attrs,
        Pat::TupleStruct(pat) => &mut pat.attrs,
        Pat::Type(pat) => &mut pat.attrs,
        Pat::Wild(pat) => &mut pat.attrs,
        _ => return None,
    })
}
