package io.tocsin.closure;

import io.tocsin.center.CenterJournal;
import io.tocsin.center.CenterService;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.center.Phase;
import io.tocsin.ivr.Voicemails;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.Drivers;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.Resource;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.ResourceKey;
import io.tocsin.telephony.InventoryCheck;
import io.tocsin.telephony.InventoryNumber;
import io.tocsin.telephony.NumberInventory;
import io.tocsin.telephony.NumberState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks, compares, and certifies. */
@ApplicationScoped
public class Certifier {
    private final Centers centers;
    private final CenterService service;
    private final Ledger ledger;
    private final Drivers drivers;
    private final NumberInventory inventory;
    private final InventoryCheck inventoryCheck;
    private final Evidence evidence;
    private final Voicemails voicemails;
    private final Sql sql;
    private final Clock clock;

    Certifier(
            Centers centers,
            CenterService service,
            Ledger ledger,
            Drivers drivers,
            NumberInventory inventory,
            InventoryCheck inventoryCheck,
            Evidence evidence,
            Voicemails voicemails,
            Sql sql,
            Clock clock) {
        this.centers = centers;
        this.service = service;
        this.ledger = ledger;
        this.drivers = drivers;
        this.inventory = inventory;
        this.inventoryCheck = inventoryCheck;
        this.evidence = evidence;
        this.voicemails = voicemails;
        this.sql = sql;
        this.clock = clock;
    }

    /** Asks every vendor; outside any transaction. */
    @ActivateRequestContext
    Certificate look(UUID centerId) {
        IncidentCenter center = centers.findById(centerId);
        List<Resource> resources = ledger.of(centerId);
        List<String> inLedger = resources.stream()
                .filter(r -> !r.isGone())
                .map(r -> r.key().name() + " (" + r.state() + ")")
                .toList();
        List<Certificate.Leftover> atVendors = new ArrayList<>();
        for (ResourceDriver driver : drivers.all()) {
            driver.census(centerId, center.mode())
                    .forEach(l -> atVendors.add(new Certificate.Leftover(driver.kind(), l.label(), l.vendorId())));
        }
        List<InventoryNumber> numbers = inventory.list(center.mode(), null).stream()
                .filter(n -> centerId.equals(n.centerId()))
                .toList();
        List<String> trouble = inventoryTrouble(center, numbers);
        boolean clean = inLedger.isEmpty() && atVendors.isEmpty() && trouble.isEmpty();
        return new Certificate(
                centerId,
                center.organization(),
                center.mode(),
                clock.instant(),
                resources.stream().filter(Resource::isGone).count(),
                numbers.stream()
                        .filter(n -> n.e164() != null)
                        .map(n -> new Certificate.NumberLeft(n.e164(), n.state().name(), n.quarantinedUntil()))
                        .toList(),
                inLedger,
                atVendors,
                trouble,
                voicemails.kept(centerId).size(),
                evidence.exports(centerId).stream().map(Evidence.Export::sha256).toList(),
                clean
                        ? Phrase.of("Nothing is left.", "何も残っていません。")
                        : Phrase.of("Something is left; see the lists.", "残っているものがあります。一覧を確認してください。"));
    }

    private List<String> inventoryTrouble(IncidentCenter center, List<InventoryNumber> numbers) {
        InventoryCheck.Comparison comparison = inventoryCheck.compare(center.mode());
        Set<UUID> ours = numbers.stream().map(InventoryNumber::id).collect(Collectors.toSet());
        String prefix = ResourceKey.labelPrefix(center.id());
        return Stream.of(
                        numbers.stream()
                                .filter(n -> n.state() == NumberState.IN_USE || n.state() == NumberState.BUYING)
                                .map(n -> "still leased: " + Objects.toString(n.e164(), "being bought")),
                        comparison.unknownHere().stream()
                                .filter(u -> u.label().startsWith(prefix))
                                .map(u -> "at the carrier and unknown here: " + u.e164()),
                        comparison.goneThere().stream()
                                .filter(n -> ours.contains(n.id()))
                                .map(n -> "here and unknown at the carrier: " + n.e164()))
                .flatMap(s -> s)
                .toList();
    }

    /** Keeps the certificate; a clean one closes the center. */
    @Transactional
    void keep(Certificate certificate) {
        IncidentCenter center = centers.lock(certificate.center());
        if (center.phase() != Phase.TEARING_DOWN) {
            return; // another replica was faster
        }
        sql.update(
                "insert into certificate (center_id, at, clean, document) values (?, ?, ?, ?)",
                certificate.center(),
                certificate.at(),
                certificate.isClean(),
                Sql.json(certificate));
        if (certificate.isClean()) {
            service.move(
                    certificate.center(),
                    Phase.CLOSED,
                    CenterJournal.TOCSIN,
                    "center.closed",
                    Phrase.of("Closed: nothing is left", "終了: 何も残っていません"),
                    Map.of("resourcesRemoved", certificate.resourcesRemoved()));
        } else {
            // What the vendors still list is ours to remove, whatever the ledger believed.
            certificate.leftAtVendors().forEach(l -> ledger.removeAgain(l.label()));
        }
    }

    public Optional<Certificate> last(UUID centerId) {
        return sql.first(
                "select document from certificate where center_id = ? order by id desc limit 1",
                row -> Json.read(row.getString(1), Certificate.class),
                centerId);
    }
}
