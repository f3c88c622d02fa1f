"""Prints `zones.tsv` from `zone.tab` of the tz database and the cities of the tables beside it."""

import sys
from pathlib import Path

HERE = Path(__file__).parent

# Zones that the CLDR calls by an older name.
OLDER = {
    "Africa/Asmera": "ER", "America/Buenos_Aires": "AR", "America/Catamarca": "AR",
    "America/Coral_Harbour": "CA", "America/Cordoba": "AR", "America/Godthab": "GL",
    "America/Indianapolis": "US", "America/Jujuy": "AR", "America/Louisville": "US",
    "America/Mendoza": "AR", "Asia/Calcutta": "IN", "Asia/Katmandu": "NP", "Asia/Rangoon": "MM",
    "Asia/Saigon": "VN", "Atlantic/Faeroe": "FO", "Europe/Kiev": "UA", "Pacific/Enderbury": "KI",
    "Pacific/Ponape": "FM", "Pacific/Truk": "FM",
}

# Cities that are no example of a time zone.
OWN = {
    "x-ankara": "TR", "x-antwerp": "BE", "x-basel": "CH", "x-beijing": "CN", "x-bern": "CH",
    "x-bethlehem": "PS", "x-brasilia": "BR", "x-bruges": "BE", "x-canberra": "AU",
    "x-cologne": "DE", "x-delhi": "IN", "x-edinburgh": "GB-SCT", "x-florence": "IT",
    "x-geneva": "CH", "x-genoa": "IT", "x-gothenburg": "SE", "x-hague": "NL", "x-haifa": "IL",
    "x-hanoi": "VN", "x-hanover": "DE", "x-islamabad": "PK", "x-izmir": "TR",
    "x-krakow": "PL", "x-mecca": "SA",
    "x-milan": "IT", "x-munich": "DE", "x-naples": "IT", "x-nazareth": "IL", "x-nuremberg": "DE",
    "x-ottawa": "CA", "x-petersburg": "RU", "x-seville": "ES", "x-strasbourg": "FR",
    "x-turin": "IT", "x-venice": "IT", "x-washington": "US", "x-wroclaw": "PL",
}


def rows(path):
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


countries = {cells[2]: cells[0] for cells in rows(sys.argv[1])} | OLDER
zones = [cells[0] for cells in rows(HERE / "../cldr/cities.tsv")]
print("# place\tcountry")
for place, country in [(zone, countries[zone]) for zone in zones] + sorted(OWN.items()):
    print(f"{place}\t{country}")
