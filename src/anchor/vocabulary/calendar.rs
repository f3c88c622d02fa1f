//! The months, weekdays, hours, decades and centuries of a language.

use super::Vocabulary;
use crate::knowledge::cldr;
use crate::lang::clock::ClockWords;

impl Vocabulary {
    pub(super) fn compile_calendar(&mut self) {
        let language = self.language;
        let numerals = &language.numerals;
        let months = cldr::by_row(cldr::MONTHS, language.code)
            .filter_map(|(month, cell)| Some((month.parse().ok()?, cell)));
        for (month, cell) in months {
            let full = cldr::forms(cell).next().unwrap_or_default();
            if let Some(name) = self.month_names.get_mut(usize::from(month).wrapping_sub(1)) {
                *name = full.to_lowercase().into();
            }
            for form in cldr::forms(cell) {
                let form = form.to_lowercase();
                if form.chars().count() > 2 && !form.contains(char::is_whitespace) {
                    self.know(form.trim_end_matches('.'), |senses| senses.month = Some(month));
                }
            }
        }
        for (month, forms) in numerals.months {
            for form in forms.split_whitespace() {
                self.know(form.trim_end_matches('.'), |senses| senses.month = Some(*month));
            }
        }
        let days = cldr::by_row(cldr::DAYS, language.code)
            .filter_map(|(day, cell)| Some((day.parse().ok()?, cell)))
            .filter(|_| numerals.weekdays.is_empty());
        for (day, cell) in days {
            for form in cldr::forms(cell) {
                let form = form.to_lowercase();
                if form.chars().count() > 4 && !form.contains(char::is_whitespace) {
                    self.know(&form, |senses| senses.weekday = Some(day));
                }
            }
        }
        for (day, forms) in numerals.weekdays {
            for form in forms.split('|').filter(|form| !form.is_empty()) {
                let last = match form.split_once(' ') {
                    Some((first, last)) => {
                        if !self.weekday_heads.contains(&first) {
                            self.weekday_heads.push(first);
                        }
                        last
                    }
                    None => form,
                };
                self.know(last.trim_end_matches('\''), |senses| senses.weekday = Some(*day));
            }
        }
        for (year, forms) in numerals.decades {
            for form in forms.split_whitespace() {
                self.know(form, |senses| senses.decade = Some(*year));
            }
        }
        let clock = ClockWords::of(language);
        for (hour, words) in [(12, clock.noon), (0, clock.midnight)] {
            for word in words.split_whitespace() {
                self.know(word, |senses| senses.hour = Some(hour));
            }
        }
        for form in numerals.century.split_whitespace() {
            self.know(form.trim_end_matches('.'), |senses| senses.century = true);
        }
    }
}
