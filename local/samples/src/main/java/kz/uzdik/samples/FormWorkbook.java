package kz.uzdik.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.uzdik.contest.definition.DocumentForm;
import kz.uzdik.contest.definition.DocumentForm.Fact;
import kz.uzdik.contest.definition.DocumentKind;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.NominatorKind;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A form of the dossier as a workbook: empty, as the secretary's page offers it for download, or filled in. Labels are
 * protected, so that each fact stays in its cell; the same form gives the same bytes.
 */
public final class FormWorkbook {

    private static final LocalDateTime CREATED = LocalDateTime.of(2027, 1, 15, 9, 0);
    private static final String TO_FILL = "FFF6D5";

    private final DocumentKind document;
    private final DocumentForm form;
    private final String language;

    /**
     * The form of {@code document} in {@code language}, {@code kk} or {@code ru}; throws
     * {@link IllegalArgumentException} where it has none.
     */
    public FormWorkbook(DocumentKind document, String language) {
        if (document.form() == null) {
            throw new IllegalArgumentException(document.id() + " has no form");
        }
        this.document = document;
        this.form = document.form();
        this.language = language;
    }

    /** The form as it is offered. */
    public byte[] empty() {
        return filled(cell -> null);
    }

    /** The form filled in: {@code values} gives a string, a number, a {@link LocalDate}, or null for an empty cell. */
    public byte[] filled(Function<DocumentForm.Cell, @Nullable Object> values) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Uzdik", "1.0")) {
            var sheet = workbook.newWorksheet(form.sheet().in(language));
            head(sheet);
            for (var cell : form.cells()) {
                write(sheet, cell, values.apply(cell));
            }
            sheet.protect("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settled(out.toByteArray());
    }

    private void head(Worksheet sheet) {
        var title = document.name().in(language);
        sheet.width(0, 46);
        sheet.width(1, 46);
        sheet.width(2, 60);
        sheet.value(0, 0, title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1));
        sheet.style(0, 0).bold().set();
        sheet.value(
                1,
                0,
                say(
                        "Боялған ұяшықтарды ғана толтырыңыз; мән өз ұяшығында қалсын. Файлды XLSX пішімінде сақтаңыз.",
                        "Заполняйте только закрашенные ячейки; значение остаётся в своей ячейке. Сохраните файл в"
                                + " формате XLSX."));
    }

    private void write(Worksheet sheet, DocumentForm.Cell cell, @Nullable Object value) {
        int column = cell.cell().charAt(0) - 'A';
        int row = Integer.parseInt(cell.cell().substring(1)) - 1;
        sheet.value(row, column - 1, cell.label().in(language) + (cell.required() ? " *" : ""));
        sheet.style(row, column - 1).wrapText(true).verticalAlignment("top").set();
        sheet.value(row, column + 1, hint(cell));
        sheet.style(row, column + 1).wrapText(true).verticalAlignment("top").set();
        var style = sheet.style(row, column)
                .fillColor(TO_FILL)
                .borderStyle("thin")
                .wrapText(true)
                .verticalAlignment("top")
                .protectionOption(ProtectionOption.LOCKED, false);
        var format = format(cell.holds());
        (format == null ? style : style.format(format)).set();
        if (cell.holds() == Fact.NOMINATOR_KIND) {
            sheet.range(row, column, row, column)
                    .validateWithListByFormula("\"" + nominators() + "\"")
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .showErrorMessage(true)
                    .errorTitle(cell.label().in(language))
                    .error(say("Тізімнен таңдаңыз.", "Выберите из списка."));
        }
        switch (value) {
            case null -> {
                // stays empty
            }
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> sheet.value(row, column, day);
            default -> sheet.value(row, column, value.toString());
        }
    }

    /** How a cell shows what is typed; codes are texts, so that no zero is lost. */
    private static @Nullable String format(Fact fact) {
        return switch (fact) {
            case DATE, AS_OF, IN_POST_SINCE -> "dd.mm.yyyy";
            case IIN, OKRUG -> "@";
            case TEXT, NUMBER, CANDIDATE_NAME, NOMINATOR_KIND, NOMINATOR_NAME -> null;
        };
    }

    private String hint(DocumentForm.Cell cell) {
        return switch (cell.holds()) {
            case DATE, IN_POST_SINCE -> say("күні, мысалы 01.03.2024", "дата, например 01.03.2024");
            case AS_OF -> asOf(Objects.requireNonNull(form.asOf(), "a form with such a cell has its day"));
            case NUMBER -> say("тек сан", "только число");
            case IIN -> say("12 цифр", "12 цифр");
            case OKRUG -> say("9 цифр, мысалы 103633000", "9 цифр, например 103633000");
            case NOMINATOR_KIND -> say("тізімнен таңдаңыз", "выберите из списка");
            case TEXT, CANDIDATE_NAME, NOMINATOR_NAME -> "";
        };
    }

    private String asOf(LocalDate day) {
        var date = "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        return say(date + " күнгі болуы тиіс", "должно быть " + date);
    }

    private String nominators() {
        return Stream.of(NominatorKind.values())
                .map(kind -> kind.title().in(language))
                .collect(Collectors.joining(","));
    }

    private String say(String kk, String ru) {
        return new Text(kk, ru).in(language);
    }

    /** The workbook without the time at which it was made, and without a password: labels are guarded from slips only. */
    private static byte[] settled(byte[] workbook) {
        var out = new ByteArrayOutputStream();
        try (var from = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                var to = new ZipOutputStream(out)) {
            for (var entry : Collections.list(from.getEntries())) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(CREATED);
                to.putNextEntry(copy);
                to.write(new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                        .replaceFirst("(?<=W3CDTF\">)[^<]+", CREATED + ":00Z")
                        .replaceFirst("(?<=<sheetProtection) password=\"[^\"]*\"", "")
                        .getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
