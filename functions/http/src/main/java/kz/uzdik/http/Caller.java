package kz.uzdik.http;

import java.util.Arrays;
import java.util.Set;
import kz.uzdik.contest.definition.Text;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the authorizer found in the token.
 *
 * @param subject the token's {@code sub}
 * @param roles from the {@code scope} claim: {@code uzdik/secretary}, {@code uzdik/member}, … without {@code uzdik/}
 * @param scope KATO of the oblast or {@code republic}, from the claim {@code uzdik_scope}; null if the token has none
 */
public record Caller(
        String subject,
        String name,
        String email,
        Set<String> roles,
        @Nullable String scope) {

    public static final String SECRETARY = "secretary";
    public static final String MEMBER = "member";
    public static final String CHAIR = "chair";
    public static final String AGENCY = "agency";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller has {@code role}. */
    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Whether the caller may act in {@code wanted}: their own scope, or any for the agency. */
    public boolean mayActIn(String wanted) {
        return is(AGENCY) || wanted.equals(scope);
    }

    /** This caller, if they have one of {@code wanted}; otherwise the problem {@code role-missing}, 403. */
    public Caller having(String... wanted) {
        if (Arrays.stream(wanted).noneMatch(this::is)) {
            throw new ProblemException(Problem.of(
                    403,
                    "role-missing",
                    new Text("Бұл әрекетке рөліңіз жеткіліксіз.", "Для этого действия нужна другая роль.")));
        }
        return this;
    }

    /** This caller, if they may act in {@code wanted}; otherwise the problem {@code other-region}, 403. */
    public Caller in(String wanted) {
        if (!mayActIn(wanted)) {
            throw new ProblemException(Problem.of(
                    403, "other-region", new Text("Бұл басқа өңірге жатады.", "Это относится к другому региону.")));
        }
        return this;
    }
}
