//! The operators one by one: against the iterators of the same name, and as values.

mod combinators {
    mod allocations;
    mod attribute;
    mod auto_traits;
    mod borrowed_inputs;
    mod checks;
    mod ends;
    mod every_adaptor;
    mod every_duplex_adaptor;
    mod inference;
    mod laziness;
    mod models;
    mod pointers;
    mod sizes;
    mod sources;
    mod stages;
    // The laws use all of it.
    #[allow(dead_code)]
    #[path = "../laws/support.rs"]
    mod support;
}
