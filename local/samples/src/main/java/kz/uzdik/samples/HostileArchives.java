package kz.uzdik.samples;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Archives that are no honest dossier, each made by one trick, and unusual ones that are honest all the same. The same
 * name always gives the same trick.
 */
public final class HostileArchives {

    private HostileArchives() {}

    /** Name of the trick → the archive, made when it is asked for; the largest takes 60 MB. */
    public static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.putAll(HostileStructures.all());
        all.putAll(HostileNames.all());
        all.putAll(HostileFiles.all());
        all.putAll(UnusualArchives.all());
        return Collections.unmodifiableMap(all);
    }

    /** An archive with an application that opens, to be spoiled. */
    static RawZip dossier() {
        var zip = new RawZip();
        zip.deflated("1 Өтініш.png", picture(1));
        return zip;
    }

    /** What begins as a PNG does, and is random from there on. */
    static byte[] picture(long seed) {
        var bytes = new byte[2000];
        new Random(seed).nextBytes(bytes);
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A}, 0, bytes, 0, 8);
        return bytes;
    }
}
