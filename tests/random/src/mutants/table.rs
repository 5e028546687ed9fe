//! The mutants: one for each thing that a transform of this kind can get wrong.

use super::Mutant;

/// All mutants.
pub const MUTANTS: &[Mutant] = &[
    Mutant {
        name: "an operand is evaluated after the suspension behind it",
        file: "coro-macros/src/lower/operands.rs",
        from: "            Use::Value | Use::Taken => self.value_operand(expr),",
        to: "            Use::Value | Use::Taken => self.verbatim(expr),",
    },
    Mutant {
        name: "the value of an assignment comes after its place",
        file: "coro-macros/src/lower/expr.rs",
        from: "            let value = self.settling(true, |this| this.expr(value, &Want::ANY));
            *right = self.spill(value);
            *left = self.place(place);",
        to: "            *left = self.place(place);
            let value = self.settling(true, |this| this.expr(value, &Want::ANY));
            *right = self.spill(value);",
    },
    Mutant {
        name: "what a suspension holds drops oldest first",
        file: "coro-macros/src/codegen/enums.rs",
        from: "let fields = self.layout.blocks[block.0].fields.iter().rev().copied();
                self.variant(doc,",
        to: "let fields = self.layout.blocks[block.0].fields.iter().copied();
                self.variant(doc,",
    },
    Mutant {
        name: "what a block passes on drops oldest first",
        file: "coro-macros/src/codegen/enums.rs",
        from: "self.variant(&variant.doc, &name, variant.passed().rev(), tokens);",
        to: "self.variant(&variant.doc, &name, variant.passed(), tokens);",
    },
    Mutant {
        name: "a scope that is opened again does not hold its remnants",
        file: "coro-macros/src/codegen/arms.rs",
        from: "if *bind && !emitter.locals[local].knowledge.is_inert() {",
        to: "if false && *bind && !emitter.locals[local].knowledge.is_inert() {",
    },
    Mutant {
        name: "a resume argument that is not used lives on",
        file: "coro-macros/src/codegen/exits.rs",
        from: "quote_spanned!(span=> #krate::__private::drop(#input))",
        to: "quote_spanned!(span=> ::core::convert::identity(&#input))",
    },
    Mutant {
        name: "`continue` leaves the loop",
        file: "coro-macros/src/lower/exits.rs",
        from: "label: Some(label.clone()),",
        to: "label: Some(target.break_label.clone()),",
    },
    Mutant {
        name: "`&&` that is not short is true",
        file: "coro-macros/src/ast.rs",
        from: "if_else(left, value_block(right, span), constant(false), span)",
        to: "if_else(left, value_block(right, span), constant(true), span)",
    },
    Mutant {
        name: "a panic leaves the coroutine as if it had ended",
        file: "coro-macros/src/codegen/step.rs",
        from: "        arguments.variant(&self.names.state_enum, Ident::new(\"Panicked\", span));",
        to: "        arguments.variant(&self.names.state_enum, Ident::new(\"Returned\", span));",
    },
    Mutant {
        name: "no temporary lives to the end of its statement",
        file: "coro-macros/src/temporaries/mod.rs",
        from: "pub fn temporary_operand(expr: &mut Expr) -> Option<&mut Expr> {",
        to: "pub fn temporary_operand(expr: &mut Expr) -> Option<&mut Expr> {
    if matches!(expr, Expr::MethodCall(_) | Expr::Reference(_)) {
        return None;
    }",
    },
    Mutant {
        name: "a local in front of another one takes its place",
        file: "coro-macros/src/analysis/mod.rs",
        from: "facts.hiding = scopes::hiding(&graph, body, locals, &facts);",
        to: "facts.hiding = Vec::new();",
    },
    Mutant {
        name: "what a pattern leaves of a scrutinee ends at once",
        file: "coro-macros/src/resolve/unbound.rs",
        from: "                self.found.push(local);
                *pat = ident_pat(None, self.locals.ident(local));",
        to: "                let _ = local;",
    },
    Mutant {
        name: "parameters drop in the order of their patterns",
        file: "coro-macros/src/params.rs",
        from: "            stmts.push(unbound::rebind(local, &resolver.locals));",
        to: "",
    },
];
