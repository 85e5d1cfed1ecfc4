package kz.uzdik.contest.vote;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.definition.Window;
import org.jspecify.annotations.Nullable;

/**
 * What the acts on a survey mean for taking votes, as published in {@code data/orders-<survey>.json}.
 *
 * @param closes the end of the survey where it was moved; null where the definition's holds
 * @param frozen candidates on whom no votes are taken for now → why
 */
public record SurveyOrders(String survey, @Nullable LocalDateTime closes, SortedMap<String, Text> frozen) {

    public SurveyOrders {
        frozen = Collections.unmodifiableSortedMap(new TreeMap<>(frozen));
    }

    /** Nothing out of the ordinary. */
    public static SurveyOrders none(String survey) {
        return new SurveyOrders(survey, null, new TreeMap<>(Map.of()));
    }

    /** What {@code acts}, in the order of their numbers, come to. */
    public static SurveyOrders of(String survey, List<SurveyAct> acts) {
        LocalDateTime closes = null;
        var frozen = new TreeMap<String, Text>();
        for (var act : acts) {
            switch (act.what()) {
                case SurveyAct.Freeze freeze -> frozen.put(freeze.candidate(), act.reason());
                case SurveyAct.Unfreeze unfreeze -> frozen.remove(unfreeze.candidate());
                case SurveyAct.Extension extension -> closes = extension.closes();
                case SurveyAct.Annulment annulment -> {}
                case SurveyAct.Reinstatement reinstatement -> {}
            }
        }
        return new SurveyOrders(survey, closes, frozen);
    }

    /** {@code survey} with the end that holds. */
    public Survey applied(Survey to) {
        return closes == null ? to : to.during(new Window(to.window().opens(), closes));
    }
}
