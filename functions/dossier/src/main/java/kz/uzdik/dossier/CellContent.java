package kz.uzdik.dossier;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What an element of a workbook holds: of a cell, or of a shared string. Texts are cut at 2000 characters.
 *
 * @param value what the file says of it, for example a number or the number of a shared string; null where nothing
 * @param inline text in runs, without how it is pronounced; null where there is none
 * @param formula whether it is computed
 */
record CellContent(@Nullable String value, @Nullable String inline, boolean formula) {

    private static final int MOST_TEXT = 2000;

    /** What the element holds at whose start {@code xml} stands; it stands at its end then. */
    static CellContent of(XMLStreamReader xml) throws XMLStreamException {
        String value = null;
        StringBuilder inline = null;
        var formula = false;
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "v" -> value = text(xml);
                        case "t" -> inline = (inline == null ? new StringBuilder() : inline).append(text(xml));
                        case "rPh" -> skip(xml);
                        case "f" -> {
                            formula = true;
                            skip(xml);
                        }
                        default -> depth++;
                    }
                }
                case XMLStreamReader.END_ELEMENT -> depth--;
                default -> {
                    // blanks
                }
            }
        }
        return new CellContent(value, inline == null ? null : cut(inline), formula);
    }

    /** The text of an element. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> depth++;
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
                    if (text.length() < MOST_TEXT) {
                        text.append(xml.getText());
                    }
                }
                default -> {
                    // comments and the like
                }
            }
        }
        return cut(text);
    }

    /** Passes over the element at whose start {@code xml} stands. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> depth++;
                case XMLStreamReader.END_ELEMENT -> depth--;
                default -> {
                    // passed over
                }
            }
        }
    }

    private static String cut(StringBuilder text) {
        return text.substring(0, Math.min(text.length(), MOST_TEXT));
    }
}
