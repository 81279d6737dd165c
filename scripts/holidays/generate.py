"""Writes src/domain/time/national/*.ts from the package `holidays` of the Vacanza project (MIT).

    pip install holidays==0.105 && python scripts/holidays/generate.py

A line of data is `days | regions | English name | own names`. No region: the whole country. `!X`: all but X.
A name that ends in `~` is estimated: the day depends on a sighting of the moon or on a notice to come.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

import holidays

# The first year whose feasts had not been when the data was made.
FIRST_UNSEEN = 2027
YEARS = [2025, 2026, 2027]
TARGET = Path(__file__).parents[2] / "src/domain/time/national"
# Taiwan's law tells the day before the eve from the eve; the package gives both the same name.
LITTLE_EVE = ("Day before Chinese New Year's Eve", ["小年夜", "小年夜"])
CORRECTED = {
    ("TW", "2026-02-15"): LITTLE_EVE,
    ("TW", "2026-02-20"): (LITTLE_EVE[0] + " (observed)", ["小年夜（補假）", "小年夜（补假）"]),
    ("TW", "2027-02-04"): LITTLE_EVE,
}
# The languages of own names, each with the locale that reads it.
COUNTRIES = {
    "AE": {"": "ar"},
    "AU": {},
    "BR": {"": "pt_BR"},
    "CN": {"zh-CN": "zh_CN", "zh-TW": "zh_TW"},
    "DE": {"": "de"},
    "EG": {"": "ar_EG"},
    "FR": {"": "fr"},
    "GB": {},
    "IL": {"": "he"},
    "IN": {},
    "JP": {"ja": "ja"},
    "KR": {"": "ko"},
    "SA": {"": "ar"},
    "TW": {"zh-TW": "zh_TW", "zh-CN": "zh_CN"},
    "US": {},
}


def english(code):
    return {"GB": "en_GB", "IN": "en_IN", "AU": "en_AU"}.get(code, "en_US")


def named(code, region, language):
    return holidays.country_holidays(code, subdiv=region, years=YEARS, language=language)


def lines_of(code, own):
    found = holidays.country_holidays(code, years=YEARS)
    regions = regions_of(found)
    whole = named(code, None, english(code))
    others = {locale: named(code, None, tag) for locale, tag in own.items()}
    lines = []
    by_day = defaultdict(lambda: defaultdict(list))
    missing = defaultdict(list)
    for region in regions:
        here = named(code, region, english(code))
        for day, name in here.items():
            if day not in whole:
                by_day[day][name].append(region)
        for day in whole:
            if day not in here:
                missing[day].append(region)
    for day, name in whole.items():
        names = [clean(table[day]) for table in others.values()]
        lines.append((day, ",".join(f"!{region}" for region in missing[day]), name, names))
    for day, by_name in by_day.items():
        for name, where in by_name.items():
            lines.append((day, ",".join(where), name, []))
    lines = [(day, where, *CORRECTED.get((code, str(day)), (name, names))) for day, where, name, names in lines]
    return merged(
        " | ".join([str(day), where, clean(name) + ("~" if is_estimated(code, day, name) else ""), *names])
        for day, where, name, names in sorted(lines, key=lambda line: (line[0], line[1]))
    )


def is_estimated(code, day, name):
    """
    The package takes Saudi Arabia's calendar as computed; there, too, the feasts follow the moon that is seen. Egypt's
    cabinet decides each year which holidays move to a Thursday; the package expects it to do as before.
    """
    unseen = {"SA": "Eid|Arafah", "EG": "observed"}.get(code)
    return "estimated" in name or bool(unseen and day.year >= FIRST_UNSEEN and re.search(unseen, name))


def merged(lines):
    """Days with the same regions and names share a line."""
    days = defaultdict(list)
    for line in lines:
        day, rest = line.split(" ", 1)
        days[rest].append(day)
    return [f"{','.join(each)} {rest}" for rest, each in days.items()]


def regions_of(found):
    """The package also has cities, which are no codes of ISO 3166-2."""
    return sorted(region for region in found.subdivisions if len(region) <= 3)


def clean(name):
    name = re.sub(r" ?\((?:observed, )?estimated\)", "", name)
    name = re.sub(r" ?\(?تقديري[^ )]*\)?", "", name).replace("(يوم تعويضي", "(يوم تعويضي)").replace("))", ")")
    name = re.sub(r"(\d\d)/(\d\d)/(20\d\d)", r"\3-\1-\2", name)
    name = name.replace("臺灣光復節", "台湾光复节")
    return name.replace("|", "/").replace("`", "'").strip()


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for code, own in COUNTRIES.items():
        found = holidays.country_holidays(code, years=YEARS)
        work = sorted(
            str(day)
            for day in getattr(found, "weekend_workdays", [])
            if day.year in YEARS
        )
        head = f"/* Made by scripts/holidays/generate.py from `holidays` {holidays.__version__} (Vacanza, MIT). */\n"
        body = "\n".join(lines_of(code, own))
        languages = ", ".join(f"'{locale or 'other'}'" for locale in own)
        text = (
            head
            + f"import type {{ NationalData }} from './data';\n\n"
            + f"export const {code}: NationalData = {{\n"
            + f"  years: [{YEARS[0]}, {YEARS[-1]}],\n"
            + f"  regions: '{' '.join(regions_of(found))}',\n"
            + f"  names: [{languages}],\n"
            + f"  worked: '{' '.join(work)}',\n"
            + f"  days: `\n{body}\n`,\n}};\n"
        )
        (TARGET / f"{code.lower()}.ts").write_text(text)
        print(code, body.count("\n") + 1, file=sys.stderr)


main()
