package kz.uzdik.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is told how far a recount has come: after every 100 000 ballots and after each part of the table. */
@FunctionalInterface
public interface RecountProgress {

    /**
     * Called by one thread at a time.
     *
     * @param ballots read so far
     * @param parts parts of the table read to their end
     * @param of parts that there are
     */
    void at(long ballots, int parts, int of);

    /** Writes a line to the log each time. */
    static RecountProgress logged(String survey) {
        Logger log = LoggerFactory.getLogger(RecountProgress.class);
        return (ballots, parts, of) ->
                log.info("recount of {}: {} ballots, {} of {} parts of the table", survey, ballots, parts, of);
    }
}
