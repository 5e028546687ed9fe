//! Views of types that are inferred: what they lend is not in the coroutine, and lives on over suspensions.

use std::rc::Rc;

struct Source {
    list: Vec<u32>,
    name: Option<String>,
    pair: (Vec<u32>, [u32; 2]),
}

/// Holds references only.
struct View<'a> {
    list: &'a [u32],
    text: &'a str,
    source: &'a Source,
}

fn source() -> Source {
    Source { list: vec![1, 2], name: Some("n".into()), pair: (vec![3], [4, 5]) }
}

fn view(source: &Source) -> View<'_> {
    View { list: &source.list, text: "ab", source }
}

const fn list_of(source: &Source) -> &Vec<u32> {
    &source.list
}

#[test]
fn of_fields() {
    #[coro_core::coroutine]
    fn all(source: &Source) -> impl Iterator<Item = u32> {
        let view = view(source);
        for n in view.list.iter() {
            yield_!(*n);
        }
        for n in view.source.list.iter().rev() {
            yield_!(*n);
        }
        for n in &view.source.pair.0 {
            yield_!(*n);
        }
        for n in &view.source.pair.1 {
            yield_!(*n);
        }
        for c in view.text.chars() {
            yield_!(u32::from(c));
        }
        match view.source.name.as_ref() {
            Some(name) => {
                yield_!(7);
                yield_!(name.len() as u32);
            }
            None => {}
        }
        drop(view);
    }
    assert!(all(&source()).eq([1, 2, 2, 1, 3, 4, 5, 97, 98, 7, 1]));
}

#[test]
fn of_locals() {
    #[coro_core::coroutine]
    fn all(source: &Source) -> impl Iterator<Item = u32> {
        let list = list_of(source);
        for n in list.iter() {
            yield_!(*n);
        }
        let first = list.first();
        yield_!(10);
        yield_!(*first.unwrap());
        yield_from!(list.iter().copied());
        let mut rest = list.iter();
        rest.next();
        yield_!(11);
        yield_!(*rest.next().unwrap());
    }
    assert!(all(&source()).eq([1, 2, 10, 1, 1, 2, 11, 2]));
}

#[test]
fn of_items() {
    #[coro_core::coroutine]
    fn all<'a>(rows: Vec<&'a [u32]>, more: Vec<&'a Vec<u32>>) -> impl Iterator<Item = u32> + 'a {
        for row in rows {
            for n in row.iter() {
                yield_!(*n);
            }
        }
        for row in more {
            for n in row {
                yield_!(*n);
            }
        }
    }
    let source = source();
    assert!(all(vec![&source.list], vec![&source.pair.0]).eq([1, 2, 3]));
}

#[test]
fn behind_a_pointer() {
    #[coro_core::coroutine]
    fn all(source: &Source) -> impl Iterator<Item = u32> {
        let view = Rc::new(view(source));
        let list = view.list;
        for n in list.iter() {
            yield_!(*n);
        }
        yield_!(Rc::strong_count(&view) as u32);
    }
    assert!(all(&source()).eq([1, 2, 1]));
}

#[test]
fn lent_mutably() {
    #[coro_core::coroutine]
    fn all(lists: Vec<&mut Vec<u32>>) -> impl Iterator<Item = u32> {
        for list in lists {
            for n in list.iter_mut() {
                *n += 1;
                yield_!(*n);
            }
        }
    }
    let mut list = vec![1, 2];
    assert!(all(vec![&mut list]).eq([2, 3]));
    assert_eq!(list, [2, 3]);
}
