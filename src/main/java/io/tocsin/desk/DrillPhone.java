package io.tocsin.desk;

import io.tocsin.center.Centers;
import io.tocsin.drill.HandPhones;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** The agent's phone in a drill, answered on the screen. In a live center the agent's own telephone rings. */
@ApplicationScoped
class DrillPhone {
    private final Centers centers;
    private final HandPhones phones;

    DrillPhone(Centers centers, HandPhones phones) {
        this.centers = centers;
        this.phones = phones;
    }

    void answer(DeskSeat seat) {
        mustBeDrill(seat);
        if (!phones.answer(seat.ring())) {
            throw Problem.conflict("phone-silent", Phrase.of("Your phone does not ring.", "電話は鳴っていません。"));
        }
    }

    void hangUp(DeskSeat seat) {
        mustBeDrill(seat);
        if (!phones.hangUp(seat.ring())) {
            throw Problem.conflict("phone-silent", Phrase.of("Nobody is on your phone.", "通話中の相手はいません。"));
        }
    }

    private void mustBeDrill(DeskSeat seat) {
        if (centers.get(seat.centerId()).mode() != Mode.DRILL) {
            throw Problem.conflict(
                    "live-center",
                    Phrase.of("In a live center you answer on your own telephone.", "本番のセンターではご自身の電話機で応答してください。"));
        }
    }
}
