//! Walks over trees, graphs and directories.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap, HashSet, VecDeque},
    fs, io,
    path::{Path, PathBuf},
};

use itertools::Itertools as _;

#[derive(Debug)]
struct Tree {
    value: u32,
    left: Option<Box<Tree>>,
    right: Option<Box<Tree>>,
}

impl Tree {
    fn insert(tree: &mut Option<Box<Tree>>, value: u32) {
        match tree {
            None => *tree = Some(Box::new(Tree { value, left: None, right: None })),
            Some(node) if value < node.value => Self::insert(&mut node.left, value),
            Some(node) => Self::insert(&mut node.right, value),
        }
    }

    fn of(values: &[u32]) -> Option<Box<Tree>> {
        let mut tree = None;
        for &value in values {
            Self::insert(&mut tree, value);
        }
        tree
    }

    fn visit<'a>(tree: Option<&'a Tree>, order: &mut dyn FnMut(&'a Tree, u8)) {
        if let Some(node) = tree {
            order(node, 0);
            Self::visit(node.left.as_deref(), order);
            order(node, 1);
            Self::visit(node.right.as_deref(), order);
            order(node, 2);
        }
    }

    fn expected(tree: Option<&Tree>, when: u8) -> Vec<u32> {
        let mut values = Vec::new();
        Self::visit(tree, &mut |node, moment| {
            if moment == when {
                values.push(node.value);
            }
        });
        values
    }
}

const VALUES: [u32; 9] = [50, 20, 70, 10, 30, 60, 90, 25, 65];

#[coro_core::coroutine]
fn in_order(tree: Option<&Tree>) -> impl Iterator<Item = u32> {
    let mut stack = Vec::new();
    let mut next = tree;
    loop {
        while let Some(node) = next {
            stack.push(node);
            next = node.left.as_deref();
        }
        let Some(node) = stack.pop() else { return };
        yield_!(node.value);
        next = node.right.as_deref();
    }
}

#[coro_core::coroutine]
fn pre_order<'a>(tree: Option<&'a Tree>) -> impl Iterator<Item = &'a Tree> + Clone {
    let mut stack: Vec<_> = tree.into_iter().collect();
    while let Some(node) = stack.pop() {
        yield_!(node);
        stack.extend(node.right.as_deref());
        stack.extend(node.left.as_deref());
    }
}

#[coro_core::coroutine]
fn post_order(tree: Option<&Tree>) -> impl Iterator<Item = u32> {
    let mut stack = tree.map(|node| (node, false)).into_iter().collect::<Vec<_>>();
    while let Some((node, done)) = stack.pop() {
        if done {
            yield_!(node.value);
        } else {
            stack.push((node, true));
            for child in [&node.right, &node.left].into_iter().flatten() {
                stack.push((child, false));
            }
        }
    }
}

#[test]
fn trees_in_three_orders() {
    let tree = Tree::of(&VALUES);
    let tree = tree.as_deref();
    assert_eq!(in_order(tree).collect_vec(), VALUES.into_iter().sorted().collect_vec());
    assert_eq!(pre_order(tree).map(|node| node.value).collect_vec(), Tree::expected(tree, 0));
    assert_eq!(post_order(tree).collect_vec(), Tree::expected(tree, 2));
    assert_eq!(in_order(None).count(), 0);
}

/// The tree is taken apart on the way: each node is moved out of its box.
#[coro_core::coroutine]
fn drain(tree: Option<Box<Tree>>) -> impl Iterator<Item = u32> {
    let mut queue = VecDeque::from_iter(tree);
    while let Some(node) = queue.pop_front() {
        let Tree { value, left, right } = *node;
        yield_!(value);
        queue.extend(left);
        queue.extend(right);
    }
}

#[test]
fn trees_level_by_level() {
    let tree = Tree::of(&VALUES);
    let mut levels: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    let mut depth = 0;
    Tree::visit(tree.as_deref(), &mut |node, moment| match moment {
        0 => {
            depth += 1;
            levels.entry(depth).or_default().push(node.value);
        }
        2 => depth -= 1,
        _ => {}
    });
    assert!(drain(tree).eq(levels.into_values().flatten()));
}

type Graph = BTreeMap<u32, Vec<u32>>;

fn graph(edges: &[(u32, u32)]) -> Graph {
    let mut graph = Graph::new();
    for &(from, to) in edges {
        graph.entry(from).or_default().push(to);
        graph.entry(to).or_default();
    }
    graph
}

const EDGES: [(u32, u32); 8] = [(1, 2), (1, 3), (2, 4), (3, 4), (4, 5), (6, 3), (5, 7), (2, 7)];

#[coro_core::coroutine]
fn breadth_first(graph: &Graph, start: u32) -> impl Iterator<Item = (u32, usize)> {
    let mut seen = HashSet::from([start]);
    let mut queue = VecDeque::from([(start, 0)]);
    while let Some((node, distance)) = queue.pop_front() {
        yield_!((node, distance));
        for &next in &graph[&node] {
            if seen.insert(next) {
                queue.push_back((next, distance + 1));
            }
        }
    }
}

#[test]
fn distances_in_a_graph() {
    let graph = graph(&EDGES);
    // Relaxed until nothing changes.
    let mut distances = BTreeMap::from([(1, 0)]);
    for _ in 0..graph.len() {
        for (from, to) in EDGES {
            if let Some(&distance) = distances.get(&from) {
                let best = distances.entry(to).or_insert(distance + 1);
                *best = (distance + 1).min(*best);
            }
        }
    }
    assert_eq!(breadth_first(&graph, 1).collect::<BTreeMap<_, _>>(), distances);
    assert!(breadth_first(&graph, 1).map(|(_, distance)| distance).is_sorted());
}

#[coro_core::coroutine]
fn depth_first(graph: &Graph, start: u32) -> impl Iterator<Item = u32> {
    let mut seen = HashSet::new();
    let mut stack = vec![start];
    while let Some(node) = stack.pop() {
        if !seen.insert(node) {
            continue;
        }
        yield_!(node);
        stack.extend(graph[&node].iter().rev());
    }
}

#[test]
fn depth_first_by_recursion() {
    fn visit(graph: &Graph, node: u32, seen: &mut Vec<u32>) {
        if !seen.contains(&node) {
            seen.push(node);
            graph[&node].iter().for_each(|&next| visit(graph, next, seen));
        }
    }
    let graph = graph(&EDGES);
    let mut expected = Vec::new();
    visit(&graph, 1, &mut expected);
    assert_eq!(depth_first(&graph, 1).collect_vec(), expected);
}

/// Kahn's algorithm; a cycle ends it with an error.
#[coro_core::coroutine]
fn topological(graph: &Graph) -> impl Iterator<Item = Result<u32, &'static str>> {
    let mut incoming: BTreeMap<u32, usize> = graph.keys().map(|&node| (node, 0)).collect();
    for next in graph.values().flatten() {
        *incoming.get_mut(next).ok_or("an edge to nowhere")? += 1;
    }
    let ready = |incoming: &BTreeMap<u32, usize>| {
        incoming.iter().find(|(_, count)| **count == 0).map(|(&node, _)| node)
    };
    while let Some(node) = ready(&incoming) {
        incoming.remove(&node);
        for next in &graph[&node] {
            *incoming.get_mut(next).ok_or("an edge back")? -= 1;
        }
        yield_!(Ok(node));
    }
    if !incoming.is_empty() {
        yield_!(Err("a cycle"));
    }
}

#[test]
fn topological_order() {
    let order: Vec<_> = topological(&graph(&EDGES)).try_collect().unwrap();
    let at = |node| order.iter().position(|&other| other == node);
    assert_eq!(order.len(), 7);
    assert!(EDGES.iter().all(|&(from, to)| at(from) < at(to)));
    let cyclic = graph(&[(1, 2), (2, 3), (3, 2)]);
    assert_eq!(topological(&cyclic).collect_vec(), [Ok(1), Err("a cycle")]);
}

#[coro_core::coroutine]
fn dijkstra(
    roads: &BTreeMap<char, Vec<(char, u32)>>,
    start: char,
) -> impl Iterator<Item = (char, u32)> {
    let mut settled = HashSet::new();
    let mut heap = BinaryHeap::from([Reverse((0, start))]);
    while let Some(Reverse((distance, town))) = heap.pop() {
        if !settled.insert(town) {
            continue;
        }
        yield_!((town, distance));
        for &(next, length) in roads.get(&town).into_iter().flatten() {
            heap.push(Reverse((distance + length, next)));
        }
    }
}

#[test]
fn shortest_roads() {
    let roads = BTreeMap::from([
        ('a', vec![('b', 7), ('c', 3)]),
        ('c', vec![('b', 1), ('d', 8)]),
        ('b', vec![('d', 2), ('a', 7)]),
    ]);
    assert!(dijkstra(&roads, 'a').eq([('a', 0), ('c', 3), ('b', 4), ('d', 6)]));
}

/// A directory, parents before children, by name.
#[coro_core::coroutine]
fn walk_directory(root: PathBuf) -> impl Iterator<Item = io::Result<PathBuf>> {
    let mut stack = vec![root];
    while let Some(path) = stack.pop() {
        if path.is_dir() {
            let mut children = Vec::new();
            for entry in fs::read_dir(&path)? {
                children.push(entry?.path());
            }
            children.sort();
            stack.extend(children.into_iter().rev());
        }
        yield_!(Ok(path));
    }
}

#[test]
fn directories_as_walkdir_walks_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let walked: Vec<_> = walk_directory(root.join("tests")).try_collect().unwrap();
    let expected = walkdir::WalkDir::new(root.join("tests")).sort_by_file_name();
    let expected = expected.into_iter().map(|entry| entry.unwrap().into_path()).collect_vec();
    assert_eq!(walked, expected);
    let missing = walk_directory(root.join("nowhere")).next().unwrap();
    assert_eq!(missing.unwrap(), root.join("nowhere"));
}
