package kz.uzdik.samples;

/** How people name the files of a dossier. */
public enum Naming {
    /** In Kazakh, in Unicode. */
    KAZAKH,
    /** In Kazakh, with the Latin i that many type, the official text among them, where Cyrillic і belongs. */
    LATIN_I,
    /** In Russian, in the code page that Windows writes into ZIP archives. */
    RUSSIAN_CP866
}
