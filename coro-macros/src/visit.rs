//! The visitors that look at a tree.
//!
//! In: any node of syn's. Out: what a visitor takes from it, by [`Visit`]'s methods, which are syn's by their names
//! and what they do. Invariant: the walk itself is compiled once, over `dyn Visit`; syn's own trait compiles it
//! anew for each visitor, and here are more than a hundred. What only passes a node on is inlined in debug builds,
//! too, which most users run.
#![allow(clippy::inline_always, reason = "debug builds inline nothing else")]

use proc_macro2::TokenStream;

macro_rules! hooks {
    ($($name:ident: $node:ty,)+) => {
        /// What a visitor does with each kind of node: visits its parts, unless it says otherwise.
        pub trait Visit<'ast>: AsVisit<'ast> {
            $(#[inline(always)]
            fn $name(&mut self, node: &'ast $node) {
                $name(self.as_visit(), node);
            })+

            /// Looks at the tokens of a macro or an attribute.
            fn visit_token_stream(&mut self, _tokens: &'ast TokenStream) {}
        }

        impl<'ast> syn::visit::Visit<'ast> for dyn Visit<'ast> + '_ {
            $(#[inline(always)]
            fn $name(&mut self, node: &'ast $node) {
                Visit::$name(self, node);
            })+

            fn visit_token_stream(&mut self, tokens: &'ast TokenStream) {
                Visit::visit_token_stream(self, tokens);
            }
        }

        $(
            /// Visits the parts of the node.
            #[inline(always)]
            pub fn $name<'ast>(
                visitor: &mut (dyn Visit<'ast> + '_),
                node: &'ast $node,
            ) {
                syn::visit::$name(visitor, node);
            }
        )+
    };
}

hooks! {
    visit_arm: syn::Arm,
    visit_attribute: syn::Attribute,
    visit_block: syn::Block,
    visit_expr: syn::Expr,
    visit_expr_assign: syn::ExprAssign,
    visit_expr_async: syn::ExprAsync,
    visit_expr_await: syn::ExprAwait,
    visit_expr_binary: syn::ExprBinary,
    visit_expr_break: syn::ExprBreak,
    visit_expr_call: syn::ExprCall,
    visit_expr_closure: syn::ExprClosure,
    visit_expr_const: syn::ExprConst,
    visit_expr_continue: syn::ExprContinue,
    visit_expr_for_loop: syn::ExprForLoop,
    visit_expr_if: syn::ExprIf,
    visit_expr_index: syn::ExprIndex,
    visit_expr_let: syn::ExprLet,
    visit_expr_lit: syn::ExprLit,
    visit_expr_loop: syn::ExprLoop,
    visit_expr_match: syn::ExprMatch,
    visit_expr_method_call: syn::ExprMethodCall,
    visit_expr_path: syn::ExprPath,
    visit_expr_raw_addr: syn::ExprRawAddr,
    visit_expr_reference: syn::ExprReference,
    visit_expr_repeat: syn::ExprRepeat,
    visit_expr_return: syn::ExprReturn,
    visit_expr_struct: syn::ExprStruct,
    visit_expr_try: syn::ExprTry,
    visit_expr_while: syn::ExprWhile,
    visit_expr_yield: syn::ExprYield,
    visit_field_value: syn::FieldValue,
    visit_generic_argument: syn::GenericArgument,
    visit_ident: syn::Ident,
    visit_impl_item_fn: syn::ImplItemFn,
    visit_item: syn::Item,
    visit_item_fn: syn::ItemFn,
    visit_lifetime: syn::Lifetime,
    visit_local: syn::Local,
    visit_macro: syn::Macro,
    visit_pat: syn::Pat,
    visit_pat_guard: syn::PatGuard,
    visit_pat_ident: syn::PatIdent,
    visit_pat_or: syn::PatOr,
    visit_pat_reference: syn::PatReference,
    visit_pat_rest: syn::PatRest,
    visit_pat_slice: syn::PatSlice,
    visit_pat_struct: syn::PatStruct,
    visit_pat_tuple_struct: syn::PatTupleStruct,
    visit_pat_wild: syn::PatWild,
    visit_path_segment: syn::PathSegment,
    visit_stmt: syn::Stmt,
    visit_trait_item_fn: syn::TraitItemFn,
    visit_type: syn::Type,
    visit_type_fn_ptr: syn::TypeFnPtr,
    visit_type_impl_trait: syn::TypeImplTrait,
    visit_type_infer: syn::TypeInfer,
    visit_type_path: syn::TypePath,
    visit_type_reference: syn::TypeReference,
    visit_type_trait_object: syn::TypeTraitObject,
}

/// A visitor as what the walk takes.
pub trait AsVisit<'ast> {
    /// The visitor behind a reference to the trait.
    fn as_visit(&mut self) -> &mut (dyn Visit<'ast> + '_);
}

impl<'ast, V: Visit<'ast>> AsVisit<'ast> for V {
    #[inline(always)]
    fn as_visit(&mut self) -> &mut (dyn Visit<'ast> + '_) {
        self
    }
}
