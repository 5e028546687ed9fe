//! Expressions: the choice among all that give the type.

use super::{
    Gen, Need,
    ex::Ex,
    ty::{Closure, Ty},
};

/// Generates an expression of the type that suspends, or one that does not.
pub(super) type Make = fn(&mut Gen, &Ty, bool) -> Option<Ex>;

/// How deep expressions nest at most.
const DEPTH: usize = 7;

impl Gen {
    /// An expression of the type.
    pub(super) fn expr(&mut self, ty: &Ty, need: Need) -> Ex {
        let must = self.decide(need);
        self.budget -= 1;
        if self.env.dead {
            return self.fresh(ty);
        }
        if self.depth >= DEPTH || self.budget <= 0 {
            return if must { self.shortest_suspension(ty) } else { self.leaf(ty) };
        }
        if !must && self.rng.percent(45) {
            return self.leaf(ty);
        }
        self.depth += 1;
        let ex = self.composite(ty, must);
        self.depth -= 1;
        ex
    }

    fn composite(&mut self, ty: &Ty, must: bool) -> Ex {
        if must && *ty == self.input && self.rng.percent(25) {
            return self.yield_expr();
        }
        let makes = self.makes(ty);
        for _ in 0..4 {
            let make = makes[self.by_taste(makes.len())];
            if let Some(ex) = make(self, ty, must) {
                return self.typed(ty, ex);
            }
        }
        if must { self.shortest_suspension(ty) } else { self.leaf(ty) }
    }

    /// Gives an expression that always jumps the type that is expected of it.
    fn typed(&self, ty: &Ty, ex: Ex) -> Ex {
        if !self.env.dead || ex.text.starts_with("id::<") {
            return ex;
        }
        Ex::atom(format!("id::<{}>({})", ty.text(), ex.text))
    }

    /// All that can make the type.
    fn makes(&self, ty: &Ty) -> Vec<Make> {
        let mut makes: Vec<Make> = Vec::new();
        if ty.is_shown() {
            makes.extend::<[Make; 18]>([
                Self::block_value,
                Self::labelled_block_value,
                Self::unsafe_value,
                Self::if_value,
                Self::if_let_value,
                Self::match_value,
                Self::match_value,
                Self::loop_value,
                Self::id_call,
                Self::first_call,
                Self::pick_call,
                Self::closure_call,
                Self::unwrap_call,
                Self::replace_call,
                Self::try_value,
                Self::delegation_value,
                Self::delegation_value,
                Self::field_value,
            ]);
        }
        match ty {
            Ty::Int => makes.extend(Self::int_makes()),
            Ty::Bool => makes.extend(Self::bool_makes()),
            Ty::D => makes.extend(Self::d_makes()),
            Ty::Str => makes.extend::<[Make; 2]>([Self::format_value, Self::format_value]),
            Ty::Unit => makes.extend(Self::unit_makes()),
            Ty::Closure(Closure::Fn | Closure::FnMut | Closure::FnOnce) => {}
            _ => makes.extend::<[Make; 3]>([Self::build, Self::build, Self::build]),
        }
        makes
    }

    /// `yield_!(v)`, of the input's type.
    pub(super) fn yield_expr(&mut self) -> Ex {
        Ex::atom(self.suspend_text())
    }

    /// `yield_!(v)`; another suspension may be in its operand.
    pub(super) fn suspend_text(&mut self) -> String {
        if self.output == Ty::Unit && self.rng.percent(50) {
            return "yield_!()".into();
        }
        let output = self.output.clone();
        format!("yield_!({})", self.expr(&output, Need::May).text)
    }

    /// The shortest expression of the type that suspends.
    fn shortest_suspension(&mut self, ty: &Ty) -> Ex {
        let output = self.output.clone();
        let value = if self.output == Ty::Unit { String::new() } else { self.leaf(&output).text };
        if *ty == self.input {
            return Ex::atom(format!("yield_!({value})"));
        }
        let tail = self.leaf(ty).text;
        Ex::block(format!("{{ yield_!({value}); {tail} }}"))
    }

    /// A type for an operand of any type; rather one that a suspension gives.
    pub(super) fn any_type(&mut self) -> Ty {
        match self.rng.below(20) {
            0..=3 => Ty::D,
            4..=6 => Ty::Int,
            7..=9 => self.input.clone(),
            10 | 11 => Ty::Bool,
            12 => Ty::St,
            13 => Ty::En,
            14 => [Ty::D, Ty::Int][self.rng.below(2)].clone().opt(),
            15 => Ty::Tup(vec![Ty::D, Ty::Int]),
            16 => Ty::Str,
            17 => Ty::Unit,
            _ => self.rare_type(),
        }
    }

    fn rare_type(&mut self) -> Ty {
        let small = |rng: &mut crate::rng::Rng| {
            let types =
                [Ty::Unit, Ty::Bool, Ty::Str, Ty::D.vec(), Ty::Arr(Ty::Int.into(), 2), Ty::D];
            types[rng.below(6)].clone()
        };
        match self.rng.below(13) {
            12 => Ty::Tup(vec![small(&mut self.rng), Ty::Unit]),
            8 => Ty::Int.vec(),
            9 | 10 => Ty::Tup(vec![small(&mut self.rng), small(&mut self.rng)]),
            11 => Ty::Arr(Ty::Int.into(), 2),
            0 => Ty::Pt,
            1 => Ty::Tup(vec![Ty::D, Ty::D]),
            2 => Ty::D.vec(),
            3 => Ty::Arr(Ty::D.into(), 2),
            4 => Ty::Arr(Ty::Int.into(), 2),
            5 => Ty::Box(Ty::D.into()),
            6 => Ty::D.res(),
            _ => Ty::Tup(vec![Ty::Int, Ty::Tup(vec![Ty::D, Ty::Bool])]),
        }
    }
}
