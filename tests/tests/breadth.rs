//! Generators and coroutines as their authors would write them, each checked against an
//! independent implementation: itertools, walkdir, the csv crate, std, or another algorithm.

mod breadth {
    mod adaptors;
    mod combinatorics;
    mod games;
    mod grids;
    mod groups;
    mod lifetimes;
    mod machines;
    mod numbers;
    mod parsers;
    mod protocols;
    mod streams;
    mod text;
    mod walks;
}
