package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who is not signed in, or has another role, is shown nothing. */
class StaffPagesTest {

    private static final String OBLAST = "100000000";

    @AutoClose
    private final PageStand stand = new PageStand().contest();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();

    @Test
    void nobodyIsShownAnythingWithoutSigningIn() {
        for (var name : new String[] {"secretary", "commission", "agency"}) {
            page.navigate("/" + name + ".html");
            assertThat(page.locator("#sign-in")).hasText("Кіру");
            phone.look(name + "-0-signed-out");
        }
        assertThat(stand.heard("GET /v1/state")).isEmpty();
    }

    @Test
    void anotherRoleIsTurnedAway() {
        phone.signIn("uzdik/member", OBLAST);
        page.navigate("/agency.html");
        assertThat(page.locator(".note.bad")).containsText("құқығыңыз жоқ");
        assertThat(stand.heard("GET /v1/state")).isEmpty();
    }
}
