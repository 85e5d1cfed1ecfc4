package kz.uzdik.host;

import java.util.ArrayList;
import java.util.List;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.engines.Person;

/**
 * Who can sign in on this machine: the agency, a secretary and a commission for each scope, and a few residents for
 * surveys that ask for a token.
 */
public final class People {

    /** Scope of the republican commission. */
    public static final String REPUBLIC = "republic";

    /** Invented, with check digits that are right. */
    private static final List<String> RESIDENTS = List.of("790922300005", "880314450001");

    private static final String DOMAIN = "@uzdik.example";

    private People() {}

    /** Everybody that {@code definition} needs. */
    public static List<Person> of(ContestDefinition definition) {
        var people = new ArrayList<Person>();
        people.add(agency());
        people.addAll(members(
                REPUBLIC,
                "Республикалық комиссия · Республиканская комиссия",
                definition.commissions().republican().members()));
        for (var oblast : definition.oblasts()) {
            var group = oblast.name().kk() + " · " + oblast.name().ru();
            people.add(secretary(oblast.kato(), group));
            people.addAll(members(
                    oblast.kato(), group, definition.commissions().regional().members()));
        }
        RESIDENTS.forEach(iin -> people.add(Person.citizen(
                "resident-" + people.size(), "Тұрғын · Житель " + iin.substring(0, 6), "Тұрғындар · Жители", iin)));
        return List.copyOf(people);
    }

    /** The one who runs the contest. */
    public static Person agency() {
        return new Person(
                "agency", "Агенттік · Агентство", "agency" + DOMAIN, "Агенттік · Агентство", "uzdik/agency", null);
    }

    private static Person secretary(String kato, String group) {
        var id = "secretary-" + kato;
        return new Person(id, "Хатшы · Секретарь", id + DOMAIN, group, "uzdik/secretary", kato);
    }

    private static List<Person> members(String scope, String group, int count) {
        var members = new ArrayList<Person>();
        for (var i = 1; i <= count; i++) {
            var id = "member-" + scope + "-" + i;
            members.add(new Person(
                    id,
                    i == 1 ? "Төраға · Председатель" : "Мүше · Член комиссии " + i,
                    id + DOMAIN,
                    group,
                    i == 1 ? "uzdik/member uzdik/chair" : "uzdik/member",
                    scope));
        }
        return members;
    }
}
