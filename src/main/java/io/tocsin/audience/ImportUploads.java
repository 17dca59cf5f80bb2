package io.tocsin.audience;

import io.tocsin.platform.Caller;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Takes lists that a browser sends. */
@ApplicationScoped
class ImportUploads {
    private static final int LONGEST_NAME = 200;

    private final Imports imports;
    private final Caller caller;

    ImportUploads(Imports imports, Caller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    static List<Violation> wrong(FileUpload file) {
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            return List.of(Violation.of("file", "Choose the list: a CSV or XLSX file.", "リスト（CSV または XLSX）を選んでください。"));
        }
        if (file.size() == 0) {
            return List.of(Violation.of("file", "The file is empty. Choose another one.", "ファイルが空です。別のファイルを選んでください。"));
        }
        return List.of();
    }

    AudienceImport take(Audience audience, FileUpload file) {
        String name = file.fileName().strip();
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return imports.create(
                    audience, name.substring(0, Math.min(LONGEST_NAME, name.length())), content, caller.name(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    /** At once: the list is kept encrypted from here on. */
    private static void delete(FileUpload file) {
        try {
            Files.deleteIfExists(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
