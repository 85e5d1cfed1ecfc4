#!/usr/bin/env python3
"""Puts the field "oblasts" into a contest definition, in place; all else in the file stays as it is.

    python3 contests/sources/make-places.py contests/best-akim-2027.json 2024

Oblasts and districts are real: adm1_YEAR.csv and adm2_YEAR.csv from geokz, with the corrections below. Rural districts
are demonstration data: common place names, drawn by a fixed rule, under codes that follow KATO's scheme. The same
files give the same bytes.
"""

import csv
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent

# What the source spells wrongly or names otherwise than the official register: kato, or oblast's name, → (kk, ru).
CORRECTIONS = {
    "Солтүстiк Қазақстан": ("Солтүстік Қазақстан", "Северо-Казахстанская"),  # a Latin i
    "113400000": ("Аршалы", "Аршалинский"),  # a Latin A
    "154200000": ("Қобда", "Кобдинский"),
    "191000000": ("Талдықорған", "Талдыкорган"),  # the two languages changed places
    "331000000": ("Талдықорған", "Талдыкорган"),
    "191600000": ("Қапшағай", "Капшагай"),
    "275400000": ("Бөкей ордасы", "Бокейординский"),
    "196000000": ("Сарқан", "Саркандский"),
    "334800000": ("Сарқан", "Саркандский"),
    "435200000": ("Шиелі", "Шиелийский"),
}
CORRECTIONS_2024 = {"191000000": ("Қонаев", "Конаев")}

# Districts that bear a name which Russian does not turn into an adjective.
NAMED_IN_RUSSIAN = {
    "Біржан сал": "район Биржан сал",
    "Бәйтерек": "район Байтерек",
    "Тұрар Рысқұлов": "район Турара Рыскулова",
    "Бейімбет Майлин": "район Беимбета Майлина",
    "Тереңкөл": "район Теренколь",
    "Аққулы": "район Аққулы",
    "Мағжан Жұмабаев": "район Магжана Жумабаева",
    "Шал ақын": "район Шал акына",
    "Ғабит Мүсірепов": "район имени Габита Мусрепова",
    "Бәйдібек": "район Байдибека",
    "Алтай": "район Алтай",
}
OBLASTS_NAMED = {"Абай": "область Абай", "Жетісу": "область Жетісу", "Ұлытау": "область Ұлытау"}

# City administrations with rural districts or settlements of their own; the other cities have no rural akim.
CITIES_WITH_OKRUGS = {
    "2018": {
        "111000000", "111800000", "191000000", "191600000", "192600000", "231000000", "271000000", "351600000",
        "351800000", "352000000", "352200000", "352300000", "352400000", "352800000", "391600000", "392000000",
        "392400000", "431000000", "471000000", "471800000", "551000000", "551600000", "552200000", "611000000",
        "611600000", "612000000", "632400000", "632800000",
    },
    "2024": {
        "111000000", "111800000", "191000000", "231000000", "271000000", "331000000", "331800000", "351600000",
        "352200000", "352400000", "352800000", "391600000", "392000000", "392400000", "431000000", "471000000",
        "471800000", "551000000", "551600000", "552200000", "611600000", "612000000", "621000000", "621800000",
        "622010000", "632400000",
    },
}
REPUBLICAN_CITIES = ("71", "75", "79")

# Common Kazakh place names: Kazakh, Russian.
NAMES = [pair.split("/") for pair in """
Ақбұлақ/Акбулак Жаңатұрмыс/Жанатурмыс Қарасу/Карасу Бірлік/Бирлик Ақтоғай/Актогай Көктөбе/Коктобе
Достық/Достык Жаңажол/Жанажол Қызылту/Кызылту Сарыбұлақ/Сарыбулак Тасөткел/Тасоткель Майбұлақ/Майбулак
Ақжар/Акжар Еңбек/Енбек Қаракемер/Каракемер Теректі/Теректы Көкжиек/Кокжиек Ынтымақ/Ынтымак
Шұбарағаш/Шубарагаш Ақсай/Аксай Жаңаталап/Жанаталап Қарағаш/Карагаш Бесағаш/Бесагаш Талдыбұлақ/Талдыбулак
Сарыөзек/Сарыозек Ақкөл/Акколь Қызылжар/Кызылжар Өркен/Оркен Көкбастау/Кокбастау Жалғызағаш/Жалгызагаш
Қаратал/Каратал Алмалы/Алмалы Мыңбұлақ/Мынбулак Үшбұлақ/Ушбулак Ақши/Акши Тасбұлақ/Тасбулак
Береке/Береке Жаңақоныс/Жанаконыс Қарабұлақ/Карабулак Көкөзек/Кокозек Шаған/Шаган Саумалкөл/Саумалколь
Ақтерек/Актерек Қызылқайнар/Кызылкайнар Жиделі/Жидели Балықты/Балыкты Қосағаш/Косагаш Ортабұлақ/Ортабулак
Сарыжаз/Сарыжаз Тұщыкөл/Тущыколь Жасөркен/Жасоркен Кеңес/Кенес Ащысай/Ащысай Қойтас/Койтас
Ақжол/Акжол Бозарал/Бозарал Көксай/Коксай Шилі/Шили Аршалы/Аршалы
""".split()]


def rows(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text(kk, ru):
    return {"kk": kk, "ru": ru}


def oblast_name(row):
    kk, ru = CORRECTIONS.get(row["kk"], (row["kk"], row["ru"]))
    return text(f"{kk} облысы", OBLASTS_NAMED.get(kk, f"{ru} область"))


def corrected(row, year):
    later = CORRECTIONS_2024 if year == "2024" else {}
    return later.get(row["kato"]) or CORRECTIONS.get(row["kato"]) or (row["kk"], row["ru"])


def is_district(row, year):
    _, ru = corrected(row, year)
    return row["kk"] in NAMED_IN_RUSSIAN or ru.endswith(("ский", "цкий"))


def district_name(row, year):
    kk, ru = corrected(row, year)
    if is_district(row, year):
        return text(f"{kk} ауданы", NAMED_IN_RUSSIAN.get(kk, f"{ru} район"))
    return text(f"{kk} қаласы", f"город {ru}")


def okrugs(kato):
    """Four to six rural districts; their two digits are odd, from 31, as KATO gives them (51 in an odd code's unit)."""
    number = int(kato[:4])
    start = 31 if kato[4:] == "00000" else 51
    for i in range(4 + number % 3):
        kk, ru = NAMES[(number * 7 + i * 11) % len(NAMES)]
        yield {
            "kato": f"{kato[:4]}{start + 2 * i}000",
            "name": text(f"{kk} ауылдық округі", f"сельский округ {ru}"),
        }


def oblasts(year):
    districts = rows(f"adm2_{year}.csv")
    for oblast in rows(f"adm1_{year}.csv"):
        prefix = oblast["kato"][:2]
        if prefix in REPUBLICAN_CITIES:
            continue
        yield {
            "kato": oblast["kato"],
            "name": oblast_name(oblast),
            "districts": [
                {"kato": row["kato"], "name": district_name(row, year), "okrugs": list(okrugs(row["kato"]))}
                for row in districts
                if row["kato"].startswith(prefix)
                and (is_district(row, year) or row["kato"] in CITIES_WITH_OKRUGS[year])
            ],
        }


def written(value, indent=0):
    """JSON with two spaces of indent, except that what fits on a line is on one."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) + indent <= 118 or not isinstance(value, (dict, list)):
        return flat
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {written(item, indent + 2)}" for key, item in value.items()]
        return "{\n" + ",\n".join(inner + part for part in parts) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(inner + written(item, indent + 2) for item in value) + "\n" + " " * indent + "]"


def main():
    path, year = pathlib.Path(sys.argv[1]), sys.argv[2]
    definition = json.loads(path.read_text(encoding="utf-8"))
    definition["oblasts"] = list(oblasts(year))
    path.write_text(written(definition) + "\n", encoding="utf-8", newline="\n")
    districts = [district for oblast in definition["oblasts"] for district in oblast["districts"]]
    print(len(definition["oblasts"]), "oblasts", len(districts), "districts",
          sum(len(district["okrugs"]) for district in districts), "rural districts")


if __name__ == "__main__":
    main()
