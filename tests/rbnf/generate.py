#!/usr/bin/env python3
"""Writes the CLDR rules for spelled-out numbers of this folder.

    python3 generate.py OUTPUT_FOLDER

Fetches the pinned npm package with `npm pack`, checks its sha512, and writes
rules.tsv and LICENSE (the text shipped in the package). Needs Python 3.8 or later and npm. The
output depends on nothing but the package: two runs give the same bytes.
"""

import base64
import hashlib
import json
import os
import subprocess
import sys
import tarfile
import tempfile

SPEC = "cldr-rbnf@48.2.0"
SHA512 = "wFhWUOvGGGGSbBc99zJIjMvBxZ7s/fzPdtjLEkccbi8Uk+h/K1AzRiKjGtIqU1FEFNEkO8elkzojpEea0/td1Q=="

# Our code for a language and CLDR's.
LANGS = [("da", "da"), ("de", "de"), ("en", "en"), ("fr", "fr"), ("he", "he"), ("nb", "no"),
         ("nl", "nl"), ("nn", "nn"), ("sv", "sv")]

# Rules for larger numbers are left out.
LARGEST = 10 ** 12


def fetch(folder):
    subprocess.run(["npm", "pack", "--silent", SPEC], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    path = os.path.join(folder, SPEC.replace("@", "-") + ".tgz")
    with open(path, "rb") as file:
        found = base64.b64encode(hashlib.sha512(file.read()).digest()).decode()
    if found != SHA512:
        sys.exit("%s: sha512 is %s, wanted %s" % (SPEC, found, SHA512))
    return tarfile.open(path)


def rows(package):
    for ours, theirs in LANGS:
        text = package.extractfile("package/rbnf/%s.json" % theirs).read().decode("utf-8")
        for name, rules in json.loads(text)["rbnf"]["rbnf"]["SpelloutRules"].items():
            if name.startswith("_") or name == "%%lenient-parse":
                continue
            for base, body in rules:
                base, _, radix = base.partition("/")
                if base.isdigit() and int(base) <= LARGEST:
                    # Soft hyphens only say where a line may break.
                    body = body.rstrip(";").replace("\u00ad", "")
                    yield [ours, name, base, radix or "10", body.replace("←", "<").replace("→", ">")]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = sys.argv[1]
    os.makedirs(out, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        package = fetch(folder)
        with open(os.path.join(out, "rules.tsv"), "w", encoding="utf-8", newline="\n") as file:
            file.write("# lang\trule set\tbase\tradix\trule\n")
            for row in rows(package):
                file.write("\t".join(row) + "\n")
        with open(os.path.join(out, "LICENSE"), "w", encoding="utf-8", newline="\n") as file:
            file.write(package.extractfile("package/LICENSE").read().decode("utf-8"))


main()
