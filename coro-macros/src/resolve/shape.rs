//! What the source shows about a local's type.
//!
//! In: types and initialisers. Out: [`Shape`]: a closure captures fields that are the local's own, each for
//! itself, and a pointer whole; and the methods of the standard library's types take a value or look at it.

use syn::{
    Block, Expr, ExprMethodCall, GenericArgument, Generics, Pat, PatIdent, Path, PathArguments,
    PathSegment, Stmt, Type, TypePath,
};

use super::{
    knowledge::{is_bounded, is_constructor},
    names::Locals,
    value::Value,
};
use crate::{
    known,
    returns::{first_type, ungroup},
};

/// What kind of type a value has.
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
    /// It is such a pointer to a cell.
    PointerToCell,
    /// It is a cell or a lock, which lends what is in it.
    Cell,
    /// It is an `Option` or a `Result`.
    Variant,
    /// It is an iterator.
    Iterator,
    /// It is a coroutine or a stage.
    Coroutine,
    /// It is what is read from.
    Reader,
    /// It is a free entry of a map.
    Vacant,
    /// It is an entry of a map that holds something.
    Occupied,
    /// It is a thread's handle.
    Handle,
    /// It is an array.
    Array,
    /// It is a list, a map, a set or a string of the standard library.
    Collection,
}

impl Shape {
    /// Tells whether the fields are somewhere else.
    pub fn is_pointer(self) -> bool {
        matches!(self, Self::Box | Self::Pointer | Self::PointerToCell)
    }

    /// Tells whether the value has fields, or parts, of its own.
    pub fn has_parts(self) -> bool {
        matches!(self, Self::Fields | Self::Variant)
    }

    /// Tells whether a method of this name takes the value, although under other types' methods of that name
    /// are some that look at theirs.
    pub fn is_taken_by(self, method: &str) -> bool {
        match self {
            Self::Iterator => ITERATOR.contains(&method),
            Self::Variant => VARIANT.contains(&method),
            Self::Coroutine => COROUTINE.contains(&method),
            Self::Reader => matches!(method, "bytes" | "split" | "take"),
            Self::Vacant => matches!(method, "insert" | "insert_entry"),
            Self::Occupied => matches!(method, "remove" | "remove_entry"),
            Self::Handle => method == "join",
            Self::Array => method == "map",
            _ => false,
        }
    }

    /// Reads the type of a parameter, whose function has these generics.
    pub fn of_parameter(ty: &Type, generics: &Generics) -> Self {
        if is_bounded(ty, generics, |bound| bound.ends_with("Iterator") && bound != "IntoIterator")
        {
            return Self::Iterator;
        }
        if is_bounded(ty, generics, |bound| matches!(bound, "Resume" | "FusedResume" | "Stage")) {
            return Self::Coroutine;
        }
        if is_bounded(ty, generics, |bound| matches!(bound, "Read" | "BufRead")) {
            return Self::Reader;
        }
        Self::of_type(ty)
    }

    /// Reads what a variant of an entry's holds.
    pub fn of_entry(path: &Path) -> Self {
        match path.segments.last().map(|last| last.ident.to_string()).as_deref() {
            Some("Vacant") => Self::Vacant,
            Some("Occupied") => Self::Occupied,
            _ => Self::Unknown,
        }
    }

    /// Reads a type.
    pub fn of_type(ty: &Type) -> Self {
        match ungroup(ty) {
            Type::Tuple(_) => Self::Fields,
            Type::Array(_) => Self::Array,
            Type::Path(path) => path.path.segments.last().map_or(Self::Unknown, of_segment),
            _ => Self::Unknown,
        }
    }

    /// Reads an initialiser.
    pub fn of_expr(expr: &Expr, locals: &Locals) -> Self {
        match expr {
            Expr::Tuple(_) | Expr::Struct(_) => Self::Fields,
            Expr::Paren(paren) => Self::of_expr(&paren.expr, locals),
            Expr::Cast(cast) => Self::of_type(&cast.ty),
            Expr::Path(path) if path.path.is_ident("None") => Self::Variant,
            Expr::Path(path) => {
                locals.at_path(&path.path).map_or(Self::Unknown, |local| locals[local].shape)
            }
            Expr::Range(_) => Self::Iterator,
            Expr::Yield(_) => locals.input_shape,
            Expr::Array(_) | Expr::Repeat(_) => Self::Array,
            Expr::Block(block) => Self::of_tail(&block.block, locals),
            Expr::Unsafe(block) => Self::of_tail(&block.block, locals),
            Expr::If(branch) => match Self::of_tail(&branch.then_branch, locals) {
                Self::Unknown => branch
                    .else_branch
                    .as_ref()
                    .map(|(_, other)| Self::of_expr(other, locals))
                    .unwrap_or_default(),
                known => known,
            },
            Expr::Match(branch) => {
                let mut arms = branch.arms.iter().map(|arm| Self::of_expr(&arm.body, locals));
                arms.find(|shape| *shape != Self::Unknown).unwrap_or_default()
            }
            Expr::MethodCall(call) => Self::of_result(call, locals),
            Expr::Try(opened) => of_opened(&opened.expr),
            Expr::Macro(mac)
                if ["vec", "format"].iter().any(|name| mac.mac.path.is_ident(name)) =>
            {
                Self::Collection
            }
            Expr::Call(call) if is_constructor(&call.func) => match &*call.func {
                Expr::Path(path) if is_variant(&path.path) => Self::Variant,
                _ => Self::Fields,
            },
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) => {
                    let given = || call.args.first().map(|arg| Self::of_expr(arg, locals));
                    match made_by(&path.path) {
                        Self::Pointer if given() == Some(Self::Cell) => Self::PointerToCell,
                        made => made,
                    }
                }
                _ => Self::Unknown,
            },
            _ => Self::Unknown,
        }
    }

    fn of_tail(block: &Block, locals: &Locals) -> Self {
        match block.stmts.last() {
            Some(Stmt::Expr(tail, None)) => Self::of_expr(tail, locals),
            _ => Self::Unknown,
        }
    }

    /// Reads what a method gives, by a name that means the same throughout the standard library or by what it
    /// is called on.
    fn of_result(call: &ExprMethodCall, locals: &Locals) -> Self {
        let method = call.method.to_string();
        match method.as_str() {
            "iter"
            | "iter_mut"
            | "into_iter"
            | "chars"
            | "char_indices"
            | "bytes"
            | "lines"
            | "split_whitespace"
            | "split_ascii_whitespace"
            | "chunks_exact"
            | "rchunks"
            | "drain"
            | "keys"
            | "values"
            | "into_keys"
            | "into_values"
            | "enumerate"
            | "rev"
            | "step_by"
            | "skip_while"
            | "take_while"
            | "map_while"
            | "filter_map"
            | "flat_map"
            | "peekable"
            | "fuse"
            | "cycle" => Self::Iterator,
            "ok" | "err" | "ok_or" | "ok_or_else" | "map_err" | "parse" | "next"
            | "strip_prefix" | "strip_suffix" | "split_once" | "rsplit_once" => Self::Variant,
            "clone" | "map" | "filter" | "inspect" | "or" | "or_else" | "and" | "and_then"
            | "xor" | "zip" | "chain" | "skip" | "take" | "scan" | "flatten" | "cloned"
            | "copied" => Self::of_expr(&call.receiver, locals),
            "unwrap" | "expect" => of_opened(&call.receiver),
            "to_string" | "to_vec" => Self::Collection,
            // Of a `char`, these are something else.
            "to_uppercase" | "to_lowercase" | "to_ascii_uppercase" | "to_ascii_lowercase"
            | "to_owned" | "repeat" | "replace" | "replacen"
                if *Value::of_expr(&call.receiver, locals).behind() == Value::Text =>
            {
                Self::Collection
            }
            _ if method.starts_with("checked_") => Self::Variant,
            _ => Self::Unknown,
        }
    }
}

/// Tells whether a path names a variant of `Option` or `Result` that holds something.
fn is_variant(path: &Path) -> bool {
    let of = path.segments.iter().rev().nth(1);
    known::is_std_variant(path) && of.is_none_or(|of| of.ident == "Option" || of.ident == "Result")
}

/// Methods of coro-core's `Resume` and `Stage` that take it, the ones aside that take whatever has them.
const COROUTINE: [&str; 28] = [
    "array_chunks",
    "catch_unwind",
    "chunk_by",
    "chunks",
    "count",
    "cycle",
    "dedup",
    "dedup_by_key",
    "drive",
    "feed",
    "filter",
    "handle",
    "inspect",
    "interleave",
    "last",
    "limit",
    "map",
    "merge_by",
    "over",
    "pipe",
    "run",
    "scan",
    "skip",
    "take",
    "tee",
    "try_drive",
    "try_handle",
    "windows",
];

/// Methods of `Iterator` that take it, the ones aside that take whatever has them.
const ITERATOR: [&str; 30] = [
    "cmp",
    "count",
    "cycle",
    "eq",
    "filter",
    "ge",
    "gt",
    "inspect",
    "is_sorted",
    "is_sorted_by",
    "is_sorted_by_key",
    "last",
    "le",
    "lt",
    "map",
    "max",
    "max_by",
    "max_by_key",
    "min",
    "min_by",
    "min_by_key",
    "ne",
    "partial_cmp",
    "partition",
    "reduce",
    "rfold",
    "scan",
    "skip",
    "take",
    "try_collect",
];

/// Tells whether a method of this name looks at an iterator, or takes items of it, and leaves it where it is.
pub fn is_looked_at_by(method: &str) -> bool {
    const LOOKING: [&str; 26] = [
        "advance_by",
        "all",
        "any",
        "as_mut_slice",
        "as_ref",
        "as_slice",
        "as_str",
        "borrow",
        "by_ref",
        "clone",
        "find",
        "find_map",
        "len",
        "next",
        "next_back",
        "next_chunk",
        "next_if",
        "next_if_eq",
        "nth",
        "nth_back",
        "peek",
        "peek_mut",
        "position",
        "rfind",
        "rposition",
        "size_hint",
    ];
    LOOKING.contains(&method) || method.starts_with("try_") || method.starts_with("to_")
}

/// Methods of `Option` and `Result` that take it, the ones aside that take whatever has them.
const VARIANT: [&str; 15] = [
    "and",
    "clamp",
    "filter",
    "inspect",
    "inspect_err",
    "is_err_and",
    "is_none_or",
    "is_ok_and",
    "is_some_and",
    "map",
    "max",
    "min",
    "or",
    "transpose",
    "xor",
];

/// Reads the path of a function of a type, as `Rc::new` and `Rc::clone`.
fn made_by(function: &Path) -> Shape {
    let mut segments = function.segments.iter().rev();
    match segments.next() {
        Some(name)
            if ["new", "clone", "from", "with_capacity"]
                .iter()
                .any(|known| name.ident == known) =>
        {
            named(segments.next().map(|ty| &ty.ident))
        }
        Some(name) if name.ident == "spawn" => match segments.next() {
            Some(module) if module.ident == "thread" => Shape::Handle,
            _ => Shape::Unknown,
        },
        _ => Shape::Unknown,
    }
}

/// Reads what `File::open(path)` or `fs::read_to_string(path)` gives where it succeeds.
fn of_opened(call: &Expr) -> Shape {
    let Expr::Call(call) = call else { return Shape::Unknown };
    let Expr::Path(function) = &*call.func else { return Shape::Unknown };
    let mut segments = function.path.segments.iter().rev();
    let Some(last) = segments.next() else { return Shape::Unknown };
    let of = segments.next().map(|it| it.ident.to_string());
    match (of.as_deref(), &*last.ident.to_string()) {
        (Some("File"), "open" | "create") => Shape::Reader,
        (Some("fs" | "io"), "read_to_string") | (Some("fs"), "read") => Shape::Collection,
        _ => Shape::Unknown,
    }
}

/// Tells whether a call makes what is read from.
pub fn makes_reader(call: &Expr) -> bool {
    match call {
        Expr::Paren(paren) => makes_reader(&paren.expr),
        Expr::Call(call) => {
            matches!(&*call.func, Expr::Path(path) if made_by(&path.path) == Shape::Reader)
        }
        _ => false,
    }
}

/// Returns the written type of a local that an expression names.
pub fn type_of<'a>(value: &Expr, locals: &'a Locals) -> Option<&'a Type> {
    locals[locals.of_expr(value)?].ty.as_ref()
}

/// Pairs the names in a pattern with the types of the parts that they bind by value.
pub fn bind(pat: &Pat, ty: &Type, found: &mut dyn FnMut(&PatIdent, &Type)) {
    match (pat, ungroup(ty)) {
        (Pat::Ident(name), ty) if name.by_ref.is_none() && name.subpat.is_none() => found(name, ty),
        (Pat::Paren(pat), ty) => bind(&pat.pat, ty, found),
        (Pat::Guard(pat), ty) => bind(&pat.pat, ty, found),
        (Pat::Tuple(pat), Type::Tuple(ty)) if pat.elems.len() == ty.elems.len() => {
            pat.elems.iter().zip(&ty.elems).for_each(|(pat, ty)| bind(pat, ty, found));
        }
        (Pat::TupleStruct(pat), Type::Path(ty)) if pat.elems.len() == 1 => {
            let variant = pat.path.segments.last().map(|last| last.ident.to_string());
            let part = match variant.as_deref() {
                Some("Some" | "Ok") => 0,
                Some("Err") => 1,
                _ => return,
            };
            let is_variant = Shape::of_type(&Type::Path(ty.clone())) == Shape::Variant;
            if let (true, Some(ty)) = (is_variant, type_arguments(ty).nth(part)) {
                bind(&pat.elems[0], ty, found);
            }
        }
        _ => {}
    }
}

fn type_arguments(ty: &TypePath) -> impl Iterator<Item = &Type> {
    let arguments = ty.path.segments.last().and_then(|last| match &last.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    });
    arguments.into_iter().flatten().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// Returns the type of the items of a list, of a written type, that a loop takes apart.
pub fn item_type<'a>(list: &Expr, locals: &'a Locals) -> Option<&'a Type> {
    let list = match list {
        Expr::MethodCall(call) if call.method == "into_iter" => &call.receiver,
        list => list,
    };
    match ungroup(type_of(list, locals)?) {
        Type::Array(ty) => Some(&ty.elem),
        ty @ Type::Path(path) if Shape::of_type(ty) == Shape::Collection => {
            // The entries of a map are tuples.
            let mut types = type_arguments(path);
            types.next().filter(|_| types.next().is_none())
        }
        _ => None,
    }
}

/// Reads the last segment of a type's path.
fn of_segment(segment: &PathSegment) -> Shape {
    match named(Some(&segment.ident)) {
        Shape::Pointer => match first_type(segment) {
            Some(ty) if Shape::of_type(ty) == Shape::Cell => Shape::PointerToCell,
            _ => Shape::Pointer,
        },
        shape => shape,
    }
}

fn named(ty: Option<&syn::Ident>) -> Shape {
    match ty.map(ToString::to_string).as_deref() {
        Some("Box") => Shape::Box,
        Some(
            "Rc" | "Arc" | "Ref" | "RefMut" | "MutexGuard" | "RwLockReadGuard" | "RwLockWriteGuard",
        ) => Shape::Pointer,
        Some("Mutex" | "RwLock" | "RefCell") => Shape::Cell,
        Some("Option" | "Result") => Shape::Variant,
        Some(
            "Vec" | "VecDeque" | "String" | "HashMap" | "HashSet" | "BTreeMap" | "BTreeSet"
            | "BinaryHeap",
        ) => Shape::Collection,
        Some("JoinHandle" | "ScopedJoinHandle") => Shape::Handle,
        Some(
            "File" | "BufReader" | "StdinLock" | "TcpStream" | "ChildStdout" | "ChildStderr"
            | "Cursor",
        ) => Shape::Reader,
        Some(
            "IntoIter" | "Iter" | "IterMut" | "Peekable" | "Chars" | "CharIndices" | "Bytes"
            | "Lines" | "SplitWhitespace" | "Range" | "RangeFrom" | "RangeInclusive" | "Enumerate"
            | "Rev" | "Skip" | "StepBy" | "Take" | "Chain" | "Zip" | "Cycle",
        ) => Shape::Iterator,
        _ => Shape::Unknown,
    }
}
