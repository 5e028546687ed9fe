//! Blocks and suspensions → variants and fields.
//!
//! In: the lowered body, the facts and where jumps go. Out: [`Layout`]: the two enums, field by field,
//! and the names that locals have in the output. Invariants: a variant's fields are declared newest
//! first, so that dropping it drops them as leaving their scopes would; two locals that are held at
//! once have different names.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Ident;
use syn::Stmt;

use crate::{
    analysis::{Facts, Form, outer},
    ir::{BlockId, BlockKind, Body, Decl},
    items::Identifiers,
    lower::items::names,
    resolve::names::{Local, Locals},
    threading::Threading,
};

/// One field: a local and the form in which it is held.
pub type Field = (Local, Form);

/// What a field's type depends on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The local itself.
    Value,
    /// What is left of it.
    Remnant,
    /// What is left of it unless it is a box.
    Husk,
}

impl Kind {
    fn of(form: Form) -> Self {
        match form {
            Form::Value | Form::Unboxed => Self::Value,
            Form::Remnant | Form::Flagged => Self::Remnant,
            Form::Husk => Self::Husk,
        }
    }
}

/// A variant of one of the enums.
pub struct Variant {
    /// Its name.
    pub name: String,
    /// Its fields, oldest local first.
    pub fields: Vec<Field>,
    /// The local that takes the resume argument.
    pub input: Option<Local>,
    /// The line of documentation.
    pub doc: String,
}

impl Variant {
    /// The resume argument's field.
    pub fn input(&self) -> Option<Field> {
        self.input.map(|input| (input, Form::Value))
    }

    /// All fields, the resume argument's last.
    pub fn passed(&self) -> impl DoubleEndedIterator<Item = Field> + '_ {
        let fields = self.fields.iter().copied();
        fields.filter(|(local, _)| Some(*local) != self.input).chain(self.input())
    }
}

/// The enums.
pub struct Layout {
    /// For each block, its variant.
    pub blocks: Vec<Variant>,
    /// The names of the fields' type parameters.
    pub names: Vec<Ident>,
    /// For each local and [`Kind`], the number of the field's type parameter.
    params: Vec<[Option<usize>; 3]>,
}

impl Layout {
    /// Returns the number of a field's type parameter.
    pub fn param(&self, (local, form): Field) -> usize {
        self.params[local.0][Kind::of(form) as usize].expect("every field has a type parameter")
    }
}

/// Lays the enums out, and names the locals.
pub fn layout(
    body: &Body,
    facts: &Facts,
    threading: &Threading,
    locals: &mut Locals,
    taken: &Identifiers,
    enums: [&Ident; 2],
) -> Layout {
    name_locals(body, facts, locals, taken);
    let mut blocks = Vec::with_capacity(body.blocks.len());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, data) in body.blocks.iter().enumerate() {
        let mut numbered = |name: &'static str| {
            let count = counts.entry(name).or_default();
            *count += usize::from(threading.is_kept(BlockId(index)));
            format!("{name}{count}")
        };
        let (name, doc) = match data.kind {
            BlockKind::Start => ("Start".to_owned(), "The start of the body.".to_owned()),
            BlockKind::Resume(id) => {
                let number = id.0 + 1;
                (format!("Resume{number}"), format!("After suspend point {number}."))
            }
            BlockKind::Loop => (numbered("Loop"), "The head of a loop.".to_owned()),
            BlockKind::After => (numbered("After"), "After a loop.".to_owned()),
            BlockKind::Join => (numbered("Join"), "Where branches meet.".to_owned()),
        };
        let entry = &facts.entry[index];
        let fields =
            data.locals().filter_map(|local| entry.get(local).map(|form| (local, form))).collect();
        blocks.push(Variant { name, fields, input: data.input, doc });
    }
    // The start is stored before the first resume.
    let is_saved_or_kept = |(index, _): &(usize, &Variant)| {
        *index == 0
            || resume_of(body, BlockId(*index)).is_some()
            || threading.is_kept(BlockId(*index))
    };
    let used = blocks.iter().enumerate().filter(is_saved_or_kept);
    let used: Vec<_> = used.map(|(_, variant)| variant).collect();
    let (names, params) = name_params(&used, locals, enums);
    Layout { blocks, names, params }
}

/// Gives locals that are held at once different names.
fn name_locals(body: &Body, facts: &Facts, locals: &mut Locals, taken: &Identifiers) {
    let mut conflicts: BTreeMap<Local, BTreeSet<Local>> = BTreeMap::new();
    let bound_again = bound_again(body, locals);
    for (index, data) in body.blocks.iter().enumerate() {
        let mut in_scope: Vec<Local> = data.locals().collect();
        if let Some(input) = data.input.filter(|input| !in_scope.contains(input)) {
            in_scope.push(input);
        }
        for (at, earlier) in in_scope.iter().enumerate() {
            let held = facts.entry[index].has(*earlier)
                || facts.late[index].contains(earlier)
                || data.input == Some(*earlier)
                || bound_again.contains(&(BlockId(index), *earlier));
            if !held {
                continue;
            }
            let name = locals.display(*earlier);
            for later in &in_scope[at + 1..] {
                if locals.display(*later) == name {
                    conflicts.entry(*later).or_default().insert(*earlier);
                }
            }
        }
    }
    for (inner, outer) in &facts.hiding {
        conflicts.entry(*inner).or_default().insert(*outer);
    }
    let hidden = hidden_by_items(body, locals);
    for local in hidden.into_iter().chain(hiding_outer(body, facts, locals)) {
        conflicts.entry(local).or_default().insert(local);
    }
    for (local, others) in conflicts {
        let base = locals.display(local);
        let used: BTreeSet<&str> = others.iter().map(|other| locals.display(*other)).collect();
        if !used.contains(base) {
            continue;
        }
        let base = base.trim_start_matches("r#");
        let name = (1..=usize::MAX)
            .map(|number| format!("{base}_{number}"))
            .find(|name| {
                !used.contains(&**name)
                    && !taken.contains(name)
                    && !meets(local, name, body, locals)
            })
            .expect("there are more numbers than locals");
        locals.rename(local, name);
    }
}

/// Lists the locals that blocks borrow anew.
fn bound_again(body: &Body, locals: &Locals) -> BTreeSet<(BlockId, Local)> {
    let mut bound = BTreeSet::new();
    for ((block, _), stmt) in &body.reborrows {
        if let Stmt::Local(stmt) = stmt {
            bound.extend(locals.bound_by(&stmt.pat).into_iter().map(|local| (*block, local)));
        }
    }
    bound
}

/// Tells whether a local is in scope together with another one that has the name, or with a resume
/// argument that is dropped at once.
fn meets(local: Local, name: &str, body: &Body, locals: &Locals) -> bool {
    let has_name = |other: Local| other != local && locals.display(other) == name;
    body.blocks.iter().any(|data| {
        let mut at_hand = data.locals().chain(data.input);
        at_hand.any(|other| other == local) && data.locals().chain(data.input).any(has_name)
    })
}

/// Lists the locals in scope whose names an item that is declared again takes.
fn hidden_by_items(body: &Body, locals: &Locals) -> BTreeSet<Local> {
    let mut hidden = BTreeSet::new();
    let holds_item = |scope: &Vec<Decl>| scope.iter().any(|decl| matches!(decl, Decl::Item(_)));
    for data in body.blocks.iter().filter(|data| data.scopes.iter().any(holds_item)) {
        let items: BTreeSet<String> = data
            .scopes
            .iter()
            .flatten()
            .filter_map(|decl| match decl {
                Decl::Item(item) => names(item),
                Decl::Local(_) | Decl::Macro(_) => None,
            })
            .flatten()
            .collect();
        if !items.is_empty() {
            hidden.extend(data.locals().filter(|local| items.contains(locals.display(*local))));
        }
    }
    hidden
}

/// Lists the locals that a block is given although its code means something outside of the function by their
/// name: a function `scale`, behind the scope of a local `scale`.
fn hiding_outer(body: &Body, facts: &Facts, locals: &Locals) -> BTreeSet<Local> {
    let mut hiding = BTreeSet::new();
    if !locals.iter().any(|local| locals[local].named_as_outer) {
        return hiding;
    }
    for (index, data) in body.blocks.iter().enumerate() {
        let is_held =
            |local: &Local| facts.entry[index].has(*local) || facts.late[index].contains(local);
        let (names, declared) = outer::names(&data.code, locals);
        let held = data.locals().filter(is_held).chain(data.input).chain(declared);
        hiding.extend(
            held.filter(|it| locals[*it].named_as_outer && names.contains(locals.display(*it))),
        );
    }
    hiding
}

/// Names the type parameters, unlike the enums.
fn name_params(
    blocks: &[&Variant],
    locals: &Locals,
    enums: [&Ident; 2],
) -> (Vec<Ident>, Vec<[Option<usize>; 3]>) {
    let mut params = vec![[None; 3]; locals.len()];
    let mut names: Vec<String> = Vec::new();
    let taken = enums.map(Ident::to_string);
    // Resume arguments are of one type.
    let inputs: BTreeSet<Local> = blocks.iter().filter_map(|variant| variant.input).collect();
    let mut input_param: Option<usize> = None;
    for variant in blocks {
        for (local, form) in variant.fields.iter().copied().chain(variant.input()) {
            let param = &mut params[local.0][Kind::of(form) as usize];
            if param.is_some() {
                continue;
            }
            let is_input = inputs.contains(&local) && Kind::of(form) == Kind::Value;
            if input_param.is_some() && is_input {
                *param = input_param;
                continue;
            }
            let mut base =
                if is_input { "Input".to_owned() } else { camel_case(locals.display(local)) };
            if form != Form::Value {
                base.push_str(if form == Form::Husk { "Husk" } else { "Remnant" });
            }
            let mut name = base.clone();
            let mut number = 1;
            while names.contains(&name) || taken.contains(&name) {
                number += 1;
                name = format!("{base}{number}");
            }
            *param = Some(names.len());
            if is_input {
                input_param = *param;
            }
            names.push(name);
        }
    }
    let span = enums[0].span();
    (names.iter().map(|name| Ident::new(name, span)).collect(), params)
}

fn camel_case(name: &str) -> String {
    let mut out = String::new();
    for word in name.trim_start_matches("r#").split('_') {
        let mut rest = word.chars();
        out.extend(rest.next().into_iter().flat_map(char::to_uppercase));
        out.push_str(rest.as_str());
    }
    if out.is_empty() || out.starts_with(|c: char| c.is_ascii_digit()) || out == "Self" {
        out.insert(0, 'L');
    }
    out
}

/// The block that a suspension resumes in.
pub fn resume_of(body: &Body, block: BlockId) -> Option<usize> {
    match body.blocks[block.0].kind {
        BlockKind::Resume(id) => Some(id.0),
        _ => None,
    }
}
