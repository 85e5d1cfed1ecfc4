package kz.uzdik.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.files.Published;
import kz.uzdik.json.Json;

/**
 * What the acts on a survey mean for taking votes, as a public file: {@code data/orders-<survey>.json}. The vote goes by
 * it instead of a table, residents see from it why an okrug's votes are stopped.
 */
final class OrdersFile {

    private final Works works;
    private final VotePages pages;

    OrdersFile(Works works) {
        this.works = works;
        this.pages = new VotePages(works, new CandidatesFile(works));
    }

    /**
     * Publishes the file of {@code survey} after an act; where its end was moved, first the residents' pages, which show
     * it. So a file that is as it should be says that the pages are, too, and an hourly repair of it mends both.
     */
    void publish(Survey survey) {
        if (works.surveys().read(survey.id()).orders(survey.id()).closes() != null) {
            pages.putAgain(survey);
        }
        works.published().put(key(survey), bytes(survey), "application/json", Published.MINUTE);
    }

    /** Publishes the files that are not there or not as they should be, and says which. */
    List<String> repair() {
        var repaired = new ArrayList<String>();
        for (var survey : works.definition().surveys()) {
            var there = works.published().get(key(survey));
            if (there.isEmpty() || !Arrays.equals(there.get(), bytes(survey))) {
                publish(survey);
                repaired.add(key(survey));
            }
        }
        return repaired;
    }

    private byte[] bytes(Survey survey) {
        return Json.writeCanonical(works.surveys().read(survey.id()).orders(survey.id()));
    }

    private static String key(Survey survey) {
        return "data/orders-" + survey.id() + ".json";
    }
}
