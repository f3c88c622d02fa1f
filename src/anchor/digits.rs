//! Numerals in digits: separators by language, other scripts' digits.
//!
//! Source: the separator conventions of CLDR 48 (`knowledge/cldr/symbols.tsv`) as each language
//! file states them. Complexity: linear. Weakness: "12,500" where the comma is the decimal mark is
//! read by the convention of the language; the other reading is kept as the alternative.

use super::Rational;
use crate::lang::Orthography;

/// A numeral in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    /// One past its last byte.
    pub end: usize,
    /// Its value; `None` for a chain such as 18.08.2025 that is no number.
    pub value: Option<Rational>,
    /// Its value by the other convention.
    pub alternative: Option<Rational>,
    /// How many digits it has if it has no separator.
    pub plain: Option<u8>,
}

/// Value and length in bytes of the digit at `at`: ASCII, Arabic-Indic, extended or full-width.
pub(super) fn digit(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    match *bytes.get(at)? {
        byte @ b'0'..=b'9' => Some((byte - b'0', 1)),
        0xd9 => bytes.get(at + 1).filter(|b| (0xa0..=0xa9).contains(*b)).map(|b| (b - 0xa0, 2)),
        0xdb => bytes.get(at + 1).filter(|b| (0xb0..=0xb9).contains(*b)).map(|b| (b - 0xb0, 2)),
        0xef if bytes.get(at + 1) == Some(&0xbc) => {
            bytes.get(at + 2).filter(|b| (0x90..=0x99).contains(*b)).map(|b| (b - 0x90, 3))
        }
        _ => None,
    }
}

/// The mark at `at` that may stand between two digits, folded to the sign it stands for, and its
/// length in bytes.
fn separator(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let rest = bytes.get(at..)?;
    let marks: [(&[u8], char); 13] = [
        (b".", '.'),
        (b",", ','),
        (b"'", '\''),
        (b" ", ' '),
        ("\u{a0}".as_bytes(), ' '),
        ("\u{202f}".as_bytes(), ' '),
        ("\u{2009}".as_bytes(), ' '),
        ("\u{2019}".as_bytes(), '\''),
        ("\u{66b}".as_bytes(), '.'),
        ("\u{66c}".as_bytes(), '\''),
        ("\u{ff0c}".as_bytes(), ','),
        ("\u{ff0e}".as_bytes(), '.'),
        ("\u{b7}".as_bytes(), '.'),
    ];
    marks.iter().find(|(mark, _)| rest.starts_with(mark)).map(|(mark, sign)| (*sign, mark.len()))
}

/// Runs of digits a numeral may have.
const RUNS: usize = 8;

/// The digits between two separators.
#[derive(Clone, Copy, Default)]
struct Run {
    value: i64,
    digits: u8,
    end: usize,
}

fn run(bytes: &[u8], mut at: usize) -> Option<Run> {
    let mut run = Run::default();
    while let Some((value, length)) = digit(bytes, at) {
        run.value = run.value.checked_mul(10)?.checked_add(value.into())?;
        run.digits += 1;
        at += length;
    }
    run.end = at;
    (run.digits > 0).then_some(run)
}

/// Reads the numeral that begins at `at`; `None` if no digit stands there or there are too many.
pub(super) fn numeral(bytes: &[u8], at: usize, orthography: &Orthography) -> Option<Numeral> {
    let first = run(bytes, at)?;
    let mut runs = [first; RUNS];
    let mut marks = [' '; RUNS];
    let mut count = 1;
    while count < RUNS {
        let last = runs[count - 1];
        let Some((mark, length)) = separator(bytes, last.end) else { break };
        let Some(next) = run(bytes, last.end + length) else { break };
        if mark == ' ' || mark == '\'' {
            let groups = marks[1..count].iter().all(|&other| other == mark);
            let thousands = next.digits == 3 && first.digits <= 3 && first.value > 0;
            let plain_space = bytes.get(last.end) == Some(&b' ');
            if !groups || !thousands || (plain_space && !orthography.group.contains(&' ')) {
                break;
            }
        }
        (runs[count], marks[count]) = (next, mark);
        count += 1;
    }
    Some(interpret(&runs[..count], &marks[..count], orthography))
}

/// Decides which marks group and which one begins the decimals; `marks[i]` stands before `runs[i]`.
fn interpret(runs: &[Run], marks: &[char], orthography: &Orthography) -> Numeral {
    let first = runs[0];
    let end = runs[runs.len() - 1].end;
    let numeral = |value, alternative| Numeral { end, value, alternative, plain: None };
    let grouped = |runs: &[Run]| {
        let can = (1..=3).contains(&first.digits)
            && first.value > 0
            && runs[1..].iter().all(|run| run.digits == 3);
        can.then(|| {
            runs[1..].iter().try_fold(Rational::from_int(first.value), |value, run| {
                value.times(1000.into())?.plus(run.value.into())
            })
        })
        .flatten()
    };
    let decimal = |whole: Rational, fraction: Run| {
        whole.plus(Rational::decimal(fraction.value, fraction.digits.into())?)
    };
    match (runs, marks) {
        ([only], _) => {
            Numeral { plain: Some(only.digits), ..numeral(Some(only.value.into()), None) }
        }
        ([_, second], [_, mark @ ('.' | ',')]) => {
            let decimals = decimal(first.value.into(), *second);
            match grouped(runs) {
                Some(group) if *mark == orthography.decimal => numeral(decimals, Some(group)),
                // Nobody writes 3.4 as "3,400" where the comma groups.
                Some(group) => numeral(Some(group), decimals.filter(|_| second.value % 10 != 0)),
                None => numeral(decimals, None),
            }
        }
        _ => {
            let same = marks[2..].iter().all(|mark| *mark == marks[1]);
            if let (true, Some(value)) = (same, grouped(runs)) {
                return numeral(Some(value), None);
            }
            let (last, inner) = (runs.len() - 1, &marks[1..marks.len() - 1]);
            let begins_decimals = matches!(marks[last], '.' | ',')
                && !inner.is_empty()
                && inner.iter().all(|mark| *mark == inner[0] && *mark != marks[last]);
            match grouped(&runs[..last]).filter(|_| begins_decimals) {
                Some(whole) => numeral(decimal(whole, runs[last]), None),
                None => numeral(None, None),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    fn read(text: &str, tag: &str) -> String {
        let orthography = &Language::from_tag(tag).unwrap().orthography;
        let numeral = numeral(text.as_bytes(), 0, orthography).unwrap();
        let show = |value: Option<Rational>| value.map_or("-".into(), |value| value.to_string());
        format!("{} {}", show(numeral.value), show(numeral.alternative))
    }

    #[test]
    fn separators_follow_the_language() {
        assert_eq!(read("12,500", "en"), "12500 -");
        assert_eq!(read("12,525", "en"), "12525 12.525");
        assert_eq!(read("12,500", "nb"), "12.5 12500");
        assert_eq!(read("12.500", "de"), "12500 -");
        assert_eq!(read("12.525", "de"), "12525 12.525");
        assert_eq!(read("12 500", "nb"), "12500 -");
        assert_eq!(read("12\u{202f}500,25", "fr"), "12500.25 -");
        assert_eq!(read("1.250.000", "en"), "1250000 -");
        assert_eq!(read("0,5", "he"), "0.5 -");
        assert_eq!(read("0.125", "nb"), "0.125 -");
        assert_eq!(read("٣٫٥", "ar"), "3.5 -");
        assert_eq!(read("１２，５２５", "ja"), "12525 12.525");
        assert_eq!(read("18.08.2025", "nb"), "- -");
        assert_eq!(read("2018 500", "nb"), "2018 -");
        assert_eq!(read("1'250'000.50", "de"), "1250000.5 -");
    }
}
