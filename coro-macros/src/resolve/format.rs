//! Inline captures of format strings.
//!
//! In: a string literal in a macro's arguments. Out: the names that `{name}`, `{:width$}` and
//! `{:.precision$}` capture, or the literal with them replaced.

use proc_macro2::Literal;

/// Replaces each captured name in a string literal by what `rename` returns for it.
///
/// Returns `None` if nothing was replaced.
pub fn replace_captures(
    literal: &Literal,
    rename: &mut dyn FnMut(&str) -> Option<String>,
) -> Option<Literal> {
    let repr = literal.to_string();
    if !(repr.starts_with('"') || repr.starts_with("r\"") || repr.starts_with("r#")) {
        return None;
    }
    let replaced = replace(&repr, rename)?;
    let mut literal_out: Literal = replaced.parse().ok()?;
    literal_out.set_span(literal.span());
    Some(literal_out)
}

fn replace(repr: &str, rename: &mut dyn FnMut(&str) -> Option<String>) -> Option<String> {
    let mut out = String::with_capacity(repr.len());
    let mut changed = false;
    let mut rest = repr;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..=at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('{') {
            out.push('{');
            rest = after;
            continue;
        }
        let Some(end) = rest.find('}') else { break };
        let (argument, spec) = match rest[..end].split_once(':') {
            Some((argument, spec)) => (argument, Some(spec)),
            None => (&rest[..end], None),
        };
        changed |= push_name(&mut out, argument, rename);
        if let Some(spec) = spec {
            out.push(':');
            changed |= push_spec(&mut out, spec, rename);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    changed.then_some(out)
}

/// Pushes `text`, renamed if all of it is a name.
fn push_name(out: &mut String, text: &str, rename: &mut dyn FnMut(&str) -> Option<String>) -> bool {
    let name = text.trim();
    if let Some(renamed) = is_name(name).then(|| rename(name)).flatten() {
        // There a keyword is a name.
        out.push_str(&text.replacen(name, renamed.trim_start_matches("r#"), 1));
        true
    } else {
        out.push_str(text);
        false
    }
}

/// Pushes a format spec, in which `name$` is a captured width or precision.
fn push_spec(out: &mut String, spec: &str, rename: &mut dyn FnMut(&str) -> Option<String>) -> bool {
    let mut changed = false;
    let mut pieces = spec.split('$').peekable();
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            out.push_str(piece);
            break;
        }
        let start = piece
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_alphanumeric() || *c == '_')
            .last()
            .map_or(piece.len(), |(at, _)| at);
        let start = piece[start..]
            .char_indices()
            .find(|(_, c)| !c.is_ascii_digit())
            .map_or(piece.len(), |(at, _)| start + at);
        out.push_str(&piece[..start]);
        changed |= push_name(out, &piece[start..], rename);
        out.push('$');
    }
    changed
}

fn is_name(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && chars.all(|c| c.is_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upper(repr: &str) -> Option<String> {
        replace(repr, &mut |name| Some(name.to_uppercase()))
    }

    #[test]
    fn captures_are_found_and_escapes_are_not() {
        assert_eq!(upper("\"{x} {{y}} {z:?}\"").as_deref(), Some("\"{X} {{y}} {Z:?}\""));
        assert_eq!(upper("\"{:w$.p$} {0:>8}\"").as_deref(), Some("\"{:W$.P$} {0:>8}\""));
        assert_eq!(upper("\"{x:>w$}\"").as_deref(), Some("\"{X:>W$}\""));
        assert_eq!(upper("\"{{x}} {} {0}\""), None);
    }
}
