package kz.uzdik.json.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import kz.uzdik.json.Json;

/**
 * Reads the files of an evidence pack that may come from anybody: refuses what is no ZIP, doubled entries and those of
 * absurd size, and never holds a list of answers or receipts in memory. Every fault is a {@link PackException}.
 */
public final class PackReader implements AutoCloseable {
    /** Largest file that is read whole, in bytes. */
    static final long MOST_BYTES = 256L << 20;

    /** Largest file that is read line by line, in bytes. */
    static final long MOST_BYTES_OF_LINES = 8L << 30;

    private static final int MOST_ENTRIES = 100;
    private static final int LONGEST_LINE = 20_000;

    private final ZipFile zip;
    private final SortedMap<String, ZipEntry> entries = new TreeMap<>();

    private PackReader(ZipFile zip) {
        this.zip = zip;
    }

    /** Opens the pack at {@code path}. */
    public static PackReader open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new PackException(Files.exists(path) ? "is not a file" : "does not exist");
        }
        try {
            var zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            try {
                var reader = new PackReader(zip);
                reader.index();
                return reader;
            } catch (PackException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new PackException("is not a ZIP, or not a whole one (" + e.getMessage() + ")", e);
        } catch (IOException e) {
            throw new PackException("cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private void index() {
        if (zip.size() > MOST_ENTRIES) {
            throw new PackException("has " + zip.size() + " entries, more than a pack can have");
        }
        zip.stream().forEach(entry -> {
            if (entries.put(entry.getName(), entry) != null) {
                throw new PackException("has two entries " + printable(entry.getName()));
            }
        });
    }

    /** Fails unless the pack has exactly the files {@code expected}; names the first one missing or unknown. */
    public void requireExactly(Collection<String> expected) {
        for (var name : expected) {
            entry(name);
        }
        for (var name : entries.keySet()) {
            if (!expected.contains(name)) {
                throw new PackException("has an entry that belongs to no pack of this stage: " + printable(name));
            }
        }
    }

    /** Reads the file {@code name} as {@code type}. */
    public <T> T json(String name, Class<T> type) {
        return json(name, text -> Json.MAPPER.readValue(text, type));
    }

    /** Reads the file {@code name} as {@code type}. */
    public <T> T json(String name, TypeReference<T> type) {
        return json(name, text -> Json.MAPPER.readValue(text, type));
    }

    private <T> T json(String name, Parsing<T> parsing) {
        try {
            var value = parsing.parse(text(name));
            if (value == null) {
                throw new PackException(name + " holds nothing");
            }
            return value;
        } catch (JsonMappingException e) {
            var path = e.getPath().stream()
                    .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                    .collect(Collectors.joining());
            throw new PackException(name + path + ": " + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new PackException(name + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private interface Parsing<T> {
        T parse(String text) throws JsonProcessingException;
    }

    /** Reads the file {@code name} as text. */
    public String text(String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(name)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new PackException(name + " is not UTF-8", e);
        }
    }

    /** Reads the file {@code name} whole. */
    public byte[] bytes(String name) {
        try (var in = open(name, MOST_BYTES)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Reads the file {@code name} line by line; each line must end in a line feed. */
    public void lines(String name, LineReader reader) {
        try (var in = open(name, MOST_BYTES_OF_LINES);
                var text =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1 << 16)) {
            var line = new StringBuilder();
            long number = 0;
            for (int next = text.read(); next >= 0; next = text.read()) {
                if (next == '\n') {
                    reader.line(++number, line.toString());
                    line.setLength(0);
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) next);
                } else {
                    throw new PackException(name + " line " + (number + 1) + " is too long");
                }
            }
            if (!line.isEmpty()) {
                throw new PackException(name + " line " + (number + 1) + " has no end");
            }
        } catch (CharacterCodingException e) {
            throw new PackException(name + " is not UTF-8", e);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Takes the lines of a file, one by one. */
    public interface LineReader {
        /**
         * Takes one line, without its line feed.
         *
         * @param number from 1
         */
        void line(long number, String line);
    }

    /** Size and SHA-256 of the file {@code name} as it lies in the pack. */
    public Manifest.FileHash hash(String name) {
        try (var in = open(name, MOST_BYTES_OF_LINES)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
            return new Manifest.FileHash(name, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw unreadable(name, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private InputStream open(String name, long mostBytes) throws IOException {
        var in = zip.getInputStream(entry(name));
        return new Bounded(in, name, mostBytes);
    }

    private ZipEntry entry(String name) {
        var entry = entries.get(name);
        if (entry == null) {
            throw new PackException("has no " + name);
        }
        return entry;
    }

    private static PackException unreadable(String name, IOException e) {
        return new PackException(name + " cannot be unpacked (" + e.getMessage() + ")", e);
    }

    private static String printable(String name) {
        var shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
        return "«" + shown.replaceAll("\\p{Cntrl}", "?") + "»";
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new PackException("cannot be closed (" + e.getMessage() + ")", e);
        }
    }
}
