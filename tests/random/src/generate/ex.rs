//! A generated expression: its text and how tightly it binds.

/// How tightly an expression binds, loosest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// `return …`, `break …`, `|x| …`.
    Jump,
    /// `a = b`.
    Assign,
    /// `a || b`.
    Or,
    /// `a && b`.
    And,
    /// `a == b`.
    Compare,
    /// `a | b`.
    BitOr,
    /// `a ^ b`.
    BitXor,
    /// `a & b`.
    BitAnd,
    /// `a + b`.
    Sum,
    /// `a * b`.
    Product,
    /// `a as T`.
    Cast,
    /// `-a`, `!a`, `*a`, `&a`.
    Unary,
    /// Anything that needs no parentheses.
    Postfix,
}

/// What the text begins with, where that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Nothing of note.
    Plain,
    /// A block: as an operand it needs parentheses, lest a statement end after it.
    Block,
    /// A struct literal: it cannot stand in a condition.
    Struct,
}

/// A borrow of a local that lives as long as the expression's value.
#[derive(Clone, Copy, Debug)]
pub struct Borrow {
    /// The local.
    pub index: usize,
    /// Whether it is exclusive.
    pub exclusive: bool,
}

/// A generated expression.
#[derive(Clone, Debug)]
pub struct Ex {
    /// Its text.
    pub text: String,
    /// How tightly it binds.
    pub level: Level,
    /// What it begins with.
    pub shape: Shape,
    /// What its value borrows.
    pub borrows: Vec<Borrow>,
}

impl Ex {
    /// An expression of this level.
    pub fn new(level: Level, text: impl Into<String>) -> Self {
        Self { text: text.into(), level, shape: Shape::Plain, borrows: Vec::new() }
    }

    /// An expression that needs no parentheses.
    pub fn atom(text: impl Into<String>) -> Self {
        Self::new(Level::Postfix, text)
    }

    /// A block or something that ends with one.
    pub fn block(text: impl Into<String>) -> Self {
        Self { shape: Shape::Block, ..Self::atom(text) }
    }

    /// A struct literal.
    pub fn literal(text: impl Into<String>) -> Self {
        Self { shape: Shape::Struct, ..Self::atom(text) }
    }

    /// The same expression with a borrow.
    pub fn borrowing(mut self, index: usize, exclusive: bool) -> Self {
        self.borrows.push(Borrow { index, exclusive });
        self
    }

    /// Its text as an operand of an operator of this level.
    pub fn at(&self, level: Level) -> String {
        if self.level < level || self.shape != Shape::Plain {
            format!("({})", self.text)
        } else {
            self.text.clone()
        }
    }

    /// Its text as a condition or scrutinee.
    pub fn head(&self) -> String {
        if self.level < Level::Or || self.shape == Shape::Struct {
            format!("({})", self.text)
        } else {
            self.text.clone()
        }
    }
}
