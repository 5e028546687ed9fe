//! Whole functions: signature, parameters, body.

use super::{Config, Gen, Need, Sub, env::Env, env::Status, ty::Ty};
use crate::{
    program::{First, Form, Function, Param, Program, Receiver},
    rng::Rng,
};

/// Generates the program with this number.
#[must_use]
pub fn program(seed: u64, number: u32, config: &Config) -> Program {
    let mut rng = Rng::new(seed.wrapping_mul(0x0100_0000_01b3) ^ u64::from(number));
    // The first numbers only spread what neighbouring seeds share.
    for _ in 0..4 {
        rng.next();
    }
    let input = inputs()[rng.below(inputs().len())].clone();
    let output = outputs()[rng.below(outputs().len())].clone();
    let types = Types { input, output };
    let mut subs = Vec::new();
    let mut functions = Vec::new();
    let mut clonable = true;
    let mut movable = true;
    for index in 0..=rng.below(3) {
        let small = Config { size: 8, ..*config };
        let (function, state) = function(rng.next(), format!("sub{index}"), &types, &[], small);
        clonable &= state.clonable;
        movable &= state.movable;
        subs.push(Sub {
            name: function.name.clone(),
            params: function.params.iter().map(|param| param.ty.clone()).collect(),
            ret: function.ret.clone(),
        });
        functions.push(function);
    }
    let (main, state) = function(rng.next(), "subject".into(), &types, &subs, *config);
    clonable &= state.clonable;
    movable &= state.movable;
    let mut program = Program { number, seed, functions, main, clonable, movable };
    program.settle_clones();
    program
}

/// What all coroutines of a program are resumed with, and yield.
struct Types {
    input: Ty,
    output: Ty,
}

fn inputs() -> Vec<Ty> {
    vec![
        Ty::Unit,
        Ty::Unit,
        Ty::Int,
        Ty::Int,
        Ty::D,
        Ty::D,
        Ty::D.opt(),
        Ty::Tup(vec![Ty::D, Ty::Int]),
        Ty::Bool,
        Ty::Int.opt(),
    ]
}

fn outputs() -> Vec<Ty> {
    vec![
        Ty::Int,
        Ty::Int,
        Ty::D,
        Ty::D,
        Ty::Unit,
        Ty::Str,
        Ty::Tup(vec![Ty::Int, Ty::D]),
        Ty::D.res(),
        Ty::En,
    ]
}

fn returns() -> Vec<Ty> {
    vec![
        Ty::Unit,
        Ty::Int,
        Ty::D,
        Ty::Int.res(),
        Ty::D.res(),
        Ty::Res(Ty::D.into(), Ty::Fail.into()),
        Ty::D.opt(),
        Ty::St,
    ]
}

fn function(
    seed: u64,
    name: String,
    types: &Types,
    subs: &[Sub],
    config: Config,
) -> (Function, Gen) {
    let mut rng = Rng::new(seed);
    let is_main = name == "subject";
    let mut ret = returns()[rng.below(returns().len())].clone();
    let mut form = Form::Resume;
    if types.input == Ty::Unit && rng.percent(60) {
        form = [Form::Iterator, Form::Iterator, Form::BoxIterator][rng.below(3)];
        ret = Ty::Unit;
    } else if rng.percent(15) {
        form = Form::Box;
    }
    if is_main && rng.percent(30) && matches!(types.output, Ty::Res(..)) {
        ret = Ty::Unit;
    }
    let receiver = match rng.below(10) {
        0 if is_main => Receiver::Value,
        1 if is_main => Receiver::Ref,
        2 if is_main => Receiver::Mut,
        _ => Receiver::None,
    };
    let size = i64::try_from(config.size).unwrap_or(40);
    let size = size / 2 + i64::try_from(rng.below(config.size + 1)).unwrap_or(0);
    let yields_errors = ret == Ty::Unit && matches!(types.output, Ty::Res(..));
    let mut tastes = [0; 64];
    for taste in &mut tastes {
        *taste = [0, 1, 1, 2, 4][rng.below(5)];
    }
    // Something must be liked.
    tastes[0] = tastes[0].max(1);
    let mut state = Gen {
        rng,
        tastes,
        config,
        env: Env::default(),
        input: types.input.clone(),
        output: types.output.clone(),
        ret: ret.clone(),
        yields_errors,
        subs: subs.to_vec(),
        budget: size,
        depth: 0,
        loop_depth: 0,
        block_start: 0,
        in_block: false,
        targets: Vec::new(),
        no_yield: 0,
        no_jump: 0,
        no_move: 0,
        no_temps: 0,
        no_rest: 0,
        borrows: false,
        no_ref: false,
        quiet: false,
        last: false,
        names: 0,
        labels: 0,
        movable: true,
        clonable: form != Form::Box && form != Form::BoxIterator,
    };
    state.receive(receiver);
    let params = state.params();
    let first = state.first(params.len());
    let body = state.body(&ret);
    let function = Function {
        name,
        receiver,
        params,
        first,
        form,
        input: types.input.clone(),
        output: types.output.clone(),
        ret,
        yields_errors,
        clone: false,
        body,
    };
    (function, state)
}

impl Gen {
    fn receive(&mut self, receiver: Receiver) {
        let ty = match receiver {
            Receiver::None => return,
            Receiver::Value => Ty::Host,
            Receiver::Ref => Ty::Host.by_ref(),
            Receiver::Mut => Ty::MutAcc,
        };
        self.declare("self".into(), ty, false, Status::Init);
    }

    fn params(&mut self) -> Vec<Param> {
        let count = self.rng.below(4);
        let mut names: Vec<String> = Vec::new();
        let mut params = Vec::new();
        for _ in 0..count {
            let ty = self.param_type();
            let pattern = self.whole_parameter(&ty, &mut names);
            let argument = self.fresh_argument(&ty);
            params.push(Param { pattern: pattern.text, ty, argument });
            self.declare_all(pattern.binds);
        }
        params
    }

    fn param_type(&mut self) -> Ty {
        match self.rng.below(14) {
            0 => Ty::D.by_ref(),
            1 => Ty::En.by_ref(),
            2 => Ty::Slice(Ty::D.into()),
            3 => Ty::MutAcc,
            4 => Ty::Nums,
            5 => Ty::D.vec(),
            6 => Ty::Tup(vec![Ty::D, Ty::D]),
            _ => self.any_type(),
        }
    }

    /// An argument mentions no local.
    fn fresh_argument(&mut self, ty: &Ty) -> String {
        self.fresh(ty).text
    }

    fn first(&mut self, params: usize) -> Option<First> {
        if !self.rng.percent(45) {
            return None;
        }
        let position = self.rng.below(params + 1);
        let input = self.input.clone();
        // The pattern's names must differ from those of the other parameters.
        let mut names: Vec<_> = self.env.vars.iter().map(|var| var.name.clone()).collect();
        let pattern = self.whole_parameter(&input, &mut names);
        self.declare_all(pattern.binds);
        Some(First { pattern: pattern.text, position })
    }

    fn body(&mut self, ret: &Ty) -> String {
        let count = 2 + self.rng.below(5);
        let mut text = String::new();
        for _ in 0..count {
            if self.env.dead || self.budget <= 0 {
                break;
            }
            let suspends = self.rng.percent(60);
            text.push_str(&self.statement(suspends));
            text.push('\n');
        }
        if !self.env.dead {
            let output = self.output.clone();
            if !text.contains("yield") {
                text.push_str(&format!("yield_!({});\n", self.leaf(&output).text));
            }
            self.quiet = false;
            self.budget = self.budget.max(4);
            if !self.yields_errors && self.rng.percent(40) {
                text.push_str(&self.last_statements());
            }
        }
        if self.env.dead {
            if self.rng.percent(30) {
                text.push_str(&self.unreached());
            }
            if !super::block::ends_with_jump(&text) {
                text.push_str(&self.fresh(ret).text);
            }
        } else {
            let forbid = u32::from(!self.config.tails);
            self.no_temps += forbid;
            text.push_str(&self.expr(ret, Need::May).text);
            self.no_temps -= forbid;
        }
        text
    }

    /// Statements after the last suspension, where locals and values may lose parts.
    fn last_statements(&mut self) -> String {
        self.last = true;
        self.no_yield += 1;
        let mut text = String::new();
        for _ in 0..=self.rng.below(3) {
            if !self.env.dead {
                text.push_str(&self.statement(false));
                text.push('\n');
            }
        }
        text
    }
}
