//! Which values leave the type of the local that they initialise open.
//!
//! In: an initialiser, or a written type. Out: whether code behind it may have a say in the type. A macro sees no
//! types: a function of a type, as `Board::new(size)`, may be one of a generic type's, unless the type is known to
//! have no parameters or one that the arguments decide.

use syn::{Expr, GenericArgument, Lit, Path, PathArguments, Stmt, Type, UnOp};

use crate::{known, scan, visit::Visit};

/// Well-known types without parameters.
const CLOSED: [&str; 12] = [
    "CString",
    "Command",
    "Duration",
    "File",
    "Instant",
    "OsString",
    "Path",
    "PathBuf",
    "Self",
    "String",
    "SystemTime",
    "Url",
];

/// Types of the standard library whose parameter is the type of what they are made of.
const HOLDERS: [&str; 16] = [
    "Arc",
    "Box",
    "BufReader",
    "BufWriter",
    "Cell",
    "Cow",
    "Cursor",
    "LazyCell",
    "LazyLock",
    "Mutex",
    "Pin",
    "Rc",
    "RefCell",
    "Reverse",
    "RwLock",
    "Wrapping",
];

/// Tells whether a value leaves its type open.
pub fn is_open(value: &Expr) -> bool {
    match value {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Int(number) => number.suffix().is_empty(),
            Lit::Float(number) => number.suffix().is_empty(),
            _ => false,
        },
        Expr::Unary(unary) => matches!(unary.op, UnOp::Neg(_)) && is_open(&unary.expr),
        Expr::Paren(paren) => is_open(&paren.expr),
        Expr::Reference(reference) => is_open(&reference.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().any(is_open),
        Expr::Array(array) => array.elems.iter().all(is_open),
        Expr::Repeat(repeat) => is_open(&repeat.expr),
        Expr::Struct(value) => {
            !is_written(&value.path) && value.fields.iter().any(|field| is_open_part(&field.expr))
        }
        Expr::Macro(expr) => {
            expr.mac.path.is_ident("vec")
                && known::parse(&expr.mac)
                    .is_none_or(|known| known.args.first().is_none_or(|first| is_open(&first.expr)))
        }
        Expr::Const(block) => is_open_block(&block.block),
        Expr::Block(_) | Expr::Unsafe(_) | Expr::If(_) | Expr::Match(_) => {
            scan::tails(value).any(is_open)
        }
        Expr::Path(path) => scan::is_of_type(&path.path),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => is_open_call(&path.path, call.args.iter()),
            _ => false,
        },
        Expr::MethodCall(call) => match &*call.method.to_string() {
            method if scan::gives_what_is_wanted(method) => {
                call.turbofish.as_ref().is_none_or(|it| it.args.iter().any(leaves_open))
            }
            "unwrap" | "expect" | "ok" | "unwrap_or_default" | "clone" | "to_vec" | "to_owned" => {
                is_open(&call.receiver)
            }
            _ => false,
        },
        _ => false,
    }
}

/// Tells whether a written type leaves a part of it open.
pub fn is_open_type(ty: &Type) -> bool {
    struct Open(bool);
    impl Visit<'_> for Open {
        fn visit_type_infer(&mut self, _: &syn::TypeInfer) {
            self.0 = true;
        }
    }
    let mut scan = Open(false);
    scan.visit_type(ty);
    scan.0
}

/// As [`is_open`], of a number as a part of a value whose type most often is written.
fn is_open_part(value: &Expr) -> bool {
    !matches!(value, Expr::Lit(_) | Expr::Unary(_)) && is_open(value)
}

fn is_open_block(block: &syn::Block) -> bool {
    matches!(block.stmts.last(), Some(Stmt::Expr(tail, None)) if is_open(tail))
}

fn is_open_call<'a>(path: &Path, args: impl Iterator<Item = &'a Expr> + Clone) -> bool {
    let mut segments = path.segments.iter().rev();
    let Some(last) = segments.next() else { return false };
    if matches!(&last.arguments, PathArguments::AngleBracketed(args) if args.args.iter().any(leaves_open))
    {
        return true;
    }
    let given =
        |is_open: fn(&Expr) -> bool| args.clone().any(|arg| is_open(arg) || is_open_closure(arg));
    let name = last.ident.to_string();
    if matches!(&*name, "Ok" | "Err") {
        return last.arguments.is_none();
    }
    let Some(of) = segments.next().filter(|of| starts_upper(&of.ident.to_string())) else {
        // A variant or a tuple struct, or a function.
        return last.arguments.is_none()
            && if starts_upper(&name) { given(is_open) } else { given(is_open_part) };
    };
    match &of.arguments {
        PathArguments::AngleBracketed(args) => return args.args.iter().any(leaves_open),
        PathArguments::Parenthesized(_) => return false,
        PathArguments::None => {}
    }
    let of = of.ident.to_string();
    if starts_upper(&name) || HOLDERS.contains(&&*of) {
        return given(is_open);
    }
    of.len() > 1 && !CLOSED.contains(&&*of)
}

/// Tells whether a closure gives an open value.
fn is_open_closure(arg: &Expr) -> bool {
    matches!(arg, Expr::Closure(closure) if is_open_part(&closure.body))
}

fn leaves_open(arg: &GenericArgument) -> bool {
    matches!(arg, GenericArgument::Type(ty) if is_open_type(ty))
}

/// Tells whether a path has arguments that say what its type is.
fn is_written(path: &Path) -> bool {
    path.segments.iter().any(|segment| match &segment.arguments {
        PathArguments::AngleBracketed(args) => !args.args.iter().any(leaves_open),
        _ => false,
    })
}

fn starts_upper(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
}
