package kz.uzdik.contest.dossier;

import kz.uzdik.contest.definition.Text;

/** Who may propose a candidate (§7). */
public enum NominatorKind {
    LOCAL_EXECUTIVE_BODY("жергілікті атқарушы орган", "местный исполнительный орган"),
    CENTRAL_BODY_UNIT(
            "орталық мемлекеттік органның аумақтық бөлімшесі",
            "территориальное подразделение центрального государственного органа"),
    PUBLIC_ORGANISATION("жергілікті қоғамдық ұйым", "местная общественная организация"),
    SELF("әкімнің өзі", "сам аким");

    private final String kk;
    private final String ru;

    NominatorKind(String kk, String ru) {
        this.kk = kk;
        this.ru = ru;
    }

    /** What it is called, as within a sentence. */
    public Text title() {
        return new Text(kk, ru);
    }
}
