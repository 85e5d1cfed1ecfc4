package kz.uzdik.store;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Why a transaction was not carried out, item by item. */
final class Cancelled {

    private static final String CONDITION = "ConditionalCheckFailed";
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final List<CancellationReason> reasons;

    private Cancelled(List<CancellationReason> reasons) {
        this.reasons = reasons;
    }

    static Cancelled because(TransactionCanceledException e) {
        return new Cancelled(e.hasCancellationReasons() ? e.cancellationReasons() : List.of());
    }

    /** Whether the condition of the item at {@code index} did not hold. */
    boolean byConditionOf(int index) {
        return index < reasons.size() && CONDITION.equals(reasons.get(index).code());
    }

    /** Whether any condition did not hold. */
    boolean byCondition() {
        return reasons.stream().anyMatch(reason -> CONDITION.equals(reason.code()));
    }

    /** Whether the same transaction may get through later: it met another, or too many, or a fault of the engine. */
    static boolean passes(AwsServiceException e) {
        return switch (e) {
            case TransactionCanceledException cancelled ->
                cancelled.cancellationReasons().stream().anyMatch(reason -> PASSING.contains(reason.code()));
            case TransactionInProgressException running -> true;
            case TransactionConflictException met -> true;
            default -> e.isThrottlingException() || e.statusCode() >= 500;
        };
    }
}
