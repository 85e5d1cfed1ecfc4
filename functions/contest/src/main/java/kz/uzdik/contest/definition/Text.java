package kz.uzdik.contest.definition;

/** A wording in both languages of the contest: Kazakh ({@code kk}) and Russian ({@code ru}). */
public record Text(String kk, String ru) {

    /** The wording in {@code language}; Kazakh for anything that is not {@code ru}. */
    public String in(String language) {
        return language.equals("ru") ? ru : kk;
    }
}
