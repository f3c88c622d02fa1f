//! The word that a finding is about, without the particles that Hebrew writes together with it.

use super::BeadView;
use crate::pair::Side;
use crate::span::Span;

/// The part of `span` behind the particles at its beginning: what is left nearest to one of
/// `forms`, the longest of equals. The whole span where the language attaches no particles.
pub(super) fn without_particles(
    view: &BeadView<'_>,
    side: Side,
    span: Span,
    forms: &[&str],
) -> Span {
    let word = span.of(view.document_text(side));
    let rests = view.language(side).inflection.without_particles(word);
    let distance =
        |rest: &str| forms.iter().map(|form| strsim::osa_distance(rest, form)).min().unwrap_or(0);
    let nearest = rests.into_iter().min_by_key(|rest| distance(rest)).unwrap_or(word);
    Span::new(span.end - nearest.len(), span.end)
}
