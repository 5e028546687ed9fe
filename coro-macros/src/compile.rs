//! The pipeline.
//!
//! In: the attribute's tokens. Out: the function's. Any error still gives a function of the same
//! name and signature.

#[cfg(any(test, feature = "verify"))]
use crate::ir::dump::Dump;
#[cfg(feature = "verify")]
use crate::verify;
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::{
    Attribute, Block, Error, ItemFn, Lifetime, Result,
    parse::{ParseStream, Parser},
    spanned::Spanned,
};

use crate::{
    analysis::{self, Facts, lending, lends},
    args::{self, Args, Krate},
    attributes, bare_traits, borrowed, check,
    codegen::{Emitter, Idents, Lints, Mutations, Names, given, stub::stub},
    configure, describe,
    desugar::Desugar,
    diagnostics::Diagnostics,
    force,
    ir::Body,
    items::{self, Identifiers, Survey},
    keyword, known, layout, lent, lifetimes,
    lower::{Builder, Context, Mentions},
    params::{self, Params},
    reborrow,
    resolve::{
        Resolver,
        labels::Unnamed,
        mutable,
        names::{Labels, Local, LocalData, Locals},
        order,
        shape::Shape,
        untyped,
    },
    scan,
    settle::Settled,
    source::Source,
    split,
    threading::Threading,
    visit::Visit,
    visit_mut::VisitMut,
};

/// Expands `#[coroutine(args)] item`.
pub fn attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    let (mut item, survey, function) = items::parse(item);
    let mut told = None;
    let function = match function {
        Ok(function) => function,
        Err(error) => {
            told = bare_traits::find(&item);
            match items::without_body(&item, &error) {
                // Where the compiler is asked how it is configured, it is read once more.
                Some(function) => {
                    item = function.to_token_stream();
                    function
                }
                None => return items::unparsed(&item, told.as_ref().unwrap_or(&error)),
            }
        }
    };
    let misspelled = keyword::check(&function, &survey.identifiers).err();
    let told = misspelled.into_iter().chain(told).map(Error::into_compile_error);
    let expanded = match syn::parse2::<Args>(args.clone()) {
        Ok(options) => expand(function, &item, &survey.identifiers, &args, &options),
        Err(error) => stub(&function.attrs, &function.vis, &function.sig, &error),
    };
    told.chain([expanded]).collect()
}

/// Expands `coroutines! { fn … fn … }`: each function on its own, so that one that does not parse
/// leaves the others as they are.
pub fn functions(items: TokenStream) -> TokenStream {
    let parser = |input: ParseStream<'_>| {
        let mut expanded = TokenStream::new();
        while !input.is_empty() {
            expanded.extend(items::next_function(input, one_of_functions));
        }
        Ok(expanded)
    };
    let items = Survey::of(&items).flatten(items);
    parser.parse2(items).unwrap_or_else(|error| error.to_compile_error())
}

/// Expands a function of `coroutines!`, with the options that it has in front of it.
fn one_of_functions(mut function: ItemFn, tokens: &TokenStream) -> TokenStream {
    let (args, tokens) = args::take(&mut function, tokens.clone());
    match syn::parse2::<Args>(args.clone()) {
        Ok(options) => expand(function, &tokens, &Survey::of(&tokens).identifiers, &args, &options),
        Err(error) => stub(&function.attrs, &function.vis, &function.sig, &error),
    }
}

/// Expands a function, or asks the compiler how it is configured.
fn expand(
    function: ItemFn,
    tokens: &TokenStream,
    taken: &Identifiers,
    args: &TokenStream,
    options: &Args,
) -> TokenStream {
    if taken.contains("cfg") || taken.contains("cfg_attr") {
        let krate = options.krate(Span::mixed_site().located_at(function.sig.ident.span()));
        if let Some(asked) = configure::ask(&function, tokens, args, &krate) {
            return asked;
        }
    }
    compile_or_declare(function, options, taken)
}

/// Expands a function whose configuration [`expand`] asked for.
pub fn configured(asked: TokenStream, answers: TokenStream) -> TokenStream {
    let (args, item) = configure::answered(asked);
    let parsed = syn::parse2::<Args>(args).and_then(|options| {
        let function = syn::parse2::<ItemFn>(item)?;
        Ok((options, function, syn::parse2::<ItemFn>(answers)?))
    });
    match parsed {
        Ok((options, mut function, answers)) => {
            configure::configure(&mut function, &answers.attrs);
            let survey = Survey::of(&function.to_token_stream());
            compile_or_declare(function, &options, &survey.identifiers)
        }
        Err(error) => error.to_compile_error(),
    }
}

fn compile_or_declare(mut function: ItemFn, args: &Args, taken: &Identifiers) -> TokenStream {
    match compile(&mut function, args, taken) {
        Ok(tokens) => tokens,
        Err(error) => stub(&function.attrs, &function.vis, &function.sig, &error),
    }
}

/// Runs the phases; takes the function's statements.
fn compile(item: &mut ItemFn, args: &Args, taken: &Identifiers) -> Result<TokenStream> {
    lifetimes::share(&item.vis, &mut item.sig, &item.block);
    let source = Source::new(item)?;
    let krate = args.krate(Span::mixed_site().located_at(source.sig.ident.span()));
    let Resolved { params, body, attrs, locals, labels, leaves, this, unnamed } =
        resolve(&source, &krate, &mut item.block, taken)?;

    let names = fresh_names(&source.sig.ident, taken);
    let context = context(&source, &krate, &names, &body, taken);
    let Analysed { mut lowered, facts, asked, mut locals, labels } =
        analyse(&source, &params, &context, body, locals, labels)?;
    let threading = Threading::new(&lowered, &facts, &locals);
    let enums = [&names.state_enum, &names.block_enum];
    let layout = layout::layout(&lowered, &facts, &threading, &mut locals, taken, enums);
    #[cfg(feature = "verify")]
    {
        let dump = Dump { body: &lowered, locals: &locals, labels: &labels, facts: Some(&facts) };
        verify::layout(&lowered, &threading, &layout, &locals)
            .map_err(|violation| violation.report(&source.sig.ident, Some(&dump)))?;
    }
    let mut unused = unused(&lowered, &facts, &locals);
    let nameless = not_rebound(&unused, &lowered, &locals);
    // Nobody has to use `self`.
    unused.retain(|local| Some(*local) != this);
    let mutations = Mutations::of(&lowered, &facts, &locals);
    let lints = Lints::of(&lowered, &locals);
    let mut code: Vec<_> =
        lowered.blocks.iter_mut().map(|block| std::mem::take(&mut block.code)).collect();
    if taken.contains("expect") {
        attributes::allow_expected_of(&mut code, &locals, &unused);
    }
    let given = given::take(&mut code, &lowered, &locals);
    let emitter = Emitter {
        source: &source,
        body: &lowered,
        facts: &facts,
        layout: &layout,
        threading: &threading,
        locals: &locals,
        idents: &Idents::of(&locals),
        labels: &labels,
        krate: &krate,
        names: &names,
        params: &params.stored,
        lints: &lints,
        mutations: &mutations,
        unused: &unused,
        nameless: &nameless,
        given: &given,
        asked: &asked,
        may_be_dead: known::NEVER.iter().any(|name| taken.contains(name)),
        leaves,
        fallible: if leaves { source.returns.fallible(&krate) } else { None },
        has_attributes: taken.attributes,
        attrs: &attrs,
        unnamed: &unnamed,
    };
    let output = emitter.function(code);
    #[cfg(feature = "verify")]
    verify::output(&output).map_err(|violation| violation.report(&source.sig.ident, None))?;
    Ok(output)
}

/// A lowered body, and what its code names.
#[cfg(any(test, feature = "verify"))]
pub struct Lowered {
    /// The body.
    pub body: Body,
    /// Its locals.
    pub locals: Locals,
    /// Its labels.
    pub labels: Labels,
}

/// Lowers a function.
///
/// # Errors
///
/// If the function does not parse, or is one that the macro refuses.
#[cfg(any(test, feature = "verify"))]
#[allow(dead_code, reason = "it is there for tests and tools")]
pub fn lowered(item: TokenStream) -> Result<Lowered> {
    up_to(item, |_, params, context, body, mut locals, mut labels| {
        let body = Builder::lower(context, &mut locals, &mut labels, params, body)?;
        Ok(Lowered { body, locals, labels })
    })
}

/// Lowers and analyses a function.
///
/// # Errors
///
/// If the function does not parse, or is one that the macro refuses.
#[cfg(any(test, feature = "verify"))]
#[allow(dead_code, reason = "it is there for tests and tools")]
pub fn analysed(item: TokenStream) -> Result<Analysed> {
    up_to(item, analyse)
}

/// Prints the graph of a function as lowering leaves it, or with the facts of the analyses.
///
/// # Errors
///
/// If the function does not parse, or is one that the macro refuses.
#[cfg(any(test, feature = "verify"))]
#[allow(dead_code, reason = "it is there for tests and tools")]
pub fn graph(item: TokenStream, with_facts: bool) -> Result<String> {
    if with_facts {
        let Analysed { lowered, facts, locals, labels, .. } = &analysed(item)?;
        return Ok(Dump { body: lowered, locals, labels, facts: Some(facts) }.to_string());
    }
    let Lowered { body, locals, labels } = &lowered(item)?;
    Ok(Dump { body, locals, labels, facts: None }.to_string())
}

/// Runs the phases in front of lowering, and then `finish`.
#[cfg(any(test, feature = "verify"))]
fn up_to<T>(
    item: TokenStream,
    finish: impl FnOnce(&Source, &Params, &Context, Block, Locals, Labels) -> Result<T>,
) -> Result<T> {
    let (_, survey, function) = items::parse(item);
    let (mut function, taken) = (function?, survey.identifiers);
    let source = Source::new(&function)?;
    let krate = Args::default().krate(Span::mixed_site());
    let Resolved { params, body, locals, labels, .. } =
        resolve(&source, &krate, &mut function.block, &taken)?;
    let names = fresh_names(&source.sig.ident, &taken);
    let context = context(&source, &krate, &names, &body, &taken);
    finish(&source, &params, &context, body, locals, labels)
}

/// A body whose names are resolved and whose suspensions are explicit.
struct Resolved {
    params: Params,
    body: Block,
    attrs: Vec<Attribute>,
    locals: Locals,
    labels: Labels,
    leaves: bool,
    this: Option<Local>,
    unnamed: Vec<Unnamed>,
}

/// Resolves, checks and desugars a body.
fn resolve(
    source: &Source,
    krate: &Krate,
    block: &mut Block,
    taken: &Identifiers,
) -> Result<Resolved> {
    let mut resolver = Resolver::default();
    resolver.locals.input = params::input_knowledge(&source.returns);
    resolver.locals.input_shape = Shape::of_type(&source.returns.input);
    resolver.any_once = taken.contains("FnOnce");
    if resolver.any_once {
        resolver.generics = source.sig.generics.clone();
    }
    resolver.ends = !source.returns.input_is_unit();
    resolver.locals.own_name = source.takes_self().then(|| source.sig.ident.to_string());
    resolver.enter();
    let params = params::declare(source, &fresh("this", taken), &mut resolver);
    let stmts = std::mem::take(&mut block.stmts);
    let mut body = Block { brace_token: block.brace_token, stmts };
    resolver.visit_block_mut(&mut body);
    resolver.note_outer();
    let attrs = attributes::take_others(&mut body);
    if resolver.opaque {
        let (labels, diagnostics) = (&resolver.labels, &mut resolver.diagnostics);
        check::macros::check(&body, &source.returns, labels, diagnostics);
    }
    let Resolver { locals, labels, diagnostics, .. } = &mut resolver;
    check::check(&body, source, locals, labels, diagnostics);
    resolver.diagnostics.finish()?;

    let Resolver { mut locals, mut labels, leaves, this, .. } = resolver;
    let is_labelled = !labels.is_empty();
    let mut desugar = Desugar {
        returns: &source.returns,
        krate,
        locals: &mut locals,
        labels: &mut labels,
        named: [["item", "yielded"], ["value", "returned"]].map(|it| unmentioned(it, taken)),
        discarded: false,
    };
    desugar.visit_block_mut(&mut body);
    let unnamed = if is_labelled { Unnamed::of(&mut body) } else { Vec::new() };
    for (param, (_, local)) in source.params.iter().zip(&params.stored) {
        if let Some(ty) = &param.ty {
            split::fields::split(&mut body, *local, ty, &source.returns.output, &mut locals);
        }
    }
    if lends::refers(&source.returns.output) {
        split::locals::split(&mut body, &params, &mut locals);
    }
    split::split(&mut body, &mut locals);
    mutable::mark(&body, &mut locals);
    untyped::mark(&body, &mut locals);
    order::mark(&mut body, &locals);
    Ok(Resolved { params, body, attrs, locals, labels, leaves, this, unnamed })
}

/// A lowered body and what is known about it.
pub struct Analysed {
    /// The body.
    pub lowered: Body,
    /// What is known of it.
    pub facts: Facts,
    /// The loans of which the types decide.
    pub asked: Vec<borrowed::Asked>,
    /// Its locals.
    pub locals: Locals,
    /// Its labels.
    pub labels: Labels,
}

/// Lowers and analyses a body: again where a part of it has to be written in another way first.
fn analyse(
    source: &Source,
    params: &Params,
    context: &Context,
    mut body: Block,
    mut locals: Locals,
    mut labels: Labels,
) -> Result<Analysed> {
    let mut settled = Settled::default();
    loop {
        let mut locals_now = locals.clone();
        let mut labels_now = labels.clone();
        let mut lowered =
            Builder::lower(context, &mut locals_now, &mut labels_now, params, body.clone())?;
        #[cfg(feature = "verify")]
        verify::graph(&lowered, &locals_now).map_err(|violation| {
            let (body, locals, labels) = (&lowered, &locals_now, &labels_now);
            let dump = Dump { body, locals, labels, facts: None };
            violation.report(&source.sig.ident, Some(&dump))
        })?;
        describe::describe(&mut lowered, &locals_now, &labels_now);
        match reborrow::analyse(&mut lowered, &mut locals_now) {
            Ok(facts) => {
                #[cfg(feature = "verify")]
                verify::facts(&lowered, &facts, &locals_now).map_err(|violation| {
                    let (body, locals, labels) = (&lowered, &locals_now, &labels_now);
                    let dump = Dump { body, locals, labels, facts: Some(&facts) };
                    violation.report(&source.sig.ident, Some(&dump))
                })?;
                let waits_again =
                    |it: &Local| facts.passed_on.contains(it) && !locals[*it].used_again;
                let again: Vec<_> = lowered.waiting.iter().copied().filter(waits_again).collect();
                if !again.is_empty() {
                    for local in again {
                        locals[local].used_again = true;
                    }
                    continue;
                }
                let loans = lending::loans(&lowered, &locals_now);
                let lent = split::lent::lent(&loans.found, &facts, &locals_now);
                if lent
                    .is_some_and(|it| split::locals::take_apart(&mut body, it, params, &mut locals))
                {
                    continue;
                }
                let mut diagnostics = Diagnostics::default();
                let told = &mut diagnostics;
                if let Some(inputs) = lent::inputs(&source.returns, params, &body, &locals_now) {
                    lent::check(&inputs, &loans.found, &lowered, &facts, &locals_now, told);
                }
                let output = &source.returns.output;
                borrowed::check(&loans, output, &lowered, &facts, &locals_now, told);
                diagnostics.finish()?;
                let asked = borrowed::asked(&loans, &lowered, &facts, &locals_now);
                let (locals, labels) = (locals_now, labels_now);
                return Ok(Analysed { lowered, facts, asked, locals, labels });
            }
            Err(analysis::Problem::AssignedTwice(twice)) => refuse_twice(twice, &locals_now)?,
            Err(analysis::Problem::Conflict(conflict)) => {
                let local = conflict.local;
                if conflict.adapted && local.0 < locals.len() {
                    locals[local].looked_at = true;
                    continue;
                }
                if settled.settle(&mut body, params, local, &mut locals, &mut labels) {
                    continue;
                }
                if !force::force(&mut body, local, &locals_now) {
                    return Err(conditional(&locals_now[local]));
                }
                settled.undo_forced(&mut body, &mut locals);
            }
        }
    }
}

fn context(
    source: &Source,
    krate: &Krate,
    names: &Names,
    body: &Block,
    taken: &Identifiers,
) -> Context {
    Context {
        krate: krate.clone(),
        return_label: names.resume_label.clone(),
        ret: source.returns.nameable(&source.returns.ret),
        ret_span: source.returns.ret.span(),
        output: source.returns.nameable(&source.returns.output),
        answer: unmentioned(["input", "answer"], taken),
        temporary: unmentioned(["temporary", "kept"], taken),
        operand: unmentioned(["operand", "waiting"], taken),
        unit_input: source.returns.input_is_unit(),
        valued_input: source.returns.input_is_valued(),
        input: params::input_knowledge(&source.returns),
        unit_return: source.returns.ret_is_unit(),
        mentions: Mentions::of_body(body),
        span: names.span,
    }
}

fn refuse_twice(twice: Vec<(Local, Span)>, locals: &Locals) -> Result<()> {
    let mut diagnostics = Diagnostics::default();
    for (local, span) in twice {
        let name = &locals[local].name;
        diagnostics.error(
            span,
            format!(
                "cannot assign twice to immutable variable `{name}`\nhelp: declare it `mut {name}`"
            ),
        );
    }
    diagnostics.finish()
}

fn conditional(local: &LocalData) -> Error {
    let name = &local.name;
    let message = if local.hidden {
        "what is left of this value lives across a suspension on some paths only\nhelp: give it a name with a `let` of its own"
            .to_owned()
    } else {
        format!(
            "`{name}` lives across a suspension on some paths only\nhelp: move or initialise it on every path, or keep it in an `Option` and `take()` it"
        )
    };
    Error::new(name.span(), message)
}

fn fresh_names(function: &Ident, taken: &Identifiers) -> Names {
    let span = Span::mixed_site().located_at(function.span());
    let prefix: String = {
        let name = function.to_string();
        let mut chars = name.trim_start_matches("r#").chars();
        chars.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default()
            + chars.as_str()
    };
    let type_name = |name: &str| {
        if taken.contains(name) {
            fresh(&format!("{prefix}{name}"), taken)
        } else {
            name.to_owned()
        }
    };
    let local = |name: &str| Ident::new(&fresh(name, taken), span);
    Names {
        state_enum: Ident::new(&type_name("State"), span),
        block_enum: Ident::new(&type_name("Block"), span),
        state: local("state"),
        input: local("argument"),
        block: local("block"),
        result: local("result"),
        resume_label: Lifetime { apostrophe: span, ident: local("resume") },
        span,
    }
}

/// Makes a name that the function mentions neither alone nor with a number: the first, or one like the second.
fn unmentioned([first, second]: [&str; 2], taken: &Identifiers) -> String {
    if !taken.contains_start(first) {
        return first.to_owned();
    }
    let mut name = second.to_owned();
    while taken.contains_start(&name) {
        name.push('_');
    }
    name
}

/// Makes a name that the function does not mention.
fn fresh(name: &str, taken: &Identifiers) -> String {
    let mut text = name.to_owned();
    while taken.contains(&text) {
        text.push('_');
    }
    text
}

/// Lists those locals that no statement binds again.
fn not_rebound(unused: &[Local], body: &crate::ir::Body, locals: &Locals) -> Vec<Local> {
    struct Rebound<'a>(&'a Locals, Vec<Local>);
    impl Visit<'_> for Rebound<'_> {
        fn visit_local(&mut self, stmt: &syn::Local) {
            self.1.extend(scan::rebound(stmt).and_then(|name| self.0.get(name)));
        }
    }
    if unused.is_empty() {
        return Vec::new();
    }
    let mut rebound = Rebound(locals, Vec::new());
    for stmt in body.blocks.iter().flat_map(|block| &block.code) {
        rebound.visit_stmt(stmt);
    }
    unused.iter().copied().filter(|local| !rebound.1.contains(local)).collect()
}

/// Lists the user's locals that nothing mentions but a suspension saves.
fn unused(body: &crate::ir::Body, facts: &analysis::Facts, locals: &Locals) -> Vec<Local> {
    let mut found: Vec<Local> = Vec::new();
    for (index, data) in body.blocks.iter().enumerate() {
        for local in data.locals() {
            let data = &locals[local];
            let carried = index == 0 || facts.entry[index].has(local);
            if carried
                && !data.hidden
                && !data.mentioned
                && !data.name.to_string().trim_start_matches("r#").starts_with('_')
                && !found.contains(&local)
            {
                found.push(local);
            }
        }
    }
    found
}
