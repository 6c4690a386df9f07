package gridrun.config;

import java.util.Set;

/** What an unquoted scalar is by the core schema of YAML 1.2: {@code no}, {@code 1:30} and dates are text. */
public enum ScalarKind {

    NULL, BOOLEAN, INTEGER, REAL, TEXT;

    /** A number of more digits is none that anybody counts with, and takes long to be read. */
    private static final int LONGEST_NUMBER = 400;

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> BOOLEANS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Set<String> INFINITIES = Set.of(".inf", ".Inf", ".INF");
    private static final Set<String> NOT_NUMBERS = Set.of(".nan", ".NaN", ".NAN");

    /** What a plain scalar is. */
    static ScalarKind of(String text) {
        if (NULLS.contains(text)) {
            return NULL;
        }
        if (BOOLEANS.contains(text)) {
            return BOOLEAN;
        }
        return number(text);
    }

    boolean isNumber() {
        return this == INTEGER || this == REAL;
    }

    private static ScalarKind number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return TEXT;
        }
        if (NOT_NUMBERS.contains(text) || isInfinity(text)) {
            return REAL;
        }
        if (text.startsWith("0x") || text.startsWith("0o")) {
            int radix = text.charAt(1) == 'x' ? 16 : 8;
            return digits(text, 2, radix) == text.length() && text.length() > 2 ? INTEGER : TEXT;
        }
        int start = isSigned(text) ? 1 : 0;
        int end = digits(text, start, 10);
        int count = end - start;
        if (end == text.length()) {
            return count > 0 ? INTEGER : TEXT;
        }
        if (text.charAt(end) == '.') {
            int fraction = digits(text, end + 1, 10);
            count += fraction - end - 1;
            end = fraction;
        }
        return count > 0 && isExponent(text, end) ? REAL : TEXT;
    }

    private static boolean isExponent(String text, int at) {
        if (at == text.length()) {
            return true;
        }
        if (Character.toLowerCase(text.charAt(at)) != 'e') {
            return false;
        }
        int start = at + 1;
        if (start < text.length() && (text.charAt(start) == '+' || text.charAt(start) == '-')) {
            start++;
        }
        return start < text.length() && digits(text, start, 10) == text.length();
    }

    private static int digits(String text, int from, int radix) {
        int end = from;
        while (end < text.length() && text.charAt(end) < 128 && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        return end;
    }

    static boolean isInfinity(String text) {
        return INFINITIES.contains(isSigned(text) ? text.substring(1) : text);
    }

    private static boolean isSigned(String text) {
        return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
    }
}
