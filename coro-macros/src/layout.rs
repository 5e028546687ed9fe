//! Blocks and suspensions → variants and fields.
//!
//! In: the lowered body and the facts. Out: [`Layout`]: the two enums, field by field, and the names
//! that locals have in the output. Invariants: a suspended variant's fields stand newest first, so
//! that dropping it drops them as leaving their scopes would; two locals that are held at once have
//! different names.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    analysis::{Facts, Form},
    ir::{BlockId, BlockKind, Body, Decl},
    lower::items::names,
    resolve::names::{Local, Locals},
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

/// The enums.
pub struct Layout {
    /// For each block, its variant.
    pub blocks: Vec<Variant>,
    /// For each field, the name of its type parameter.
    pub params: BTreeMap<(Local, Kind), String>,
}

impl Layout {
    /// Returns the type parameter of a field.
    pub fn param(&self, (local, form): Field) -> &str {
        &self.params[&(local, Kind::of(form))]
    }
}

/// Lays the enums out, and names the locals.
pub fn layout(
    body: &Body,
    facts: &Facts,
    locals: &mut Locals,
    taken: &BTreeSet<String>,
    enums: [String; 2],
) -> Layout {
    name_locals(body, facts, locals, taken);
    let mut blocks = Vec::with_capacity(body.blocks.len());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, data) in body.blocks.iter().enumerate() {
        let mut numbered = |name: &'static str| {
            let count = counts.entry(name).or_default();
            *count += 1;
            format!("{name}{count}")
        };
        let (name, doc) = match data.kind {
            BlockKind::Start => ("Start".to_owned(), "The start of the body.".to_owned()),
            BlockKind::Resume(id) => {
                let number = id.0 + 1;
                (format!("Resume{number}"), format!("After suspend point {number}."))
            }
            BlockKind::Loop => (numbered("Loop"), "The head of a loop.".to_owned()),
            BlockKind::Join => (numbered("Join"), "Where branches meet.".to_owned()),
        };
        let entry = &facts.entry[index];
        let fields = data
            .locals()
            .filter_map(|local| entry.get(&local).map(|form| (local, *form)))
            .collect();
        blocks.push(Variant { name, fields, input: data.input, doc });
    }
    let params = name_params(&blocks, locals, enums);
    Layout { blocks, params }
}

/// Gives locals that are held at once different names.
fn name_locals(body: &Body, facts: &Facts, locals: &mut Locals, taken: &BTreeSet<String>) {
    let mut conflicts: BTreeMap<Local, BTreeSet<Local>> = BTreeMap::new();
    for (index, data) in body.blocks.iter().enumerate() {
        let mut in_scope: Vec<Local> = data.locals().collect();
        if let Some(input) = data.input.filter(|input| !in_scope.contains(input)) {
            in_scope.push(input);
        }
        for (at, later) in in_scope.iter().enumerate() {
            for earlier in &in_scope[..at] {
                let held = facts.entry[index].contains_key(earlier)
                    || facts.late[index].contains(earlier)
                    || data.input == Some(*earlier);
                if held && locals.display(*earlier) == locals.display(*later) {
                    conflicts.entry(*later).or_default().insert(*earlier);
                }
            }
        }
    }
    let hidden = hidden_by_items(body, locals);
    for local in hidden {
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
            .find(|name| !used.contains(&**name) && !taken.contains(name))
            .expect("there are more numbers than locals");
        locals.rename(local, name);
    }
}

/// Lists the locals in scope whose names an item that is declared again takes.
fn hidden_by_items(body: &Body, locals: &Locals) -> BTreeSet<Local> {
    let mut hidden = BTreeSet::new();
    for data in &body.blocks {
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

fn name_params(
    blocks: &[Variant],
    locals: &Locals,
    enums: [String; 2],
) -> BTreeMap<(Local, Kind), String> {
    let mut params = BTreeMap::new();
    let mut used = BTreeSet::from(enums);
    // Resume arguments are of one type.
    let inputs: BTreeSet<Local> = blocks.iter().filter_map(|variant| variant.input).collect();
    let mut input_param: Option<String> = None;
    for variant in blocks {
        let input = variant.input.map(|input| (input, Form::Value));
        for (local, form) in variant.fields.iter().copied().chain(input) {
            let key = (local, Kind::of(form));
            if params.contains_key(&key) {
                continue;
            }
            let is_input = inputs.contains(&local) && key.1 == Kind::Value;
            if let Some(name) = input_param.clone().filter(|_| is_input) {
                params.insert(key, name);
                continue;
            }
            let mut base =
                if is_input { "Input".to_owned() } else { camel_case(locals.display(local)) };
            if form != Form::Value {
                base.push_str(if form == Form::Husk { "Husk" } else { "Remnant" });
            }
            let name = std::iter::once(base.clone())
                .chain((2..=usize::MAX).map(|number| format!("{base}{number}")))
                .find(|name| !used.contains(name))
                .expect("there are more numbers than locals");
            used.insert(name.clone());
            if is_input {
                input_param = Some(name.clone());
            }
            params.insert(key, name);
        }
    }
    params
}

fn camel_case(name: &str) -> String {
    let mut out = String::new();
    let mut upper = true;
    for c in name.trim_start_matches("r#").chars() {
        if c == '_' {
            upper = true;
        } else if upper {
            out.extend(c.to_uppercase());
            upper = false;
        } else {
            out.push(c);
        }
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
