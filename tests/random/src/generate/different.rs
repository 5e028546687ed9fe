//! Statements of the documented differences to rustc's coroutines, one kind for each.
//!
//! Out: a statement that rustc takes, and that the engine is documented to refuse or to run
//! differently; or one that does not suspend, where it does the same.

use super::{FUNCTIONS, Gen, Need, ty::Ty};

impl Gen {
    /// A number that a suspension is in, if the statement suspends.
    fn late_number(&mut self, must: bool) -> String {
        let n = self.literal();
        if must { format!("{{ {}; {n} }}", self.suspend_text()) } else { n }
    }

    /// A suspension, if the statement suspends.
    fn pause(&mut self, must: bool) -> String {
        if must { format!("{};", self.suspend_text()) } else { String::new() }
    }

    /// A statement in which the two differ, or may.
    pub(super) fn different_statement(&mut self, must: bool) -> String {
        self.names += 1;
        let k = self.names;
        let n = self.literal();
        match self.rng.below(16) {
            // Methods that take a value, or do not, against their names.
            0 => {
                let late = self.late_number(must);
                format!("let y{k} = d({n});\nlet _ = two(y{k}.finish(), {late});")
            }
            1 => {
                let pause = self.pause(must);
                format!("let y{k} = d({n});\nlet _ = y{k}.unwrap_n();\n{pause}")
            }
            // A function that is called once, by its type.
            2 => {
                let pause = self.pause(must);
                self.clonable = false;
                format!(
                    "let y{k}: Box<dyn FnOnce() -> D> = Box::new(move || d({n}));\n{pause}\neat(y{k}());"
                )
            }
            // Places that are reached behind a suspension.
            3 => {
                let late = self.late_number(must);
                format!("let y{k} = row({n});\nlet _ = y{k}[{} & 1].plus({late});", k % 2)
            }
            4 => {
                let late = self.late_number(must);
                format!("let y{k} = cover({n});\nlet _ = y{k}.plus({late});")
            }
            5 => {
                let late = self.late_number(must);
                format!("let mut y{k} = [{n}, 2];\ny{k}[(op({n}) & 1) as usize] += {late};")
            }
            // An assertion whose message suspends.
            6 => {
                let late = self.late_number(must);
                let other = self.expr(&Ty::Bool, Need::No).text;
                format!("assert_eq!(d(1), d(i64::from({other})), \"{{}}\", {late});")
            }
            // A guard that a macro declares.
            7 => format!("hold!({n});\n{}", self.pause(must)),
            // Values that are converted where branches meet, or while they wait.
            8 => {
                let names = FUNCTIONS.map(|name| {
                    if self.env.vars.iter().any(|var| var.name == name) { "op" } else { name }
                });
                let pause = self.pause(must);
                let [a, b] = names;
                format!("let _ = (if cond() {{ {pause} {a} }} else {{ {b} }})({n});")
            }
            9 => {
                let late = self.late_number(must);
                format!("let _ = boxed(Some(Box::new(d({n}))), {late});")
            }
            // One `let` that borrows several values.
            10 => {
                let late = self.late_number(must);
                format!(
                    "let (y{k}, z{k}) = (&d(u(&d({n}))), &d({late}));\nlet _ = two(u(y{k}), u(z{k}));"
                )
            }
            // A constant in lower case.
            11 => {
                let (late, pause) = (self.late_number(must), self.pause(must));
                format!(
                    "const y{k}: i64 = {n};\nmatch {late} {{ y{k} => {{ {pause} }} _ => eat(d(1)) }}"
                )
            }
            // Fields that are copied out of what has a destructor, or by a closure.
            12 => {
                let pause = self.pause(must);
                format!(
                    "let z{k} = tagged({n});\nlet Tagged {{ n: y{k}, .. }} = z{k};\n{pause}\neat(y{k});"
                )
            }
            13 => {
                let pause = self.pause(must);
                format!(
                    "let z{k} = st({n});\nlet y{k} = move || op(z{k}.n);\n{pause}\nlet _ = y{k}();"
                )
            }
            // Two items of one name.
            14 => {
                let pause = self.pause(must);
                format!(
                    "{{ fn y{k}() -> i64 {{ op({n}) }}\nlet _ = y{k}();\n{pause} }}\n{{ fn y{k}() -> i64 {{ 1 }}\nlet _ = op(y{k}());\n{pause} }}"
                )
            }
            // A branch that gives references to locals.
            _ => {
                let pause = self.pause(must);
                format!(
                    "let (y{k}, z{k}) = (d({n}), d(1));\nlet _ = u(if cond() {{ &y{k} }} else {{ {pause} &z{k} }});"
                )
            }
        }
    }
}
