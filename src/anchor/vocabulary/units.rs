//! The names and signs of the units of a language.

use super::super::Unit;
use super::super::unit_names::UnitNames;
use super::{Map, Vocabulary, plain_quotes};
use crate::knowledge::cldr;
use crate::knowledge::units::{Dimension, MONEY_SIGNS, UNITS, UnitId};

impl Vocabulary {
    pub(super) fn compile_units(&mut self) {
        let language = self.language;
        let numerals = &language.numerals;
        for (name, forms) in numerals.units {
            let Some(unit) = UnitId::named(name).map(Unit::plain) else { continue };
            for form in forms.split('|').filter(|form| !form.is_empty()) {
                if form.chars().any(char::is_uppercase) {
                    self.signs.entry(form.into()).or_insert(unit);
                } else {
                    self.units.entry(form.into()).or_insert(unit);
                }
            }
        }
        for (index, row) in UNITS.iter().enumerate() {
            let Some(id) = UnitId::at(index) else { continue };
            for sign in row.signs.split_whitespace() {
                self.signs.insert(sign.into(), Unit::plain(id));
            }
            if matches!(row.dimension, Dimension::Money(_)) {
                self.money.insert(row.id.into(), id);
                self.signs.insert(row.id.into(), Unit::plain(id));
            }
        }
        for (sign, code) in MONEY_SIGNS {
            let Some(id) = UnitId::named(code) else { continue };
            self.money.insert((*sign).into(), id);
            self.signs.insert((*sign).into(), Unit::plain(id));
        }
        let unspaced = self.is_unspaced();
        for (name, cell) in cldr::by_column(cldr::UNITS, language.code) {
            let Some(row) = UNITS.iter().find(|row| row.cldr == name && !name.is_empty()) else {
                continue;
            };
            let Some(unit) = UnitId::named(row.id).map(Unit::plain) else { continue };
            for form in cldr::forms(cell) {
                let long = unspaced || form.chars().count() > 2 || form.contains(['"', '״']);
                if !long
                    || form.contains('{')
                    || matches!(form, "in" | "pt" | "mil" if language.code == "en")
                {
                    continue;
                }
                self.units.entry(plain_quotes(&form.to_lowercase()).into()).or_insert(unit);
            }
        }
        for (code, cell) in cldr::by_column(cldr::CURRENCIES, language.code) {
            let Some(id) = UnitId::named(code) else { continue };
            for form in cldr::forms(cell) {
                if form.chars().filter(|c| c.is_alphabetic()).count() > 3 || unspaced {
                    self.units.entry(form.to_lowercase().into()).or_insert(Unit::plain(id));
                }
            }
        }
    }

    pub(super) fn compile_unit_names(&mut self) {
        let entries = |map: &Map<Unit>| -> Vec<(Box<str>, Unit)> {
            map.iter().map(|(name, unit)| (name.clone(), *unit)).collect()
        };
        let (names, signs) = (entries(&self.units), entries(&self.signs));
        self.unit_names = UnitNames::in_any_case(names.iter().map(|(name, unit)| (&**name, *unit)));
        self.unit_signs = UnitNames::as_written(signs.iter().map(|(sign, unit)| (&**sign, *unit)));
        for sign in self.money.keys().filter_map(|sign| sign.chars().next_back()) {
            if let Some(ends) = self.money_ends.get_mut(sign as usize) {
                *ends = true;
            }
        }
    }
}
