//! Spells numbers by the rules of the CLDR.
//!
//! The notation is that of ICU's `RuleBasedNumberFormat`, as far as the table uses it. Source:
//! <https://unicode-org.github.io/icu-docs/apidoc/released/icu4c/classicu_1_1RuleBasedNumberFormat.html>.

use std::collections::BTreeMap;

/// The rule sets of a language, by name.
#[derive(Default)]
pub struct Rules<'t>(BTreeMap<&'t str, Vec<Rule<'t>>>);

struct Rule<'t> {
    base: u64,
    /// The largest power of the radix that is no greater than the base.
    divisor: u64,
    body: &'t str,
}

impl Rule<'_> {
    /// Whether the rule before it is meant for a number that leaves no rest.
    fn rolls_back(&self, number: u64) -> bool {
        self.body.contains('>')
            && !self.base.is_multiple_of(self.divisor)
            && number.is_multiple_of(self.divisor)
    }
}

/// The rules of a table, by language.
pub fn parse(table: &str) -> BTreeMap<&str, Rules<'_>> {
    let mut languages: BTreeMap<&str, Rules<'_>> = BTreeMap::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [language, set, base, radix, body] = cells[..] else { panic!("five cells: {line}") };
        let (base, radix): (u64, u64) = (base.parse().unwrap(), radix.parse().unwrap());
        let mut divisor = 1;
        while divisor * radix <= base {
            divisor *= radix;
        }
        let rules = languages.entry(language).or_default().0.entry(set).or_default();
        rules.push(Rule { base, divisor, body });
    }
    languages
}

impl<'t> Rules<'t> {
    /// The rule sets that are made for use: the names of auxiliary ones begin with `%%`.
    pub fn sets(&self) -> impl Iterator<Item = &'t str> {
        self.0.keys().copied().filter(|name| !name.starts_with("%%"))
    }

    /// A number in words; `None` where the rules give digits.
    pub fn spell(&self, set: &str, number: u64) -> Option<String> {
        let rules = self.0.get(set)?;
        let mut at = rules.partition_point(|rule| rule.base <= number).checked_sub(1)?;
        if rules[at].rolls_back(number) {
            at = at.checked_sub(1)?;
        }
        self.apply(set, &rules[at], rules[at].body, number)
    }

    fn apply(&self, set: &str, rule: &Rule<'_>, body: &str, number: u64) -> Option<String> {
        let mut words = String::new();
        // An apostrophe keeps the white space behind it.
        let mut rest = body.strip_prefix('\'').unwrap_or(body);
        while let Some(sign) = rest.chars().next() {
            let behind = &rest[sign.len_utf8()..];
            match sign {
                '[' => {
                    let (inner, after) = behind.split_once(']')?;
                    if !number.is_multiple_of(rule.divisor) {
                        words += &self.apply(set, rule, inner, number)?;
                    }
                    rest = after;
                }
                '<' | '>' | '=' => {
                    let (name, after) = behind.split_once(sign)?;
                    let number = match sign {
                        '<' => number / rule.divisor,
                        '>' => number % rule.divisor,
                        _ => number,
                    };
                    if name.starts_with(['#', '0']) {
                        return None;
                    }
                    let name = if name.is_empty() { set } else { name };
                    words += &self.spell(name, number)?;
                    rest = after;
                }
                _ => {
                    words.push(sign);
                    rest = behind;
                }
            }
        }
        Some(words)
    }
}
