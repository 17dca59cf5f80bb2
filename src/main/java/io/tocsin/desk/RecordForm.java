package io.tocsin.desk;

import io.tocsin.console.Form;
import io.tocsin.inquiry.InquiryOutcome;
import io.tocsin.inquiry.InquiryRecord;
import java.time.Duration;
import java.time.Instant;

/** What an agent fills in to put a contact on record. */
final class RecordForm {
    private RecordForm() {}

    static InquiryRecord read(Form form, Instant now) {
        String due = form.value("followUpDue");
        String told = form.value("factsTold");
        String outcome = form.value("outcome");
        return new InquiryRecord(
                form.value("reason"),
                outcome.isEmpty() ? null : InquiryOutcome.valueOf(outcome),
                form.value("note"),
                due.matches("[0-9]{1,5}") ? now.plus(Duration.ofMinutes(Long.parseLong(due))) : null,
                told.matches("[0-9]{1,6}") ? Integer.valueOf(told) : null);
    }
}
