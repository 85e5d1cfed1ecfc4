package kz.uzdik.verify;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.uzdik.json.pack.Manifest;
import kz.uzdik.json.pack.PackContents;
import kz.uzdik.json.pack.PackCorrection;
import kz.uzdik.json.pack.PackFiles;
import kz.uzdik.json.pack.PackReader;

/**
 * What a correction says of the announcement before it: named by number, time and the hash of its pack, with a reason,
 * and both protocols tell hash and reason. A first announcement says nothing of the kind.
 */
final class Corrected {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final PackReader reader;
    private final Manifest manifest;

    Corrected(PackReader reader, PackContents pack) {
        this.reader = reader;
        this.manifest = pack.manifest();
    }

    Optional<String> difference() {
        var corrects = manifest.corrects();
        if (corrects == null) {
            return manifest.number() == 1
                    ? Optional.empty()
                    : Optional.of("manifest.json is of announcement " + manifest.number()
                            + " and does not say which one it corrects");
        }
        return Check.first(() -> named(corrects), () -> told(corrects));
    }

    private Optional<String> named(PackCorrection corrects) {
        if (corrects.number() < 1 || corrects.number() != manifest.number() - 1) {
            return Optional.of("manifest.json is of announcement " + manifest.number() + " and corrects announcement "
                    + corrects.number() + ", which is not the one before");
        }
        if (!corrects.announcedAt().isBefore(manifest.announcedAt())) {
            return Optional.of("manifest.json corrects an announcement of " + corrects.announcedAt()
                    + ", which is not before its own, " + manifest.announcedAt());
        }
        if (!SHA256.matcher(corrects.evidenceSha256()).matches()) {
            return Optional.of("manifest.json names no SHA-256 of the pack that it corrects");
        }
        return corrects.reason().kk().isBlank() || corrects.reason().ru().isBlank()
                ? Optional.of("manifest.json gives no reason for the correction")
                : Optional.empty();
    }

    private Optional<String> told(PackCorrection corrects) {
        for (var file : List.of(PackFiles.PROTOCOL_KK, PackFiles.PROTOCOL_RU)) {
            var text = Protocols.text(reader.text(file));
            var reason = Protocols.squeezed(corrects.reason().in(file.equals(PackFiles.PROTOCOL_RU) ? "ru" : "kk"));
            if (!text.contains(corrects.evidenceSha256()) || !text.contains(reason)) {
                return Optional.of(file + " does not tell which announcement it corrects and why");
            }
        }
        return Optional.empty();
    }
}
