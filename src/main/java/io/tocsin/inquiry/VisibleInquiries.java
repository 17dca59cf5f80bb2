package io.tocsin.inquiry;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** Inquiries as whoever asks may see them. */
@RequestScoped
class VisibleInquiries {
    private final Inquiries inquiries;
    private final Clearance clearance;

    VisibleInquiries(Inquiries inquiries, Clearance clearance) {
        this.inquiries = inquiries;
        this.clearance = clearance;
    }

    /** One that needs clearance looks to others like one that does not exist. */
    Inquiry get(UUID centerId, UUID id) {
        Inquiry inquiry = inquiries.get(centerId, id);
        if (clearance.isCleared(centerId)) {
            return inquiry;
        }
        if (inquiry.personalData()) {
            throw Problem.notFound(
                    Phrase.of("There is no inquiry %s that your seat may have.", "あなたの席で扱える問い合わせ %s はありません。")
                            .with(id));
        }
        return inquiry.withoutPersonalData();
    }

    /** What the asker had before, after a move. */
    Inquiry seen(Inquiry inquiry) {
        return clearance.isCleared(inquiry.centerId()) ? inquiry : inquiry.withoutPersonalData();
    }
}
