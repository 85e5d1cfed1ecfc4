package kz.uzdik.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one port, open to this machine only, a virtual thread per request. */
final class FrontDoor implements AutoCloseable {

    /** Answers requests. */
    interface Handler {
        void serve(Exchange exchange) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final int BACKLOG = 1024;

    static {
        // Without it answers on kept connections wait for the other side's acknowledgement, 40 ms on Linux.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1024");
    }

    private static final int HIGHEST_PORT = 65_535;

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private FrontDoor(HttpServer server) {
        this.server = server;
    }

    /** Takes {@code port}, or any free one for 0, but does not answer yet. */
    static FrontDoor take(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new HostException("port " + port + " does not exist; choose one from 1 to " + HIGHEST_PORT);
        }
        try {
            return new FrontDoor(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG));
        } catch (BindException e) {
            throw new HostException("port " + port + " is taken; choose another with --port", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers. */
    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on {@code handler} answers. */
    void open(Handler handler) {
        server.setExecutor(executor);
        server.createContext("/", exchange -> serve(exchange, handler));
        server.start();
    }

    private static void serve(HttpExchange http, Handler handler) {
        // Closed last: an answer that tells of a fault can be sent only before.
        try {
            handler.serve(new Exchange(http));
        } catch (IOException e) {
            LOG.debug(
                    "{} {} was left by the other side",
                    http.getRequestMethod(),
                    http.getRequestURI().getPath(),
                    e);
        } catch (RuntimeException e) {
            LOG.error(
                    "{} {} failed",
                    http.getRequestMethod(),
                    http.getRequestURI().getPath(),
                    e);
            plain500(http);
        } finally {
            http.close();
        }
    }

    private static void plain500(HttpExchange http) {
        try {
            http.sendResponseHeaders(500, -1);
        } catch (IOException e) {
            LOG.debug("the answer had begun already", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
