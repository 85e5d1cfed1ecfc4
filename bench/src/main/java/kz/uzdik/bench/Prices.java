package kz.uzdik.bench;

import java.util.List;

/**
 * US dollars in us-east-1, beyond free tiers. docs/capacity.md names source and date of each; AWS changes them, and other
 * regions have their own, so each can be given.
 *
 * @param writes a million write request units of DynamoDB, on demand: {@code --writes}
 * @param calls a million calls of a Lambda function: {@code --calls}
 * @param gigabyteSecond a GB-second of a function on arm64: {@code --gb-second}
 * @param http a million requests of an HTTP API: {@code --http}
 * @param mails a thousand mails of SES: {@code --mail}
 */
record Prices(double writes, double calls, double gigabyteSecond, double http, double mails) {

    private static final double WRITES = 0.625;
    private static final double CALLS = 0.20;
    private static final double GIGABYTE_SECOND = 0.0000133334;
    private static final double HTTP = 1.00;
    private static final double MAILS = 0.10;

    /** Those that {@code arguments} give, and for the others the documented ones. */
    static Prices of(List<String> arguments) {
        return new Prices(
                price(arguments, "--writes", WRITES),
                price(arguments, "--calls", CALLS),
                price(arguments, "--gb-second", GIGABYTE_SECOND),
                price(arguments, "--http", HTTP),
                price(arguments, "--mail", MAILS));
    }

    private static double price(List<String> arguments, String name, double otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 == arguments.size() ? otherwise : Double.parseDouble(arguments.get(at + 1));
    }
}
