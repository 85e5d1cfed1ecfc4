package kz.uzdik.contest.definition;

/** Each sheet has criteria that give points, and a stage that uses it. */
final class SheetRules {

    private SheetRules() {}

    static void check(ContestDefinition definition, Faults faults) {
        var sheets = definition.sheets();
        faults.ids(sheets, "/sheets", Sheet::id);
        for (int i = 0; i < sheets.size(); i++) {
            var sheet = sheets.get(i);
            sheet(sheet, "/sheets/" + i, faults);
            faults.unless(
                    definition.stages().stream().anyMatch(stage -> uses(stage, sheet)),
                    "/sheets/" + i + "/id",
                    "no stage uses the sheet \"" + sheet.id() + "\"");
        }
    }

    private static void sheet(Sheet sheet, String at, Faults faults) {
        faults.filled(sheet.clause(), at + "/clause");
        faults.text(sheet.title(), at + "/title");
        faults.notEmpty(sheet.criteria(), at + "/criteria");
        faults.ids(sheet.criteria(), at + "/criteria", Criterion::id);
        for (int i = 0; i < sheet.criteria().size(); i++) {
            faults.text(sheet.criteria().get(i).text(), at + "/criteria/" + i + "/text");
            faults.atLeast(1, sheet.criteria().get(i).maxPoints(), at + "/criteria/" + i + "/maxPoints");
        }
    }

    private static boolean uses(Stage stage, Sheet sheet) {
        return stage.components().stream()
                .anyMatch(component ->
                        component instanceof Component.OfSheet of && of.sheet().equals(sheet.id()));
    }
}
