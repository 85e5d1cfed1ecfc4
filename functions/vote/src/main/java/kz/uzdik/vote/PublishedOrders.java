package kz.uzdik.vote;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.uzdik.contest.vote.SurveyOrders;
import kz.uzdik.json.Json;
import kz.uzdik.wiring.Wiring;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What holds for a survey besides the definition, from the public file {@code data/orders-<survey>.json}, at most a
 * minute old: so taking a vote reads no table. Where the file cannot be had, what was last read goes on to hold.
 */
final class PublishedOrders {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedOrders.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int MOST_BYTES = 1 << 20;

    private record Read(SurveyOrders orders, Instant at) {}

    private final @Nullable String site;
    private final InstantSource clock;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    private PublishedOrders(@Nullable String site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
    }

    /** Those of the site {@code PUBLIC_URL}; without one there are never any. */
    static PublishedOrders of(Wiring wiring) {
        return new PublishedOrders(wiring.environment().get("PUBLIC_URL"), wiring.clock());
    }

    /** What holds for {@code survey} now. */
    SurveyOrders of(String survey) {
        var now = clock.instant();
        var known = read.get(survey);
        if (known != null && Duration.between(known.at(), now).abs().compareTo(FRESH) < 0) {
            return known.orders();
        }
        var last = known == null ? SurveyOrders.none(survey) : known.orders();
        // Whoever comes while it is fetched goes by what was last known; only the first of all waits.
        read.put(survey, new Read(last, now));
        var fetched = fetch(survey, last);
        read.put(survey, new Read(fetched, now));
        return fetched;
    }

    private SurveyOrders fetch(String survey, SurveyOrders last) {
        if (site == null) {
            return last;
        }
        try {
            var connection = URI.create(site + "/data/orders-" + survey + ".json")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try (var in = connection.getInputStream()) {
                return Json.read(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8), SurveyOrders.class);
            }
        } catch (FileNotFoundException e) {
            return last;
        } catch (IOException e) {
            LOG.warn("the orders of {} cannot be read: {}", survey, e.toString());
            return last;
        }
    }
}
