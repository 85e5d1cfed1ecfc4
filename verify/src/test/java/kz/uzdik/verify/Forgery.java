package kz.uzdik.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.uzdik.json.Json;
import kz.uzdik.json.pack.Manifest;

/** A pack taken apart, changed and put together again. */
final class Forgery {
    final SortedMap<String, byte[]> files = new TreeMap<>();

    Forgery(byte[] pack) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    Forgery edit(String file, UnaryOperator<String> change) {
        var after = change.apply(text(file));
        if (after.equals(text(file))) {
            throw new IllegalArgumentException("nothing changed in " + file);
        }
        files.put(file, after.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Forgery replace(String file, String what, String by) {
        return edit(file, text -> {
            int at = text.indexOf(what);
            return at < 0 ? text : text.substring(0, at) + by + text.substring(at + what.length());
        });
    }

    /** As a forger would who knows the format. */
    Forgery withNewManifest() {
        var manifest = Json.readOwn(text("manifest.json"), Manifest.class);
        var hashes = files.entrySet().stream()
                .filter(file -> !file.getKey().equals("manifest.json"))
                .map(file -> new Manifest.FileHash(file.getKey(), file.getValue().length, sha256(file.getValue())))
                .toList();
        files.put(
                "manifest.json",
                Json.writeCanonical(new Manifest(
                        manifest.format(),
                        manifest.contest(),
                        manifest.definitionVersion(),
                        manifest.stage(),
                        manifest.number(),
                        manifest.announcedAt(),
                        manifest.corrects(),
                        hashes)));
        return this;
    }

    byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    Told verify(Path folder) {
        return verify(folder, zip());
    }

    static Told verify(Path folder, byte[] pack, String... options) {
        try {
            var path = Files.write(folder.resolve("pack.zip"), pack);
            var arguments = new String[options.length + 1];
            arguments[0] = path.toString();
            System.arraycopy(options, 0, arguments, 1, options.length);
            return run(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Told run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = Verify.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Told(exit, out.toString(), err.toString());
    }

    /** What the command told. */
    record Told(int exit, String out, String err) {}

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
