package kz.uzdik.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.contest.vote.RollLine;
import kz.uzdik.store.RollStore;

/**
 * Brings a roll of residents into the table, hashed, line by line: a file of any length needs the memory of a few
 * hundred lines. Doing it again changes nothing, so that an import that broke off is simply begun anew.
 */
final class RollImport {

    private static final int WRITERS = 8;

    /** Batches written at once or waiting; the reader stops while there are so many. */
    private static final int AHEAD = 2 * WRITERS;

    private final Survey survey;
    private final Set<String> okrugs;

    RollImport(Survey survey, Set<String> okrugs) {
        this.survey = survey;
        this.okrugs = Set.copyOf(okrugs);
    }

    /** Hears of a line that cannot be read. */
    interface Complaints {
        void about(long line, RollLine.Faulty fault);
    }

    /** Reads {@code roll} to its end and gives the number of its residents; faults go to {@code complaints}. */
    long check(BufferedReader roll, Complaints complaints) throws IOException {
        long residents = 0;
        long number = 0;
        for (var line = roll.readLine(); line != null; line = roll.readLine()) {
            number++;
            switch (RollLine.read(line, okrugs)) {
                case RollLine.Resident resident -> residents++;
                case RollLine.Faulty fault -> complaints.about(number, fault);
                case RollLine.Nothing nothing -> {}
            }
        }
        return residents;
    }

    /**
     * Writes the residents of {@code roll}, which {@link #check} has found faultless; {@code progress} hears how many
     * have been written.
     */
    void write(BufferedReader roll, Pseudonyms pseudonyms, RollStore store, Instant expires, LongConsumer progress)
            throws IOException, InterruptedException {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var under = new Written(progress);
            var batch = new LinkedHashSet<String>();
            for (var line = roll.readLine(); line != null; line = roll.readLine()) {
                if (RollLine.read(line, okrugs) instanceof RollLine.Resident(var okrug, var iin)) {
                    batch.add(pseudonyms.resident(survey.id(), okrug, iin));
                }
                if (batch.size() == RollStore.TOGETHER) {
                    under.begin(writers, List.copyOf(batch), store, expires);
                    batch.clear();
                }
            }
            if (!batch.isEmpty()) {
                under.begin(writers, List.copyOf(batch), store, expires);
            }
            under.finish(0);
        }
    }

    /** Batches under way, oldest first. */
    private static final class Written {

        private record Batch(Future<?> done, int size) {}

        private final ArrayDeque<Batch> batches = new ArrayDeque<>();
        private final LongConsumer progress;
        private long written;

        Written(LongConsumer progress) {
            this.progress = progress;
        }

        void begin(ExecutorService writers, List<String> entries, RollStore store, Instant expires)
                throws InterruptedException {
            batches.add(new Batch(writers.submit(() -> store.put(entries, expires)), entries.size()));
            finish(AHEAD);
        }

        /** Waits until at most {@code left} batches are under way. */
        void finish(int left) throws InterruptedException {
            while (batches.size() > left) {
                var oldest = batches.remove();
                try {
                    oldest.done().get();
                } catch (ExecutionException e) {
                    throw new IllegalStateException("the roll was not written to its end", e.getCause());
                }
                written += oldest.size();
                progress.accept(written);
            }
        }
    }
}
