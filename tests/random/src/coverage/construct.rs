//! The constructs that can contain a suspension.

use syn::{BinOp, Expr, UnOp};

use super::types::Types;

macro_rules! constructs {
    ($($(#[$doc:meta])* $name:ident: $types:expr;)*) => {
        /// A construct that contains a suspension.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Construct {
            $($(#[$doc])* $name,)*
        }

        impl Construct {
            /// All constructs.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The types that generated expressions of this kind have.
            pub const fn gives(self) -> Types {
                match self {
                    $(Self::$name => $types,)*
                }
            }
        }
    };
}

const INPUTS: Types =
    Types::UNIT.or(Types::INT).or(Types::D).or(Types::OPTION).or(Types::TUPLE).or(Types::BOOL);

constructs! {
    /// `yield_!(…)`.
    Yield: INPUTS;
    /// `yield_from!(…)`.
    YieldFrom: Types::UNIT.or(Types::INT).or(Types::D).or(Types::RESULT).or(Types::OPTION).or(Types::STRUCT);
    /// `{ … }`.
    Block: Types::ANY.or(Types::REF).or(Types::ITER);
    /// `'a: { … }`.
    Labelled: Types::ANY.or(Types::REF).or(Types::ITER);
    /// `unsafe { … }`.
    Unsafe: Types::ANY.or(Types::REF).or(Types::ITER);
    /// `if … { … }`.
    If: Types::ANY.or(Types::REF).or(Types::ITER);
    /// `if let … { … }`.
    IfLet: Types::ANY.or(Types::REF).or(Types::ITER);
    /// `match … { … }`.
    Match: Types::ANY.or(Types::REF).or(Types::ITER);
    /// `loop { … }`.
    Loop: Types::ANY.or(Types::REF).or(Types::ITER);
    /// `while … { … }`.
    While: Types::UNIT;
    /// `while let … { … }`.
    WhileLet: Types::UNIT;
    /// `for … in … { … }`.
    For: Types::UNIT;
    /// `f(…)`.
    Call: Types::ANY.or(Types::REF).or(Types::ITER);
    /// `(|x| …)(…)`.
    ClosureCall: Types::ANY.or(Types::REF).or(Types::ITER);
    /// `a.f(…)`.
    Method: Types::ANY.or(Types::REF).or(Types::ITER);
    /// `format!(…)`.
    Format: Types::STR;
    /// `vec![…]`.
    Vec: Types::VEC;
    /// `matches!(…)`.
    Matches: Types::BOOL;
    /// `a + b`.
    Binary: Types::INT.or(Types::D);
    /// `a == b`.
    Compare: Types::BOOL;
    /// `a && b`.
    Lazy: Types::BOOL;
    /// `!a`.
    Not: Types::BOOL;
    /// `-a`.
    Negative: Types::INT.or(Types::D);
    /// `*a`.
    Deref: Types::INT.or(Types::D);
    /// `a as T`.
    Cast: Types::INT.or(Types::USIZE);
    /// `(a, b)`.
    Tuple: Types::TUPLE;
    /// `[a, b]`.
    Array: Types::ARRAY;
    /// `[a; 2]`.
    Repeat: Types::ARRAY;
    /// `S { … }`.
    Struct: Types::STRUCT.or(Types::ENUM);
    /// `a..b`.
    Range: Types::RANGE;
    /// `a.b`.
    Field: Types::ANY.or(Types::REF).or(Types::ITER);
    /// `a[b]`.
    Index: Types::INT;
    /// `a = b`.
    Assign: Types::UNIT;
    /// `a += b`.
    OpAssign: Types::UNIT;
    /// `a?`.
    Try: Types::ANY.or(Types::REF).or(Types::ITER);
    /// `return …`.
    Return: Types::NEVER;
    /// `break …`.
    Break: Types::NEVER;
}

impl Construct {
    /// Tells what an expression is.
    pub fn of(expr: &Expr) -> Option<Self> {
        Some(match expr {
            Expr::Block(block) if block.label.is_some() => Self::Labelled,
            Expr::Block(_) => Self::Block,
            Expr::Unsafe(_) => Self::Unsafe,
            Expr::If(branch) if has_let(&branch.cond) => Self::IfLet,
            Expr::If(_) => Self::If,
            Expr::Match(_) => Self::Match,
            Expr::Loop(_) => Self::Loop,
            Expr::While(repeat) if has_let(&repeat.cond) => Self::WhileLet,
            Expr::While(_) => Self::While,
            Expr::ForLoop(_) => Self::For,
            Expr::Call(call) if is_closure(&call.func) => Self::ClosureCall,
            Expr::Call(_) => Self::Call,
            Expr::MethodCall(_) => Self::Method,
            Expr::Binary(binary) => return Some(Self::of_operator(&binary.op)),
            Expr::Unary(unary) => match unary.op {
                UnOp::Not(_) => Self::Not,
                UnOp::Neg(_) => Self::Negative,
                _ => Self::Deref,
            },
            Expr::Cast(_) => Self::Cast,
            Expr::Tuple(_) => Self::Tuple,
            Expr::Array(_) => Self::Array,
            Expr::Repeat(_) => Self::Repeat,
            Expr::Struct(_) => Self::Struct,
            Expr::Range(_) => Self::Range,
            Expr::Field(_) => Self::Field,
            Expr::Index(_) => Self::Index,
            Expr::Assign(_) => Self::Assign,
            Expr::Try(_) => Self::Try,
            Expr::Return(_) => Self::Return,
            Expr::Break(_) => Self::Break,
            Expr::Macro(mac) => return Self::of_macro(&mac.mac),
            _ => return None,
        })
    }

    /// Tells what a macro stands for.
    pub fn of_macro(mac: &syn::Macro) -> Option<Self> {
        let name = mac.path.get_ident()?.to_string();
        Some(match name.as_str() {
            "yield_" => Self::Yield,
            "yield_from" => Self::YieldFrom,
            "format" => Self::Format,
            "vec" => Self::Vec,
            "matches" => Self::Matches,
            _ => return None,
        })
    }

    fn of_operator(operator: &BinOp) -> Self {
        match operator {
            BinOp::And(_) | BinOp::Or(_) => Self::Lazy,
            BinOp::Eq(_)
            | BinOp::Ne(_)
            | BinOp::Lt(_)
            | BinOp::Le(_)
            | BinOp::Gt(_)
            | BinOp::Ge(_) => Self::Compare,
            BinOp::Add(_)
            | BinOp::Sub(_)
            | BinOp::Mul(_)
            | BinOp::Div(_)
            | BinOp::Rem(_)
            | BinOp::BitAnd(_)
            | BinOp::BitOr(_)
            | BinOp::BitXor(_)
            | BinOp::Shl(_)
            | BinOp::Shr(_) => Self::Binary,
            _ => Self::OpAssign,
        }
    }
}

/// Says whether a condition has a `let` in it.
pub fn has_let(condition: &Expr) -> bool {
    match condition {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

/// Says whether a callee is a closure written in place.
pub fn is_closure(callee: &Expr) -> bool {
    match callee {
        Expr::Paren(paren) => is_closure(&paren.expr),
        Expr::Closure(_) => true,
        _ => false,
    }
}
