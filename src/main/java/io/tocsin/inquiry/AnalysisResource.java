package io.tocsin.inquiry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Inquiries as a whole, what the FAQ lacks, and what people sent along. */
@Tag(name = "Inquiries")
@Path("/api/centers/{centerId}")
@Produces(MediaType.APPLICATION_JSON)
class AnalysisResource {
    private static final int MOST_QUESTIONS = 500;

    private final InquiryAnalysis analysis;
    private final UnknownQuestions unknown;
    private final Attachments attachments;
    private final AttachmentDownload download;
    private final Clearance clearance;
    private final Clock clock;

    AnalysisResource(
            InquiryAnalysis analysis,
            UnknownQuestions unknown,
            Attachments attachments,
            AttachmentDownload download,
            Clearance clearance,
            Clock clock) {
        this.analysis = analysis;
        this.unknown = unknown;
        this.attachments = attachments;
        this.download = download;
        this.clearance = clearance;
        this.clock = clock;
    }

    @GET
    @Path("inquiry-analysis")
    @RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
    @Operation(summary = "Inquiries by channel, reason, outcome, hour, language and satisfaction")
    public InquiryAnalysis.Analysis analysis(@PathParam("centerId") UUID centerId) {
        return analysis.of(centerId, clock.instant());
    }

    @GET
    @Path("unknown-questions")
    @RolesAllowed({"crisis-manager", "supervisor"})
    @Operation(summary = "What people asked that the FAQ did not know, newest first")
    public List<UnknownQuestions.Question> unknown(@PathParam("centerId") UUID centerId) {
        return unknown.of(centerId, MOST_QUESTIONS);
    }

    @GET
    @Path("inquiries/{inquiryId}/attachments")
    @RolesAllowed({"crisis-manager", "supervisor", "agent"})
    @Operation(summary = "What the person sent along; only for cleared seats")
    public List<Attachments.Attachment> attachments(
            @PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID inquiryId) {
        return clearance.isCleared(centerId) ? attachments.of(centerId, inquiryId) : List.of();
    }

    @GET
    @Path("inquiries/{inquiryId}/attachments/{attachmentId}")
    @RolesAllowed({"crisis-manager", "supervisor", "agent"})
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Download an attachment; only for cleared seats")
    public Response attachment(
            @PathParam("centerId") UUID centerId,
            @PathParam("inquiryId") UUID inquiryId,
            @PathParam("attachmentId") UUID attachmentId) {
        return download.of(centerId, inquiryId, attachmentId);
    }
}
