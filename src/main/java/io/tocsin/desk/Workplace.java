package io.tocsin.desk;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Where a request at the desk comes from: whose seat, which network, which log-in. Asked at every request. */
@RequestScoped
class Workplace {
    /** RFC 8176: a one-time code, several factors, proof of a key in hardware. */
    private static final Set<String> STRONG = Set.of("otp", "mfa", "hwk");

    private final Caller caller;
    private final JsonWebToken token;
    private final DeskSeats seats;
    private final Networks networks;
    private final CurrentVertxRequest current;

    Workplace(Caller caller, JsonWebToken token, DeskSeats seats, Networks networks, CurrentVertxRequest current) {
        this.caller = caller;
        this.token = token;
        this.seats = seats;
        this.networks = networks;
        this.current = current;
    }

    /** The caller's own seat, whether or not they have sat down; only whom the seat's site lets in may see more. */
    DeskSeat seat(UUID centerId) {
        return seats.of(centerId, caller.name());
    }

    /** The seat of somebody at work, from where they may work. */
    DeskSeat atWork(UUID centerId) {
        DeskSeat seat = seat(centerId);
        if (!networkAllowed(seat)) {
            throw Problem.forbidden(Phrase.of(
                    "Your seat may not be used from this network. Connect from your site, or ask your supervisor.",
                    "このネットワークからは業務を行えません。所定の拠点から接続するか、スーパーバイザーに相談してください。"));
        }
        if (!seat.isAtWork()) {
            throw Problem.conflict("not-checked-in", Phrase.of("Check in first.", "先に着席（チェックイン）してください。"));
        }
        return seat;
    }

    /** As {@link #atWork}, for what an agent does by hand: the clock of the automatic log-out begins again. */
    DeskSeat acting(UUID centerId) {
        DeskSeat seat = atWork(centerId);
        seats.seen(seat);
        return seat;
    }

    boolean networkAllowed(DeskSeat seat) {
        HttpServerRequest request = current.getCurrent().request();
        String peer = request.remoteAddress().hostAddress();
        return networks.allows(seat.site(), networks.origin(peer, request.getHeader("X-Forwarded-For")));
    }

    /** What the log-in server says of how the person proved who they are ({@code amr}). */
    boolean usedOneTimeCode() {
        Object methods = token.getClaim("amr");
        return switch (methods) {
            case null -> false;
            case Iterable<?> all -> {
                boolean strong = false;
                for (Object method : all) {
                    strong |= STRONG.contains(String.valueOf(method).replace("\"", ""));
                }
                yield strong;
            }
            default -> STRONG.contains(methods.toString());
        };
    }

    String name() {
        return caller.name();
    }
}
