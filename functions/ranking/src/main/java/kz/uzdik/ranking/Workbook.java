package kz.uzdik.ranking;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A workbook of one sheet (ECMA-376), its cells plain texts and numbers: nothing in it is ever a formula. The same
 * rows give the same bytes, which a library that writes its version, its time and compressed parts does not.
 */
final class Workbook {

    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String PART = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int LONGEST_NAME = 31;

    private Workbook() {}

    /**
     * The workbook of {@code rows}, the first of which is the heading and stays in sight.
     *
     * @param name of the sheet
     * @param rows of {@link String} and {@link BigDecimal}
     */
    static byte[] of(String name, List<List<Object>> rows) {
        var files = new LinkedHashMap<String, String>();
        files.put("[Content_Types].xml", HEAD + """
            <Types xmlns="%1$s/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="%2$ssheet.main+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%2$sworksheet+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="%2$sstyles+xml"/></Types>\
            """.formatted(PACKAGE, PART));
        files.put("_rels/.rels", HEAD + """
            <Relationships xmlns="%s/relationships">\
            <Relationship Id="r1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>\
            """.formatted(PACKAGE, OFFICE));
        files.put("xl/workbook.xml", HEAD + """
            <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="%s" sheetId="1" r:id="r1"/></sheets></workbook>\
            """.formatted(MAIN, OFFICE, sheetName(name)));
        files.put("xl/_rels/workbook.xml.rels", HEAD + """
            <Relationships xmlns="%1$s/relationships">\
            <Relationship Id="r1" Type="%2$s/worksheet" Target="worksheets/sheet1.xml"/>\
            <Relationship Id="r2" Type="%2$s/styles" Target="styles.xml"/></Relationships>\
            """.formatted(PACKAGE, OFFICE));
        files.put("xl/styles.xml", HEAD + """
            <styleSheet xmlns="%s"><fonts count="2"><font/><font><b/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>\
            <cellStyleXfs count="1"><xf/></cellStyleXfs>\
            <cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>\
            """.formatted(MAIN));
        files.put("xl/worksheets/sheet1.xml", sheet(rows));
        return StoredZip.of(files);
    }

    private static String sheet(List<List<Object>> rows) {
        var xml = new StringBuilder(HEAD)
                .append("""
                    <worksheet xmlns="%s"><sheetViews><sheetView workbookViewId="0">\
                    <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
                    <cols><col min="1" max="%d" width="24" customWidth="1"/></cols><sheetData>\
                    """.formatted(MAIN, rows.getFirst().size()));
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < rows.get(row).size(); column++) {
                cell(xml, rows.get(row).get(column), column(column) + (row + 1), row == 0 ? " s=\"1\"" : "");
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static void cell(StringBuilder xml, Object value, String place, String style) {
        xml.append("<c r=\"").append(place).append('"').append(style);
        if (value instanceof BigDecimal number) {
            xml.append("><v>").append(number.toPlainString()).append("</v></c>");
        } else {
            xml.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .append(escaped(value.toString()))
                    .append("</t></is></c>");
        }
    }

    /** A, B, … Z, AA, AB, … */
    private static String column(int index) {
        var last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : column(index / 26 - 1) + last;
    }

    private static String sheetName(String name) {
        var allowed = name.replaceAll("[\\\\/?*\\[\\]:']", " ");
        return escaped(allowed.length() > LONGEST_NAME ? allowed.substring(0, LONGEST_NAME) : allowed);
    }

    /** Without what XML cannot hold. */
    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
