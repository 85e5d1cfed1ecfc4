package kz.uzdik.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import kz.uzdik.contest.dossier.Registration;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void absentNullableComponentIsNull() throws JsonProcessingException {
        assertThat(Json.read("{\"from\":\"2019-02-28\"}", Registration.Term.class))
                .isEqualTo(new Registration.Term(LocalDate.of(2019, 2, 28), null));
    }

    @Test
    void absentComponentIsAnError() {
        assertThatThrownBy(() -> Json.read("{\"until\":\"2019-02-28\"}", Registration.Term.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("from");
    }

    @Test
    void nullComponentIsAnError() {
        assertThatThrownBy(() -> Json.read("{\"from\":null}", Registration.Term.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("from");
    }

    @Test
    void aDayIsATextAndNothingElse() {
        for (var wrong :
                new String[] {"[2023,1,1]", "\"2023-07-10T22:00:00Z\"", "\" 2023-07-10 \"", "20230710", "\"\""}) {
            assertThatThrownBy(() -> Json.read("{\"from\":" + wrong + "}", Registration.Term.class))
                    .as(wrong)
                    .isInstanceOf(JsonProcessingException.class);
        }
    }
}
