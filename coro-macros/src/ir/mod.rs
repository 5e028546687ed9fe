//! The lowered form: blocks, suspend points, and the code between them.
//!
//! In: what lowering builds. Out: what the analyses read and code generation prints. A block is a variant, its
//! parameters are the fields, a jump constructs the variant. A block's code is Rust syntax in which [`Marker`]s
//! stand where control leaves (`suspend`, `goto`) and where a scope that was left by a suspension is opened again
//! (`reopen`). Invariants: those that `verify::graph` checks; [`dump`] is the textual form.

#[cfg(any(test, feature = "verify"))]
pub mod dump;

use std::collections::BTreeMap;

#[cfg(any(test, feature = "verify"))]
use proc_macro2::Literal;
use proc_macro2::{Ident, Span, TokenStream};
use syn::{Expr, ExprField, Item, ItemMacro, Lifetime, Member, Pat, Stmt, Token};

use crate::resolve::names::Local;

/// An index into [`Body::blocks`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct BlockId(pub usize);

/// An index into [`Body::suspends`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct SuspendId(pub usize);

/// What leads to what a borrow that is made anew is of.
pub struct Ways {
    /// What borrows.
    pub borrowers: Vec<Local>,
    /// The local that the ways start from.
    pub root: Local,
    /// What leads there.
    pub found: Vec<Way>,
}

/// Something that leads to a place, unless its type is a shared reference.
pub enum Way {
    /// A place.
    Place(Expr),
    /// A local that is not changed itself.
    Behind(Expr),
    /// What a pattern that matches a value binds to a name.
    Part(Box<(Pat, Expr, Ident)>),
}

/// A lowered body. Block 0 is where the first resume starts.
#[derive(Default)]
pub struct Body {
    /// The blocks, in the order in which their sources stand in the text.
    pub blocks: Vec<BlockData>,
    /// The suspend points, in order.
    pub suspends: Vec<SuspendData>,
    /// For each block, where a jump to it goes: past the joins that do nothing.
    pub destinations: Vec<BlockId>,
    /// Locals that wait as operands for a suspension, which no operand behind them mentions.
    pub waiting: Vec<Local>,
    /// Borrows that blocks make anew: what binds them, by the block and the first local that it binds.
    pub reborrows: BTreeMap<(BlockId, Local), Stmt>,
    /// For each exit, the borrows that are made anew behind it.
    pub lapsing: BTreeMap<Exit, Vec<Local>>,
    /// What must not lead elsewhere while such borrows are used.
    pub ways: Vec<Ways>,
    /// Items that the body declares.
    pub items: Vec<Item>,
    /// Whether an `unsafe` block is in parts, of which some may not need it.
    pub unsafe_parts: bool,
    /// Whether a loop or an assignment stands in the place of a value whose type may be another name of `()`.
    pub nothing_returned: bool,
}

impl Body {
    /// Lists what binds again the locals of a scope that a block borrows anew, in order.
    pub fn reborrowed(&self, block: BlockId, scope: usize) -> impl Iterator<Item = &Stmt> {
        let locals = self.blocks.get(block.0).into_iter().flat_map(move |it| it.scope(scope));
        locals.filter_map(move |local| self.reborrows.get(&(block, local)))
    }

    /// Returns the block that a jump to `block` goes to.
    pub fn destination(&self, block: BlockId) -> BlockId {
        self.destinations[block.0]
    }
}

/// Why a block exists.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockKind {
    /// The first resume.
    Start,
    /// The code after a suspend point.
    Resume(SuspendId),
    /// The head of a loop.
    Loop,
    /// The code after a branch or a loop.
    Join,
    /// The code after a loop that stands behind it.
    After,
}

/// A basic block.
pub struct BlockData {
    /// Why it exists.
    pub kind: BlockKind,
    /// What was declared, scope by scope from the outermost, where the block begins.
    pub scopes: Vec<Vec<Decl>>,
    /// The locals in them, oldest first.
    in_scope: Vec<Local>,
    /// The local that takes the resume argument.
    pub input: Option<Local>,
    /// The label around the loop's code, if it is the head of a loop.
    pub loop_label: Option<Lifetime>,
    /// Whether no jump goes to it any more: those that did return themselves.
    pub unreached: bool,
    /// Its code.
    pub code: Vec<Stmt>,
}

/// Something that a scope declares.
#[derive(Clone)]
pub enum Decl {
    /// A local.
    Local(Local),
    /// A `macro_rules!` that may name locals declared before it.
    Macro(Box<ItemMacro>),
    /// An item that is declared again wherever the scope is opened again.
    Item(Box<Item>),
}

impl BlockData {
    /// Starts a block.
    pub fn new(kind: BlockKind, scopes: Vec<Vec<Decl>>, input: Option<Local>) -> Self {
        let mut in_scope = Vec::new();
        for decl in scopes.iter().flatten() {
            if let Decl::Local(local) = decl {
                in_scope.push(*local);
            }
        }
        Self { kind, scopes, in_scope, input, loop_label: None, unreached: false, code: Vec::new() }
    }

    /// Lists the locals in scope where the block begins, oldest first.
    pub fn locals(&self) -> impl Iterator<Item = Local> + '_ {
        self.in_scope.iter().copied()
    }

    /// Lists the locals that a scope had declared where the block begins, oldest first.
    pub fn scope(&self, scope: usize) -> impl Iterator<Item = Local> + '_ {
        self.scopes.get(scope).into_iter().flat_map(|scope| locals_of(scope))
    }
}

fn locals_of(scope: &[Decl]) -> impl Iterator<Item = Local> + '_ {
    scope.iter().filter_map(|decl| match decl {
        Decl::Local(local) => Some(*local),
        Decl::Macro(_) | Decl::Item(_) => None,
    })
}

/// A suspend point.
pub struct SuspendData {
    /// The hidden local that holds the yielded value.
    pub value: Local,
    /// Where the value is made.
    pub value_span: Span,
    /// The block that goes on after it.
    pub resume: BlockId,
    /// The `yield`.
    pub span: Span,
    /// What it is in the source.
    pub kind: SuspendKind,
    /// What it yields there, delegates to, or questions.
    pub operand: TokenStream,
    /// What the state's documentation says of it.
    pub description: String,
}

/// What a suspend point is in the source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SuspendKind {
    /// A `yield`.
    Yield,
    /// A `yield_from!`.
    Delegation,
    /// A `?` that yields its error.
    Question,
}

/// A place where control leaves a block for another.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Exit {
    /// At a suspend point.
    Suspend(SuspendId),
    /// At a jump, by its number.
    Goto(usize),
}

// What a marker is, in the low bits of the number of a field that no tuple reaches.
const SUSPEND: u32 = 0;
const GOTO: u32 = 1;
const REOPEN: u32 = 2;
const DROP_INPUT: u32 = 3;
const UNREACHED: u32 = 1 << 31;

/// What stands in a block's code beside Rust.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Marker {
    /// Save the state and return the yielded value.
    Suspend(SuspendId),
    /// Go on in another block; `.1` tells the exits of one body apart.
    Goto(BlockId, usize),
    /// Bind again what scope `.1` of block `.0` had declared.
    Reopen(BlockId, usize),
    /// Drop the resume argument of a block.
    DropInput(BlockId),
}

impl Marker {
    /// Makes the marker's statement.
    pub fn stmt(self, span: Span) -> Stmt {
        Stmt::Expr(self.expr(span), Some(Token![;](span)))
    }

    /// Makes the marker, `_.number.second`: fields that no program has, so that it can stand anywhere in
    /// syntax. Numbers are read without the help of the compiler, which a name takes.
    fn expr(self, span: Span) -> Expr {
        let (kind, first, second) = match self {
            Self::Suspend(id) => (SUSPEND, id.0, 0),
            Self::Goto(id, number) => (GOTO, id.0, number),
            Self::Reopen(id, scope) => (REOPEN, id.0, scope),
            Self::DropInput(id) => (DROP_INPUT, id.0, 0),
        };
        let number = |number: usize| u32::try_from(number).expect("few blocks and jumps");
        let base =
            Expr::Infer(syn::ExprInfer { attrs: Vec::new(), underscore_token: Token![_](span) });
        field(field(base, UNREACHED + (number(first) << 2) + kind, span), number(second), span)
    }

    /// Tells whether control leaves the block here.
    pub fn leaves(self) -> bool {
        matches!(self, Self::Suspend(_) | Self::Goto(..))
    }

    /// Reads a marker.
    pub fn parse(expr: &Expr) -> Option<Self> {
        let Expr::Field(ExprField { base, member: Member::Unnamed(second), .. }) = expr else {
            return None;
        };
        let Expr::Field(ExprField { member: Member::Unnamed(number), .. }) = &**base else {
            return None;
        };
        if number.index < UNREACHED {
            return None;
        }
        let (first, second) = ((number.index - UNREACHED) as usize >> 2, second.index as usize);
        Some(match number.index & 3 {
            SUSPEND => Self::Suspend(SuspendId(first)),
            GOTO => Self::Goto(BlockId(first), second),
            REOPEN => Self::Reopen(BlockId(first), second),
            _ => Self::DropInput(BlockId(first)),
        })
    }
}

/// Tells whether a number is one of a marker's fields.
#[cfg(any(test, feature = "verify"))]
pub fn is_marker(number: &Literal) -> bool {
    let text = number.to_string();
    text.len() == 10 && text.parse::<u32>().is_ok_and(|number| number >= UNREACHED)
}

fn field(base: Expr, index: u32, span: Span) -> Expr {
    Expr::Field(ExprField {
        attrs: Vec::new(),
        base: Box::new(base),
        dot_token: Token![.](span),
        member: Member::Unnamed(syn::Index { index, span }),
    })
}
