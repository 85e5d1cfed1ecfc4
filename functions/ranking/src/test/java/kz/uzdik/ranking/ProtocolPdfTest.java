package kz.uzdik.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The protocol's PDF says what its page says, in every letter of both languages, the same bytes each time. */
final class ProtocolPdfTest {

    private static final Instant AT = Instant.parse("2027-06-26T05:00:00Z");
    private static final String LETTERS =
            "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя";
    private static final String SIGNS = "№ «тырнақша» — 82,5000 > _ §";

    @Test
    void everyLetterOfBothLanguagesIsThereInBothWeights() throws IOException {
        var html = """
            <!DOCTYPE html><html lang="kk"><head><title>Хаттама</title>
            <style>body { font-family: "PT Serif" } p, b { word-break: break-all }</style></head>
            <body><p>%s</p><p><b>%s</b></p><p>%s</p></body></html>
            """.formatted(LETTERS, LETTERS, SIGNS);
        var text = text(ProtocolPdf.of(html, AT)).replaceAll("\\s", "");
        assertThat(text).containsSequence(LETTERS + LETTERS + SIGNS.replace(" ", ""));
    }

    @Test
    void theAnnouncedProtocolIsTaggedWithItsFontsInIt() throws IOException {
        var rig = new RankingRig();
        rig.selection(4);
        assertThat(rig.announce("selection").getStatusCode()).isEqualTo(201);
        for (var language : List.of("kk", "ru")) {
            var pdf = rig.file("protocols/selection-" + language + ".pdf");
            try (var document = Loader.loadPDF(pdf)) {
                var catalog = document.getDocumentCatalog();
                assertThat(catalog.getLanguage()).isEqualTo(language);
                assertThat(catalog.getMarkInfo().isMarked()).isTrue();
                assertThat(catalog.getStructureTreeRoot()).isNotNull();
                assertThat(fonts(document)).isNotEmpty().allMatch(PDFont::isEmbedded);
            }
            var html = rig.text("protocols/selection-" + language + ".html");
            assertThat(ProtocolPdf.of(html, rig.now)).isEqualTo(pdf);
            var inputs = html.replaceAll("(?s).*content: \"SHA-256: ([0-9a-f]{64})\".*", "$1");
            assertThat(text(pdf))
                    .contains("Мүше <1>", "Үміткер & 0", "05.05.2027", "SHA-256: " + inputs)
                    .contains("____________________");
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        var fonts = new ArrayList<PDFont>();
        for (var page : document.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }
}
