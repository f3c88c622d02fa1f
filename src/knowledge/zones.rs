//! In which country a city lies. `zones/README.md` tells the source of the table.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

pub(super) static ZONES: &str = include_str!("zones/zones.tsv");

/// The country of a city, by the time zone or the id that stands for it: ISO 3166, or ISO 3166-2
/// for countries of the United Kingdom.
pub fn country(place: &str) -> Option<&'static str> {
    static COUNTRIES: LazyLock<FxHashMap<&'static str, &'static str>> =
        LazyLock::new(|| ZONES.lines().skip(1).filter_map(|row| row.split_once('\t')).collect());
    COUNTRIES.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::{cldr, peoples};

    #[test]
    fn every_city_lies_in_a_country() {
        let cities = cldr::by_column(cldr::CITIES, "en").map(|(zone, _)| zone);
        for place in cities.chain(ZONES.lines().skip(1).filter_map(|row| row.split('\t').next())) {
            assert!(country(place).is_some(), "{place}");
        }
        let own: Vec<_> = peoples::beginnings("en").map(|(id, _)| id).collect();
        for (place, _) in ZONES.lines().skip(1).filter_map(|row| row.split_once('\t')) {
            assert!(place.contains('/') || own.contains(&place), "{place}");
        }
        assert_eq!(country("Europe/Madrid"), Some("ES"));
        assert_eq!(country("x-hague"), Some("NL"));
    }
}
