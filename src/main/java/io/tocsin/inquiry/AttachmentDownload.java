package io.tocsin.inquiry;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** What a person sent along, as a download and never shown in place: it comes from anybody. Only for cleared readers. */
@RequestScoped
class AttachmentDownload {
    private final Attachments attachments;
    private final Clearance clearance;

    AttachmentDownload(Attachments attachments, Clearance clearance) {
        this.attachments = attachments;
        this.clearance = clearance;
    }

    Response of(UUID centerId, UUID inquiryId, UUID attachmentId) {
        byte[] content = clearance.isCleared(centerId)
                ? attachments.content(centerId, inquiryId, attachmentId).orElse(null)
                : null;
        if (content == null) {
            throw Problem.notFound(Phrase.of("There is no such attachment.", "その添付ファイルはありません。"));
        }
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"attachment\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
