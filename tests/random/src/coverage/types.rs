//! Which types constructs give and places take, as sets: what can meet at all.

/// A set of types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Types(u32);

impl Types {
    pub const UNIT: Self = Self(1);
    pub const INT: Self = Self(1 << 1);
    pub const BOOL: Self = Self(1 << 2);
    pub const D: Self = Self(1 << 3);
    pub const STR: Self = Self(1 << 4);
    pub const TUPLE: Self = Self(1 << 5);
    pub const STRUCT: Self = Self(1 << 6);
    pub const ENUM: Self = Self(1 << 7);
    pub const OPTION: Self = Self(1 << 8);
    pub const RESULT: Self = Self(1 << 9);
    pub const ARRAY: Self = Self(1 << 10);
    pub const VEC: Self = Self(1 << 11);
    pub const BOXED: Self = Self(1 << 12);
    pub const REF: Self = Self(1 << 13);
    pub const ITER: Self = Self(1 << 14);
    pub const RANGE: Self = Self(1 << 15);
    pub const USIZE: Self = Self(1 << 16);
    pub const NEVER: Self = Self(1 << 17);

    /// Whatever a local can hold.
    pub const ANY: Self = Self((1 << 13) - 1);

    /// The union of two sets.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Says whether two sets have a type in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
