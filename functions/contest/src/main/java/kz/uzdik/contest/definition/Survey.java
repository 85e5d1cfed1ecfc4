package kz.uzdik.contest.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A survey on one candidate each: of residents (§14(3), form No 5), or of those who are invited to tell of the
 * candidate's ethics (§14(1)).
 *
 * @param after the stage whose chosen candidates are asked about
 * @param identity how a person shows who they are
 * @param minimumGroup answers of a candidate are published only from this many ballots on
 * @param personsPerContact how many persons may vote through one contact (a family's phone)
 * @param formCodesPerHour how many codes one network may ask for in an hour by plain forms, where no work is proved
 * @param paper whether ballots on paper are taken beside it, and what they do
 * @param anomalies what is conspicuous in its figures; absent where nobody looks for it
 * @param trust how the share of residents who trust their akim is told; absent where nobody is asked for it
 */
public record Survey(
        String id,
        Text title,
        String after,
        Window window,
        Identity identity,
        Scale scale,
        List<Question> questions,
        int minimumGroup,
        int personsPerContact,
        int formCodesPerHour,
        PaperBallots paper,
        @Nullable AnomalyLimits anomalies,
        @Nullable Trust trust) {
    public Survey {
        questions = List.copyOf(questions);
    }

    /** The questions whose answers give points: all but the one that is asked for a share alone. */
    public List<Question> rated() {
        return trust == null
                ? questions
                : questions.stream()
                        .filter(question -> !question.id().equals(trust.question()))
                        .toList();
    }

    /** This survey with another window: where its end was moved. */
    public Survey during(Window other) {
        return new Survey(
                id,
                title,
                after,
                other,
                identity,
                scale,
                questions,
                minimumGroup,
                personsPerContact,
                formCodesPerHour,
                paper,
                anomalies,
                trust);
    }
}
