//! Helpers shared by this package.
