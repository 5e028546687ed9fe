//! Borrows of locals that end before the next suspension; items.

use super::{Gen, Need, env::Status, ex::Level, ty::Ty};

impl Gen {
    /// Declares a name that nothing may mention again.
    pub(super) fn hide(&mut self, name: String) {
        self.declare(name, Ty::Unit, false, Status::Gone);
    }

    pub(super) fn readable(&mut self, ty: &Ty) -> Option<usize> {
        let locals = self.env.find(|var, _| var.ty == *ty && var.name != "self");
        let locals: Vec<_> = locals.into_iter().filter(|&i| self.env.can_read(i)).collect();
        if locals.is_empty() { None } else { Some(*self.rng.pick(&locals)) }
    }

    pub(super) fn changeable(&mut self, ty: &Ty) -> Option<usize> {
        if self.no_move > 0 {
            return None;
        }
        let locals = self.env.find(|var, _| var.ty == *ty && var.name != "self");
        let locals: Vec<_> = locals.into_iter().filter(|&i| self.env.can_change(i)).collect();
        if locals.is_empty() { None } else { Some(*self.rng.pick(&locals)) }
    }

    /// `let r = &x; …r…`, after which `r` is dead.
    pub(super) fn borrow_window(&mut self) -> String {
        let name = self.name();
        let n = self.literal();
        let text = match self.rng.below(7) {
            0 => self.readable(&Ty::D).map(|x| {
                let x = &self.env.vars[x].name;
                format!("let {name} = &{x};\nlet _ = two(u({name}), {name}.plus({n}));")
            }),
            1 => self.changeable(&Ty::D).map(|x| {
                let x = &self.env.vars[x].name;
                format!("let {name} = &mut {x};\n{name}.bump({n});\n*{name} += 1;")
            }),
            2 => self.readable(&Ty::St).map(|x| {
                let x = &self.env.vars[x].name;
                format!("let St {{ a: ref {name}, .. }} = {x};\nlet _ = u({name});")
            }),
            3 => self.readable(&Ty::D.opt()).map(|x| {
                let x = &self.env.vars[x].name;
                format!("if let Some({name}) = &{x} {{ let _ = u({name}); }}")
            }),
            4 => self.changeable(&Ty::D.opt()).map(|x| {
                let x = &self.env.vars[x].name;
                format!("if let Some(ref mut {name}) = {x} {{ {name}.bump({n}); }}")
            }),
            5 => self.readable(&Ty::D.vec()).map(|x| {
                let x = &self.env.vars[x].name;
                format!("for {name} in &{x} {{ let _ = u({name}); }}")
            }),
            _ => self.readable(&Ty::D.vec()).map(|x| {
                let x = &self.env.vars[x].name;
                format!("let {name} = {x}.iter().map(|y| y.n()).sum::<i64>();\nlet _ = op({name});")
            }),
        };
        match text {
            Some(text) => {
                if text.starts_with("let") {
                    self.hide(name);
                }
                text
            }
            None => self.let_statement(false),
        }
    }

    /// A reference into a local that is in scope at a suspension, but not used after it.
    pub(super) fn dead_reference(&mut self, must: bool) -> String {
        let name = self.name();
        let n = self.literal();
        if let Some(vec) = self.changeable(&Ty::D.vec()).filter(|_| self.rng.percent(60)) {
            let vec_name = self.env.vars[vec].name.clone();
            let mark = self.env.vars.len();
            let before = self.env.flow(mark);
            self.hide(name.clone());
            let inside = self.statement(must);
            self.env.leave(mark);
            let after = self.env.flow(mark);
            self.env.go_to(&before);
            self.env.meet(vec![before, after]);
            let method = ["last_mut", "first_mut"][self.rng.below(2)];
            return format!(
                "if let Some({name}) = {vec_name}.{method}() {{ {name}.bump({n});\n{inside} }}"
            );
        }
        if let Some(x) = self.readable(&Ty::D) {
            let x = self.env.vars[x].name.clone();
            let exclusive = self.changeable(&Ty::D).filter(|_| self.rng.percent(40));
            let text = match exclusive {
                Some(y) => {
                    let y = &self.env.vars[y].name;
                    format!("let {name} = &mut {y};\n{name}.bump({n});\n")
                }
                None => format!("let {name} = &{x};\nlet _ = u({name});\n"),
            };
            self.hide(name);
            return text + &self.statement(must);
        }
        self.let_statement(must)
    }

    /// `let r = &mut x; …r…; …; …r…`: a borrow that is used on both sides of a statement, which may suspend. No
    /// other local knows its name.
    pub(super) fn kept_borrow(&mut self, must: bool) -> String {
        self.names += 1;
        let name = format!("r{}", self.names);
        let n = self.literal();
        // What is borrowed from, whether exclusively, how, and how it is used.
        let exclusive = self.rng.percent(60);
        let kind = self.rng.below(7);
        let ty =
            [Ty::D, Ty::St, Ty::St, Ty::D.opt(), Ty::D.opt(), Ty::D.opt(), Ty::En][kind].clone();
        let of = if exclusive { self.changeable(&ty) } else { self.readable(&ty) };
        let Some(of) = of else { return self.dead_reference(must) };
        if self.no_move > 0 {
            return self.dead_reference(must);
        }
        let borrow = format!("{}{}", if exclusive { "&mut " } else { "&" }, self.env.vars[of].name);
        let used = if exclusive {
            format!("{name}.bump({n});\n")
        } else {
            format!("let _ = u({name});\n")
        };
        self.movable = false;
        let mark = self.env.vars.len();
        let before = self.env.flow(mark);
        *self.borrows_of(of, exclusive) += 1;
        let mut inside = self.statement(must);
        if !self.env.dead && self.rng.percent(50) {
            inside.push_str(&format!("\n{used}"));
            inside.push_str(&self.statement(false));
        }
        let (head, tail) = match kind {
            0 => (format!("let {name} = {borrow};\n"), ""),
            1 => (format!("let {name} = {borrow}.a;\n"), ""),
            2 => (format!("let St {{ b: {name}, .. }} = {borrow};\n"), ""),
            3 => (format!("if let Some({name}) = {borrow} {{ "), " }"),
            // Branches that leave otherwise.
            4 => (
                format!(
                    "let {name} = match {borrow} {{ Some(it) => it, None => panic!(\"none\") }};\n"
                ),
                "",
            ),
            5 => (
                format!(
                    "let {name} = if let Some(it) = {borrow} {{ it }} else {{ panic!(\"none\") }};\n"
                ),
                "",
            ),
            _ => (
                format!("match {borrow} {{ En::A({name}) | En::B {{ x: {name}, .. }} => {{ "),
                " } En::C => {} }",
            ),
        };
        *self.borrows_of(of, exclusive) -= 1;
        if !tail.is_empty() {
            self.env.leave(mark);
            let after = self.env.flow(mark);
            self.env.go_to(&before);
            self.env.meet(vec![before, after]);
        }
        format!("{head}{used}{inside}\n{used}{tail}")
    }

    /// How many borrows of a local are alive.
    fn borrows_of(&mut self, of: usize, exclusive: bool) -> &mut u32 {
        let var = &mut self.env.vars[of];
        if exclusive { &mut var.exclusive } else { &mut var.shared }
    }

    /// `let r = &e;` and its kin, of a value that lives to the end of the block, after which `r` is dead.
    pub(super) fn extended_let(&mut self, must: bool) -> String {
        let name = self.name();
        let need = if must { Need::Must } else { Need::No };
        let (value, used) = match self.rng.below(5) {
            0 => (format!("&{}", self.expr(&Ty::D, need).at(Level::Unary)), name.clone()),
            1 => (
                format!("Some(&{})", self.expr(&Ty::D, need).at(Level::Unary)),
                format!("{name}.unwrap()"),
            ),
            2 => {
                let head = self.condition(need);
                (self.extended_ends(&format!("if {head} {{"), "} else {", "}"), name.clone())
            }
            3 => {
                let head = self.scrutinee(&Ty::Int, need, false);
                let text =
                    self.extended_ends(&format!("match {head} {{ 0..=40 => {{"), "} _ => {", "} }");
                (text, name.clone())
            }
            _ => {
                let mark = self.env.vars.len();
                let before = self.statement(must);
                // A local of the block would not live long enough.
                let value = self.fresh(&Ty::D).text;
                self.env.leave(mark);
                (format!("{{ {before} &{value} }}"), name.clone())
            }
        };
        let text = format!("let {name} = {value};\nlet _ = u({used});");
        self.hide(name);
        text
    }

    /// A branch each of whose ends borrows a value.
    fn extended_ends(&mut self, start: &str, middle: &str, end: &str) -> String {
        // Where they move different locals, they would jump apart with what they borrow.
        self.no_move += 1;
        let first = self.expr(&Ty::D, Need::No).at(Level::Unary);
        let second = self.expr(&Ty::D, Need::No).at(Level::Unary);
        self.no_move -= 1;
        format!("{start} &{first} {middle} &{second} {end}")
    }

    /// An item, and a use of it.
    pub(super) fn item(&mut self) -> String {
        self.names += 1;
        let k = self.names;
        // What the body's own macro moves is not seen.
        let kind = self.rng.below(5);
        self.no_move += u32::from(kind > 3);
        // Nor what it binds.
        let n = match kind {
            0..=3 => self.expr(&Ty::Int, Need::No).text,
            _ => self.leaf(&Ty::Int).text,
        };
        self.no_move -= u32::from(kind > 3);
        match kind {
            0 => format!("fn f{k}(n: i64) -> i64 {{ op(n) + 1 }}\nlet _ = f{k}({n});"),
            1 => format!("const K{k}: i64 = 3;\nlet _ = two(K{k}, {n});"),
            2 => format!(
                "#[derive(Clone)]\nstruct S{k}(i64);\nlet x{k} = S{k}({n});\nlet _ = op(x{k}.0);"
            ),
            3 => {
                format!("use std::convert::identity as i{k};\nlet _ = i{k}({n});")
            }
            _ => format!(
                "macro_rules! m{k} {{ ($e:expr) => {{{{ let x1 = $e; op(x1) }}}} }}\nlet _ = m{k}!({n});"
            ),
        }
    }
}
