//! Units of measurement: what they measure and how they convert.
//!
//! Factors are exact by definition (SI brochure, 9th edition; NIST SP 811, appendix B).

use crate::rational::Rational;

/// What a unit measures. Units of one dimension convert into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Dimension {
    /// Grams.
    Mass,
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// Litres.
    Volume,
    /// Seconds.
    Time,
    /// Months: months and years have no fixed number of days.
    Calendar,
    /// Nights spent somewhere.
    Night,
    /// Metres per second.
    Speed,
    /// Kelvins above absolute zero.
    Temperature,
    /// Degrees, of an angle or of an unnamed temperature scale.
    Degree,
    /// Moles.
    Substance,
    /// International units of biological activity.
    Activity,
    /// Moles of charge: the equivalents of an ion.
    Equivalent,
    /// Becquerels.
    Radioactivity,
    /// Sieverts.
    DoseEquivalent,
    /// Grays.
    AbsorbedDose,
    /// Parts of one: 1 % is 0.01.
    Ratio,
    /// Percentage points.
    PercentagePoint,
    /// How often.
    Times,
    /// Joules.
    Energy,
    /// Watts.
    Power,
    /// Pascals.
    Pressure,
    /// Hertz.
    Frequency,
    /// Newtons.
    Force,
    /// Volts.
    Voltage,
    /// Amperes.
    Current,
    /// Ohms.
    Resistance,
    /// Bits.
    Information,
    /// Pixels.
    Pixel,
    /// Decibels.
    Loudness,
    /// Hundredths of a currency that is not named.
    Cent,
    /// Money in one currency, by ISO 4217 code; currencies do not convert.
    Money([u8; 3]),
}

impl Dimension {
    /// Whether amounts of it are what a dose is given by.
    pub fn is_dose(self) -> bool {
        matches!(self, Mass | Volume | Substance | Activity | Equivalent)
    }
}

/// A unit: a row of [`UNITS`].
#[derive(Debug)]
pub struct UnitRow {
    /// English name or ISO 4217 code, unique.
    pub id: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// Factor to the base unit of its dimension, as a fraction.
    factor: (i64, i64),
    /// What is added after scaling, as a fraction of the base unit: only temperatures have one.
    offset: (i64, i64),
    /// CLDR id, where CLDR names the unit.
    pub cldr: &'static str,
    /// Signs used in every language, separated by spaces; upper and lower case differ.
    pub signs: &'static str,
}

/// Index of a unit in [`UNITS`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(u8);

impl UnitId {
    /// The unit with an id of [`UNITS`].
    pub fn named(id: &str) -> Option<UnitId> {
        UNITS.iter().position(|unit| unit.id == id).and_then(UnitId::at)
    }

    /// The unit at an index of [`UNITS`].
    pub fn at(index: usize) -> Option<UnitId> {
        (index < UNITS.len()).then(|| u8::try_from(index).ok().map(UnitId)).flatten()
    }

    /// Its row.
    pub fn row(self) -> &'static UnitRow {
        &UNITS[usize::from(self.0)]
    }

    /// `value` of this unit in the base unit of its dimension; `None` out of range.
    pub fn to_base(self, value: Rational) -> Option<Rational> {
        let row = self.row();
        let scaled = value.times(Rational::new(row.factor.0.into(), row.factor.1.into())?)?;
        scaled.plus(Rational::new(row.offset.0.into(), row.offset.1.into())?)
    }
}

impl std::fmt::Debug for UnitId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.row().id)
    }
}

use Dimension::*;

const fn unit(
    id: &'static str,
    dimension: Dimension,
    factor: (i64, i64),
    cldr: &'static str,
    signs: &'static str,
) -> UnitRow {
    UnitRow { id, dimension, factor, offset: (0, 1), cldr, signs }
}

const fn money(id: &'static str) -> UnitRow {
    let code = id.as_bytes();
    UnitRow {
        id,
        dimension: Money([code[0], code[1], code[2]]),
        factor: (1, 1),
        offset: (0, 1),
        cldr: "",
        signs: "",
    }
}

/// Signs of currencies that stand before or after an amount, with their ISO 4217 codes. The codes
/// themselves count too.
pub static MONEY_SIGNS: &[(&str, &str)] = &[
    ("$", "USD"),
    ("US$", "USD"),
    ("U$", "USD"),
    ("USD$", "USD"),
    ("A$", "AUD"),
    ("AU$", "AUD"),
    ("C$", "CAD"),
    ("CA$", "CAD"),
    ("NZ$", "NZD"),
    ("HK$", "HKD"),
    ("S$", "SGD"),
    ("NT$", "TWD"),
    ("MX$", "MXN"),
    ("R$", "BRL"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("￥", "JPY"),
    ("₪", "ILS"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₩", "KRW"),
    ("₺", "TRY"),
    ("₴", "UAH"),
    ("₫", "VND"),
    ("฿", "THB"),
    ("₱", "PHP"),
    ("₦", "NGN"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
];

/// Every unit.
pub static UNITS: &[UnitRow] = &[
    unit("nanogram", Mass, (1, 1_000_000_000), "", "ng"),
    unit("microgram", Mass, (1, 1_000_000), "mass-microgram", "µg μg mcg ug"),
    unit("milligram", Mass, (1, 1000), "mass-milligram", "mg"),
    unit("gram", Mass, (1, 1), "mass-gram", "g gr"),
    unit("decagram", Mass, (10, 1), "", "dkg"),
    unit("hectogram", Mass, (100, 1), "", "hg"),
    unit("kilogram", Mass, (1000, 1), "mass-kilogram", "kg kgs"),
    unit("tonne", Mass, (1_000_000, 1), "mass-tonne", "t"),
    unit("grain", Mass, (6_479_891, 100_000_000), "mass-grain", ""),
    unit("ounce", Mass, (45_359_237, 1_600_000), "mass-ounce", "oz"),
    unit("pound", Mass, (45_359_237, 100_000), "mass-pound", "lb lbs"),
    unit("stone", Mass, (635_029_318, 100_000), "mass-stone", ""),
    unit("carat", Mass, (1, 5), "mass-carat", ""),
    unit("nanometre", Length, (1, 1_000_000_000), "length-nanometer", "nm"),
    unit("micrometre", Length, (1, 1_000_000), "length-micrometer", "µm μm"),
    unit("millimetre", Length, (1, 1000), "length-millimeter", "mm"),
    unit("centimetre", Length, (1, 100), "length-centimeter", "cm"),
    unit("decimetre", Length, (1, 10), "length-decimeter", "dm"),
    unit("metre", Length, (1, 1), "length-meter", "m"),
    unit("kilometre", Length, (1000, 1), "length-kilometer", "km"),
    unit("inch", Length, (254, 10_000), "length-inch", ""),
    unit("foot", Length, (3048, 10_000), "length-foot", "ft"),
    unit("yard", Length, (9144, 10_000), "length-yard", "yd yds"),
    unit("mile", Length, (1_609_344, 1000), "length-mile", "mi"),
    unit("scandinavian-mile", Length, (10_000, 1), "length-mile-scandinavian", ""),
    unit("nautical-mile", Length, (1852, 1), "length-nautical-mile", "nmi"),
    unit("light-year", Length, (9_460_730_472_580_800, 1), "length-light-year", "ly"),
    unit("astronomical-unit", Length, (149_597_870_700, 1), "length-astronomical-unit", ""),
    unit("square-millimetre", Area, (1, 1_000_000), "", "mm²"),
    unit("square-centimetre", Area, (1, 10_000), "area-square-centimeter", "cm²"),
    unit("square-metre", Area, (1, 1), "area-square-meter", "m² m2 sqm"),
    unit("square-kilometre", Area, (1_000_000, 1), "area-square-kilometer", "km² km2"),
    unit("dunam", Area, (1000, 1), "area-dunam", ""),
    unit("hectare", Area, (10_000, 1), "area-hectare", "ha"),
    unit("acre", Area, (40_468_564_224, 10_000_000), "area-acre", ""),
    unit("square-inch", Area, (64_516, 100_000_000), "area-square-inch", "in²"),
    unit("square-foot", Area, (9_290_304, 100_000_000), "area-square-foot", "ft² sqft"),
    unit("square-yard", Area, (83_612_736, 100_000_000), "area-square-yard", "yd²"),
    unit("square-mile", Area, (2_589_988_110_336, 1_000_000), "area-square-mile", "mi²"),
    unit("microlitre", Volume, (1, 1_000_000), "", "µL μL µl μl uL"),
    unit("millilitre", Volume, (1, 1000), "volume-milliliter", "ml mL cc"),
    unit("centilitre", Volume, (1, 100), "volume-centiliter", "cl cL"),
    unit("decilitre", Volume, (1, 10), "volume-deciliter", "dl dL"),
    unit("litre", Volume, (1, 1), "volume-liter", "l L"),
    unit("hectolitre", Volume, (100, 1), "volume-hectoliter", "hl hL"),
    unit("cubic-millimetre", Volume, (1, 1_000_000), "", "mm³"),
    unit("cubic-centimetre", Volume, (1, 1000), "volume-cubic-centimeter", "cm³ cm3"),
    unit("cubic-metre", Volume, (1000, 1), "volume-cubic-meter", "m³ m3"),
    unit("cubic-kilometre", Volume, (1_000_000_000_000, 1), "volume-cubic-kilometer", "km³"),
    unit("cubic-foot", Volume, (28_316_846_592, 1_000_000_000), "volume-cubic-foot", "ft³"),
    unit("fluid-ounce", Volume, (295_735_295_625, 10_000_000_000_000), "volume-fluid-ounce", ""),
    unit("pint", Volume, (473_176_473, 1_000_000_000), "volume-pint", ""),
    unit("gallon", Volume, (3_785_411_784, 1_000_000_000), "volume-gallon", "gal"),
    unit("barrel", Volume, (158_987_294_928, 1_000_000_000), "volume-barrel", ""),
    unit("cup", Volume, (2_365_882_365, 10_000_000_000), "volume-cup", ""),
    unit("tablespoon", Volume, (15, 1000), "volume-tablespoon", "tbsp"),
    unit("teaspoon", Volume, (5, 1000), "volume-teaspoon", "tsp"),
    unit("nanosecond", Time, (1, 1_000_000_000), "duration-nanosecond", "ns"),
    unit("microsecond", Time, (1, 1_000_000), "duration-microsecond", "µs μs"),
    unit("millisecond", Time, (1, 1000), "duration-millisecond", "ms"),
    unit("second", Time, (1, 1), "duration-second", "s sec"),
    unit("minute", Time, (60, 1), "duration-minute", "min"),
    unit("quarter-hour", Time, (900, 1), "", ""),
    unit("half-hour", Time, (1800, 1), "", ""),
    unit("hour", Time, (3600, 1), "duration-hour", "h hr hrs"),
    unit("day", Time, (86_400, 1), "duration-day", ""),
    unit("week", Time, (604_800, 1), "duration-week", ""),
    unit("fortnight", Time, (1_209_600, 1), "", ""),
    unit("month", Calendar, (1, 1), "duration-month", ""),
    unit("half-year", Calendar, (6, 1), "", ""),
    unit("year", Calendar, (12, 1), "duration-year", ""),
    unit("decade", Calendar, (120, 1), "duration-decade", ""),
    unit("century", Calendar, (1200, 1), "duration-century", ""),
    unit("millennium", Calendar, (12_000, 1), "", ""),
    unit("night", Night, (1, 1), "duration-night", ""),
    unit("metre-per-second", Speed, (1, 1), "speed-meter-per-second", "m/s"),
    unit("kilometre-per-hour", Speed, (1000, 3600), "speed-kilometer-per-hour", "km/h kmh kph"),
    unit("mile-per-hour", Speed, (1_609_344, 3_600_000), "speed-mile-per-hour", "mph"),
    unit("knot", Speed, (1852, 3600), "speed-knot", "kn"),
    UnitRow {
        id: "celsius",
        dimension: Temperature,
        factor: (1, 1),
        offset: (27_315, 100),
        cldr: "temperature-celsius",
        signs: "°C ℃ ºC",
    },
    UnitRow {
        id: "fahrenheit",
        dimension: Temperature,
        factor: (5, 9),
        offset: (229_835, 900),
        cldr: "temperature-fahrenheit",
        signs: "°F ℉ ºF",
    },
    unit("kelvin", Temperature, (1, 1), "temperature-kelvin", ""),
    unit("degree", Degree, (1, 1), "angle-degree", "° º"),
    unit("nanomole", Substance, (1, 1_000_000_000), "", "nmol"),
    unit("micromole", Substance, (1, 1_000_000), "", "µmol μmol umol"),
    unit("millimole", Substance, (1, 1000), "", "mmol"),
    unit("mole", Substance, (1, 1), "concentr-mole", "mol"),
    unit("milliequivalent", Equivalent, (1, 1000), "", "mEq meq mval"),
    unit("international-unit", Activity, (1, 1), "", "IU iu U"),
    unit("becquerel", Radioactivity, (1, 1), "energy-becquerel", "Bq"),
    unit("millisievert", DoseEquivalent, (1, 1000), "", "mSv"),
    unit("sievert", DoseEquivalent, (1, 1), "energy-sievert", "Sv"),
    unit("gray", AbsorbedDose, (1, 1), "energy-gray", "Gy"),
    unit("percent", Ratio, (1, 100), "concentr-percent", "% ٪ ％ ﹪"),
    unit("permille", Ratio, (1, 1000), "concentr-permille", "‰"),
    unit("part-per-million", Ratio, (1, 1_000_000), "concentr-part-per-1e6", "ppm"),
    unit("part-per-billion", Ratio, (1, 1_000_000_000), "concentr-part-per-1e9", "ppb"),
    unit("percentage-point", PercentagePoint, (1, 1), "", ""),
    unit("times", Times, (1, 1), "", ""),
    unit("joule", Energy, (1, 1), "energy-joule", "J"),
    unit("kilojoule", Energy, (1000, 1), "energy-kilojoule", "kJ"),
    unit("calorie", Energy, (4184, 1000), "energy-calorie", "cal"),
    unit("kilocalorie", Energy, (4184, 1), "energy-kilocalorie", "kcal"),
    unit("kilowatt-hour", Energy, (3_600_000, 1), "energy-kilowatt-hour", "kWh"),
    unit("milliwatt", Power, (1, 1000), "power-milliwatt", "mW"),
    unit("watt", Power, (1, 1), "power-watt", "W"),
    unit("kilowatt", Power, (1000, 1), "power-kilowatt", "kW"),
    unit("megawatt", Power, (1_000_000, 1), "power-megawatt", "MW"),
    unit("gigawatt", Power, (1_000_000_000, 1), "power-gigawatt", "GW"),
    unit("horsepower", Power, (7457, 10), "power-horsepower", "hp"),
    unit("pascal", Pressure, (1, 1), "pressure-pascal", "Pa"),
    unit("hectopascal", Pressure, (100, 1), "pressure-hectopascal", "hPa"),
    unit("kilopascal", Pressure, (1000, 1), "pressure-kilopascal", "kPa"),
    unit("millibar", Pressure, (100, 1), "pressure-millibar", "mbar"),
    unit("bar", Pressure, (100_000, 1), "pressure-bar", ""),
    unit("atmosphere", Pressure, (101_325, 1), "pressure-atmosphere", ""),
    unit(
        "millimetre-of-mercury",
        Pressure,
        (133_322_387_415, 1_000_000_000),
        "pressure-millimeter-ofhg",
        "mmHg",
    ),
    unit("hertz", Frequency, (1, 1), "frequency-hertz", "Hz"),
    unit("kilohertz", Frequency, (1000, 1), "frequency-kilohertz", "kHz"),
    unit("megahertz", Frequency, (1_000_000, 1), "frequency-megahertz", "MHz"),
    unit("gigahertz", Frequency, (1_000_000_000, 1), "frequency-gigahertz", "GHz"),
    unit("newton", Force, (1, 1), "force-newton", "N"),
    unit("millivolt", Voltage, (1, 1000), "", "mV"),
    unit("volt", Voltage, (1, 1), "electric-volt", "V"),
    unit("kilovolt", Voltage, (1000, 1), "", "kV"),
    unit("milliampere", Current, (1, 1000), "electric-milliampere", "mA"),
    unit("ampere", Current, (1, 1), "electric-ampere", ""),
    unit("ohm", Resistance, (1, 1), "electric-ohm", "Ω"),
    unit("bit", Information, (1, 1), "digital-bit", ""),
    unit("byte", Information, (8, 1), "digital-byte", ""),
    unit("kilobyte", Information, (8000, 1), "digital-kilobyte", "kB KB"),
    unit("megabyte", Information, (8_000_000, 1), "digital-megabyte", "MB"),
    unit("gigabyte", Information, (8_000_000_000, 1), "digital-gigabyte", "GB"),
    unit("terabyte", Information, (8_000_000_000_000, 1), "digital-terabyte", "TB"),
    unit("megabit", Information, (1_000_000, 1), "digital-megabit", "Mbit"),
    unit("gigabit", Information, (1_000_000_000, 1), "digital-gigabit", "Gbit"),
    unit("pixel", Pixel, (1, 1), "graphics-pixel", "px"),
    unit("megapixel", Pixel, (1_000_000, 1), "graphics-megapixel", "MP"),
    unit("decibel", Loudness, (1, 1), "", "dB"),
    unit("cent", Cent, (1, 1), "", "¢"),
    money("AED"),
    money("ARS"),
    money("AUD"),
    money("BGN"),
    money("BRL"),
    money("CAD"),
    money("CHF"),
    money("CLP"),
    money("CNY"),
    money("CZK"),
    money("DEM"),
    money("DKK"),
    money("EGP"),
    money("EUR"),
    money("FRF"),
    money("GBP"),
    money("HKD"),
    money("HUF"),
    money("IDR"),
    money("ILS"),
    money("INR"),
    money("IRR"),
    money("ISK"),
    money("JOD"),
    money("JPY"),
    money("KRW"),
    money("MXN"),
    money("MYR"),
    money("NGN"),
    money("NOK"),
    money("NZD"),
    money("PHP"),
    money("PLN"),
    money("RON"),
    money("RUB"),
    money("SAR"),
    money("SEK"),
    money("SGD"),
    money("THB"),
    money("TRY"),
    money("TWD"),
    money("UAH"),
    money("USD"),
    money("VND"),
    money("ZAR"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_signs_are_unique_and_the_index_fits() {
        assert!(UNITS.len() <= usize::from(u8::MAX) + 1);
        let mut ids: Vec<_> = UNITS.iter().map(|unit| unit.id).collect();
        let mut signs: Vec<_> = UNITS.iter().flat_map(|unit| unit.signs.split(' ')).collect();
        signs.retain(|sign| !sign.is_empty());
        for names in [&mut ids, &mut signs] {
            let before = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), before);
        }
    }

    #[test]
    fn factors_convert_exactly() {
        let base = |id: &str, value: &str| {
            UnitId::named(id).unwrap().to_base(Rational::parse(value).unwrap()).unwrap()
        };
        assert_eq!(base("gram", "1"), base("milligram", "1000"));
        assert_eq!(base("hour", "24"), base("day", "1"));
        assert_eq!(base("inch", "1"), base("millimetre", "25.4"));
        assert_eq!(base("month", "18"), base("year", "1.5"));
        assert_eq!(base("celsius", "37"), base("kelvin", "310.15"));
        assert_eq!(base("fahrenheit", "212"), base("celsius", "100"));
        assert_eq!(base("kilometre-per-hour", "36"), base("metre-per-second", "10"));
    }
}
