package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import java.util.Map;
import kz.uzdik.wiring.Wiring;

/** The contest's clock: on every beat does what the calendar says is due. A beat too many changes nothing. */
public final class ScheduleHandler implements RequestHandler<Map<String, Object>, Map<String, List<String>>> {

    private final Beat beat;

    /** For Lambda. */
    public ScheduleHandler() {
        this(Wiring.ofProcess());
    }

    /** For tests and the local host. */
    public ScheduleHandler(Wiring wiring) {
        beat = new Beat(Works.of(wiring));
    }

    /** Answers with what was done, for the log: {@code published} files and {@code rated} stages. */
    @Override
    public Map<String, List<String>> handleRequest(Map<String, Object> event, Context context) {
        var done = beat.run();
        return Map.of("published", done.published(), "rated", done.rated());
    }
}
