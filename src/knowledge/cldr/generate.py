#!/usr/bin/env python3
"""Writes the CLDR tables of this folder.

    python3 generate.py OUTPUT_FOLDER

Fetches the four pinned npm packages below with `npm pack`, checks each
archive's sha512, and writes the .tsv tables and LICENSE (the text shipped in
the packages). Needs Python 3.8 or later and npm. The output depends on nothing but the
packages: two runs give the same bytes.
"""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile

VERSION = "48.2.0"
PACKAGES = {
    "cldr-dates-full": "zMrKvjMO414HDftLr6vKH1fNQHakFNe+F1h4S0eg+zmL4WRi9pI41fxB3UrTJDY42MEM87jCuAw/qlqCgYKcAQ==",
    "cldr-localenames-full": "4o0paYDz0UXhfhChAVFkmVl2CP0YTSEqE6WrC0fNafaSC5u5DAXphxH3SZ1Ujczarikr8DToKZfiok6EqWLdNQ==",
    "cldr-numbers-full": "0EQ+UkVDsyXOlxnWnL1RIENVZFqCnb04D1Yrku0obnOyttbuZz8tHmUd5c5AEvhGS/Gg2zI4fTaCm51LSGITog==",
    "cldr-units-full": "BjDC7V46eeXzgalnIumrJ1XQDk8wJaOxNLME4hmkBT9Q0hnzxn3XgtavigPUwnljk7FxlNQW9Wx+hbFrARPrQg==",
}

# The column order of every table that has one column a language.
LANGS = "he nb nn sv da nl en de fr ar ru el ja zh is es it fi pl".split()

# Regional locales whose forms are added after those of the language.
REGIONS = {
    "en": ["en-GB", "en-AU", "en-CA"],
    "de": ["de-AT", "de-CH"],
    "fr": ["fr-CA", "fr-CH"],
    "es": ["es-419", "es-MX"],
    "zh": ["zh-Hant"],
}
# Month names differ within Arabic (Levant, Iraq, Algeria/Tunisia, Morocco, Mauritania).
DATE_REGIONS = dict(REGIONS, ar=["ar-LB", "ar-IQ", "ar-DZ", "ar-MA", "ar-MR"])
SYMBOL_LOCALES = LANGS + ["de-AT", "de-CH", "en-ZA", "es-419", "es-MX", "fr-CA", "fr-CH", "it-CH", "ar-DZ", "ar-EG", "ar-MA"]

LANGUAGES = """
af ak am ar as ay az be bg bm bn bo br bs ca ceb co cs cy da de dv el en eo es et eu fa ff fi fil fo fr
fy ga gd gl gn grc gsw gu ha haw he hi hmn hr ht hu hy id ig is it iu ja jv ka kk kl km kn ko ku ckb ky la
lb ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no ny oc om or pa pl ps pt pt-BR pt-PT qu rm
ro rom ru rw sa sc sd se si sk sl sma smj sm sn so sq sr sh st su sv sw ta te tg th ti tk tl tn to tr ts tt ug
uk ur uz vi wo xh yi yo yue zh zh-Hans zh-Hant zu
""".split()

CURRENCIES = """
AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR IQD IRR ISK JOD JPY KRW KWD
LBP MAD MXN MYR NGN NOK NZD PHP PKR PLN RON RUB SAR SEK SGD SYP THB TND TRY TWD UAH USD VND XAF ZAR
""".split()

UNITS = """
per
acceleration-g-force angle-degree
area-square-kilometer area-hectare area-square-meter area-square-centimeter area-square-mile area-acre
area-square-yard area-square-foot area-square-inch area-dunam
concentr-item concentr-karat concentr-katal concentr-milligram-ofglucose-per-deciliter
concentr-millimole-per-liter concentr-mole concentr-part-per-1e6 concentr-part-per-1e9 concentr-percent
concentr-permille concentr-permyriad
consumption-liter-per-100-kilometer consumption-liter-per-kilometer consumption-mile-per-gallon
digital-petabyte digital-terabyte digital-terabit digital-gigabyte digital-gigabit digital-megabyte
digital-megabit digital-kilobyte digital-kilobit digital-byte digital-bit
duration-century duration-decade duration-year duration-quarter duration-month duration-week duration-day
duration-night duration-hour duration-minute duration-second duration-millisecond duration-microsecond
duration-nanosecond
electric-ampere electric-milliampere electric-ohm electric-volt
energy-becquerel energy-british-thermal-unit energy-calorie energy-electronvolt energy-foodcalorie
energy-gray energy-joule energy-kilocalorie energy-kilojoule energy-kilowatt-hour energy-sievert
force-newton frequency-gigahertz frequency-hertz frequency-kilohertz frequency-megahertz
graphics-megapixel graphics-pixel
length-kilometer length-meter length-decimeter length-centimeter length-millimeter length-micrometer
length-nanometer length-picometer length-mile length-yard length-foot length-inch length-fathom
length-light-year length-astronomical-unit length-parsec length-nautical-mile length-mile-scandinavian
light-candela light-lumen light-lux magnetic-tesla
mass-tonne mass-ton mass-kilogram mass-gram mass-milligram mass-microgram mass-stone mass-pound mass-ounce
mass-ounce-troy mass-carat mass-dalton mass-grain
power-gigawatt power-megawatt power-kilowatt power-watt power-milliwatt power-horsepower
pressure-atmosphere pressure-bar pressure-hectopascal pressure-inch-ofhg pressure-kilopascal
pressure-megapascal pressure-millibar pressure-millimeter-ofhg pressure-pascal
pressure-pound-force-per-square-inch
speed-beaufort speed-kilometer-per-hour speed-knot speed-meter-per-second speed-mile-per-hour
temperature-celsius temperature-fahrenheit temperature-generic temperature-kelvin
torque-newton-meter
volume-acre-foot volume-barrel volume-bushel volume-centiliter volume-cubic-centimeter volume-cubic-foot
volume-cubic-inch volume-cubic-kilometer volume-cubic-meter volume-cubic-mile volume-cubic-yard volume-cup
volume-cup-metric volume-deciliter volume-drop volume-fluid-ounce volume-fluid-ounce-imperial volume-gallon
volume-gallon-imperial volume-hectoliter volume-liter volume-megaliter volume-milliliter volume-pinch
volume-pint volume-pint-imperial volume-pint-metric volume-quart volume-tablespoon volume-teaspoon
""".split()

PLURALS = ("zero", "one", "two", "few", "many", "other")


def fetch(folder):
    for name, digest in PACKAGES.items():
        spec = "%s@%s" % (name, VERSION)
        subprocess.run(["npm", "pack", "--silent", spec], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        path = os.path.join(folder, "%s-%s.tgz" % (name, VERSION))
        with open(path, "rb") as f:
            found = base64.b64encode(hashlib.sha512(f.read()).digest()).decode()
        if found != digest:
            sys.exit("%s: sha512 is %s, wanted %s" % (spec, found, digest))


class Cldr:
    def __init__(self, folder):
        self.tars = {n: tarfile.open(os.path.join(folder, "%s-%s.tgz" % (n, VERSION))) for n in PACKAGES}
        self.cache = {}

    def text(self, package, path):
        return self.tars[package].extractfile("package/" + path).read().decode("utf-8")

    def main(self, package, locale, name):
        key = (package, locale, name)
        if key not in self.cache:
            data = json.loads(self.text(package, "main/%s/%s.json" % (locale, name)))
            self.cache[key] = data["main"][locale]
        return self.cache[key]


def clean(text):
    """Drops direction marks and makes every kind of space a plain one."""
    text = re.sub("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return re.sub("[\\s\u00a0\u2009\u202f]+", " ", text).strip()


def cell(forms):
    out = []
    for form in forms:
        form = clean(form)
        assert "|" not in form
        if form and form not in out:
            out.append(form)
    return "|".join(out)


def locales(lang, regions=REGIONS):
    return [lang] + regions.get(lang, [])


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as f:
        f.write("# " + "\t".join(header) + "\n")
        for row in rows:
            assert not any("\t" in c or "\n" in c for c in row), row
            f.write("\t".join(row) + "\n")


def date_names(cldr, lang, kind, key):
    found = []
    for locale in locales(lang, DATE_REGIONS):
        names = cldr.main("cldr-dates-full", locale, "ca-gregorian")["dates"]["calendars"]["gregorian"][kind]
        for width in ("wide", "abbreviated"):
            for use in ("format", "stand-alone"):
                form = names[use][width][key]
                found += [form, form[:-1] if form.endswith(".") else form]
    return cell(found)


def display_names(cldr, lang, kind, code):
    found = []
    for locale in locales(lang):
        names = cldr.main("cldr-localenames-full", locale, kind)["localeDisplayNames"][kind]
        for key in [code] + sorted(k for k in names if k.startswith(code + "-alt-") and "menu" not in k):
            if names.get(key, code) != code:
                found.append(names[key])
    return cell(found)


def zones(cldr, lang):
    """The example city of every time zone that has one in the language."""
    def walk(node, path):
        for key, value in node.items():
            if "exemplarCity" in value:
                yield "/".join(path + [key]), value["exemplarCity"]
            elif "long" not in value and "short" not in value and isinstance(value, dict):
                yield from walk(value, path + [key])
    return dict(walk(cldr.main("cldr-dates-full", lang, "timeZoneNames")["dates"]["timeZoneNames"]["zone"], []))


def cities(cldr):
    names = {lang: zones(cldr, lang) for lang in LANGS}
    for zone in sorted(set().union(*names.values())):
        if zone.startswith("Etc/") or zone.count("/") == 0:
            continue
        # where a language has no form of its own, English has the end of the zone's name
        english = names["en"].get(zone, zone.split("/")[-1].replace("_", " "))
        yield [zone] + [cell([names[lang].get(zone, english if lang == "en" else "")]) for lang in LANGS]


def unit_forms(cldr, lang, unit):
    found = []
    for locale in locales(lang):
        units = cldr.main("cldr-units-full", locale, "units")["units"]
        for length in ("long", "short", "narrow"):
            entry = units[length].get(unit, {})
            if unit == "per":
                found.append(re.sub(r"\{[01]\}", "", entry["compoundUnitPattern"]))
                continue
            counted = [k for k in entry if re.search("-count-(%s)$" % "|".join(PLURALS), k)]
            # the uninflected forms first
            for key in sorted(counted, key=lambda k: (not k.startswith("unitPattern"), list(entry).index(k))):
                form = clean(entry[key])
                # text on both sides of the number keeps its {0}
                if form.startswith("{0}") or form.endswith("{0}"):
                    form = form.replace("{0}", "")
                found.append(form)
            if length != "narrow" and "displayName" in entry:
                found.append(entry["displayName"])
    return cell(found)


def currency_forms(cldr, lang, code):
    found = []
    for locale in locales(lang):
        entry = cldr.main("cldr-numbers-full", locale, "currencies")["numbers"]["currencies"].get(code, {})
        keys = ["displayName"] + ["displayName-count-" + p for p in PLURALS]
        if locale == lang:  # a region writes its own currency as plain "$", so take symbols from the language only
            keys = ["symbol", "symbol-alt-narrow", "symbol-alt-variant"] + keys
        found += [entry[k] for k in keys if entry.get(k, code) != code]
    return cell(found)


def symbols(cldr):
    for locale in sorted(SYMBOL_LOCALES):
        numbers = cldr.main("cldr-numbers-full", locale, "numbers")["numbers"]
        zero = {"latn": "0", "arab": "\u0660"}
        systems = [numbers["defaultNumberingSystem"], numbers["otherNumberingSystems"]["native"]]
        if locale.startswith("ar"):
            systems += ["latn", "arab"]
        for system in dict.fromkeys(systems):
            s = numbers.get("symbols-numberSystem-" + system)
            if s is None or system not in zero:
                continue
            mark = lambda t: re.sub("[\u061c\u200e\u200f]", "", t)
            yield [locale, system, s["decimal"], s["group"], mark(s["percentSign"]), mark(s["minusSign"]), zero[system]]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = sys.argv[1]
    os.makedirs(out, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        fetch(folder)
        cldr = Cldr(folder)
        months = [str(m) for m in range(1, 13)]
        days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        langs = sorted(LANGS)
        write(out, "months.tsv", ["lang", "month", "names"],
              [[l, m, date_names(cldr, l, "months", m)] for l in langs for m in months])
        write(out, "days.tsv", ["lang", "weekday", "names"],
              [[l, str(i + 1), date_names(cldr, l, "days", d)] for l in langs for i, d in enumerate(days)])
        codes = cldr.main("cldr-localenames-full", "en", "territories")["localeDisplayNames"]["territories"]
        codes = sorted({c for c in codes if "-" not in c} - {"XA", "XB", "ZZ"})
        write(out, "territories.tsv", ["code"] + LANGS,
              [[c] + [display_names(cldr, l, "territories", c) for l in LANGS] for c in codes])
        write(out, "languages.tsv", ["code"] + LANGS,
              [[c] + [display_names(cldr, l, "languages", c) for l in LANGS] for c in sorted(LANGUAGES)])
        write(out, "cities.tsv", ["zone"] + LANGS, cities(cldr))
        write(out, "currencies.tsv", ["code"] + LANGS,
              [[c] + [currency_forms(cldr, l, c) for l in LANGS] for c in sorted(CURRENCIES)])
        write(out, "units.tsv", ["unit"] + LANGS,
              [[u] + [unit_forms(cldr, l, u) for l in LANGS] for u in sorted(UNITS)])
        write(out, "symbols.tsv", ["locale", "numbering", "decimal", "group", "percent", "minus", "zero"],
              symbols(cldr))
        with open(os.path.join(out, "LICENSE"), "w", encoding="utf-8", newline="\n") as f:
            f.write(cldr.text("cldr-units-full", "LICENSE"))


main()
