//! Operands in front of a suspension that are behind shared references, or copies that a method takes: later operands
//! change what leads there, by methods and functions, and nothing forbids it.

use coro_tests::{D, St, d, fidelity, log, see, st};

use super::given::*;

pub struct S {
    pub n: u32,
    pub d: D,
    pub list: [u32; 3],
    pub o: Option<u32>,
}

impl S {
    fn lk(&self, k: u32) -> u32 {
        see("lk", self.n + k)
    }
}

impl std::ops::Index<u32> for S {
    type Output = u32;
    fn index(&self, k: u32) -> &u32 {
        &self.list[(k % 3) as usize]
    }
}

pub fn s(n: u32) -> &'static S {
    leaked(S {
        n,
        d: d(if n == 1 { "one" } else { "more" }),
        list: [n, n + 1, n + 2],
        o: Some(n * 10),
    })
}

pub fn leaked<T>(value: T) -> &'static mut T {
    Box::leak(Box::new(value))
}

pub struct Inner {
    pub rest: &'static [u32],
    pub n: u32,
}

pub struct Parser {
    pub rest: &'static [u32],
    pub txt: &'static str,
    pub s: &'static S,
    pub ds: &'static [D],
    pub inner: Inner,
    pub list: Vec<u32>,
    pub last: Option<u32>,
    pub f: fn(u32) -> u32,
}

fn plain(n: u32) -> u32 {
    see("plain", n)
}

fn other(n: u32) -> u32 {
    see("other", n + 50)
}

impl Parser {
    pub fn adv(&mut self) {
        log("adv");
        self.rest = &self.rest[1..];
        self.inner.rest = &self.inner.rest[1..];
        self.txt = &self.txt[1..];
        self.s = s(self.s.n + 1);
        self.ds = &self.ds[1..];
        self.f = other;
    }
    fn count(&self) -> u32 {
        see("count", self.list.len() as u32)
    }
}

pub fn parser() -> Parser {
    Parser {
        rest: &[1, 2, 3, 4, 5, 6, 7],
        txt: "abcdefgh",
        s: s(1),
        ds: leaked(vec![d("p"), d("q"), d("r"), d("s"), d("t")]),
        inner: Inner { rest: &[4, 5, 6, 7], n: 3 },
        list: vec![7, 8, 9],
        last: Some(4),
        f: plain,
    }
}

fn adv(p: &mut Parser) {
    p.adv();
}

fn lk2(s: &S, k: u32) -> u32 {
    s.lk(k)
}

fn first(list: &[u32], n: u32) -> u32 {
    see("first", list[0] + n)
}

fn shorten(list: &mut &[u32]) {
    *list = &list[1..];
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Pos {
    x: u32,
    y: u32,
}

impl Pos {
    fn moved(self, k: u32) -> u32 {
        see("moved", self.x * 100 + k)
    }
    fn shift(&mut self, k: u32) -> u32 {
        self.x += k;
        see("shift", self.x)
    }
    fn seen(&self) -> u32 {
        see("seen", self.x)
    }
    fn get(&mut self) -> u32 {
        self.x += 1;
        see("get", self.x)
    }
    fn to_next(&mut self) -> u32 {
        self.y += 2;
        self.x += self.y;
        see("next", self.x)
    }
}

impl std::ops::Add<u32> for Pos {
    type Output = u32;
    fn add(self, k: u32) -> u32 {
        see("add", self.x * 100 + k)
    }
}

fn set(pos: &mut Pos) {
    pos.x = 50;
}

pub struct Player {
    at: Pos,
    inner: (u32, Pos),
}

impl Player {
    fn step(&mut self) -> u32 {
        self.at.x += 1;
        self.inner.1.x += 1;
        see("step", self.at.x)
    }
}

trait Shape {
    fn area(&self, n: u32) -> u32;
    fn grow(&mut self, n: u32) -> u32;
}

impl Shape for Player {
    fn area(&self, n: u32) -> u32 {
        see("area", self.at.x * n)
    }
    fn grow(&mut self, n: u32) -> u32 {
        self.at.x += n;
        see("grow", self.at.x)
    }
}

fn player() -> &'static mut Player {
    leaked(Player { at: Pos { x: 1, y: 2 }, inner: (3, Pos { x: 4, y: 5 }) })
}

fidelity! {
    fn a_range_of_a_slice(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns u32, unclonable => {
        let rest = &p.rest[{ p.adv(); yield_!(1) as usize % 2 }..]; t(rest[0]); let rest = &p.rest[{ p.rest = &[8, 9, 10]; yield_!(1) as usize % 2 }..]; rest[0]
    }
}

fidelity! {
    fn an_element_of_a_slice(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns u32, unclonable => {
        t(p.rest[{ p.adv(); yield_!(1) as usize % 2 }]); 3
    }
}

fidelity! {
    fn compared_elements(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns bool, unclonable => {
        p.s.n == { p.adv(); yield_!(1) } || p.s.d.n < { p.adv(); yield_!(4) }
    }
}

fidelity! {
    fn arguments_that_are_borrowed(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns u32, unclonable => {
        lk2(&p.s, { p.adv(); yield_!(1) }) + lk2(&*p.s, { p.adv(); yield_!(1) }) + first(&p.rest, { p.adv(); yield_!(2) }) + first(&p.inner.rest, { p.adv(); yield_!(2) })
    }
}

fidelity! {
    fn a_parameter_that_a_function_changes(mut rest: &'static [u32]) as (&[1, 2, 3, 4, 5, 6]), takes u32, yields u32, returns u32, unclonable => {
        first(&rest, { shorten(&mut rest); yield_!(0) }) + *rest.get({ shorten(&mut rest); yield_!(0) as usize % 2 }).unwrap() + (&rest[1..{ shorten(&mut rest); 2 + yield_!(0) as usize % 2 }])[0]
    }
}

fidelity! {
    fn what_is_formatted(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns String, unclonable => {
        format!("{} {} {}", p.s.n, p.rest[0], { p.adv(); yield_!(1) })
    }
}

fidelity! {
    fn what_only_looks_in_between(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns u32, unclonable => {
        p.list.push({ p.count(); yield_!(1) }); p.last.replace({ p.count(); yield_!(2) }); t(*p.list.first().unwrap()); t(p.last.unwrap_or({ p.count(); yield_!(4) }));
        p.list.insert(yield_!(p.count()) as usize % 2, 5); p.list.extend({ p.count(); Some(yield_!(3)) }); p.list.iter().sum()
    }
}

fidelity! {
    fn what_is_assigned_behind_a_reference(z: &'static mut Pos) as (leaked(Pos { x: 1, y: 2 })), takes u32, yields u32, returns u32, unclonable => {
        z.moved({ *z = Pos { x: 7, y: 8 }; yield_!(1) }) + z.moved({ z.x = 9; yield_!(1) }) + z.x
    }
}

fidelity! {
    fn what_only_looks_at_copies(p: &'static mut Player) as (player()), takes u32, yields u32, returns u32, unclonable => {
        let mut q = Pos { x: 1, y: 2 }; let r = q.shift({ q.seen(); yield_!(2) }) + p.at.shift({ p.at.seen(); yield_!(2) }); r + (p.at + { p.step(); yield_!(2) }) + p.at.x
    }
}

fidelity! {
    fn what_is_given_away_and_only_looked_at(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns u32, unclonable => {
        fn many(p: &Parser) -> u32 { see("many", p.list.len() as u32) }
        p.list.push({ many(p); yield_!(1) }); p.list.insert(yield_!(p.count()) as usize % 2, p.list[0]); p.list.push(yield_!(p.count()) + p.count());
        let r = p.last.insert({ p.count(); yield_!(1) }); *r += 1; p.last.replace({ p.count(); yield_!(5) }); p.list.extend([{ p.count(); yield_!(1) }, p.count()]); p.last.unwrap_or(0)
    }
}

fidelity! {
    fn what_is_behind_references_and_only_looked_at(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns bool, unclonable => {
        p.txt.starts_with({ p.count(); yield_!(1); "ab" }) | p.rest[2..].contains(&{ p.count(); yield_!(1) }) | p.s.list.contains(&{ p.count(); yield_!(p.s.n) }) | p.inner.rest.contains(&{ p.count(); yield_!(2) })
    }
}

fidelity! {
    fn a_function_that_is_only_looked_at(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns u32, unclonable => {
        (p.f)({ p.count(); yield_!(1) }) + (p.f)({ p.f = plain; yield_!(1) }) + (p.f)(yield_!(p.count()) + p.count())
    }
}

fidelity! {
    fn a_trait_object(x: &'static mut dyn Shape) as (player()), takes u32, yields u32, returns u32, unclonable => {
        x.grow({ x.area(1); yield_!(2) }) + x.grow(yield_!(x.area(1)) + x.area(2))
    }
}

fidelity! {
    fn what_is_moved_afterwards() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut p = parser(); p.list.push({ p.count(); yield_!(1) }); let q = p; q.count()
    }
}

fidelity! {
    fn compared_ranges(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns bool, unclonable => {
        p.rest[0..2] == { p.adv(); yield_!(5); [1, 2] }
    }
}

impl std::ops::Add<u32> for &S {
    type Output = u32;
    fn add(self, k: u32) -> u32 {
        see("add", self.n + k)
    }
}

fidelity! {
    fn references_that_are_borrowed_again(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns u32, unclonable => {
        let r = (&*p.s, { p.adv(); yield_!(1) }).0.n; let list = [&*p.s, { p.adv(); yield_!(r); &*p.s }]; &*p.s + { p.adv(); yield_!(list[0].n) } + list[1].n
    }
}

struct Token<'a> {
    text: &'a u32,
    line: u32,
}

fidelity! {
    fn references_in_a_struct(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns u32, unclonable => {
        let token = Token { text: &p.s.n, line: yield_!({ p.adv(); 1 }) }; let some = Some(Token { text: &p.s.n, line: { p.adv(); yield_!(2) } }); let x; x = (&p.s.n, { p.adv(); yield_!(3) });
        t(*token.text * 100 + token.line) + *some.unwrap().text + *x.0
    }
}

impl Parser {
    fn get(&mut self, n: u32) -> u32 {
        see("get", n)
    }
}

impl Inner {
    fn add(&mut self, n: u32) -> u32 {
        self.n += n;
        see("add", self.n)
    }
}

fidelity! {
    fn methods_under_names_of_others(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns u32, unclonable => {
        let mut k = (parser(), 3u32); let r = k.0.get(yield_!(p.count())) + p.get(yield_!(1)) + p.inner.add(yield_!(p.count())); p.inner.n.max(yield_!(p.count())) + p.list[0] + r
    }
}

fidelity! {
    fn parts_of_a_local_that_is_written_to() as (), takes u32, yields u32, returns String, unclonable => {
        use std::fmt::Write as _;
        struct Out { out: String, n: u32 }
        impl Out { fn note(&self) -> u32 { self.n } }
        let mut p = Out { out: String::new(), n: 3 };
        write!(p.out, "{}", yield_!(p.note())).unwrap(); write!(p.out, "{} {}", p.n, yield_!(p.note())).unwrap(); p.out
    }
}

fn of_pos(pos: Pos, k: u32) -> u32 {
    see("pos", pos.x * 100 + k)
}

fn add_one(n: &mut u32) -> u32 {
    *n += 1;
    see("one more", *n)
}

fn passed<T>(it: T) -> T {
    it
}

fn both(s: &S, k: u32) -> u32 {
    see("both", s.n + k)
}

/// Holds references that change what they refer to.
pub struct Held {
    number: &'static mut u32,
    at: &'static mut Pos,
    n: u32,
}

fn held() -> &'static mut Held {
    leaked(Held { number: leaked(4), at: leaked(Pos { x: 1, y: 2 }), n: 7 })
}

fidelity! {
    fn what_a_method_that_seems_to_look_changes(p: &'static mut Player) as (player()), takes u32, yields u32, returns u32, unclonable => {
        let r = (p.at + { p.at.get(); yield_!(1) }) + of_pos(p.at, { p.at.to_next(); yield_!(2) }); let mut z = p.at; r + (z + { z.get(); yield_!(3) }) + of_pos(z, { z.to_next(); yield_!(4) })
    }
}

fidelity! {
    fn what_stands_in_a_list_or_is_given_by_a_path() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut k = [Pos { x: 1, y: 2 }, Pos { x: 3, y: 4 }]; t(k[0].x.max({ k[0].get(); yield_!(1) })); t(u32::from(k[0].x == { k[0].get(); yield_!(3) }));
        t(Some(k[1]).map_or({ k[1].get(); yield_!(1) }, |it| it.x)); t(Pos::moved(k[1], { k[1].get(); yield_!(2) })); t(vec![k[0].x, { k[0].to_next(); yield_!(3) }][0]); (k[0], { k[0].to_next(); yield_!(4) }).0.x
    }
}

fidelity! {
    fn what_a_function_is_given_that_changes_it(p: &'static mut Held) as (held()), takes u32, yields u32, returns bool, unclonable => {
        let r = *p.number == { add_one(p.number); yield_!(1) } || (*p.number).max({ add_one(p.number); yield_!(3) }) == 6; t(t2(*p.number, { add_one(p.number); yield_!(4) }));
        t(t2(p.n, { see("n", p.n); yield_!(5) })); (*p.at + { set(p.at); yield_!(6) }) > 500 || r
    }
}

fidelity! {
    fn what_a_reference_of_an_unknown_type_changes(p: &'static mut Held) as (held()), takes u32, yields u32, returns u32, unclonable => {
        let z = passed(&mut p.n); t(u32::from(*z == { add_one(z); yield_!(8) })); t((*z).max({ add_one(z); yield_!(3) })); t2(*z, { add_one(z); yield_!(4) }) + *z
    }
}

fn advance(rest: &mut &[u32]) -> usize {
    *rest = &rest[1..];
    see("advance", rest.len() as u32) as usize
}

fn skip(text: &mut &str) -> usize {
    *text = &text[1..];
    text.len()
}

fn length(list: &[u32], k: u32) -> u32 {
    see("length", list.len() as u32 + k)
}

/// Holds references in boxes and behind others.
pub struct Holder {
    boxed: Box<&'static S>,
    referred: &'static mut &'static S,
    all: Vec<&'static S>,
}

fn holder() -> &'static mut Holder {
    leaked(Holder { boxed: Box::new(s(1)), referred: leaked(s(1)), all: vec![s(1), s(2)] })
}

impl Holder {
    fn step(&mut self) -> u32 {
        *self.boxed = s(2);
        *self.referred = s(2);
        self.all[0] = s(2);
        see("step", self.boxed.n)
    }
}

fidelity! {
    fn behind_a_reference_to_a_reference(q: &'static mut &'static S) as (leaked(s(1))), takes u32, yields u32, returns String, unclonable => {
        t(both(&**q, { *q = s(2); yield_!(1) })); t(u32::from(q.n == { *q = s(1); yield_!(3) })); t(both(&q, { *q = s(2); yield_!(3) })); t(both(&*q, { *q = s(1); yield_!(3) }));
        t(*(&q.n, { *q = s(2); yield_!(4) }).0); t(*[&q.n, { *q = s(1); yield_!(4); &7 }][0]); format!("{} {}", q.n, { *q = s(2); yield_!(1) })
    }
}

fidelity! {
    fn a_slice_behind_a_reference(r: &'static mut &'static [u32]) as (leaked(&[1u32, 2, 3, 4, 5, 6, 7, 8, 9] as &'static [u32])), takes u32, yields u32, returns u32, unclonable => {
        let z = &r[..{ advance(r); yield_!(1); 2 }]; see("z", z[0]); let z = &r[{ advance(r); yield_!(1); 2 }..]; see("z", z[0]); t(length(&r, { *r = &r[1..]; yield_!(1) })); t(r[{ advance(r); yield_!(3); 1 }]); r[0]
    }
}

fidelity! {
    fn a_text_behind_a_reference(r: &'static mut &'static str) as (leaked("abcdefghi")), takes u32, yields u32, returns bool, unclonable => {
        let z = &r[..{ skip(r); yield_!(1); 2 }]; t(u32::from(z == "ab")); **r == *{ skip(r); yield_!(1); "bcdefghi" }
    }
}

fidelity! {
    fn references_in_boxes_and_lists(p: &'static mut Holder) as (holder()), takes u32, yields u32, returns String, unclonable => {
        t(both(&p.boxed, { p.step(); yield_!(1) })); *p.boxed = s(1); t(both(&p.referred, { p.step(); yield_!(1) })); *p.referred = s(1); t(*(&p.referred.n, { p.step(); yield_!(1) }).0);
        *p.boxed = s(1); p.all[0] = s(1); t(u32::from(p.boxed.n == { p.step(); yield_!(1) })); p.all[0] = s(1); t(u32::from(p.all[0].n == { p.step(); yield_!(1) }));
        p.all[0] = s(1); format!("{} {} {}", p.all[0].n, p.boxed.n, { p.step(); yield_!(1) })
    }
}

impl Pos {
    fn into_sum(self, k: u32) -> u32 {
        see("sum", self.x + self.y + k)
    }
}

trait Count {
    fn count_up(&mut self, k: u32) -> u32;
}

impl Count for u32 {
    fn count_up(&mut self, k: u32) -> u32 {
        *self += k;
        see("up", *self)
    }
}

fn empty(slot: &mut Option<u32>) -> u32 {
    see("empty", slot.take().unwrap_or(9))
}

fidelity! {
    fn numbers_behind_references(z: &'static mut u32) as (leaked(3)), takes u32, yields u32, returns u32, unclonable => {
        t(z.saturating_sub({ add_one(z); yield_!(1) })); t(z.pow({ z.count_up(3); yield_!(1) % 2 })); t(z.checked_add({ add_one(z); yield_!(3) }).unwrap_or(1));
        let mut n = 4u32; { let z = &mut n; t(z.wrapping_add({ z.count_up(3); yield_!(4) })); } let z = passed(z); t(z.abs_diff({ add_one(z); yield_!(5) })); (*z).max({ add_one(z); yield_!(6) }) + n
    }
}

fidelity! {
    fn numbers_in_fields_and_boxes(p: &'static mut Held) as (held()), takes u32, yields u32, returns u32, unclonable => {
        t(p.number.checked_add({ add_one(p.number); yield_!(1) }).unwrap_or(1)); t(p.number.pow({ p.number.count_up(3); yield_!(1) % 2 })); let mut z = Box::new(3u32); t(z.wrapping_add({ z.count_up(10); yield_!(1) })); p.n.max({ add_one(&mut p.n); yield_!(3) })
    }
}

fidelity! {
    fn what_is_taken_of_a_reference(z: &'static mut Option<u32>, q: &'static mut Pos) as (leaked(Some(3)), leaked(Pos { x: 1, y: 2 })), takes u32, yields u32, returns u32, unclonable => {
        t(z.unwrap_or({ z.take(); yield_!(1) })); *z = Some(4); t(z.map_or({ empty(z); yield_!(1) }, |n| n + 7)); *z = Some(5); t(z.ok_or({ empty(z); yield_!(2) }).unwrap_or(1)); *z = Some(6); z.zip({ empty(z); yield_!(2); Some(1) });
        q.into_sum({ set(q); yield_!(3) }) + q.into_sum({ q.shift(4); yield_!(4) })
    }
}

fidelity! {
    fn a_number_that_is_used_once(z: &'static mut u32) as (leaked(3)), takes u32, yields u32, returns u32, unclonable => {
        z.saturating_sub({ add_one(z); yield_!(1) })
    }
}

fidelity! {
    fn what_is_taken_and_used_once(z: &'static mut Option<u32>) as (leaked(Some(3))), takes u32, yields u32, returns u32, unclonable => {
        z.map_or({ empty(z); yield_!(1) }, |n| n + 7)
    }
}

fidelity! {
    fn a_part_of_a_slice_behind_a_reference(r: &'static mut &'static [u32]) as (leaked(&[1u32, 2, 3, 4, 5, 6, 7, 8, 9] as &'static [u32])), takes u32, yields u32, returns u32, unclonable => {
        let x = &r[..{ advance(r); yield_!(1) as usize % 3 + 1 }]; x.len() as u32 * 10 + x[0]
    }
}

fidelity! {
    fn what_patterns_and_types_borrow_of_a_reference(p: &'static mut Held) as (held()), takes u32, yields u32, returns u32, unclonable => {
        let r = (*p.number).max({ let k: &mut u32 = p.number; *k = 60; yield_!(1) }) + of_pos(*p.at, { let Pos { x, .. } = p.at; *x = 60; yield_!(2) });
        let r = r + of_pos(*p.at, { match p.at { Pos { x, .. } => *x += 60 } yield_!(3) }); let z = passed(&mut p.n); r + (*z).max({ let k: &mut u32 = z; *k = 50; yield_!(4) })
    }
}

fidelity! {
    fn a_number_of_an_unknown_type(p: &'static mut Held) as (held()), takes u32, yields u32, returns u32, unclonable => {
        let z = passed(&mut p.n); z.saturating_sub({ add_one(z); yield_!(1) })
    }
}
