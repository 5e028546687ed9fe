//! Grids: spirals, floods, neighbours, life, queens, diagonals.

use std::collections::{BTreeSet, VecDeque};

use itertools::Itertools as _;

struct Matrix {
    cells: Vec<u32>,
    width: usize,
}

impl Matrix {
    fn new(width: usize, height: usize) -> Self {
        Self { cells: (0..).take(width * height).collect(), width }
    }

    fn height(&self) -> usize {
        self.cells.len() / self.width
    }

    fn at(&self, x: usize, y: usize) -> u32 {
        self.cells[y * self.width + x]
    }

    /// From the outside in, clockwise.
    #[coro_core::coroutine]
    fn spiral(&self) -> impl Iterator<Item = u32> {
        let (mut left, mut top) = (0, 0);
        let (mut right, mut bottom) = (self.width, self.height());
        while left < right && top < bottom {
            for x in left..right {
                yield_!(self.at(x, top));
            }
            for y in top + 1..bottom {
                yield_!(self.at(right - 1, y));
            }
            if bottom - top > 1 {
                for x in (left..right - 1).rev() {
                    yield_!(self.at(x, bottom - 1));
                }
            }
            if right - left > 1 {
                for y in (top + 1..bottom - 1).rev() {
                    yield_!(self.at(left, y));
                }
            }
            left += 1;
            top += 1;
            right -= 1;
            bottom -= 1;
        }
    }

    #[coro_core::coroutine]
    fn columns(&self) -> impl Iterator<Item = Vec<u32>> {
        for x in 0..self.width {
            let mut column = vec![];
            for y in 0..self.height() {
                column.push(self.at(x, y));
            }
            yield_!(column);
        }
    }

    #[coro_core::coroutine]
    fn diagonals(&self) -> impl Iterator<Item = Vec<u32>> {
        let (width, height) = (self.width, self.height());
        for sum in 0..width + height - 1 {
            let from = sum.saturating_sub(height - 1);
            let diagonal = (from..width.min(sum + 1)).map(|x| self.at(x, sum - x));
            yield_!(diagonal.collect());
        }
    }
}

#[test]
fn spirals() {
    // Peel the top row off and turn the rest, again and again.
    for (width, height) in [(4, 3), (1, 4), (5, 1), (3, 3)] {
        let matrix = Matrix::new(width, height);
        let mut rows = matrix.cells.chunks(width).map(<[u32]>::to_vec).collect_vec();
        let mut expected = Vec::new();
        while !rows.is_empty() {
            expected.extend(rows.remove(0));
            let width = rows.first().map_or(0, Vec::len);
            rows = (0..width).rev().map(|x| rows.iter().map(|row| row[x]).collect()).collect();
        }
        assert_eq!(matrix.spiral().collect_vec(), expected);
    }
}

#[test]
fn columns_and_diagonals() {
    let matrix = Matrix::new(4, 3);
    let columns = (0..4).map(|x| matrix.cells.iter().copied().skip(x).step_by(4).collect_vec());
    assert!(matrix.columns().eq(columns));
    let cells = (0..12u32).sorted_by_key(|cell| (cell / 4 + cell % 4, cell % 4));
    assert!(matrix.diagonals().flatten().eq(cells));
    assert_eq!(matrix.diagonals().count(), 6);
}

#[coro_core::coroutine]
fn neighbours(
    (x, y): (usize, usize),
    width: usize,
    height: usize,
) -> impl Iterator<Item = (usize, usize)> {
    for dx in [-1isize, 0, 1] {
        for dy in [-1isize, 0, 1] {
            if (dx, dy) == (0, 0) {
                continue;
            }
            let (Some(x), Some(y)) = (x.checked_add_signed(dx), y.checked_add_signed(dy)) else {
                continue;
            };
            if x < width && y < height {
                yield_!((x, y));
            }
        }
    }
}

#[test]
fn neighbours_of_a_cell() {
    for cell in (0..4).cartesian_product(0..3) {
        let expected = (0..4usize)
            .cartesian_product(0..3usize)
            .filter(|&(x, y)| (x, y) != cell && x.abs_diff(cell.0) < 2 && y.abs_diff(cell.1) < 2);
        assert!(neighbours(cell, 4, 3).eq(expected), "{cell:?}");
    }
}

/// Conway's life on a torus of 6 by 6.
#[coro_core::coroutine]
fn life(mut alive: BTreeSet<(i32, i32)>) -> impl Iterator<Item = BTreeSet<(i32, i32)>> {
    loop {
        yield_!(alive.clone());
        let count = |x: i32, y: i32| {
            let around = (-1..=1).cartesian_product(-1..=1).filter(|&d| d != (0, 0));
            around
                .filter(|(dx, dy)| {
                    alive.contains(&((x + dx).rem_euclid(6), (y + dy).rem_euclid(6)))
                })
                .count()
        };
        alive = (0..6)
            .cartesian_product(0..6)
            .filter(|&(x, y)| matches!((count(x, y), alive.contains(&(x, y))), (3, _) | (2, true)))
            .collect();
    }
}

#[test]
fn a_glider_glides() {
    let glider = BTreeSet::from([(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)]);
    let moved = glider.iter().map(|&(x, y)| ((x + 1) % 6, (y + 1) % 6)).collect();
    assert_eq!(life(glider.clone()).nth(4), Some(moved));
    assert_eq!(life(glider.clone()).nth(24), Some(glider));
}

#[coro_core::coroutine]
fn queens(n: usize) -> impl Iterator<Item = Vec<usize>> {
    let mut columns: Vec<usize> = Vec::new();
    let mut next = 0;
    loop {
        while next < n {
            let row = columns.len();
            let free =
                columns.iter().enumerate().all(|(r, &c)| c != next && row - r != c.abs_diff(next));
            if free {
                columns.push(next);
                next = 0;
                if columns.len() == n {
                    yield_!(columns.clone());
                    break;
                }
            } else {
                next += 1;
            }
        }
        match columns.pop() {
            Some(column) => next = column + 1,
            None => return,
        }
    }
}

#[test]
fn queens_by_permutations() {
    for n in 1..7 {
        let expected = (0..n).permutations(n).filter(|columns| {
            (0..n)
                .tuple_combinations()
                .all(|(a, b): (usize, usize)| b - a != columns[a].abs_diff(columns[b]))
        });
        assert!(queens(n).eq(expected), "{n}");
    }
}

#[coro_core::coroutine]
fn flood<'a>(maze: &'a [&'a [u8]], start: (usize, usize)) -> impl Iterator<Item = (usize, usize)> {
    let mut queue = VecDeque::new();
    let mut seen = BTreeSet::new();
    queue.push_back(start);
    while let Some(cell @ (x, y)) = queue.pop_front() {
        if maze[y][x] == b'#' || !seen.insert(cell) {
            continue;
        }
        yield_!(cell);
        if x > 0 {
            queue.push_back((x - 1, y));
        }
        if y > 0 {
            queue.push_back((x, y - 1));
        }
        if x + 1 < maze[y].len() {
            queue.push_back((x + 1, y));
        }
        if y + 1 < maze.len() {
            queue.push_back((x, y + 1));
        }
    }
}

#[test]
fn a_maze_is_flooded_as_far_as_its_walls() {
    let maze: [&[u8]; 4] = [b"..#.", ".#..".as_bytes(), b"..#.", b"#..#"];
    let reached = flood(&maze, (0, 0)).collect::<BTreeSet<_>>();
    // Spread from cell to cell until nothing changes.
    let mut expected = BTreeSet::from([(0, 0)]);
    loop {
        let more = (0..4usize).cartesian_product(0..4usize).filter(|&(x, y)| {
            maze[y][x] != b'#'
                && expected
                    .iter()
                    .any(|&(a, b): &(usize, usize)| a.abs_diff(x) + b.abs_diff(y) <= 1)
        });
        let more: BTreeSet<_> = more.collect();
        if more == expected {
            break;
        }
        expected = more;
    }
    assert_eq!(reached, expected);
}
