//# assigned_through_a_shared_receiver: E0594
struct Counter { n: u32 }
impl Counter {
    #[coroutine]
    fn subject(&self) -> impl Iterator<Item = u32> {
        self.n += 1;
        yield_!(self.n);
    }
}

//# input_assigned_through_a_shared_receiver: E0594
struct Counter { n: u32 }
impl Counter {
    #[coroutine]
    fn subject(&self) -> impl Resume<u32, u32, Return = ()> {
        self
            .n = yield_!(self.n);
    }
}

//# method_on_a_field_behind_a_shared_receiver: E0596
struct Stack { items: Vec<u32> }
impl Stack {
    #[coroutine]
    fn subject(&self) -> impl Resume<u32, usize, Return = ()> {
        let next = yield_!(self.items.len());
        self.items.push(next);
    }
}

//# field_pushed_to_though_self_is_not_mut: E0596
struct Stack { items: Vec<u32> }
impl Stack {
    #[coroutine]
    fn subject(self) -> impl Resume<u32, usize, Return = usize> {
        let next = yield_!(self.items.len());
        self.items.push(next);
        self.items.len()
    }
}

//# field_set_though_self_is_not_mut: E0594
struct Counter { n: u32 }
impl Counter {
    #[coroutine]
    fn subject(self) -> impl Resume<u32, u32, Return = u32> {
        yield_!(1);
        self.n = 3;
        self.n
    }
}

//# self_used_after_a_move: E0382
struct Counter { n: u32 }
impl Counter {
    #[coroutine]
    fn subject(self) -> impl Iterator<Item = u32> {
        yield_!(1);
        drop(self);
        yield_!(self.n);
    }
}

//# field_of_self_moved_twice: E0382
struct Named { name: String }
impl Named {
    #[coroutine]
    fn subject(self) -> impl Resume<(), usize, Return = usize> {
        yield_!(1);
        let name = self.name;
        let again = self.name;
        name.len() + again.len()
    }
}

//# field_moved_out_of_a_shared_receiver: E0507
struct Named { name: String }
impl Named {
    #[coroutine]
    fn subject(&self) -> impl Iterator<Item = String> {
        yield_!(
            self.name
        );
    }
}

//# loop_over_a_field_of_a_shared_receiver: E0507
struct Stack { items: Vec<u32> }
impl Stack {
    #[coroutine]
    fn subject(&self) -> impl Iterator<Item = u32> {
        for item in self.items {
            yield_!(item);
        }
    }
}

//# consumed_through_a_mutable_receiver: E0507
struct Counter { n: u32 }
impl Counter {
    fn finish(self) {}
    #[coroutine]
    fn subject(&mut self) -> impl Iterator<Item = u32> {
        yield_!(self.n);
        self.finish();
    }
}

//# two_mutable_borrows_of_a_field: E0499
struct Stack { items: Vec<u32> }
impl Stack {
    #[coroutine]
    fn subject(&mut self) -> impl Iterator<Item = usize> {
        yield_!(1);
        let first = &mut self.items;
        let second = &mut self.items;
        first.clear();
        second.clear();
    }
}

//# field_changed_while_self_is_borrowed: E0506
struct Counter { n: u32 }
impl Counter {
    #[coroutine]
    fn subject(&mut self) -> impl Iterator<Item = u32> {
        yield_!(1);
        let view: &Counter = self;
        self.n = 3;
        drop(view.n);
    }
}

//# method_called_while_a_field_is_borrowed: E0502
struct Stack { items: Vec<u32> }
impl Stack {
    fn pop(&mut self) { self.items.pop(); }
    #[coroutine]
    fn subject(&mut self) -> impl Iterator<Item = u32> {
        yield_!(1);
        for item in &self.items {
            self.pop();
            drop(item);
        }
    }
}

//# self_where_another_type_is_expected: E0308
struct Counter { n: u32 }
impl Counter {
    #[coroutine]
    fn subject(&self) -> impl Iterator<Item = u32> {
        yield_!(1);
        let text: String = self;
    }
}

//# field_where_another_type_is_expected: E0308
struct Counter { n: u32 }
impl Counter {
    #[coroutine]
    fn subject(&self) -> impl Iterator<Item = u64> {
        yield_!(1);
        yield_!(
            self.n
        );
    }
}

//# unknown_field_of_self: E0609
struct Counter { n: u32 }
impl Counter {
    #[coroutine]
    fn subject(&mut self) -> impl Iterator<Item = u32> {
        yield_!(self.n);
        self
            .count += 1;
    }
}

//# unknown_method_of_self: E0599
struct Counter { n: u32 }
impl Counter {
    #[coroutine]
    fn subject(&mut self) -> impl Iterator<Item = u32> {
        yield_!(self.n);
        self.bump();
    }
}

//# pattern_that_moves_out_of_a_shared_receiver: E0507
struct Named { name: Option<String> }
impl Named {
    #[coroutine]
    fn subject(&self) -> impl Iterator<Item = usize> {
        if let Some(name) = self.name {
            yield_!(name.len());
        }
    }
}

//# closure_that_moves_a_field_behind_a_receiver: E0507
struct Named { name: String }
impl Named {
    #[coroutine]
    fn subject(&self) -> impl Iterator<Item = usize> {
        yield_!(1);
        let take = move || self.name;
    }
}

//# a_receiver_that_changes_while_a_field_is_walked: E0502
struct Names { list: Vec<String>, seen: usize }
impl Names {
    fn see(&mut self) { self.seen += 1; }
    #[coroutine]
    fn subject(&mut self) -> impl Iterator<Item = usize> {
        for name in &self.list {
            self.see();
            yield_!(name.len());
        }
    }
}
