package kz.uzdik.store;

import static kz.uzdik.store.Tables.attribute;
import static kz.uzdik.store.Tables.key;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Texts too long for one item, named by their SHA-256: compressed and cut into parts. Putting one again changes
 * nothing, so a text is written whole before the fact that names it, and needs no transaction.
 */
public final class Content {

    private static final int PART_BYTES = 300 * 1024;

    private final Tables tables;

    public Content(Tables tables) {
        this.tables = tables;
    }

    /** Keeps {@code bytes} and returns their name. */
    public String put(byte[] bytes) {
        var name = sha256(bytes);
        var packed = compressed(bytes);
        var parts = Math.ceilDiv(packed.length, PART_BYTES);
        for (var part = 0; part < parts; part++) {
            var from = part * PART_BYTES;
            var length = Math.min(PART_BYTES, packed.length - from);
            var item = new HashMap<>(key("CONTENT#" + name, partKey(part)));
            item.put("parts", Tables.n(parts));
            item.put("bytes", AttributeValue.fromB(SdkBytes.fromByteBuffer(ByteBuffer.wrap(packed, from, length))));
            tables.client().putItem(r -> r.tableName(tables.contest()).item(item));
        }
        return name;
    }

    /** The bytes that {@code name} stands for. Throws {@link IllegalStateException} if they are not as kept. */
    public byte[] get(String name) {
        var packed = new ByteArrayOutputStream();
        var parts = 1;
        for (var part = 0; part < parts; part++) {
            var wanted = key("CONTENT#" + name, partKey(part));
            var item = tables.client()
                    .getItem(r -> r.tableName(tables.contest()).key(wanted).consistentRead(true))
                    .item();
            if (item.isEmpty()) {
                throw new IllegalStateException("content " + name + " lacks part " + part);
            }
            parts = Integer.parseInt(attribute(item, "parts").n());
            packed.writeBytes(attribute(item, "bytes").b().asByteArrayUnsafe());
        }
        var bytes = expanded(packed.toByteArray());
        if (!sha256(bytes).equals(name)) {
            throw new IllegalStateException("content " + name + " is not as it was kept");
        }
        return bytes;
    }

    /** SHA-256 of {@code bytes} as 64 lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static String partKey(int part) {
        return "PART#%04d".formatted(part);
    }

    private static byte[] compressed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] expanded(byte[] packed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
