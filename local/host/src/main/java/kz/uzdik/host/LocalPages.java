package kz.uzdik.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kz.uzdik.engines.Mail;
import kz.uzdik.engines.SesStandIn;

/** What only this machine has, under {@code /local}: the inbox, the contest's clock, and what could not be done. */
final class LocalPages {

    private static final int MOST_BYTES = 1000;

    private static final String HEAD = """
        <!doctype html>
        <html lang="kk"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1"><title>Пошта · Почта</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
        article { border: 1px solid #bbb; border-radius: .5rem; padding: 0 1rem; margin: 1rem 0; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
        </style></head><body><main>
        <h1>Пошта · Почта</h1>
        """;

    private final SesStandIn ses;
    private final ContestClock clock;
    private final DeadLetters deadLetters;
    private final ZoneId zone;

    LocalPages(SesStandIn ses, ContestClock clock, DeadLetters deadLetters, ZoneId zone) {
        this.ses = ses;
        this.clock = clock;
        this.deadLetters = deadLetters;
        this.zone = zone;
    }

    /** Answers a request under {@code /local}. */
    void serve(Exchange exchange) throws IOException {
        switch (exchange.method() + " " + exchange.path()) {
            case "GET /local/inbox" -> exchange.html(200, inbox());
            case "GET /local/inbox.json" -> exchange.answer(200, HostJson.read(ses.jsonAfter(after(exchange))));
            case "GET /local/dead-letters" -> exchange.answer(200, HostJson.of(deadLetters.all()));
            case "GET /local/clock" -> clock(exchange);
            case "POST /local/clock" -> moveClock(exchange);
            default -> exchange.html(404, "<!doctype html><title>404</title><p>404");
        }
    }

    /** The number in {@code ?after=N}: mails up to it are left out. */
    private static int after(Exchange exchange) {
        var query = exchange.rawQuery();
        return query.matches("after=\\d{1,9}") ? Integer.parseInt(query.substring("after=".length())) : 0;
    }

    private void clock(Exchange exchange) throws IOException {
        var now = clock.instant();
        exchange.answer(
                200,
                HostJson.object()
                        .put("now", now.toString())
                        .put(
                                "local",
                                LocalDateTime.ofInstant(now, zone)
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString())
                        .put("zone", zone.getId()));
    }

    /** Takes {@code {"local": "2027-07-10T10:00"}}, a time in the contest's zone. */
    private void moveClock(Exchange exchange) throws IOException {
        var body = exchange.body(MOST_BYTES);
        try {
            var local = LocalDateTime.parse(HostJson.read(body == null ? new byte[0] : body)
                    .path("local")
                    .asText());
            clock.moveTo(local.atZone(zone).toInstant());
            clock(exchange);
        } catch (HostException e) {
            exchange.answer(400, HostJson.object().put("message", e.getMessage()));
        } catch (DateTimeException | UncheckedIOException e) {
            exchange.answer(
                    400, HostJson.object().put("message", "a body like {\"local\":\"2027-07-10T10:00\"} is expected"));
        }
    }

    private String inbox() {
        var page = new StringBuilder(HEAD);
        var mails = ses.mails();
        for (var mail : List.copyOf(mails).reversed()) {
            page.append(article(mail));
        }
        if (mails.isEmpty()) {
            page.append("<p>Хат жоқ. · Писем нет.</p>\n");
        }
        return page.append("</main></body></html>\n").toString();
    }

    private static String article(Mail mail) {
        return "<article><h2>%s</h2><p>%s → %s · %s%s</p><pre>%s</pre></article>\n"
                .formatted(
                        escape(mail.subject()),
                        escape(mail.from()),
                        escape(String.join(", ", mail.to())),
                        mail.at().truncatedTo(ChronoUnit.SECONDS),
                        mail.fate().equals("DELIVERED") ? "" : " · " + mail.fate(),
                        escape(mail.text()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
