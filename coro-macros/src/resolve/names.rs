//! The tables of locals and labels.
//!
//! In: declarations. Out: an index for each, and a spelling that no other has, so that later phases
//! compare locals and never names. Codegen gives the source names back.

use std::collections::BTreeMap;

use proc_macro2::{Span, TokenStream};
use syn::{
    Attribute, BinOp, Expr, Ident, Lifetime, Macro, Pat, PatIdent, Path, Token, Type, parse_str,
};

use super::{knowledge::Knowledge, leaving::Definition, shape::Shape, value::Value};
use crate::{returns::ungroup, visit::Visit};

/// What every spelling of a local starts with.
const PREFIX: &str = "__coro";

/// An index into [`Locals`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Local(pub usize);

/// What is known of a local.
#[derive(Clone)]
pub struct LocalData {
    /// The identifier as declared.
    pub name: Ident,
    /// Whether it was declared `mut`.
    pub mutable: bool,
    /// Where the user wrote `mut`.
    pub mut_span: Option<Span>,
    /// Whether it was declared `ref`.
    pub by_ref: bool,
    /// The type written on its declaration, if any.
    pub ty: Option<Type>,
    /// What lints are told where it is declared.
    pub lints: Vec<Attribute>,
    /// What the source shows about dropping it.
    pub knowledge: Knowledge,
    /// What the source shows about where its fields are.
    pub shape: Shape,
    /// What the source shows about its parts, if anything.
    pub value: Value,
    /// Whether the macro made it.
    pub hidden: bool,
    /// Whether methods only look at it: a temporary of the macro's that outlives its operation, or a guard.
    pub lent: bool,
    /// Whether it is a temporary of the macro's that is called.
    pub called: bool,
    /// Whether it may hold functions that are called once, or be one.
    pub holds_once: bool,
    /// Whether it is an iterator of which a method of any name makes another one.
    pub adapted: bool,
    /// Where the expression ends that it stands for, if it is a resume argument.
    pub end: Option<Span>,
    /// Whether it is a parameter that is written as `&mut`.
    pub mutable_borrow: bool,
    /// Whether it is a parameter that is written as `&`.
    pub shared_borrow: bool,
    /// Whether the source shows it to be a `&mut`, by the names of what gives it.
    pub lent_mutably: bool,
    /// Whether a call takes it in front of a suspension, behind which it is used again: it is copied, or lent.
    pub used_again: bool,
    /// Whether methods that may take it, if its type is one of some, count as looking at it.
    pub looked_at: bool,
    /// Whether it is borrowed again from what it was borrowed from, wherever a block needs it.
    pub made_anew: bool,
    /// Whether the field that a pattern binds it to has its name: `Point { x }`.
    pub names_field: bool,
    /// Whether something else of its name is mentioned in the function, where the local is not in scope.
    pub named_as_outer: bool,
    /// Whether user code mentions it.
    pub mentioned: bool,
    /// How it is spelled from the resolution of names to the output.
    spelling: String,
    /// The name it has in the output.
    shown: String,
}

impl LocalData {
    /// Tells whether it is one that the macro made under a name.
    pub fn is_own(&self, name: &str) -> bool {
        self.hidden && self.name == name
    }

    /// Tells whether the source shows it to be a `&mut` reference.
    pub fn is_mutable_reference(&self) -> bool {
        self.mutable_borrow || self.lent_mutably
    }

    /// Tells whether it is declared as a reference to one.
    pub fn refers_to_reference(&self) -> bool {
        match self.ty.as_ref().map(ungroup) {
            Some(Type::Reference(ty)) => matches!(ungroup(&ty.elem), Type::Reference(_)),
            _ => false,
        }
    }

    /// Notes what it holds.
    pub fn note(&mut self, value: &Value) {
        self.knowledge = value.knowledge();
        self.value = match value {
            // That may turn out to be something else.
            Value::Of(_) => Value::Unknown,
            value => value.clone(),
        };
    }
}

/// A `macro_rules!` of the body.
#[derive(Clone)]
pub struct LocalMacro {
    /// The locals that its definition mentions.
    pub mentioned: Vec<Local>,
    /// Its rules, in which they are respelled.
    pub rules: TokenStream,
    /// What it always stands for.
    pub body: Option<Expr>,
    /// Whether it stands for a closure.
    pub makes_closure: bool,
    /// Whether it jumps, or declares locals.
    pub definition: Definition,
}

/// All locals of one coroutine.
#[derive(Clone, Default)]
pub struct Locals {
    data: Vec<LocalData>,
    /// What the source shows about dropping what a suspension evaluates to.
    pub input: Knowledge,
    /// What its type shows, as far as it is written.
    pub input_shape: Shape,
    /// The function's own name, if it is a method that takes `self`: called in it, it takes its receiver.
    pub own_name: Option<String>,
    /// The `macro_rules!` of the body.
    pub macros: BTreeMap<String, LocalMacro>,
}

/// Tells whether an identifier has the spelling of a local.
pub fn is_local(name: &Ident) -> bool {
    name.to_string().starts_with(PREFIX)
}

/// Tells whether an identifier is spelled as a local or a label is until the output.
#[cfg(any(test, feature = "verify"))]
pub fn is_spelling(name: &Ident) -> bool {
    let text = name.to_string();
    let Some(rest) = text.strip_prefix(PREFIX) else { return false };
    rest.starts_with("_label") || rest.starts_with(|c: char| c.is_ascii_digit())
}

impl Locals {
    /// Returns the `macro_rules!` of the body that an invocation names.
    pub fn local_macro(&self, mac: &Macro) -> Option<&LocalMacro> {
        self.macros.get(&mac.path.get_ident()?.to_string())
    }

    /// Returns the local that a path names.
    pub fn at_path(&self, path: &Path) -> Option<Local> {
        self.get(path.get_ident()?)
    }

    /// Returns the local that an expression names, in parentheses or without.
    pub fn of_expr(&self, expr: &Expr) -> Option<Local> {
        match expr {
            Expr::Path(path) => self.at_path(&path.path),
            Expr::Paren(paren) => self.of_expr(&paren.expr),
            _ => None,
        }
    }

    /// Adds a user's local.
    pub fn declare(&mut self, name: &Ident) -> Local {
        self.add(name.clone(), false)
    }

    /// Adds a local of the macro's own.
    pub fn hidden(&mut self, name: &str, span: Span) -> Local {
        self.add(Ident::new(name, Span::mixed_site().located_at(span)), true)
    }

    /// Adds a local that stands for a user's expression with its span, as that of a resume argument does for
    /// `yield_!(…)`: so rustc sees an expression that begins or ends with it as the user's. Only `name` keeps
    /// it apart from others.
    pub fn standing_for(&mut self, name: &str, span: Span) -> Local {
        self.add(Ident::new(name, span), true)
    }

    fn add(&mut self, name: Ident, hidden: bool) -> Local {
        let local = Local(self.data.len());
        let mut shown = name.to_string();
        // A name that could do without it is the same one with `r#`. (`gen` is a keyword since the 2024 edition.)
        if shown.strip_prefix("r#").is_some_and(|it| it != "gen" && parse_str::<Ident>(it).is_ok())
        {
            shown.drain(..2);
        }
        // The macro's own tokens are of the 2024 edition, whatever the user's are of.
        if shown == "gen" {
            shown.insert_str(0, "r#");
        }
        let spelling = format!("{PREFIX}{}_{}", local.0, shown.trim_start_matches("r#"));
        self.data.push(LocalData {
            name,
            mutable: false,
            mut_span: None,
            by_ref: false,
            ty: None,
            lints: Vec::new(),
            knowledge: Knowledge::Unknown,
            shape: Shape::Unknown,
            value: Value::Unknown,
            hidden,
            lent: false,
            called: false,
            holds_once: false,
            adapted: false,
            end: None,
            mutable_borrow: false,
            shared_borrow: false,
            lent_mutably: false,
            used_again: false,
            looked_at: false,
            made_anew: false,
            names_field: false,
            named_as_outer: false,
            mentioned: false,
            spelling,
            shown,
        });
        local
    }

    /// Returns the local that a (respelled) identifier stands for.
    pub fn get(&self, ident: &Ident) -> Option<Local> {
        self.by_spelling(&ident.to_string())
    }

    /// Returns the local with this spelling.
    pub fn by_spelling(&self, spelling: &str) -> Option<Local> {
        let number = leading_number(spelling.strip_prefix(PREFIX)?)?;
        (self.data.get(number)?.spelling == spelling).then_some(Local(number))
    }

    /// Returns the identifier that stands for `local` at `span`.
    pub fn ident_at(&self, local: Local, span: Span) -> Ident {
        Ident::new(&self[local].spelling, span)
    }

    /// Returns the identifier that stands for `local`, with its declaration's span.
    pub fn ident(&self, local: Local) -> Ident {
        self.ident_at(local, self[local].name.span())
    }

    /// Returns the name that `local` has in the output.
    pub fn display(&self, local: Local) -> &str {
        &self[local].shown
    }

    /// Gives `local` another name in the output.
    pub fn rename(&mut self, local: Local, name: String) {
        self[local].shown = name;
    }

    /// Lists the locals that a pattern binds, its guard's `let`s included, each once, in the order of the text.
    pub fn bound_by(&self, pat: &Pat) -> Vec<Local> {
        let mut bound = Bound { locals: self, found: Vec::new() };
        bound.visit_pat(pat);
        bound.found
    }

    /// Writes out a field that is named as the local of its pattern or value: `Point { x }` is `Point { x: x }`.
    pub fn write_out(&self, member: &mut syn::Member, colon: &mut Option<Token![:]>) {
        let (syn::Member::Named(name), None) = (&mut *member, &colon) else { return };
        let span = name.span();
        if let Some(local) = self.get(name) {
            *name = self[local].name.clone();
            name.set_span(span);
        }
        *colon = Some(Token![:](Span::mixed_site().located_at(span)));
    }

    /// Writes a field whose pattern binds a local of its name as that alone: `Point { x: x }` is `Point { x }`.
    pub fn shorten(&self, field: &mut syn::FieldPat) {
        let (syn::Member::Named(name), Pat::Ident(pat)) = (&mut field.member, &*field.pat) else {
            return;
        };
        let local = self.get(&pat.ident).filter(|_| pat.subpat.is_none());
        if local.is_some_and(|local| self[local].name == *name) {
            let span = name.span();
            *name = pat.ident.clone();
            name.set_span(span);
            field.colon_token = None;
        }
    }

    /// Lists the locals that the `let`s of a condition bind.
    pub fn bound_by_condition(&self, cond: &Expr) -> Vec<Local> {
        match cond {
            Expr::Let(expr) => self.bound_by(&expr.pat),
            Expr::Binary(expr) if matches!(expr.op, BinOp::And(_)) => {
                let mut found = self.bound_by_condition(&expr.left);
                found.extend(self.bound_by_condition(&expr.right));
                found
            }
            Expr::Group(expr) => self.bound_by_condition(&expr.expr),
            _ => Vec::new(),
        }
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.data.len()
    }

    /// Lists all locals.
    pub fn iter(&self) -> impl Iterator<Item = Local> + use<> {
        (0..self.data.len()).map(Local)
    }
}

struct Bound<'a> {
    locals: &'a Locals,
    found: Vec<Local>,
}

impl Visit<'_> for Bound<'_> {
    fn visit_pat_ident(&mut self, pat: &PatIdent) {
        if let Some(local) = self.locals.get(&pat.ident).filter(|local| !self.found.contains(local))
        {
            self.found.push(local);
        }
        if let Some((_, subpat)) = &pat.subpat {
            self.visit_pat(subpat);
        }
    }
    fn visit_pat_guard(&mut self, pat: &syn::PatGuard) {
        self.visit_pat(&pat.pat);
        self.found.extend(self.locals.bound_by_condition(&pat.guard));
    }
    fn visit_expr(&mut self, _: &Expr) {}
    fn visit_type(&mut self, _: &Type) {}
}

impl std::ops::Index<Local> for Locals {
    type Output = LocalData;
    fn index(&self, local: Local) -> &LocalData {
        &self.data[local.0]
    }
}

impl std::ops::IndexMut<Local> for Locals {
    fn index_mut(&mut self, local: Local) -> &mut LocalData {
        &mut self.data[local.0]
    }
}

/// Reads an identifier: one that could do without it is the same one with `r#`. (`gen` is a keyword since the
/// 2024 edition.)
pub fn text(ident: &Ident) -> String {
    let mut text = ident.to_string();
    if text.strip_prefix("r#").is_some_and(|it| it != "gen" && parse_str::<Ident>(it).is_ok()) {
        text.drain(..2);
    }
    text
}

/// Reads the number that a text begins with, as spellings have it.
fn leading_number(text: &str) -> Option<usize> {
    let mut number: Option<usize> = None;
    for digit in text.as_bytes() {
        let b'0'..=b'9' = digit else { break };
        let before = number.unwrap_or_default().checked_mul(10)?;
        number = Some(before.checked_add(usize::from(digit - b'0'))?);
    }
    number
}

/// All labels of one coroutine: unique spelling to source spelling.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    display: Vec<(String, String)>,
}

impl Labels {
    /// Adds a label that shows as `name` (without its apostrophe).
    pub fn declare(&mut self, name: &str, span: Span) -> Lifetime {
        let spelled = name.trim_start_matches("r#");
        let spelling = format!("__coro_label{}_{spelled}", self.display.len());
        let mut shown = name.to_owned();
        let mut number = 1;
        while self.display.iter().any(|(_, other)| *other == shown) {
            number += 1;
            shown = format!("{name}_{number}");
        }
        let label = Lifetime { apostrophe: span, ident: Ident::new(&spelling, span) };
        self.display.push((spelling, shown));
        label
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.display.is_empty()
    }

    /// Returns what a label shows as, if it is one of ours.
    pub fn display(&self, spelling: &str) -> Option<&str> {
        let label = self.display.iter().find(|(label, _)| label == spelling);
        label.map(|(_, shown)| shown.as_str())
    }
}
