package kz.uzdik.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import kz.uzdik.engines.Engines;
import kz.uzdik.engines.EventSpec;
import kz.uzdik.engines.LocalAws;
import kz.uzdik.engines.Mail;
import kz.uzdik.engines.S3Server.ObjectCreated;
import kz.uzdik.engines.Template;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Everything that calls functions without being asked over HTTP, and the table of routes for what is. */
final class Background implements AutoCloseable {

    private final Activity activity = new Activity();
    private final DeadLetters deadLetters;
    private final EventBus bus;
    private final Set<String> announcing;
    private final List<StreamPoller> pollers;
    private final Scheduler scheduler;
    private final RouteTable routes;
    private final DynamoDbStreamsClient streams;

    Background(
            Template template,
            Map<String, LocalFunction> functions,
            Engines engines,
            ContestClock clock,
            DataFolder data) {
        this.deadLetters = new DeadLetters(data.file("dead-letters.jsonl"));
        this.announcing = template.announcingBuckets();
        this.streams = LocalAws.client(
                DynamoDbStreamsClient.builder(), engines.dynamoDb().endpoint());
        var calls = new AsyncCalls(activity, deadLetters, clock);
        var arns = new StreamArns(engines);
        var entries = new ArrayList<RouteTable.Entry>();
        var targets = new ArrayList<EventBus.Target>();
        var schedules = new ArrayList<Scheduler.Entry>();
        var readers = new ArrayList<StreamPoller>();
        for (var function : functions.values()) {
            for (var event : function.spec().events()) {
                switch (event) {
                    case EventSpec.Route route -> entries.add(new RouteTable.Entry(route, function));
                    case EventSpec.BusRule rule ->
                        targets.add(new EventBus.Target(
                                EventPattern.of(rule.where(), HostJson.of(rule.pattern())), function, rule.failures()));
                    case EventSpec.Schedule schedule ->
                        schedules.add(new Scheduler.Entry(
                                schedule, ScheduleExpression.parse(schedule.expression(), schedule.zone()), function));
                    case EventSpec.Stream stream -> readers.add(reader(stream, function, arns.of(stream), data));
                }
            }
        }
        this.routes = new RouteTable(entries);
        this.bus = new EventBus(targets, calls, activity, clock, data.folder("events"));
        this.scheduler = new Scheduler(schedules, calls, activity, clock, data.file("schedules.json"));
        this.pollers = List.copyOf(readers);
    }

    private StreamPoller reader(EventSpec.Stream stream, LocalFunction function, String arn, DataFolder data) {
        var folder = data.folder("streams");
        var file = folder == null ? null : folder.resolve(function.spec().name() + "-" + stream.table() + ".json");
        return new StreamPoller(
                stream,
                streams,
                arn,
                new BatchCalls(stream, function, deadLetters, activity, arn),
                new Checkpoints(file),
                activity);
    }

    /** Begins: first with what an earlier run left. */
    void start() {
        bus.resume();
        pollers.forEach(StreamPoller::start);
        scheduler.start();
    }

    /** Calls what schedules call, once. */
    void callScheduled() {
        scheduler.callAll();
    }

    RouteTable routes() {
        return routes;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    void objectCreated(ObjectCreated object) {
        if (announcing.contains(object.bucket())) {
            bus.objectCreated(object);
        }
    }

    void mailReturned(Mail mail) {
        bus.mailReturned(mail);
    }

    void awaitIdle() throws InterruptedException {
        long before;
        do {
            before = activity.count();
            scheduler.fireDue();
            activity.awaitQuiet();
            CompletableFuture.allOf(pollers.stream().map(StreamPoller::caughtUp).toArray(CompletableFuture<?>[]::new))
                    .join();
            activity.awaitQuiet();
        } while (activity.count() != before && !activity.isStopped());
    }

    @Override
    public void close() {
        activity.stop();
        pollers.forEach(StreamPoller::join);
        streams.close();
    }
}
