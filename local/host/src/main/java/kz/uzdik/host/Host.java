package kz.uzdik.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.engines.Engines;
import kz.uzdik.engines.Person;
import kz.uzdik.engines.SignIn;
import kz.uzdik.engines.Template;
import kz.uzdik.json.DefinitionReader;
import software.amazon.awssdk.core.sync.RequestBody;

/** A whole stack of the template, running in this process and on one port. */
public final class Host implements AutoCloseable {

    private final DataFolder data;
    private final ContestClock clock;
    private final Template template;
    private final ContestDefinition definition;
    private final Engines engines;
    private final SignIn signIn;
    private final FrontDoor door;
    private final Background background;
    private final Map<String, LocalFunction> functions;

    private Host(
            DataFolder data,
            ContestClock clock,
            Template template,
            ContestDefinition definition,
            Engines engines,
            SignIn signIn,
            FrontDoor door,
            Background background,
            Map<String, LocalFunction> functions) {
        this.data = data;
        this.clock = clock;
        this.template = template;
        this.definition = definition;
        this.engines = engines;
        this.signIn = signIn;
        this.door = door;
        this.background = background;
        this.functions = functions;
    }

    /**
     * Starts a host; it answers when this returns. Throws {@link HostException}, the definition's or the template's own
     * exception where it cannot, with nothing left running.
     */
    public static Host start(HostOptions options) {
        try (var undo = new Undo()) {
            var data = undo.add(DataFolder.open(options.data()));
            var file = contestFile(options);
            var definition = DefinitionReader.read(read(file));
            var clock = new ContestClock(data.file("clock.txt"));
            if (options.at() != null) {
                clock.moveTo(options.at().atZone(definition.zone()).toInstant());
            }
            var door = undo.add(FrontDoor.take(options.port()));
            var template = Template.read(options.template(), parameters(door.address()));
            var engines = undo.add(Engines.of(template, data.path(), !clock.isMoved()));
            var signIn = undo.add(SignIn.start(People.of(definition)));
            var environment = new LinkedHashMap<>(engines.endpoints());
            // By the public address, so that a link signed by a function holds for a browser.
            environment.put("AWS_ENDPOINT_URL_S3", door.address());
            var functions = functions(template, environment, file, clock);
            var background = undo.add(new Background(template, functions, engines, clock, data));
            var host = new Host(data, clock, template, definition, engines, signIn, door, background, functions);
            host.open(options.root().resolve("web"), file);
            undo.keep();
            return host;
        }
    }

    private static Map<String, String> parameters(String address) {
        return Map.of("IssuerUrl", address + "/" + SignIn.ISSUER, "PublicUrl", address);
    }

    private static Path contestFile(HostOptions options) {
        if (options.contest() != null) {
            return options.contest().toAbsolutePath();
        }
        var file = Template.read(options.template(), Map.of()).environment().get("CONTEST_FILE");
        if (file == null) {
            throw new HostException("no function of the template has CONTEST_FILE; name one with --contest");
        }
        return Path.of(file);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new HostException("the contest's definition " + file + " cannot be read", e);
        }
    }

    private static Map<String, LocalFunction> functions(
            Template template, Map<String, String> environment, Path contestFile, ContestClock clock) {
        var functions = new LinkedHashMap<String, LocalFunction>();
        for (var spec : template.functions()) {
            var own = new LinkedHashMap<>(environment);
            own.putAll(spec.environment());
            own.replace("CONTEST_FILE", contestFile.toString());
            functions.put(spec.name(), new LocalFunction(spec, own, clock));
        }
        return functions;
    }

    private void open(Path web, Path contestFile) {
        engines.s3().onCreated(background::objectCreated);
        engines.ses().onReturned(background::mailReturned);
        var s3 = engines.s3Client();
        var publicBucket = template.environment().get("PUBLIC_BUCKET");
        if (publicBucket != null) {
            // Deployment uploads the definition together with the pages.
            s3.putObject(
                    r -> r.bucket(publicBucket).key("data/contest.json").contentType("application/json"),
                    RequestBody.fromFile(contestFile));
        }
        if (clock.isMoved()) {
            engines.keepExpired();
        }
        clock.onMove(engines::keepExpired);
        functions.values().forEach(LocalFunction::warm);
        var issuer = door.address() + "/" + SignIn.ISSUER;
        var reception = new Reception(
                new Api(
                        background.routes(),
                        Map.of(
                                "Staff", new JwtAuthorizer(signIn.keys(), issuer, SignIn.ISSUER),
                                "Citizen", new JwtAuthorizer(signIn.keys(), issuer, SignIn.CITIZENS)),
                        clock),
                new LocalPages(engines.ses(), clock, background.deadLetters(), definition.zone()),
                new Passage(signIn.endpoint()),
                new Passage(engines.s3().endpoint()),
                List.copyOf(template.buckets()),
                issuer,
                new Site(s3, publicBucket, web, template.pageHeaders()));
        background.start();
        door.open(reception);
        background.callScheduled();
    }

    /** Where it answers, without a slash at the end. */
    public String address() {
        return door.address();
    }

    /** The contest that it runs. */
    public ContestDefinition definition() {
        return definition;
    }

    /** The contest's time, which can be moved; schedules that became due are then called. */
    public ContestClock clock() {
        return clock;
    }

    /** The engines behind it. */
    public Engines engines() {
        return engines;
    }

    /** What could not be done. */
    public DeadLetters deadLetters() {
        return background.deadLetters();
    }

    /** Names of functions, buckets and tables as they are here. */
    public Template template() {
        return template;
    }

    /** A token for {@code person}, as sign-in would give it. */
    public String token(Person person) {
        return signIn.token(person, address() + "/" + SignIn.ISSUER, person.audience());
    }

    /** Has the function with this logical id serve {@code event}, and gives its answer. */
    public byte[] invoke(String function, byte[] event) {
        var found = functions.get(function);
        if (found == null) {
            throw new HostException("the template has no function " + function + "; it has " + functions.keySet());
        }
        return found.call(event);
    }

    /** Waits until every event, stream and schedule that is due has been handled, and what these brought about. */
    public void awaitIdle() throws InterruptedException {
        background.awaitIdle();
    }

    @Override
    public void close() {
        door.close();
        background.close();
        signIn.close();
        engines.close();
        data.close();
    }

    /** Takes back what was begun if the rest does not come about. */
    private static final class Undo implements AutoCloseable {

        private final java.util.ArrayDeque<AutoCloseable> begun = new java.util.ArrayDeque<>();

        <T extends AutoCloseable> T add(T part) {
            begun.push(part);
            return part;
        }

        void keep() {
            begun.clear();
        }

        @Override
        public void close() {
            for (var part : begun) {
                try {
                    part.close();
                } catch (Exception e) {
                    System.getLogger(Host.class.getName()).log(System.Logger.Level.WARNING, "not taken back", e);
                }
            }
        }
    }
}
