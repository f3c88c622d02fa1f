//! How languages say the time of day in words: "halv seks", "a quarter to nine", "רבע לתשע".

use super::Language;

/// The words of a clock. A space stands between two words, `|` between two phrases; all in lower
/// case.
pub(crate) struct ClockWords {
    /// Phrases before a time that make it one: "klokken".
    pub heads: &'static str,
    /// Phrases before a time that may stand before much else: "at".
    pub near: &'static str,
    /// Phrases between hour and minutes or after the hour: "o'clock".
    pub hours: &'static str,
    /// Whether these mean nothing else: "Uhr", but not "heures".
    pub hours_are_sure: bool,
    /// Words between the minutes and what they are counted from.
    pub minutes: &'static str,
    /// Phrases between the minutes and the hour that has struck.
    pub past: &'static str,
    /// Phrases between the minutes and the hour to come.
    pub to: &'static str,
    /// Whether these also stand between the ends of a range: "ten to three".
    pub to_may_be_range: bool,
    /// Words for half of the hour that ends at the number: "halv seks" is half past five.
    pub half: &'static str,
    /// Whether a quarter is counted so too: "drei viertel acht".
    pub quarters: bool,
    /// Whether the hour is then an ordinal: "половина восьмого".
    pub ordinal: bool,
    /// Phrases between the hour and the minutes to add.
    pub and: &'static str,
    /// Phrases between the hour and the minutes to take off.
    pub less: &'static str,
    /// Words that may follow a time, and do not follow a number that counts something.
    pub followers: &'static str,
    /// Words for twelve at noon.
    pub noon: &'static str,
    /// Words for twelve at night.
    pub midnight: &'static str,
}

const NONE: ClockWords = ClockWords {
    heads: "",
    near: "",
    hours: "",
    hours_are_sure: false,
    minutes: "",
    past: "",
    to: "",
    to_may_be_range: false,
    half: "",
    quarters: false,
    ordinal: false,
    and: "",
    less: "",
    followers: "",
    noon: "",
    midnight: "",
};

static SILENT: ClockWords = NONE;

const BOKMAL: ClockWords = ClockWords {
    heads: "klokken|klokka|kl.|kl",
    near: "rundt|omkring|ved",
    minutes: "minutter minutt",
    past: "over",
    to: "på",
    half: "halv",
    followers: "og eller men da når som om i på den denne hver for før etter til var er ble",
    midnight: "midnatt",
    ..NONE
};

static NB: ClockWords = BOKMAL;

static NN: ClockWords = ClockWords {
    minutes: "minutt minuttar",
    followers: "og eller men då når som om i på den denne kvar for før etter til var er vart",
    ..BOKMAL
};

static SV: ClockWords = ClockWords {
    heads: "klockan|kl.|kl",
    near: "vid|runt|kring",
    minutes: "minuter minut",
    past: "över",
    to: "i",
    half: "halv",
    followers: "och eller men då när som om på den varje för före efter till var är blev",
    midnight: "midnatt",
    ..NONE
};

static DA: ClockWords = ClockWords {
    heads: "klokken|kl.|kl",
    near: "ved|omkring",
    minutes: "minutter minut",
    past: "over",
    to: "i",
    half: "halv",
    followers: "og eller men da når som om på den denne hver for før efter til var er blev",
    midnight: "midnat",
    ..NONE
};

static NL: ClockWords = ClockWords {
    near: "om|rond|tot|vanaf|tegen|sinds|na|voor",
    hours: "uur|u.",
    minutes: "minuten minuut",
    past: "over",
    to: "voor",
    half: "half",
    followers: "en of maar toen als in op de het elke die is was werd begon vertrok vanavond",
    midnight: "middernacht",
    ..NONE
};

static EN: ClockWords = ClockWords {
    near: "at|until|till|since|before|after",
    hours: "o'clock",
    hours_are_sure: true,
    minutes: "minutes minute",
    past: "past|after",
    to: "to|till|before",
    to_may_be_range: true,
    followers: "and or but when while as because in on for this every each today tomorrow \
                yesterday sharp local that the he she it they we i is was",
    noon: "noon midday",
    midnight: "midnight",
    ..NONE
};

static DE: ClockWords = ClockWords {
    near: "um|gegen|ab|bis|seit|nach|vor",
    hours: "uhr",
    hours_are_sure: true,
    minutes: "minuten minute",
    past: "nach",
    to: "vor",
    half: "halb",
    quarters: true,
    followers: "und oder aber als wenn in im am an auf der die das den ist war wurde begann fuhr",
    midnight: "mitternacht",
    ..NONE
};

static FR: ClockWords = ClockWords {
    near: "à|vers|dès|avant|après|jusqu'à|jusqu’à|il est|il était",
    hours: "heures|heure|h",
    minutes: "minutes minute",
    and: "et",
    less: "moins le|moins",
    followers: "et ou mais quand lorsque que en dans le la les ce cette il elle ils on du est",
    noon: "midi",
    midnight: "minuit",
    ..NONE
};

static HE: ClockWords = ClockWords {
    heads: "בשעה|השעה|משעה|עד שעה|לקראת שעה|סביב שעה",
    near: "עד|לפני|אחרי",
    minutes: "דקות דקה",
    past: "אחרי",
    to: "ל|לפני",
    to_may_be_range: true,
    and: "ו",
    followers: "כאשר כש אבל או אך היום מחר אתמול כל בכל הוא היא הם התחיל התחילה",
    midnight: "חצות",
    ..NONE
};

static RU: ClockWords = ClockWords {
    near: "в|до|после|около|к",
    half: "половина половине половины",
    quarters: true,
    ordinal: true,
    noon: "полдень полудня",
    midnight: "полночь полуночи",
    ..NONE
};

static FI: ClockWords =
    ClockWords { heads: "kello|klo", half: "puoli", midnight: "keskiyöllä keskiyö", ..NONE };

static IS: ClockWords =
    ClockWords { heads: "klukkan|kl.|kl", half: "hálf", midnight: "miðnætti", ..NONE };

static ES: ClockWords = ClockWords {
    noon: "mediodía",
    midnight: "medianoche",
    near: "a las|las",
    and: "y",
    less: "menos",
    ..NONE
};

static IT: ClockWords = ClockWords {
    noon: "mezzogiorno",
    midnight: "mezzanotte",
    near: "alle|le",
    and: "e",
    less: "meno un|meno",
    ..NONE
};

impl ClockWords {
    /// The words of the clock of a language; none where they are not known.
    pub fn of(language: &Language) -> &'static ClockWords {
        match language.code {
            "nb" => &NB,
            "nn" => &NN,
            "sv" => &SV,
            "da" => &DA,
            "nl" => &NL,
            "en" => &EN,
            "de" => &DE,
            "fr" => &FR,
            "he" => &HE,
            "ru" => &RU,
            "fi" => &FI,
            "is" => &IS,
            "es" => &ES,
            "it" => &IT,
            _ => &SILENT,
        }
    }
}
