package io.tocsin.closure;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.announcement.AnnouncementEvidence;
import io.tocsin.audience.AudienceRetention;
import io.tocsin.campaign.CampaignEvidence;
import io.tocsin.center.CenterJournal;
import io.tocsin.center.CenterView;
import io.tocsin.center.Centers;
import io.tocsin.center.FactSheetVersions;
import io.tocsin.center.IncidentCenter;
import io.tocsin.desk.DeskTimes;
import io.tocsin.inquiry.InquiryAnalysis;
import io.tocsin.notice.PublishedNotice;
import io.tocsin.notice.PublishedNotices;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.Ledger;
import io.tocsin.regime.Obligations;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an organization must be able to show afterwards, as one zip: facts in all versions, notices as published,
 * journals, calls, obligations, who decided what. Callers' numbers are left out; of audiences there are counts only.
 */
@ApplicationScoped
public class Evidence {
    private final Centers centers;
    private final FactSheetVersions factSheets;
    private final CenterJournal journal;
    private final PublishedNotices notices;
    private final Obligations obligations;
    private final Ledger ledger;
    private final Seats seats;
    private final AudienceRetention audiences;
    private final AnnouncementEvidence announcements;
    private final CampaignEvidence campaigns;
    private final InquiryAnalysis inquiries;
    private final DeskTimes deskTimes;
    private final Sql sql;
    private final Clock clock;

    Evidence(
            Centers centers,
            FactSheetVersions factSheets,
            CenterJournal journal,
            PublishedNotices notices,
            Obligations obligations,
            Ledger ledger,
            Seats seats,
            AudienceRetention audiences,
            AnnouncementEvidence announcements,
            CampaignEvidence campaigns,
            InquiryAnalysis inquiries,
            DeskTimes deskTimes,
            Sql sql,
            Clock clock) {
        this.centers = centers;
        this.factSheets = factSheets;
        this.journal = journal;
        this.notices = notices;
        this.obligations = obligations;
        this.ledger = ledger;
        this.seats = seats;
        this.audiences = audiences;
        this.announcements = announcements;
        this.campaigns = campaigns;
        this.inquiries = inquiries;
        this.deskTimes = deskTimes;
        this.sql = sql;
        this.clock = clock;
    }

    /** @param sha256 of the zip, in hex */
    public record Export(UUID id, Instant at, String by, String sha256, long bytes) {}

    @Transactional
    public Export export(UUID centerId, String actor) {
        IncidentCenter center = centers.lock(centerId);
        EvidenceZip zip = new EvidenceZip(clock.instant());
        zip.json("center.json", CenterView.of(center));
        factSheets
                .all(centerId)
                .forEach(sheet -> zip.json("facts/version-%03d.json".formatted(sheet.version()), sheet));
        notices(centerId, zip);
        zip.json("journal.json", journal.of(centerId));
        zip.json("obligations.json", obligations.list(centerId));
        zip.json("resources.json", ledger.of(centerId));
        zip.json("seats.json", seats.of(centerId));
        zip.json("audiences.json", audiences.counts(centerId));
        zip.json("announcements.json", announcements.of(centerId));
        zip.json("campaigns.json", campaigns.of(centerId));
        zip.json("desk-times.json", deskTimes.of(centerId));
        zip.json("desk-totals.json", deskTimes.totals(centerId));
        zip.json("inquiries.json", inquiries.of(centerId, clock.instant()));
        zip.json(
                "gate-overrides.json",
                rows(
                        "select check_name, reason, by_whom, at from gate_override where center_id = ? order by at",
                        centerId));
        zip.json(
                "calls.json",
                rows(
                        "select sid, started_at, ended_at, outcome, language, reason, answered_by from call"
                                + " where center_id = ? order by started_at",
                        centerId));
        zip.json(
                "call-steps.json",
                rows(
                        "select call_sid, at, node, action, language, key, outcome from call_journal"
                                + " where center_id = ? order by at, id",
                        centerId));
        zip.json(
                "audit.json",
                rows(
                        "select at, actor, action, subject, details from audit_log where center_id = ? order by id",
                        centerId));
        EvidenceZip.Sealed sealed = zip.seal();
        Export export =
                new Export(Ids.next(clock.instant()), clock.instant(), actor, sealed.sha256(), sealed.bytes().length);
        sql.update(
                "insert into evidence_export (id, center_id, at, by_whom, sha256, zip) values (?, ?, ?, ?, ?, ?)",
                export.id(),
                centerId,
                export.at(),
                actor,
                sealed.sha256(),
                sealed.bytes());
        journal.add(
                centerId,
                actor,
                "evidence.exported",
                Phrase.of("Evidence exported, SHA-256 %s", "証跡を書き出し（SHA-256 %s）")
                        .with(sealed.sha256()),
                Map.of("sha256", sealed.sha256(), "bytes", export.bytes()));
        return export;
    }

    private void notices(UUID centerId, EvidenceZip zip) {
        int number = 0;
        for (PublishedNotice notice : notices.all(centerId)) {
            String name = "notices/%04d-%s-%s-%s.json"
                    .formatted(
                            ++number,
                            notice.notice().name(),
                            notice.notice().channel().code(),
                            notice.notice().language());
            zip.json(name, notice);
        }
    }

    /** Whatever a query gives, as the database writes it. */
    private List<JsonNode> rows(String query, UUID centerId) {
        return sql.list(
                "select to_jsonb(found) from (" + query + ") found", row -> Json.tree(row.getString(1)), centerId);
    }

    public List<Export> exports(UUID centerId) {
        return sql.list(
                "select id, at, by_whom, sha256, length(zip) from evidence_export where center_id = ? order by at",
                row -> new Export(
                        row.getObject(1, UUID.class),
                        Sql.instant(row, "at"),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5)),
                centerId);
    }

    public Optional<byte[]> zip(UUID centerId, UUID exportId) {
        return sql.first(
                "select zip from evidence_export where center_id = ? and id = ?",
                row -> row.getBytes(1),
                centerId,
                exportId);
    }

    /** Whether there is an export since the last thing happened that belongs into it. */
    boolean isCurrent(UUID centerId) {
        return sql.first("""
                        select 1 from evidence_export where center_id = ? and at >= (
                            select coalesce(max(at), '-infinity') from center_journal where center_id = ? and code in (
                                'center.launched', 'center.resized', 'center.facts-revised', 'center.opened',
                                'center.draining', 'obligation.met', 'obligation.waived'))
                        """, row -> true, centerId, centerId).isPresent();
    }
}
