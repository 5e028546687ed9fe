//! Prints a program as Rust.

use super::{Form, Function, Program, Receiver};

/// What compiles the bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The engine under test.
    Engine,
    /// rustc, as an `async` block.
    Async,
    /// rustc, as a coroutine closure.
    Coroutine,
}

/// The type of the host that methods are on.
const HOST: &str = "#[derive(Clone, Debug)]
pub struct Host { pub a: D, pub n: i64, pub b: D }
";

/// The type of the host that methods change.
const CHANGED_HOST: &str = "#[derive(Clone, Debug)]
pub struct Host { pub n: i64, pub d: D }
impl Host {
    fn add(&mut self, k: i64) -> i64 {
        let _ = self.d.touch(k);
        self.n = small(self.n.wrapping_add(k));
        self.n
    }
}
";

/// Prints the contents of a module with the program's functions.
#[must_use]
pub fn module(program: &Program, side: Side) -> String {
    let mut text = String::from("use coro_random_rt::prelude::*;\n");
    text.push_str(&macros(&program.main, side));
    text.push_str(match program.main.receiver {
        Receiver::None => "",
        Receiver::Value | Receiver::Ref => HOST,
        Receiver::Mut => CHANGED_HOST,
    });
    for function in program.functions.iter().chain([&program.main]) {
        text.push_str(&print(function, side));
    }
    text
}

/// The macros that stand for the engine's in an oracle.
fn macros(main: &Function, side: Side) -> String {
    let (input, output) = (main.input.text(), main.output.text());
    match side {
        Side::Engine => "use coro_core::Resume;\n".into(),
        Side::Async => format!(
            "use coro_random_rt::future::{{AsyncCo, DelegateIterator as _, Yield}};
use std::future::Future;
macro_rules! yield_ {{
    () => {{ Yield::<{output}, {input}>::new(()).await }};
    ($value:expr) => {{ Yield::<{output}, {input}>::new($value).await }};
}}
macro_rules! yield_from {{
    ($inner:expr) => {{ yield_from!($inner, <{input} as Default>::default()) }};
    ($inner:expr, $first:expr) => {{
        match ($inner, $first) {{
            (operand, first) => operand.delegate::<{output}, {input}>(first).await,
        }}
    }};
}}
{TRY}"
        ),
        Side::Coroutine => format!(
            "use crate::native::{{Co, DelegateIterator as _, Ending}};
use std::ops::{{Coroutine, CoroutineState}};
macro_rules! yield_ {{
    () => {{ (yield ()) }};
    ($value:expr) => {{ (yield $value) }};
}}
macro_rules! yield_from {{
    ($inner:expr) => {{ yield_from!($inner, <{input} as Default>::default()) }};
    ($inner:expr, $first:expr) => {{
        match ($inner, $first) {{
            (operand, first) => {{
                let (mut inner, mut input) = operand.delegate::<{output}, {input}>(first);
                loop {{
                    match inner.step(input) {{
                        CoroutineState::Yielded(value) => input = (yield value),
                        CoroutineState::Complete(value) => break value,
                    }}
                }}
            }}
        }}
    }};
}}
{TRY}"
        ),
    }
}

/// `?` where errors are yielded.
const TRY: &str = "macro_rules! try_ {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(error) => {
                yield_!(Err(From::from(error)));
                return;
            }
        }
    };
}
";

fn print(function: &Function, side: Side) -> String {
    match side {
        Side::Engine => engine(function),
        Side::Async | Side::Coroutine => oracle(function, side),
    }
}

fn in_host(function: &Function, text: &str) -> String {
    if function.receiver == Receiver::None {
        text.into()
    } else {
        format!("impl Host {{\n{text}}}\n")
    }
}

fn receiver(function: &Function) -> Option<&'static str> {
    match function.receiver {
        Receiver::None => None,
        Receiver::Value => Some("self"),
        Receiver::Ref => Some("&'static self"),
        Receiver::Mut => Some("&'static mut self"),
    }
}

fn engine(function: &Function) -> String {
    let (input, output, ret) = (function.input.text(), function.output.text(), function.ret.text());
    let mut params: Vec<String> = receiver(function).map(String::from).into_iter().collect();
    let before = params.len();
    params.extend(
        function.params.iter().map(|param| format!("{}: {}", param.pattern, param.ty.text())),
    );
    if let Some(first) = &function.first {
        params.insert(before + first.position, format!("#[resume] {}: {input}", first.pattern));
    }
    let clone = if function.clone { " + Clone" } else { "" };
    let returned = match function.form {
        Form::Resume => format!("impl Resume<{input}, {output}, Return = {ret}>{clone}"),
        Form::Box => format!("Box<dyn Resume<{input}, {output}, Return = {ret}>>"),
        Form::Iterator => format!("impl Iterator<Item = {output}>{clone}"),
        Form::BoxIterator => format!("Box<dyn Iterator<Item = {output}>>"),
    };
    let text = format!(
        "#[coro_core::coroutine]\npub fn {}({}) -> {returned} {{\n{}\n}}\n",
        function.name,
        params.join(", "),
        function.body
    );
    in_host(function, &text)
}

fn oracle(function: &Function, side: Side) -> String {
    let (input, output, ret) = (function.input.text(), function.output.text(), function.ret.text());
    let mut params: Vec<String> = receiver(function).map(String::from).into_iter().collect();
    // Each parameter moves into the body and is taken apart there, as in an `async fn`.
    let mut bindings: Vec<String> = Vec::new();
    for (index, param) in function.params.iter().enumerate() {
        params.push(format!("p{index}: {}", param.ty.text()));
        let (pattern, ty) = (&param.pattern, param.ty.text());
        bindings.push(format!("let q{index}: {ty} = p{index}; let {pattern} = q{index};"));
    }
    match &function.first {
        Some(first) => {
            let (pattern, take) = (&first.pattern, take_first(side, &input));
            let text = format!("let q: {input} = {take}; let {pattern} = q;");
            bindings.insert(first.position, text);
        }
        None => {
            bindings.push(format!("drop({});", take_first(side, &input)));
        }
    }
    let bindings = bindings.join("\n");
    let body = if function.yields_errors {
        crate::rewrite::questions(&function.body)
    } else {
        function.body.clone()
    };
    let ends = matches!(function.form, Form::Iterator | Form::BoxIterator);
    let whole = if function.receiver == Receiver::None { "" } else { "let _ = &self;" };
    // What the block returns is known where its end is never reached, too, as it is in a function.
    let typed = format!("if false {{ let never: {ret} = loop {{}}; return never; }}");
    let inside = format!("{typed}{whole}{bindings}\nlet result: {ret} = {{\n{body}\n}};\nresult");
    let text = match side {
        Side::Async => format!(
            "pub fn {}({}) -> AsyncCo<impl Future<Output = {ret}>, {input}, {output}> {{
AsyncCo::new(async move {{ {inside} }}, {ends})\n}}\n",
            function.name,
            params.join(", ")
        ),
        _ => format!(
            "pub fn {}({}) -> Co<impl Coroutine<{input}, Yield = {output}, Return = {ret}> + Unpin> {{
Co::new(#[coroutine] move |argument: {input}| {{ {inside} }}, {})\n}}\n",
            function.name,
            params.join(", "),
            if ends { "Ending::Stays" } else { "Ending::Panics" }
        ),
    };
    in_host(function, &text)
}

fn take_first(side: Side, input: &str) -> String {
    match side {
        Side::Async => format!("coro_random_rt::future::first::<{input}>()"),
        _ => "argument".into(),
    }
}

/// Prints the function that starts the main coroutine of a module.
#[must_use]
pub fn glue(program: &Program, side: Side, path: &str) -> String {
    let main = &program.main;
    let (input, output, ret) = (main.input.text(), main.output.text(), main.ret.text());
    let arguments: Vec<_> = main.params.iter().map(|param| param.argument.clone()).collect();
    let arguments = arguments.join(", ");
    let host = format!("{path}::Host {{ a: d(1), n: 2, b: d(3) }}");
    let call = match main.receiver {
        Receiver::None => format!("{path}::subject({arguments})"),
        Receiver::Value => format!("{host}.subject({arguments})"),
        Receiver::Ref => format!("outer({host}).subject({arguments})"),
        Receiver::Mut => {
            format!("outer_mut({path}::Host {{ n: 2, d: d(3) }}).subject({arguments})")
        }
    };
    let is_iterator = matches!(main.form, Form::Iterator | Form::BoxIterator);
    let fork = if main.clone && side == Side::Engine { "Some(|c| c.clone())" } else { "None" };
    let step = if is_iterator {
        "|c, ()| match c.next() { Some(value) => Step::Yield(value), None => Step::Done(()) }"
            .into()
    } else if side == Side::Engine {
        format!(
            "|c, input| match coro_core::Resume::<{input}, {output}>::resume(c, input) {{
            coro_core::CoroutineState::Yielded(value) => Step::Yield(value),
            coro_core::CoroutineState::Complete(value) => Step::Done(value),
        }}"
        )
    } else if side == Side::Async {
        "|c, input| c.step(input)".into()
    } else {
        "|c, input| match c.step(input) {
            std::ops::CoroutineState::Yielded(value) => Step::Yield(value),
            std::ops::CoroutineState::Complete(value) => Step::Done(value),
        }"
        .to_string()
    };
    format!(
        "fn start() -> Box<dyn Drive> {{ driven::<_, {input}, {output}, {ret}>({call}, {step}, {fork}, {}) }}\n",
        main.first.is_none()
    )
}
