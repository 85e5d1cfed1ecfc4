package kz.uzdik.verify;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One thing that is recounted: the first difference in words, or nothing. */
interface Check extends Supplier<Optional<String>> {

    /** The first difference that {@code checks} find, in their order; later ones are not run. */
    static Optional<String> first(Check... checks) {
        return Stream.of(checks).map(Check::get).flatMap(Optional::stream).findFirst();
    }
}
