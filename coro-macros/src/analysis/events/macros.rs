//! What macros do to locals.
//!
//! In: an invocation. Out: events: those of its arguments, where the macro is known; what its definition
//! does, where that is in the body; and otherwise a mention for each name in its tokens.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Expr, Pat};

use super::{Event, Graph, Mode, Walker};
use crate::{
    known::{self, Kind},
    scan,
};

impl Walker<'_> {
    pub(super) fn macro_call(&mut self, mac: &syn::Macro) {
        if let Some(local_macro) = self.locals.local_macro(mac) {
            match &local_macro.body {
                Some(body) => self.stands_for(body),
                None => self.tokens(local_macro.rules.clone()),
            }
            self.tokens(mac.tokens.clone());
            return;
        }
        if known::is_pin(&mac.path) {
            if let Ok(pinned) = syn::parse2::<Expr>(mac.tokens.clone()) {
                return self.expr(&pinned, Mode::Value);
            }
        }
        if mac.path.segments.last().is_some_and(|last| last.ident == "__delegate") {
            for token in mac.tokens.clone() {
                if let TokenTree::Ident(ident) = token {
                    if let Some(local) = self.locals.get(&ident) {
                        self.event(Event::Move(local));
                    }
                }
            }
            return;
        }
        let Some(known) = known::parse(mac) else { return self.tokens(mac.tokens.clone()) };
        if let (Some(pattern), [place]) = (&known.pattern, &known.args[..]) {
            self.scrutinee(&place.expr, &[pattern], false);
            if let Pat::Guard(guarded) = pattern {
                let (matched, after) = (self.node(), self.node());
                self.edge(self.cur, after);
                self.enter(matched);
                self.bind(&guarded.pat, true);
                self.guard(&guarded.guard, after);
                self.enter(after);
            }
            return;
        }
        for (index, arg) in known.args.iter().enumerate() {
            if index == known.kind.always_evaluated() {
                let (after, failed) = (self.node(), self.node());
                self.edge(self.cur, after);
                self.enter(failed);
                for arg in &known.args[index..] {
                    self.argument(arg, false);
                }
                self.diverge();
                self.cur = after;
                return;
            }
            self.argument(arg, known.kind.by_value(index));
        }
        if known.kind == Kind::Panic {
            self.diverge();
        }
    }

    /// What a macro always stands for. Where it assigns, nothing can end what is left of the old value
    /// but the assignment itself.
    fn stands_for(&mut self, body: &Expr) {
        for event in Graph::events_of(body, self.locals) {
            if let Event::Assign(local, _) = event {
                self.event(Event::Use(local));
            }
        }
        self.expr(body, Mode::Value);
    }

    fn argument(&mut self, arg: &known::Arg, by_value: bool) {
        if let Expr::Lit(lit) = &arg.expr {
            self.tokens(quote::ToTokens::to_token_stream(lit));
        } else if by_value {
            self.expr(&arg.expr, Mode::Value);
        } else {
            self.place(&arg.expr);
        }
    }

    /// Tokens whose meaning is not known: each local in them is mentioned, or a field of it.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(ident) => {
                    if let Some(local) = self.locals.get(&ident) {
                        let event = if scan::takes_field(&mut tokens) {
                            Event::UsePart(local)
                        } else {
                            Event::Use(local)
                        };
                        let node = &mut self.graph.nodes[self.cur];
                        node.opaque.push(node.events.len());
                        self.event(event);
                    }
                }
                TokenTree::Literal(literal) => {
                    let mut found = Vec::new();
                    crate::resolve::format::replace_captures(&literal, &mut |name| {
                        found.extend(self.locals.by_spelling(name));
                        None
                    });
                    for local in found {
                        self.event(Event::Use(local));
                    }
                }
                TokenTree::Punct(_) => {}
            }
        }
    }
}
