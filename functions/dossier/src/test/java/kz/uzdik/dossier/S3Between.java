package kz.uzdik.dossier;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Stands between a function and the S3 server and answers some requests itself, as S3 does at moments that the server
 * alone cannot be brought to. The others it passes on as they are, since they are signed; each has its own connection.
 */
final class S3Between implements AutoCloseable {

    private static final String END = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
    private static final Pattern CONNECTION = Pattern.compile("(?i)\r\nconnection:[^\r]*");

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI s3;
    private final Instead instead;

    S3Between(URI s3, Instead instead) throws IOException {
        this.s3 = s3;
        this.instead = instead;
        Thread.ofVirtual().start(this::accept);
    }

    /** What is answered to a request instead of the S3 server; empty where that is to answer. */
    interface Instead {
        Optional<Answer> of(String method, String target);
    }

    /** An answer with a body of XML. */
    record Answer(int status, String body) {

        static Answer error(int status, String code) {
            return new Answer(status, "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, code));
        }

        private byte[] bytes() {
            return "HTTP/1.1 %d -\r\nContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close%s%s"
                    .formatted(status, body.length(), END, body)
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (SocketException closed) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var head = head(in);
            var length = LENGTH.matcher(head);
            var body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            var line = head.split(" ", 3);
            var own = instead.of(line[0], line[1]);
            if (own.isPresent()) {
                socket.getOutputStream().write(own.get().bytes());
            } else {
                passOn(head, body, socket);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END)) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("a request without an end");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private void passOn(String head, byte[] body, Socket to) throws IOException {
        var once = CONNECTION.matcher(head).replaceAll("").replace(END, "\r\nConnection: close" + END);
        try (var server = new Socket(s3.getHost(), s3.getPort())) {
            server.getOutputStream().write(once.getBytes(StandardCharsets.ISO_8859_1));
            server.getOutputStream().write(body);
            server.getInputStream().transferTo(to.getOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
