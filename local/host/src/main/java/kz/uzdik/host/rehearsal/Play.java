package kz.uzdik.host.rehearsal;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Stage;

/** What every step of the rehearsal has at hand: the script, what must come of it, the doors, the people, the ledger. */
record Play(Script script, Forecast forecast, World world, Doors doors, Inbox inbox, Ledger ledger, Progress progress) {

    /** As many connections at once as keep a small machine busy without drowning it. */
    private static final int CONNECTIONS = 8;

    ContestDefinition definition() {
        return script.definition();
    }

    Stage stage(String id) {
        return definition().stages().stream()
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Moves the contest's time and waits until everything that became due is done. */
    void moveTo(LocalDateTime time) {
        world.moveTo(time);
        world.awaitIdle();
    }

    String agency() {
        return world.token("agency-1", "Агенттік қызметкері", "uzdik/agency", null);
    }

    String secretary(String oblast) {
        return world.token("secretary-" + oblast, "Хатшы " + oblast, "uzdik/secretary", oblast);
    }

    /** The {@code index}-th member (from 0) of the commission of {@code scope}; the first one chairs it. */
    String member(String scope, int index) {
        var roles = index == 0 ? "uzdik/member uzdik/chair" : "uzdik/member";
        return world.token(memberId(scope, index), "Мүше " + (index + 1), roles, scope);
    }

    static String memberId(String scope, int index) {
        return "member-" + scope + "-" + (index + 1);
    }

    /** The scopes that {@code stage} is rated in, among those of the script. */
    List<String> scopes(Stage stage) {
        return stage.scope() == Stage.Scope.OBLAST
                ? script.oblasts().stream().map(oblast -> oblast.kato()).toList()
                : List.of(Stage.REPUBLIC);
    }

    /** Does {@code work} for every item, several at a time, in no order; the first failure ends it. */
    <T> void each(List<T> items, Consumer<T> work) {
        inParallel(items.stream()
                .<Callable<Object>>map(item -> () -> {
                    work.accept(item);
                    progress.step();
                    return item;
                })
                .toList());
    }

    /** Runs {@code tasks} several at a time and gives their results in the tasks' order. */
    static <T> List<T> inParallel(List<Callable<T>> tasks) {
        try (var pool = Executors.newFixedThreadPool(CONNECTIONS)) {
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
