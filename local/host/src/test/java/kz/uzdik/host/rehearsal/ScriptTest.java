package kz.uzdik.host.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.uzdik.json.DefinitionReader;
import org.junit.jupiter.api.Test;

/** The rehearsal's script: what it promises must be so for every number of akims and residents. */
class ScriptTest {

    @Test
    void twinsGetTheSameAnswersHoweverManyResidentsThereAre() throws Exception {
        var definition = DefinitionReader.read(Files.readString(Path.of("../../contests/best-akim-2027.json")));
        var survey = definition.surveys().getFirst();
        for (int residents = 300; residents < 330; residents++) {
            var script = Script.draw(definition, residents, 3, 9, residents);
            var voters = script.voters(survey, script.sound(), residents);

            var twins = script.sound().stream()
                    .filter(akim -> script.sound().stream()
                            .anyMatch(other ->
                                    !other.equals(akim) && other.likeness().equals(akim.likeness())))
                    .toList();
            assertEquals(2, twins.size());
            var first = answers(voters, twins.get(0));
            assertNotEquals(List.of(), first);
            assertEquals(first, answers(voters, twins.get(1)), residents + " residents");
            assertEquals(residents, accepted(voters), "every ballot is somebody's");
        }
    }

    private static List<Map<String, Integer>> answers(List<Voter> voters, Nominee akim) {
        return voters.stream()
                .filter(voter -> voter.akim().equals(akim))
                .map(Voter::answers)
                .toList();
    }

    private static long accepted(List<Voter> voters) {
        return voters.stream()
                .filter(voter -> voter.manner() != Voter.Manner.CONTACT_USED_UP)
                .count();
    }
}
