//! A package of the 2021 edition; its tests are all it holds.
