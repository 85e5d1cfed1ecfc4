package kz.uzdik.samples;

/** What may be wrong with an archive as a whole. */
public enum Damage {
    /** Another format under the name of a ZIP. */
    NOT_A_ZIP,
    /** The end is missing, as after a broken copy. */
    TRUNCATED,
    /** A file in it asks for a password. */
    ENCRYPTED,
    /** A file in it would be unpacked outside of the folder chosen. */
    UNSAFE_NAME
}
