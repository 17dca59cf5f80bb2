package io.tocsin.inquiry;

import io.tocsin.audience.Contact;
import io.tocsin.ivr.CallLog.LoggedCall;
import io.tocsin.ivr.QueueNeed;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What a call makes of its inquiry: opened, answered, given up, or waiting to be called back. */
@ApplicationScoped
class PhoneInquiries {
    private static final String WORKER = "worker/";

    private final Inquiries inquiries;
    private final InquiryMoves moves;
    private final Reasons reasons;
    private final Ledger ledger;
    private final CenterKeys keys;
    private final InquiryConfig config;
    private final Sql sql;

    PhoneInquiries(
            Inquiries inquiries,
            InquiryMoves moves,
            Reasons reasons,
            Ledger ledger,
            CenterKeys keys,
            InquiryConfig config,
            Sql sql) {
        this.inquiries = inquiries;
        this.moves = moves;
        this.reasons = reasons;
        this.ledger = ledger;
        this.keys = keys;
        this.config = config;
        this.sql = sql;
    }

    /** However often, and in whatever order the calls come. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void follow(LoggedCall call) {
        if (!keys.exists(call.centerId())) {
            return;
        }
        Optional<QueueNeed> need = reasons.need(call.centerId(), call.reason());
        Inquiries.Opened opened = inquiries.open(NewInquiry.of(call.centerId(), InquiryChannel.PHONE, call.language())
                .vendor(call.sid())
                .from(contact(call), null)
                .about(
                        call.reason(),
                        need.map(QueueNeed::priority).orElse(0),
                        need.map(QueueNeed::personalData).orElse(true))
                .done());
        Inquiry inquiry = inquiries.get(call.centerId(), opened.id());
        if (call.reason() != null && !call.reason().equals(inquiry.reason()) && inquiry.outcome() == null) {
            sql.update(
                    "update inquiry set reason = ?, priority = ?, personal_data = ?, version = version + 1 where id = ?",
                    call.reason(),
                    need.map(QueueNeed::priority).orElse(0),
                    need.map(QueueNeed::personalData).orElse(true),
                    inquiry.id());
        }
        if (inquiry.state() == InquiryState.OPEN) {
            move(call, inquiry);
        }
    }

    private void move(LoggedCall call, Inquiry inquiry) {
        switch (Objects.toString(call.outcome(), "")) {
            case "call-back", "voicemail" -> promise(inquiry, call.endedAt());
            case "gave-up" -> moves.close(call.centerId(), inquiry.id(), InquiryOutcome.ABANDONED);
            default -> {
                if (call.answeredBy() != null) {
                    agent(call).ifPresent(agent -> moves.take(call.centerId(), inquiry.id(), agent));
                }
            }
        }
    }

    private void promise(Inquiry inquiry, Instant endedAt) {
        Instant since = endedAt == null ? inquiry.receivedAt() : endedAt;
        sql.update(
                "update inquiry set due_at = coalesce(due_at, ?) where id = ?",
                since.plus(config.callBackWithin()),
                inquiry.id());
    }

    private static Contact contact(LoggedCall call) {
        String number = call.callBack() != null ? call.callBack() : call.caller();
        return number == null ? null : Contact.phone(number);
    }

    private Optional<String> agent(LoggedCall call) {
        return ledger.nameOf(call.centerId(), call.answeredBy())
                .filter(name -> name.startsWith(WORKER))
                .flatMap(name -> sql.first(
                        "select email from roster_person where id = ?",
                        row -> row.getString(1),
                        UUID.fromString(name.substring(WORKER.length()))));
    }
}
