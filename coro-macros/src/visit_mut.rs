//! The visitors that change a tree.
//!
//! In: any node of syn's. Out: the node as a visitor leaves it, by [`VisitMut`]'s methods, which are syn's by their
//! names and what they do. Invariant: as in [`visit`](crate::visit), the walk itself is compiled once.
#![allow(clippy::inline_always, reason = "debug builds inline nothing else")]

use proc_macro2::TokenStream;

macro_rules! hooks {
    ($($name:ident: $node:ty,)+) => {
        /// What a visitor does with each kind of node: visits its parts, unless it says otherwise.
        pub trait VisitMut: AsVisitMut {
            $(#[inline(always)]
            fn $name(&mut self, node: &mut $node) {
                $name(self.as_visit_mut(), node);
            })+

            /// Changes the tokens of a macro or an attribute.
            fn visit_token_stream_mut(&mut self, _tokens: &mut TokenStream) {}
        }

        impl syn::visit_mut::VisitMut for dyn VisitMut + '_ {
            $(#[inline(always)]
            fn $name(&mut self, node: &mut $node) {
                VisitMut::$name(self, node);
            })+

            fn visit_token_stream_mut(&mut self, tokens: &mut TokenStream) {
                VisitMut::visit_token_stream_mut(self, tokens);
            }
        }

        $(
            /// Visits the parts of the node.
            #[inline(always)]
            pub fn $name(visitor: &mut (dyn VisitMut + '_), node: &mut $node) {
                syn::visit_mut::$name(visitor, node);
            }
        )+
    };
}

hooks! {
    visit_angle_bracketed_generic_arguments_mut: syn::AngleBracketedGenericArguments,
    visit_arm_mut: syn::Arm,
    visit_attribute_mut: syn::Attribute,
    visit_block_mut: syn::Block,
    visit_expr_array_mut: syn::ExprArray,
    visit_expr_assign_mut: syn::ExprAssign,
    visit_expr_async_mut: syn::ExprAsync,
    visit_expr_block_mut: syn::ExprBlock,
    visit_expr_break_mut: syn::ExprBreak,
    visit_expr_call_mut: syn::ExprCall,
    visit_expr_closure_mut: syn::ExprClosure,
    visit_expr_const_mut: syn::ExprConst,
    visit_expr_continue_mut: syn::ExprContinue,
    visit_expr_for_loop_mut: syn::ExprForLoop,
    visit_expr_if_mut: syn::ExprIf,
    visit_expr_let_mut: syn::ExprLet,
    visit_expr_lit_mut: syn::ExprLit,
    visit_expr_loop_mut: syn::ExprLoop,
    visit_expr_match_mut: syn::ExprMatch,
    visit_expr_method_call_mut: syn::ExprMethodCall,
    visit_expr_mut: syn::Expr,
    visit_expr_path_mut: syn::ExprPath,
    visit_expr_struct_mut: syn::ExprStruct,
    visit_expr_tuple_mut: syn::ExprTuple,
    visit_expr_unary_mut: syn::ExprUnary,
    visit_expr_while_mut: syn::ExprWhile,
    visit_expr_yield_mut: syn::ExprYield,
    visit_field_pat_mut: syn::FieldPat,
    visit_field_value_mut: syn::FieldValue,
    visit_fn_arg_mut: syn::FnArg,
    visit_generic_argument_mut: syn::GenericArgument,
    visit_generic_param_mut: syn::GenericParam,
    visit_ident_mut: syn::Ident,
    visit_impl_item_mut: syn::ImplItem,
    visit_item_mut: syn::Item,
    visit_lifetime_mut: syn::Lifetime,
    visit_local_init_mut: syn::LocalInit,
    visit_local_mut: syn::Local,
    visit_macro_mut: syn::Macro,
    visit_named_arg_mut: syn::NamedArg,
    visit_pat_guard_mut: syn::PatGuard,
    visit_pat_ident_mut: syn::PatIdent,
    visit_pat_mut: syn::Pat,
    visit_pat_reference_mut: syn::PatReference,
    visit_pat_slice_mut: syn::PatSlice,
    visit_pat_struct_mut: syn::PatStruct,
    visit_pat_tuple_struct_mut: syn::PatTupleStruct,
    visit_path_mut: syn::Path,
    visit_return_type_mut: syn::ReturnType,
    visit_stmt_mut: syn::Stmt,
    visit_trait_bound_mut: syn::TraitBound,
    visit_trait_item_mut: syn::TraitItem,
    visit_type_fn_ptr_mut: syn::TypeFnPtr,
    visit_type_mut: syn::Type,
    visit_type_reference_mut: syn::TypeReference,
}

/// A visitor as what the walk takes.
pub trait AsVisitMut {
    /// The visitor behind a reference to the trait.
    fn as_visit_mut(&mut self) -> &mut (dyn VisitMut + '_);
}

impl<V: VisitMut> AsVisitMut for V {
    #[inline(always)]
    fn as_visit_mut(&mut self) -> &mut (dyn VisitMut + '_) {
        self
    }
}
