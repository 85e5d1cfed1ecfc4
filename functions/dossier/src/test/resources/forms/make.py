"""Makes the workbooks of this folder as people's programs do: python3 make.py, with openpyxl, XlsxWriter and soffice.

The fields of the form No 1 of best-akim-2027 and its indicators, filled in and saved by openpyxl 3.1.5, XlsxWriter 3.2.9
and LibreOffice 7.4. FormSheetTest says what must be read of each.
"""
import datetime
import pathlib
import subprocess

import openpyxl
import xlsxwriter

HERE = pathlib.Path(__file__).parent
FORMS = HERE / "../../../../../../web/forms/best-akim-2027"
APPLICATION = {
    "B5": "Бауыржан Тілеуов", "B6": "790922300005", "B7": "103633000", "B8": datetime.date(2023, 7, 10),
    "B9": "местный исполнительный орган", "B10": "Аудан әкімдігі", "B11": "05.04.2027",
}
INDICATORS = {"B5": "103633000", "B6": datetime.date(2027, 1, 1), "B7": 12.5, "B8": 40, "B9": "1 250,5", "B10": 12, "B11": 30, "B12": 0}


def template(name, values, out):
    book = openpyxl.load_workbook(FORMS / name)
    for cell, value in values.items():
        book.active[cell] = value
    book.save(HERE / out)


def libreoffice(source, out):
    subprocess.run(["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "/tmp/forms-out", HERE / source], check=True)
    pathlib.Path("/tmp/forms-out", source).rename(HERE / out)


def written(out, values, name, **options):
    book = xlsxwriter.Workbook(HERE / out, options)
    book.set_properties({"created": datetime.datetime(2027, 1, 15)})
    sheet = book.add_worksheet(name)
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    for cell, value in values.items():
        sheet.write(cell, value, *([day] if isinstance(value, datetime.date) else []))
    book.close()


template("application-ru.xlsx", APPLICATION, "openpyxl-application.xlsx")
libreoffice("openpyxl-application.xlsx", "libreoffice-application.xlsx")
template("indicators-kk.xlsx", {**INDICATORS, "B7": "=5+7.5", "B8": "=1/0", "B9": '=CONCATENATE("1 250",",5")'}, "openpyxl-formulas.xlsx")
libreoffice("openpyxl-formulas.xlsx", "libreoffice-formulas.xlsx")
written("xlsxwriter-inline.xlsx", APPLICATION, "Форма №1", constant_memory=True)
written("xlsxwriter-1904.xlsx", INDICATORS, "Көрсеткiштер", date_1904=True)
