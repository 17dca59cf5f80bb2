package io.tocsin.inquiry.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that check themselves: cards (Luhn) and My Number (its check digit). */
final class Digits {
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![\\w-])[0-9](?:[ -]?[0-9]){11,18}(?![\\w]|-[0-9])");
    private static final int MY_NUMBER_LENGTH = 12;
    private static final int SHORTEST_CARD = 13;

    private Digits() {}

    static List<Finding> find(String text) {
        List<Finding> found = new ArrayList<>();
        Matcher numbers = LONG_NUMBER.matcher(text);
        while (numbers.find()) {
            String digits = numbers.group().replaceAll("[ -]", "");
            if (digits.length() >= SHORTEST_CARD && isCard(digits) && !Context.isOfAThing(text, numbers.start())) {
                found.add(new Finding(Kind.CARD, numbers.start(), numbers.end()));
            } else if (digits.length() == MY_NUMBER_LENGTH
                    && isMyNumber(digits)
                    && !Context.isOfAThing(text, numbers.start())) {
                found.add(new Finding(Kind.MY_NUMBER, numbers.start(), numbers.end()));
            }
        }
        return found;
    }

    /** Of a length and a beginning that card schemes use, and with a right last digit. */
    static boolean isCard(String digits) {
        boolean scheme = digits.matches("4(?:\\d{12}|\\d{15}|\\d{18})|5[1-5]\\d{14}|2[2-7]\\d{14}|3[47]\\d{13}"
                + "|3(?:0[0-5]|[68]\\d)\\d{11}|35\\d{14}|6(?:011|5\\d\\d|2\\d\\d|4[4-9]\\d)\\d{12,15}");
        return scheme && luhn(digits);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** Twelve digits, the last one checking the others (ordinance of the Ministry of Internal Affairs, 2014, no. 85, art. 5). */
    static boolean isMyNumber(String digits) {
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            int weight = n <= 6 ? n + 1 : n - 5;
            sum += (digits.charAt(11 - n) - '0') * weight;
        }
        int rest = sum % 11;
        int check = rest <= 1 ? 0 : 11 - rest;
        return check == digits.charAt(11) - '0';
    }
}
