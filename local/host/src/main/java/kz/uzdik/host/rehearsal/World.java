package kz.uzdik.host.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.engines.Person;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.host.Host;
import kz.uzdik.host.HostOptions;
import org.jspecify.annotations.Nullable;

/** The machine that the rehearsal plays on: a host whose time moves as the script wants. */
final class World implements AutoCloseable {

    private final Host host;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private World(Host host) {
        this.host = host;
    }

    /**
     * Starts a host.
     *
     * @param contest the contest's definition; null for the template's own
     * @param data folder that keeps its state; null for memory
     */
    static World start(@Nullable Path contest, @Nullable Path data) {
        var root = ProjectFolder.root();
        return new World(Host.start(new HostOptions(root, root.resolve("template.yaml"), 0, data, contest, null)));
    }

    ContestDefinition definition() {
        return host.definition();
    }

    URI base() {
        return URI.create(host.address());
    }

    /** A token as sign-in would give it, the same for the whole rehearsal. */
    String token(String id, String name, String roles, @Nullable String scope) {
        return tokens.computeIfAbsent(
                id, key -> host.token(new Person(id, name, id + "@staff.example", "", roles, scope)));
    }

    void moveTo(LocalDateTime time) {
        host.clock().moveTo(time.atZone(host.definition().zone()).toInstant());
    }

    /** Waits until every event, stream and schedule that is due has been handled. */
    void awaitIdle() {
        try {
            host.awaitIdle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    URI database() {
        return host.engines().dynamoDb().endpoint();
    }

    /** Region, endpoints and names as functions find them, for who looks behind the doors afterwards. */
    Map<String, String> environment() {
        return host.engines().environment();
    }

    /** How many events or records no function could handle. */
    int deadLetters() {
        return host.deadLetters().all().size();
    }

    @Override
    public void close() {
        host.close();
    }
}
