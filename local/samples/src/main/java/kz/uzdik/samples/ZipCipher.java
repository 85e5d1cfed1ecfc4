package kz.uzdik.samples;

import java.nio.charset.StandardCharsets;

/** The traditional encryption of ZIP (APPNOTE.TXT §6.1), weak and still what «add a password» does in many programs. */
final class ZipCipher {

    private static final int[] CRC = crcTable();
    private static final int HEADER = 12;

    private int key0 = 0x12345678;
    private int key1 = 0x23456789;
    private int key2 = 0x34567890;

    ZipCipher(String password) {
        for (var b : password.getBytes(StandardCharsets.UTF_8)) {
            update(b);
        }
    }

    /** {@code content} encrypted, behind a header of 12 bytes whose last one tells a wrong password. */
    byte[] encrypt(byte[] content, long crc) {
        var out = new byte[HEADER + content.length];
        for (var i = 0; i < out.length; i++) {
            out[i] = encrypt(
                    i >= HEADER ? content[i - HEADER] : i == HEADER - 1 ? (byte) (crc >>> 24) : (byte) (i * 37 + 11));
        }
        return out;
    }

    private byte encrypt(byte plain) {
        var t = (key2 | 2) & 0xFFFF;
        var mask = (byte) ((t * (t ^ 1)) >>> 8);
        update(plain);
        return (byte) (plain ^ mask);
    }

    private void update(byte plain) {
        key0 = crc(key0, plain);
        key1 = (key1 + (key0 & 0xFF)) * 134775813 + 1;
        key2 = crc(key2, (byte) (key1 >>> 24));
    }

    private static int crc(int before, byte b) {
        return (before >>> 8) ^ CRC[(before ^ b) & 0xFF];
    }

    private static int[] crcTable() {
        var table = new int[256];
        for (var i = 0; i < 256; i++) {
            var value = i;
            for (var bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ 0xEDB88320;
            }
            table[i] = value;
        }
        return table;
    }
}
