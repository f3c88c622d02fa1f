//! Chinese.

use super::{Comparator, Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static ZH: Language = Language {
    code: "zh",
    name: "Chinese",
    script: Script::Han,
    profile: &[],
    orthography: Orthography {
        decimal: '.',
        group: &[',', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('“', '”'), ('「', '」'), ('《', '》'), ('"', '"')],
    },
    sentence: Sentence {
        saying: &[
            "叫", "叹道", "吼", "問", "喊", "喊道", "嘀咕", "嘆道", "嚷", "回答", "念叨", "想道",
            "笑道", "答", "罵", "說", "講", "讲", "说", "问", "骂",
        ],
        ..Sentence::NONE
    },
    numerals: Numerals {
        comparators: &[
            (Comparator::More, "超过|超過|多于"),
            (Comparator::Less, "少于|低于|不到"),
            (Comparator::AtMost, "最多|至多"),
            (Comparator::AtLeast, "至少"),
            (Comparator::About, "大约|约|近|將近|将近"),
        ],
        comparators_after: &[(Comparator::AtLeast, "以上"), (Comparator::AtMost, "以下")],
        units: &[
            ("year", "岁|歲|年"),
            ("month", "个月|個月"),
            ("week", "周|週|星期"),
            ("day", "天|日"),
            ("hour", "小时|小時"),
            ("minute", "分钟|分鐘"),
            ("second", "秒"),
            ("times", "次"),
            ("USD", "美元|美金"),
            ("EUR", "欧元|歐元"),
            ("GBP", "英镑|英鎊"),
            ("CNY", "元|人民币"),
            ("kilogram", "公斤"),
            ("kilometre", "公里"),
            ("metre", "米"),
            ("mile", "英里"),
        ],
        century: "世纪 世紀",
        ..Numerals::NONE
    },
    inflection: Inflection::NONE,
};
