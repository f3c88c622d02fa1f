//! Japanese.

use super::{Comparator, Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static JA: Language = Language {
    code: "ja",
    name: "Japanese",
    script: Script::Japanese,
    profile: &[],
    orthography: Orthography {
        decimal: '.',
        group: &[',', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('「', '」'), ('『', '』'), ('"', '"')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals {
        comparators: &[
            (Comparator::AtMost, "最大"),
            (Comparator::AtLeast, "少なくとも"),
            (Comparator::About, "約|およそ|ほぼ"),
        ],
        comparators_after: &[
            (Comparator::AtLeast, "以上"),
            (Comparator::AtMost, "以下"),
            (Comparator::Less, "未満"),
        ],
        units: &[
            ("year", "年間|歳|才|年"),
            ("month", "か月|ヶ月|カ月|ヵ月"),
            ("week", "週間|週"),
            ("day", "日間"),
            ("hour", "時間"),
            ("minute", "分間|分"),
            ("second", "秒間|秒"),
            ("times", "回|度"),
            ("percent", "パーセント|％"),
            ("percentage-point", "パーセントポイント|ポイント"),
            ("USD", "ドル|米ドル"),
            ("JPY", "円"),
            ("EUR", "ユーロ"),
            ("GBP", "ポンド"),
            ("kilogram", "キロ|キログラム"),
            ("kilometre", "キロメートル"),
            ("mile", "マイル"),
            ("kilometre-per-hour", "キロメートル毎時"),
        ],
        century: "世紀",
        ..Numerals::NONE
    },
    inflection: Inflection::NONE,
};
