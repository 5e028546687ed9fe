//! What `dbg!` shows of an argument that no longer reads as it did.

/// Does what the standard library's `dbg!` does with one argument, and shows a text for it: the user's.
#[doc(hidden)]
#[macro_export]
macro_rules! __dbg {
    ($text:literal, $value:expr) => {
        match $value {
            value => {
                ::std::eprintln!(
                    "[{}:{}:{}] {} = {:#?}",
                    ::core::file!(),
                    ::core::line!(),
                    ::core::column!(),
                    $text,
                    &&value as &dyn $crate::__private::Debug,
                );
                value
            }
        }
    };
}
