//! The places where an expression can stand.

use super::types::Types;

macro_rules! slots {
    ($($(#[$doc:meta])* $name:ident: $types:expr;)*) => {
        /// A place where an expression can stand.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Slot {
            $($(#[$doc])* $name,)*
        }

        impl Slot {
            /// All places.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The types that generated expressions have here.
            pub const fn takes(self) -> Types {
                match self {
                    $(Self::$name => $types,)*
                }
            }
        }
    };
}

const RETURNED: Types =
    Types::UNIT.or(Types::INT).or(Types::D).or(Types::RESULT).or(Types::OPTION).or(Types::STRUCT);
const OPERAND: Types = Types::ANY;
const MATCHED: Types = Types::OPTION.or(Types::RESULT).or(Types::ENUM);

slots! {
    /// `…;`.
    Statement: Types::ANY.or(Types::NEVER);
    /// The end of a block.
    BlockTail: Types::ANY.or(Types::NEVER);
    /// The end of the function.
    FunctionTail: RETURNED;
    /// `let x = …;`.
    LetInit: OPERAND;
    /// `let (a, b) = …;`.
    LetPattern: Types::TUPLE.or(Types::STRUCT).or(Types::ARRAY);
    /// `let _ = …;`.
    LetWild: OPERAND;
    /// `let Some(x) = … else`.
    LetElse: MATCHED;
    /// `x = …`.
    AssignLocal: OPERAND;
    /// `x.a = …`.
    AssignField: Types::INT.or(Types::D);
    /// `x[i] = …`.
    AssignElement: Types::INT.or(Types::D);
    /// `x[…] = v`.
    AssignIndex: Types::USIZE;
    /// `*x = …`.
    AssignDeref: Types::D;
    /// `(a, b) = …`.
    AssignPattern: Types::TUPLE;
    /// `_ = …`.
    AssignWild: OPERAND;
    /// `x += …`.
    OpAssign: Types::INT;
    /// `if …`.
    IfCondition: Types::BOOL;
    /// `while …`.
    WhileCondition: Types::BOOL;
    /// `if let p = …`.
    IfLet: MATCHED;
    /// `while let p = …`.
    WhileLet: Types::OPTION;
    /// `if let … && …`.
    Chain: Types::BOOL;
    /// `match …`.
    Scrutinee: OPERAND;
    /// `p => …`.
    Arm: Types::ANY.or(Types::NEVER);
    /// `for p in …`.
    ForIterator: Types::RANGE.or(Types::ITER).or(Types::VEC).or(Types::ARRAY).or(Types::REF);
    /// `break …`.
    BreakValue: OPERAND;
    /// `return …`.
    ReturnValue: RETURNED;
    /// `f(…, b)`.
    FirstArgument: OPERAND;
    /// `f(a, …)`.
    LaterArgument: OPERAND;
    /// `….f(a)`.
    Receiver: Types::D.or(Types::OPTION).or(Types::VEC).or(Types::RANGE).or(Types::ITER);
    /// `a.f(…)`.
    MethodArgument: OPERAND;
    /// `(|x| …)(…)`.
    ClosureArgument: OPERAND;
    /// `(…, b)`.
    FirstOfTuple: OPERAND;
    /// `(a, …)`.
    LaterOfTuple: OPERAND;
    /// `[…, …]`.
    Element: Types::INT.or(Types::D);
    /// `[…; 2]`.
    Repeated: Types::INT;
    /// `S { a: … }`.
    StructField: Types::INT.or(Types::D);
    /// `S { ..… }`.
    StructBase: Types::STRUCT;
    /// `…[i]`.
    Indexed: Types::ARRAY;
    /// `a[…]`.
    Index: Types::USIZE;
    /// `…..b`.
    RangeStart: Types::INT;
    /// `a..…`.
    RangeEnd: Types::INT;
    /// `… + b`.
    BinaryLeft: Types::INT.or(Types::D);
    /// `a + …`.
    BinaryRight: Types::INT.or(Types::D);
    /// `… == b`.
    CompareLeft: Types::INT;
    /// `a == …`.
    CompareRight: Types::INT;
    /// `… && b`.
    LazyLeft: Types::BOOL;
    /// `a && …`.
    LazyRight: Types::BOOL;
    /// `!…`.
    Not: Types::BOOL;
    /// `-…`.
    Negative: Types::INT.or(Types::D);
    /// `*…`.
    Deref: Types::REF.or(Types::BOXED);
    /// `&…`.
    Reference: Types::D.or(Types::STRUCT).or(Types::ENUM).or(Types::OPTION);
    /// `… as T`.
    Cast: Types::INT.or(Types::BOOL);
    /// `….a`.
    Base: Types::TUPLE.or(Types::STRUCT);
    /// `…?`.
    Try: Types::RESULT.or(Types::OPTION);
    /// `yield_!(…)`.
    Yielded: Types::INT.or(Types::D).or(Types::STR).or(Types::TUPLE).or(Types::RESULT).or(Types::ENUM);
    /// `yield_from!(…)`.
    Delegated: Types::ITER.or(Types::VEC).or(Types::ARRAY);
    /// `yield_from!(a, …)`.
    FirstInput: Types::INT.or(Types::D).or(Types::OPTION).or(Types::TUPLE).or(Types::BOOL);
    /// `format!("{}", …)`.
    FormatArgument: Types::INT.or(Types::D);
    /// `vec![…, b]`.
    VecElement: Types::D.or(Types::INT);
    /// `vec![…; n]`.
    VecRepeated: Types::D.or(Types::INT);
    /// `assert!(…)`.
    Asserted: Types::BOOL;
    /// `assert!(a, "{}", …)`.
    AssertMessage: Types::INT;
    /// `matches!(…, p)`.
    Matched: Types::INT.or(Types::OPTION);
}
