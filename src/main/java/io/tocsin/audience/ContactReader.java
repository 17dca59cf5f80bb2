package io.tocsin.audience;

import io.tocsin.center.Centers;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads a contact as an agent types it. */
@ApplicationScoped
class ContactReader {
    private final Centers centers;

    ContactReader(Centers centers) {
        this.centers = centers;
    }

    /** @throws io.tocsin.platform.ProblemException unless there is a phone number or an e-mail address that is one */
    Contact read(UUID centerId, String phone, String email) {
        if (phone != null && !phone.isBlank()) {
            var country = centers.get(centerId).country();
            if (PhoneNumbers.read(phone, country) instanceof PhoneNumbers.Read.Usable usable) {
                return Contact.phone(usable.phone().e164());
            }
            throw invalid("phone", Remark.PHONE_INVALID.words());
        }
        if (email != null && !email.isBlank()) {
            String address = EmailAddresses.read(email);
            if (address == null) {
                throw invalid("email", Remark.EMAIL_INVALID.words());
            }
            return Contact.email(address);
        }
        throw invalid("phone", Remark.NO_CONTACT.words());
    }

    private static RuntimeException invalid(String field, Phrase why) {
        return Problem.invalid(
                "contact-invalid",
                Phrase.of("Give a phone number or an e-mail address.", "電話番号またはメールアドレスを指定してください。"),
                List.of(new Violation(field, why)));
    }
}
