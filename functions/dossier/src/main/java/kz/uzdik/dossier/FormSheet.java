package kz.uzdik.dossier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.CellRead;
import kz.uzdik.contest.dossier.CellRead.Kind;
import kz.uzdik.contest.dossier.FoldedName;
import kz.uzdik.contest.dossier.FormRead;
import org.jspecify.annotations.Nullable;

/**
 * A workbook's sheets by name, and single cells of one of them (ECMA-376-1 §18). Only the cells asked for are kept, and of
 * the shared strings only those that they name: memory is that of one part, whatever the workbook holds.
 */
final class FormSheet {

    private static final int MOST_PART_BYTES = 8 * 1024 * 1024;
    private static final int MOST_SHEETS = 1000;
    private static final String FOLDER = "xl/";

    private final OfficePackage document;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private boolean since1904;

    /** Reads what sheets there are in {@code document}, a workbook. */
    FormSheet(OfficePackage document) throws IOException {
        this.document = document;
        var targets = targets();
        read(FOLDER + "workbook.xml", xml -> {
            switch (xml.getLocalName()) {
                case "sheet" -> sheet(xml, targets);
                case "workbookPr" -> since1904 = isTrue(attribute(xml, "date1904"));
                default -> {
                    // nothing that a form needs
                }
            }
        });
    }

    private Map<String, String> targets() throws IOException {
        var targets = new HashMap<String, String>();
        read(FOLDER + "_rels/workbook.xml.rels", xml -> {
            var id = attribute(xml, "Id");
            var target = attribute(xml, "Target");
            if (xml.getLocalName().equals("Relationship") && id != null && target != null) {
                targets.put(id, target.startsWith("/") ? target.substring(1) : FOLDER + target);
            }
        });
        return targets;
    }

    private void sheet(XMLStreamReader xml, Map<String, String> targets) {
        var name = attribute(xml, "name");
        var relation = attribute(xml, "id");
        var part = relation == null ? null : targets.get(relation);
        if (name != null && part != null && sheets.size() < MOST_SHEETS) {
            var folded = FoldedName.of(name);
            sheets.putIfAbsent(folded, part);
            names.putIfAbsent(folded, name);
        }
    }

    /** Whether one of the sheets has a name of {@code sheet}, in either language. */
    boolean has(Text sheet) {
        return sheets.containsKey(FoldedName.of(sheet.kk())) || sheets.containsKey(FoldedName.of(sheet.ru()));
    }

    /** The cells {@code wanted} of the sheet called {@code sheet}, as far as they are there. */
    FormRead read(Text sheet, Set<String> wanted) throws IOException {
        var folded = FoldedName.of(sheets.containsKey(FoldedName.of(sheet.kk())) ? sheet.kk() : sheet.ru());
        var part = sheets.get(folded);
        if (part == null) {
            return FormRead.NO_SHEET;
        }
        var cells = new LinkedHashMap<String, CellRead>();
        var shared = new HashMap<String, Integer>();
        var place = new CellPlace();
        read(part, xml -> {
            switch (xml.getLocalName()) {
                case "row" -> place.row(attribute(xml, "r"));
                case "c" -> {
                    var address = place.cell(attribute(xml, "r"));
                    if (wanted.contains(address) && !cells.containsKey(address)) {
                        cell(xml, address, cells, shared);
                    }
                }
                default -> {
                    // nothing that a form needs
                }
            }
        });
        if (!shared.isEmpty()) {
            var strings = strings(Set.copyOf(shared.values()));
            shared.forEach(
                    (cell, index) -> cells.put(cell, new CellRead(cell, Kind.TEXT, strings.getOrDefault(index, ""))));
        }
        return new FormRead(names.get(folded), since1904, List.copyOf(cells.values()));
    }

    private static void cell(
            XMLStreamReader xml, String address, Map<String, CellRead> cells, Map<String, Integer> shared)
            throws XMLStreamException {
        var type = attribute(xml, "t");
        var found = CellContent.of(xml);
        var value = found.value() == null ? "" : found.value();
        if (value.isBlank() && found.inline() == null) {
            if (found.formula() && !"str".equals(type)) {
                cells.put(address, new CellRead(address, Kind.UNCOMPUTED, ""));
            }
            return;
        }
        switch (type == null ? "n" : type) {
            case "s" -> {
                cells.put(address, new CellRead(address, Kind.TEXT, ""));
                if (value.strip().matches("[0-9]{1,9}")) {
                    shared.put(address, Integer.parseInt(value.strip()));
                }
            }
            case "inlineStr" ->
                cells.put(address, new CellRead(address, Kind.TEXT, found.inline() == null ? "" : found.inline()));
            case "n" -> cells.put(address, new CellRead(address, Kind.NUMBER, value));
            case "d" -> cells.put(address, new CellRead(address, Kind.DAY, value));
            case "b" -> cells.put(address, new CellRead(address, Kind.TRUTH, value));
            case "e" -> cells.put(address, new CellRead(address, Kind.ERROR, value));
            default -> cells.put(address, new CellRead(address, Kind.TEXT, value));
        }
    }

    /** The shared strings of these numbers. */
    private Map<Integer, String> strings(Set<Integer> wanted) throws IOException {
        var strings = new HashMap<Integer, String>();
        var number = new ArrayList<Integer>(List.of(0));
        read(FOLDER + "sharedStrings.xml", xml -> {
            if (xml.getLocalName().equals("si")) {
                int index = number.getFirst();
                number.set(0, index + 1);
                if (wanted.contains(index)) {
                    var inline = CellContent.of(xml).inline();
                    strings.put(index, inline == null ? "" : inline);
                } else {
                    CellContent.skip(xml);
                }
            }
        });
        return strings;
    }

    private void read(String part, XmlParts.Starts starts) throws IOException {
        var xml = document.xml(part, MOST_PART_BYTES);
        if (xml != null) {
            XmlParts.read(xml, starts);
        }
    }

    /** The attribute of that name in whatever namespace. */
    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
